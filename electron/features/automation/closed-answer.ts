import { MINUTE } from '../../shared/durations.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Outbox } from '../messaging/outbox.ts';
import { TALKING_MS } from '../messaging/gate-facts.ts';
import type { AnswerText } from './answer-text.ts';
import { closedWords, openingWords } from './opening-words.ts';
import { ANSWERED_WITHIN_MS, type IncomingText } from './incoming-text.ts';

export const CLOSED_SOURCE: ProgramSource = '@closed-hours';

/** Tells a customer who writes while the shop is closed when it opens. Each customer is told once per closing. */
export class ClosedAnswer {
  readonly #context: DeskContext;
  readonly #outbox: Outbox;
  readonly #words: AnswerText;

  constructor(context: DeskContext, outbox: Outbox, words: AnswerText) {
    this.#context = context;
    this.#outbox = outbox;
    this.#words = words;
  }

  /** Called inside the unit of work that stores the message. */
  answer({ number, conversation, line }: IncomingText): void {
    const { store, clock, calendar, settings } = this.#context;
    const now = clock.now();
    if (!settings().closedAnswer || calendar.isOpen(now)) return;
    const opensAt = calendar.opensAt(now);
    // If the opening time is not known, the customer is told again after a day.
    const until = opensAt ?? now + 24 * 60 * MINUTE;
    if (store.closedAnswers.toldUntil(number) > now) return;
    const answered = store.messages.lastAnsweredAt(conversation);
    if (answered !== null && now < answered + TALKING_MS) return;
    const text = this.#text(opensAt, store.waitingCustomers.placeInLine(conversation), number);
    const id = this.#outbox.write({
      to: number,
      text,
      purpose: 'auto',
      lineId: line,
      notBefore: null,
      expiresAt: now + ANSWERED_WITHIN_MS,
      source: CLOSED_SOURCE,
    });
    if (id !== null) store.closedAnswers.tell(number, until, id);
  }

  /** What a customer would be told if they wrote now and the shop were closed. The owner sees it as a preview. */
  preview(): string {
    const { clock, calendar, store } = this.#context;
    const now = clock.now();
    // While the shop is open, the preview is for a minute after closing.
    const closedAt = calendar.isOpen(now) ? (calendar.closesAt(now) ?? now) : now;
    return this.#text(calendar.opensAt(closedAt), store.conversationLists.counts().waiting + 1, null, closedAt);
  }

  #text(opensAt: number | null, place: number, number: string | null, now = this.#context.clock.now()): string {
    const { calendar, settings } = this.#context;
    const language = customerLanguage(this.#context, number);
    const own = settings().closedText.trim();
    if (own !== '') return this.#words.fill(own, { number, language, at: now, place });
    const opens =
      opensAt === null ? null : openingWords(opensAt, now, calendar.zone, language, this.#context.country());
    return closedWords(this.#words.shop, opens, place, language);
  }
}
