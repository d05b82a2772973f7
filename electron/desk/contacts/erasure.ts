import { rowOf } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { CONSENT_CHOICES } from '../../shared/views.ts';
import type { DeskContext } from '../context.ts';
import type { Erased } from './erased.ts';

/** Stands in the ledger in place of what was said. */
const KEPT_WORDING = 'Kept when this person was erased';

/** Erases one person for good: all but that he wants no texts, and a hash by which he is known if a list brings him back. */
export class Erasure {
  readonly #context: DeskContext;
  readonly #erased: Erased;
  readonly #onChange: () => void;

  constructor(context: DeskContext, erased: Erased, onChange: () => void) {
    this.#context = context;
    this.#erased = erased;
    this.#onChange = onChange;
  }

  erase(id: string): Result<{ readonly numbers: number }> {
    const { store, clock, logger } = this.#context;
    const row = rowOf('k', id);
    const contact = row === null ? null : store.contacts.byId(row);
    if (contact === null) return refuse('not-found', 'This customer is not there any more.');
    const now = clock.now();
    const numbers = store.contacts.numbers(contact.id);
    const expected = numbers.find((number) => store.erasure.isExpected(number, now));
    if (expected !== undefined)
      return refuse(
        'still-open',
        `${contact.name || displayNumber(expected, this.#context.country())} has an appointment to come or an order to collect. Call it off first.`,
      );
    if (numbers.some((number) => store.erasure.isSending(number)))
      return refuse('too-late', 'A text to this customer is on its way. Try again in a moment.');
    store.erasure.forGood(() =>
      store.transaction(() => {
        for (const number of numbers) this.#erased.add(number, now);
        this.#takeOut(contact.id, numbers);
      }),
    );
    logger.info({ numbers: numbers.length }, 'a person was erased for good');
    this.#onChange();
    this.#context.events.emit({ type: 'contacts.changed', value: { many: true } });
    return ok({ numbers: numbers.length });
  }

  /** Nobody has heard of him for as long as the owner keeps customers. Inside a transaction. False: he is still expected. */
  letGo(contact: number): boolean {
    const { store, clock } = this.#context;
    const numbers = store.contacts.numbers(contact);
    if (numbers.some((number) => store.erasure.isExpected(number, clock.now()) || store.erasure.isSending(number)))
      return false;
    this.#takeOut(contact, numbers);
    return true;
  }

  /** The data are older than an erasure: who was erased is taken out once more. Returns how many numbers. */
  eraseAgain(isErased: (number: string) => boolean): number {
    const { store } = this.#context;
    const again = store.erasure.numbers().filter(isErased);
    if (again.length === 0) return 0;
    store.erasure.forGood(() =>
      store.transaction(() => {
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
      // What he did not want he does not want either when he is back.
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
