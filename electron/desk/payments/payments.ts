import { randomInt } from 'node:crypto';
import { idOf, rowOf } from '../../shared/ids.ts';
import { inPlainLetters } from '../../shared/composing.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { fillLink, type PaymentState } from '../../shared/payment-words.ts';
import type { NewPayment, PaymentView } from '../../shared/payments.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import type { PaymentRow } from '../../store/payments.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import { localeOf } from '../automation/opening-words.ts';
import { spokenTo } from '../consent/shop-language.ts';
import { announceMessage, type DeskContext } from '../context.ts';
import type { Outbox } from '../outbox.ts';
import { PAYMENT_WORDING } from './wording.ts';

const PAYMENT_SOURCE: ProgramSource = '@payment';
const SHOWN = 20;
/** Letters and digits that nobody takes for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const REFERENCE_LENGTH = 10;
/** A link that comes a week later is none any more. */
const WORTH_MS = 2 * 86_400_000;
/** A thank-you waits so long, for a click that was none. */
const THANKS_AFTER_MS = 10_000;

interface PaymentParts {
  readonly outbox: Outbox;
  readonly words: AnswerText;
  /** By which line a number is texted; null: there is none yet. */
  readonly lineFor: (number: string) => number | null;
}

/** Asks customers to pay by the shop's own link, and thanks them when somebody says that they did. */
export class Payments {
  readonly #context: DeskContext;
  readonly #parts: PaymentParts;

  constructor(context: DeskContext, parts: PaymentParts) {
    this.#context = context;
    this.#parts = parts;
    context.events.on((event) => {
      if (event.type === 'message.changed' && event.value.source === PAYMENT_SOURCE) this.#notAsked(event.value);
    });
  }

