import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import { notFound } from '../../shared/not-found.ts';
import { randomInt } from 'node:crypto';
import { idOf, rowOf } from '../../shared/ids.ts';
import { inPlainLetters } from '../../shared/composing.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { fillLink, type PaymentState } from '../../shared/payment-words.ts';
import type { NewPayment, PaymentDto } from '../../shared/payments.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import type { MessageState } from '../messaging/contract.ts';
import type { MessageRow } from '../messaging/repository.ts';
import type { PaymentRow } from './repository.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import { localeOf } from '../automation/customer-dates.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishMessages } from '../conversations/publish.ts';
import type { Outbox } from '../messaging/outbox.ts';

const PAYMENT_SOURCE: ProgramSource = '@payment';
const SHOWN = 20;
/** Letters and digits that are not mistaken for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const REFERENCE_LENGTH = 10;
/** A link that would leave later than this is not worth sending. */
const WORTH_MS = 2 * 86_400_000;
/** The thank-you waits this long in case the click was a mistake. */
const THANKS_AFTER_MS = 10_000;
const UNDONE = 'undone';
const GONE: ReadonlySet<MessageState> = new Set(['cancelled', 'failed', 'expired']);
const WAITING: ReadonlySet<MessageState> = new Set(['scheduled', 'queued', 'held']);
/** A till that got no answer asks again: the same request within this time counts as one. */
const SAME_WITHIN_MS = 15 * 60_000;

interface PaymentDeps {
  readonly outbox: Outbox;
  readonly words: AnswerText;
  /** The line that a number is texted from; null if there is none yet. */
  readonly lineFor: (number: string) => number | null;
}

/** Asks customers to pay by the shop's own link, and thanks them when somebody reports the payment. */
export class Payments {
  readonly #context: DeskContext;
  readonly #deps: PaymentDeps;

