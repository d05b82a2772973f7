import { fold } from '../../shared/fold.ts';
import { fillTemplate } from '../../shared/templates.ts';
import { spokenTo } from '../consent/shop-language.ts';
import type { DeskContext } from '../context.ts';
import type { Outbox } from '../outbox.ts';
import { TALKING_MS } from '../gate-facts.ts';
import { closedWords, openingWords } from './opening-words.ts';

const MINUTE = 60_000;
/** What was written longer ago is not answered by itself: it lay somewhere, and the customer has gone on. */
const ANSWERED_WITHIN_MS = 15 * MINUTE;
/** An echo is of one of so many texts. */
const ECHOES = 3;
const LONGEST_SHOP_NAME = 40;
export const CLOSED_SOURCE = '@closed-hours';

/** A customer's text that nothing else has dealt with. */
export interface Unanswered {
  readonly number: string;
  readonly text: string;
  /** Row numbers. */
  readonly conversation: number;
  readonly line: number;
  /** When it was handed to the network. */
  readonly writtenAt: number;
}

/** Tells a customer who writes while nobody is there when there will be: once for each closing. */
export class ClosedAnswer {
  readonly #context: DeskContext;
  readonly #outbox: Outbox;
  readonly #shopName: () => string;

  constructor(context: DeskContext, outbox: Outbox, shopName: () => string) {
    this.#context = context;
    this.#outbox = outbox;
    this.#shopName = shopName;
  }

  /** Inside the transaction that keeps the text. Returns the texts that were written. */
  answer({ number, text: heard, conversation, line, writtenAt }: Unanswered): readonly number[] {
    const { store, clock, calendar, preferences } = this.#context;
    const now = clock.now();
    if (!preferences().closedAnswer || calendar.isOpen(now) || now - writtenAt > ANSWERED_WITHIN_MS) return [];
    const opensAt = calendar.opensAt(now);
    // Not known when: told again after a day.
    const until = opensAt ?? now + 24 * 60 * MINUTE;
    if (store.closedAnswers.toldUntil(number) > now) return [];
    // Our own words come back: a program answers there.
    if (store.messages.lastSaid(conversation, ECHOES).some((said) => fold(said) === fold(heard))) return [];
    const answered = store.messages.lastAnsweredAt(conversation);
    if (answered !== null && now < answered + TALKING_MS) return [];
    const text = this.#text(opensAt, store.conversations.placeInLine(conversation), number);
    const id = this.#outbox.write({
      to: number,
      text,
      purpose: 'auto',
      lineId: line,
      notBefore: null,
      expiresAt: now + ANSWERED_WITHIN_MS,
      source: CLOSED_SOURCE,
    });
    if (id === null) return [];
    store.closedAnswers.tell(number, until, id);
    return [id];
  }

  /** What a customer would be told if he wrote now and the shop were closed: for the owner to see. */
  preview(): string {
    const { clock, calendar, store } = this.#context;
    const now = clock.now();
    // While it is open: as it would be a minute after closing.
    const closedAt = calendar.isOpen(now) ? (calendar.closesAt(now) ?? now) : now;
    return this.#text(calendar.opensAt(closedAt), store.conversations.counts().waiting + 1, null, closedAt);
  }

  #text(opensAt: number | null, place: number, number: string | null, now = this.#context.clock.now()): string {
    const { store, calendar, preferences } = this.#context;
    const contact = number === null ? null : store.contacts.ofNumber(number);
    const language = spokenTo(this.#context, number);
    const opens = opensAt === null ? null : openingWords(opensAt, now, calendar.zone, language);
    const shop = this.#shopName().slice(0, LONGEST_SHOP_NAME).toWellFormed();
    const own = preferences().closedText.trim();
    if (own === '') return closedWords(shop, opens, place, language);
    return fillTemplate(own, {
      shop,
      opens: opens ?? '…',
      place: String(place),
      first_name: contact?.name.trim().split(/\s+/)[0] ?? '',
      name: contact?.name ?? '',
    })
      .replace(/ ?\{\{[^{}\n]{1,80}\}\}/g, '')
      .trim();
  }
}