  /**
   * @param to a number in any spelling
   * @param how.undoMs a person here asks, and may take it back for so long; null: another program does
   */
  ask(to: string, { amount, reason }: NewPayment, { undoMs }: { readonly undoMs: number | null }): Result<PaymentView> {
    const { store, clock } = this.#context;
    const party = parseRecipient(to, this.#context.country());
    if (party?.kind !== 'phone') return refuse('bad-number', 'This is no phone number. Check it.');
    const number = party.value;
    if (store.optOuts.has(number)) return refuse('opted-out', 'This customer asked for no more texts.');
    const { paymentLink, currency } = this.#context.preferences();
    if (paymentLink === '') return refuse('no-payment-link', 'Enter your payment link in the settings first.');
    const minor = minorUnits(amount, currency);
    if (minor === null) return refuse('bad-input', `${amount} is no amount in ${currency}.`);
    const line = this.#parts.lineFor(number);
    if (line === null) return refuse('no-line', 'There is no line yet: connect a modem first.');
    const reference = newReference();
    const link = fillLink(paymentLink, { amount, minor, currency, reference, reason });
    if (link === null) return refuse('no-payment-link', 'The payment link in the settings is none. Look at it again.');
    const wording = PAYMENT_WORDING[spokenTo(this.#context, number)];
    const text = wording.ask(this.#parts.words.shop, this.#amount({ amount, currency, number }), reason, link);
    const sent = store.transaction(() => {
      const message = this.#parts.outbox.write({
        to: number,
        text,
        purpose: undoMs === null ? 'service' : 'answer',
        lineId: line,
        notBefore: undoMs === null || undoMs === 0 ? null : clock.now() + undoMs,
        expiresAt: clock.now() + WORTH_MS,
        source: PAYMENT_SOURCE,
        follows: followsAsking(reference),
      });
      if (message === null) return null;
      const author = this.#context.atCounter()?.name ?? null;
      store.payments.insert({
        reference,
        number,
        amount,
        currency,
        reason,
        message_id: message,
        author,
        created_at: clock.now(),
      });
      return message;
    });
    if (sent === null) return refuse('bad-number', 'No text can go to this number.');
    this.#told([sent]);
    return this.#changed(reference);
  }

  get(reference: string): Result<PaymentView> {
    const row = this.#row(reference);
    return row === null ? notFound() : ok(viewOf(row));
  }

  /** The newest first, of all or of those in a state. @param before a reference; null: from the newest on */
  page(state: PaymentState | null, before: string | null, limit: number): readonly PaymentView[] {
    const from = before === null ? Number.MAX_SAFE_INTEGER : (this.#row(before)?.id ?? 0);
    return this.#context.store.payments.page(state, from, limit).map(viewOf);
  }

  /** Of the customer of a conversation, the newest first. */
  ofCustomer(conversation: string): Result<readonly PaymentView[]> {
    const { store } = this.#context;
    const row = store.conversations.byId(rowOf('c', conversation) ?? 0);
    if (row === null) return refuse('not-found', 'There is no such conversation.');
    const contact = store.contacts.ofNumber(row.number);
    const numbers = contact === null ? [row.number] : store.contacts.numbers(contact.id);
    return ok(store.payments.ofNumbers(numbers, SHOWN).map(viewOf));
  }

  /**
   * What somebody says of it: a program that took the money, or a person here. Said twice it is one.
   * Paid, the customer is thanked; taken back in time, he is not.
   */
  setState(reference: string, state: PaymentState): Result<PaymentView> {
    const { store, clock } = this.#context;
    const row = this.#row(reference);
    if (row === null) return notFound();
    if (row.state === state) return ok(viewOf(row));
    const texts = store.transaction(() => {
      store.payments.setState(row.id, state, state === 'open' ? null : clock.now());
      const { number } = row;
      if (number === null) return [];
      // A link to what is paid or called off leaves no more; and nobody is thanked for what is not paid.
      const links = state === 'open' ? [] : store.messages.cancelFollowing(number, followsAsking(row.reference));
      if (state === 'paid') return [...links, ...this.#thank({ ...row, number })];
      const thanks = store.messages.cancelFollowing(number, followsPaid(row.reference));
      if (thanks.length > 0) store.payments.setThanked(row.id, false);
      return [...links, ...thanks];
    });
    this.#told(texts);
    return this.#changed(reference);
  }

  /** Once, whatever is clicked on. */
  #thank(row: PaymentRow & { readonly number: string }): readonly number[] {
    const { store, clock } = this.#context;
    const line = this.#parts.lineFor(row.number);
    if (line === null || row.thanked === 1) return [];
    const wording = PAYMENT_WORDING[spokenTo(this.#context, row.number)];
    const message = this.#parts.outbox.write({
      to: row.number,
      text: wording.thanks(this.#parts.words.shop, this.#amount(row), row.reason),
      purpose: 'service',
      lineId: line,
      notBefore: clock.now() + THANKS_AFTER_MS,
      expiresAt: clock.now() + WORTH_MS,
      source: PAYMENT_SOURCE,
      follows: followsPaid(row.reference),
      staysClosed: true,
    });
    if (message === null) return [];
    store.payments.setThanked(row.id, true);
    return [message];
  }

  /** Somebody took the text back before it left: then nobody was asked. */
  #notAsked({ state, id }: { readonly state: string; readonly id: string }): void {
    if (state !== 'cancelled') return;
    const { store, clock } = this.#context;
    const row = store.payments.byMessage(rowOf('m', id) ?? 0);
    if (row?.state !== 'open') return;
    store.payments.setState(row.id, 'cancelled', clock.now());
    this.#changed(row.reference);
  }

  #changed(reference: string): Result<PaymentView> {
    const changed = this.get(reference);
    if (changed.ok) this.#context.events.emit({ type: 'payment.changed', value: changed.value });
    return changed;
  }

  #told(messages: readonly number[]): void {
    for (const id of messages) announceMessage(this.#context, id, 'message.changed');
    this.#parts.outbox.changed.emit();
  }

  /** As people of the customer's language write it. */
  #amount({ amount, currency, number }: Pick<PaymentRow, 'amount' | 'currency' | 'number'>): string {
    const locale = localeOf(spokenTo(this.#context, number ?? ''));
    const written = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));
    return inPlainLetters(written);
  }

  #row(reference: string): PaymentRow | null {
    return this.#context.store.payments.byReference(reference.trim().toUpperCase());
  }
}

const followsAsking = (reference: string): string => `payment:${reference}`;
const followsPaid = (reference: string): string => `paid:${reference}`;

function newReference(): string {
  return Array.from({ length: REFERENCE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** In the smallest unit of a currency, as most providers count; null: it has more digits than the currency. */
function minorUnits(amount: string, currency: string): string | null {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const [whole = '', part = ''] = amount.split('.');
  if (part.length > digits) return null;
  return String(Number(whole + part.padEnd(digits, '0')));
}

function viewOf(row: PaymentRow): PaymentView {
  return {
    reference: row.reference,
    number: row.number,
    amount: row.amount,
    currency: row.currency,
    reason: row.reason,
    state: row.state,
    messageId: row.message_id === null ? null : idOf('m', row.message_id),
    createdAt: row.created_at,
    overAt: row.over_at,
  };
}

function notFound(): Result<never> {
  return refuse('not-found', 'There is no payment of that reference.');
}