  constructor(context: DeskContext, deps: PaymentDeps) {
    this.#context = context;
    this.#deps = deps;
    context.followers.add(PAYMENT_SOURCE, (message) => this.#follow(message));
  }

  /**
   * @param to a number in any spelling
   * @param how.undoMs how long a person who asks may take it back; null if another program asks
   */
  ask(to: string, { amount, reason }: NewPayment, { undoMs }: { readonly undoMs: number | null }): Result<PaymentDto> {
    const { store, clock } = this.#context;
    const party = parseRecipient(to, this.#context.country());
    if (party?.kind !== 'phone') return refuse('bad-number');
    const number = party.value;
    if (store.optOuts.has(number)) return refuse('opted-out');
    const { paymentLink, currency } = this.#context.settings();
    if (paymentLink === '') return refuse('no-payment-link');
    const minor = minorUnits(amount, currency);
    if (minor === null) return refuse('bad-input.amount', { amount, currency });
    const line = this.#deps.lineFor(number);
    if (line === null) return refuse('no-line');
    const reference = newReference();
    const link = fillLink(paymentLink, { amount: plainAmount(amount, currency), minor, currency, reference, reason });
    if (link === null) return refuse('no-payment-link.bad');
    const wording = CUSTOMER_WORDS[customerLanguage(this.#context, number)].payments;
    const text = wording.ask(this.#deps.words.shop, this.#amount({ amount, currency, number }), reason, link);
    return this.#context.unit(() => {
      const message = this.#deps.outbox.write({
        to: number,
        text,
        purpose: undoMs === null ? 'service' : 'answer',
        lineId: line,
        notBefore: undoMs === null || undoMs === 0 ? null : clock.now() + undoMs,
        expiresAt: clock.now() + WORTH_MS,
        source: PAYMENT_SOURCE,
      });
      if (message === null) return refuse('bad-number.cannot-be-texted');
      const author = this.#context.currentAgent()?.name ?? null;
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
      return this.#changed(reference);
    });
  }

  /** The same request if it was made just now and is open; null if there is none. */
  findSameOpen(to: string, { amount, reason }: NewPayment): PaymentDto | null {
    const { store, clock } = this.#context;
    const number = parseRecipient(to, this.#context.country())?.value;
    const found = store.payments
      .ofNumbers(number === undefined ? [] : [number], SHOWN)
      .find(
        (row) =>
          row.state === 'open' &&
          row.amount === amount &&
          row.reason === reason &&
          row.created_at > clock.now() - SAME_WITHIN_MS,
      );
    return found === undefined ? null : toDto(found);
  }

  get(reference: string): Result<PaymentDto> {
    const row = this.#row(reference);
    return row === null ? notFound('payment') : ok(toDto(row));
  }

  /** The newest first, all of them or those in one state. @param before a reference; null to begin with the newest */
  page(state: PaymentState | null, before: string | null, limit: number): Result<readonly PaymentDto[]> {
    const from = before === null ? Number.MAX_SAFE_INTEGER : this.#row(before)?.id;
    if (from === undefined) return refuse('bad-input.after');
    return ok(this.#context.store.payments.page(state, from, limit).map(toDto));
  }

  /** The payments of a conversation's customer, the newest first. */
  ofCustomer(conversation: string): Result<readonly PaymentDto[]> {
    const { store } = this.#context;
    const row = store.conversations.byId(rowOf('conversation', conversation) ?? 0);
    if (row === null) return notFound('conversation');
    const contact = store.contacts.ofNumber(row.number);
    const numbers = contact === null ? [row.number] : store.contacts.numbers(contact.id);
    return ok(store.payments.ofNumbers(numbers, SHOWN).map(toDto));
  }

  /**
   * A program that took the money, or a person here, reports the state. Reporting the same state twice counts once. The customer
   * is thanked once paid, but not if that is taken back in time.
   */
  setState(reference: string, state: PaymentState): Result<PaymentDto> {
    const { store, clock } = this.#context;
    const row = this.#row(reference);
    if (row === null) return notFound('payment');
    if (row.state === state) return ok(toDto(row));
    return this.#context.unit(() => {
      store.payments.setState(row.id, state, state === 'open' ? null : clock.now());
      const { number } = row;
      if (number !== null) {
        // The link is not sent once the request is paid or canceled, and nobody is thanked for what is not paid.
        if (state === 'open') this.#askAfterAll(row);
        else this.#askNoMore(row);
        if (state === 'paid') this.#thank({ ...row, number });
        else if (this.#deps.outbox.takeBack(number, followsPaid(row.reference)).length > 0)
          store.payments.setThanked(row.id, false);
      }
      return this.#changed(reference);
    });
  }

  /** The customer is thanked only once, whatever is clicked. */
  #thank(row: PaymentRow & { readonly number: string }): void {
    const { store, clock } = this.#context;
    const line = this.#deps.lineFor(row.number);
    if (line === null || row.thanked === 1) return;
    const wording = CUSTOMER_WORDS[customerLanguage(this.#context, row.number)].payments;
    const message = this.#deps.outbox.write({
      to: row.number,
      text: wording.thanks(this.#deps.words.shop, this.#amount(row), row.reason),
      purpose: 'service',
      lineId: line,
      notBefore: clock.now() + THANKS_AFTER_MS,
      expiresAt: clock.now() + WORTH_MS,
      source: PAYMENT_SOURCE,
      follows: followsPaid(row.reference),
      staysClosed: true,
    });
    if (message !== null) store.payments.setThanked(row.id, true);
  }

  /** This works as if the text was taken back: a customer who waited for an answer waits again. */
  #askNoMore({ message_id: id }: PaymentRow): void {
    if (id !== null && this.#deps.outbox.cancel(id).ok) this.#context.store.messages.setState(id, 'cancelled', UNDONE);
  }

  /** A link that was taken back before it left goes out now. */
  #askAfterAll({ message_id: id }: PaymentRow): void {
    const { store, clock } = this.#context;
    if (id !== null) publishMessages(this.#context, store.queue.revive([id], UNDONE, clock.now()));
  }

  /** If the text did not leave and will not, nobody was asked; if it is sent after all, the request is open again. */
  #follow({ state, id }: MessageRow): void {
    const { store, clock } = this.#context;
    const row = store.payments.byMessage(id);
    if (row === null) return;
    if (row.state === 'open' && GONE.has(state)) store.payments.setState(row.id, 'cancelled', clock.now());
    else if (row.state === 'cancelled' && WAITING.has(state)) store.payments.setState(row.id, 'open', null);
    else return;
    this.#changed(row.reference);
  }

  #changed(reference: string): Result<PaymentDto> {
    const changed = this.get(reference);
    if (changed.ok) this.#context.events.emit({ type: 'payment.changed', value: changed.value });
    return changed;
  }

  /** The amount as it is written in the customer's language. */
  #amount({ amount, currency, number }: Pick<PaymentRow, 'amount' | 'currency' | 'number'>): string {
    const locale = localeOf(customerLanguage(this.#context, number ?? ''), this.#context.country());
    const formatted = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));
    return inPlainLetters(formatted);
  }

  #row(reference: string): PaymentRow | null {
    return this.#context.store.payments.byReference(reference.trim().toUpperCase());
  }
}

const followsPaid = (reference: string): string => `paid:${reference}`;

function newReference(): string {
  return Array.from({ length: REFERENCE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The amount with a point and all digits of the currency: 49.90. */
function plainAmount(amount: string, currency: string): string {
  return Number(amount).toFixed(digitsOf(currency));
}

/** The amount in the currency's smallest unit, as most providers count; null if it has more digits than the currency. */
function minorUnits(amount: string, currency: string): string | null {
  const [whole = '', part = ''] = amount.split('.');
  const digits = digitsOf(currency);
  return part.length > digits ? null : String(Number(whole + part.padEnd(digits, '0')));
}

function toDto(row: PaymentRow): PaymentDto {
  return {
    reference: row.reference,
    number: row.number,
    amount: row.amount,
    currency: row.currency,
    reason: row.reason,
    state: row.state,
    messageId: row.message_id === null ? null : idOf('message', row.message_id),
    createdAt: row.created_at,
    overAt: row.over_at,
  };
}
