import { notFound } from '../../shared/not-found.ts';
import { rowOf } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { CONSENT_CHOICES } from '../../shared/consent-words.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Slices } from '../../core/slices.ts';
import type { ErasureRegister } from './erasure-register.ts';

/** The wording that the consent ledger keeps in place of what was said. */
const KEPT_WORDING = 'Kept when this person was erased';

/** The setting that holds the row of the customer whose messages are being deleted, a few at a time. */
const UNDER_WAY = 'erasure.under-way';
const SENDING_AGAIN_MS = 500;

/** Erases one person for good. Only their opt-out stays, and a hash that recognizes them if a list brings them back. */
export class Erasure {
  readonly #context: DeskContext;
  readonly #erased: ErasureRegister;
  readonly #slices: Slices;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(context: DeskContext, erased: ErasureRegister, slices: Slices) {
    this.#context = context;
    this.#slices = slices;
    this.#erased = erased;
  }

  /** Erasures run one after the other; an interrupted one is finished after the next start. */
  erase(id: string): Promise<Result<{ readonly numbers: number }>> {
    const done = this.#queue.then(() => this.#erase(id));
    this.#queue = done.catch(() => {});
    return done;
  }

  async #erase(id: string): Promise<Result<{ readonly numbers: number }>> {
    const { store, clock } = this.#context;
    const found = this.#erasable(id);
    if (!found.ok) return found;
    const { contact, numbers } = found.value;
    this.#context.unit(() => {
      store.settings.set(UNDER_WAY, `${contact}`);
      // Messages that wait to go out would otherwise be sent meanwhile.
      for (const number of numbers) store.erasure.unsettled(number);
    });
    const texts = numbers.flatMap((number) => store.erasure.texts(number));
    const gone = await this.#slices.write(texts, (text) => store.erasure.text(text));
    if (gone.length < texts.length) return refuse('unreachable.rest-later');
    // An automatic answer may have begun to be sent since.
    while (numbers.some((number) => store.erasure.isSending(number)))
      await new Promise<void>((resolve) => clock.after(SENDING_AGAIN_MS, resolve));
    // If they were merged with somebody meanwhile, this is no longer the person who was to be erased.
    const now = new Set(store.contacts.numbers(contact));
    if (now.size !== numbers.length || numbers.some((number) => !now.has(number))) {
      store.settings.remove(UNDER_WAY);
      return refuse('too-late.changed-meanwhile');
    }
    return ok({ numbers: this.#finish(contact, numbers) });
  }

  /** Finishes an erasure that was interrupted when the program ended. */
  recover(): void {
    const { settings, contacts } = this.#context.store;
    const contact = Number(settings.get(UNDER_WAY) ?? 0);
    if (contact > 0) this.#finish(contact, contacts.numbers(contact));
  }

  #erasable(id: string): Result<{ readonly contact: number; readonly numbers: readonly string[] }> {
    const { store, clock } = this.#context;
    const row = rowOf('contact', id);
    const contact = row === null ? null : store.contacts.byId(row);
    if (contact === null) return notFound('customer');
    const numbers = store.contacts.numbers(contact.id);
    const expected = numbers.find((number) => store.erasure.isExpected(number, clock.now()));
    if (expected !== undefined)
      return refuse('still-open', { who: contact.name || displayNumber(expected, this.#context.country()) });
    if (numbers.some((number) => store.erasure.isSending(number))) return refuse('too-late.sending');
    return ok({ contact: contact.id, numbers });
  }

  /** @returns how many numbers were erased */
  #finish(contact: number, numbers: readonly string[]): number {
    const { store, clock, logger } = this.#context;
    store.erasure.forGood(() =>
      this.#context.unit(() => {
        for (const number of numbers) this.#erased.add(number, clock.now());
        this.#takeOut(contact, numbers);
        store.settings.remove(UNDER_WAY);
      }),
    );
    logger.info({ numbers: numbers.length }, 'a person was erased for good');
    this.#context.appChanged();
    this.#context.events.emit({ type: 'contacts.changed', value: { many: true } });
    return numbers.length;
  }

  /**
   * Removes a customer of whom nothing was heard for as long as the owner keeps customers. Returns false if they are still
   * expected. Call it inside a unit of work.
   */
  discard(contact: number): boolean {
    const { store, clock } = this.#context;
    const numbers = store.contacts.numbers(contact);
    if (numbers.some((number) => store.erasure.isExpected(number, clock.now()) || store.erasure.isSending(number)))
      return false;
    this.#takeOut(contact, numbers);
    return true;
  }

  /** The data are older than an erasure, so whoever was erased is removed once more. Returns how many numbers. */
  eraseAgain(isErased: (number: string) => boolean): number {
    const { store } = this.#context;
    const again = store.erasure.numbers().filter(isErased);
    if (again.length === 0) return 0;
    store.erasure.forGood(() =>
      this.#context.unit(() => {
        for (const number of again) this.#takeOut(store.contacts.ofNumber(number)?.id ?? null, [number]);
      }),
    );
    return again.length;
  }

  #takeOut(contact: number | null, numbers: readonly string[]): void {
    const { store, clock } = this.#context;
    for (const number of numbers) {
      const unwanted = store.optOuts.has(number)
        ? (['all'] as const)
        : CONSENT_CHOICES.filter((purpose) => purpose !== 'offer' && !store.consent.wants(number, purpose));
      store.erasure.number(number);
      // What they had opted out of stays so if they come back.
      for (const purpose of unwanted)
        store.consent.add({
          number,
          purpose,
          state: 'withdrawn',
          source: 'operator',
          wording: KEPT_WORDING,
          message_id: null,
          author: null,
          at: clock.now(),
        });
    }
    if (contact !== null) store.erasure.contact(contact);
  }
}
