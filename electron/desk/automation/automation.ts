import type { ConsentLanguage } from '../../shared/consent-words.ts';
import { fold } from '../../shared/fold.ts';
import { messageId, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ConversationEventView, SuggestionsView, TryView } from '../../shared/views.ts';
import { consentRequestIn } from '../consent/words.ts';
import { spokenTo } from '../consent/shop-language.ts';
import type { DeskContext } from '../context.ts';
import type { Outbox } from '../outbox.ts';
import { record } from '../timeline.ts';
import type { AnswerText } from './answer-text.ts';
import type { ClosedAnswer } from './closed-answer.ts';
import type { Faqs } from './faq/faqs.ts';
import type { Match } from './faq/faq-matcher.ts';
import { takeOver } from './pausing.ts';
import { ANSWERED_WITHIN_MS, type Unanswered } from './unanswered.ts';
import { personAskedIn, personComes, wayOut } from './way-out.ts';

const DAY = 24 * 3_600_000;
/** An echo is of one of so many texts. */
const ECHOES = 3;
export const PERSON_SOURCE = '@person';

/** What is to be told once it is on disk. */
export interface AutomationNews {
  readonly messages: readonly number[];
  readonly events: readonly ConversationEventView[];
}

interface Parts {
  readonly outbox: Outbox;
  readonly faqs: Faqs;
  readonly closedAnswer: ClosedAnswer;
  readonly words: AnswerText;
}

/**
 * Answers without a person. The first stage that can does: asking for a person, the shop's questions, the closed-hours answer.
 * Nothing of it is sent here: every answer passes the gate like any other text.
 */
export class Automation {
  readonly #context: DeskContext;
  readonly #parts: Parts;

  constructor(context: DeskContext, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Inside the transaction that keeps the text. */
  answer(unanswered: Unanswered): AutomationNews {
    const { store, clock } = this.#context;
    const { number, text, conversation, writtenAt } = unanswered;
    const isLate = clock.now() - writtenAt > ANSWERED_WITHIN_MS;
    const person = personAskedIn(text);
    if (person !== null) return this.#personAsked(unanswered, person.language, isLate);
    // Our own words come back: a program answers there.
    const isEcho = store.messages.lastSaid(conversation, ECHOES).some((said) => fold(said) === fold(text));
    if (isLate || isEcho) return { messages: [], events: [] };
    if (store.conversations.byId(conversation)?.paused_at === null) {
      const { decision } = this.#parts.faqs.decide(text, number);
      if (decision.kind === 'answer') {
        const id = this.#answerWith(decision.match, unanswered);
        if (id !== null) return { messages: [id], events: [] };
      }
    }
    return { messages: this.#parts.closedAnswer.answer(unanswered), events: [] };
  }

  /** For the person at the counter: which of the shop's answers may fit what the customer last said. */
  suggest(id: string): Result<SuggestionsView> {
    const { store } = this.#context;
    const row = rowOf('c', id);
    const conversation = row === null ? null : store.conversations.byId(row);
    if (conversation === null) return refuse('not-found', 'There is no such conversation.');
    const asked = store.conversations.lastIncoming(conversation.id);
    const heard = asked === null ? null : store.messages.byId(asked);
    if (heard === null || conversation.waiting_since === null) return ok({ messageId: null, answers: [] });
    const { decision } = this.#parts.faqs.decide(heard.text, conversation.number);
    const matches = decision.kind === 'answer' ? [decision.match] : decision.kind === 'suggest' ? decision.matches : [];
    return ok({
      messageId: messageId(heard.id),
      answers: matches.flatMap((match) => this.#view(match, conversation.number)),
    });
  }

  /** What would become of a text, were it to come in now; nothing of it happens. */
  tryText(text: string): TryView {
    const { clock, calendar, preferences } = this.#context;
    const about = consentRequestIn(text)?.wish ?? null;
    if (about !== null && about !== 'yes' && about !== 'no')
      return { outcome: 'consent', wish: about, answers: [], text: null, by: null };
    const person = personAskedIn(text);
    if (person !== null)
      return { outcome: 'person', wish: null, answers: [], text: this.#personComes(null, person.language), by: null };
    const { decision } = this.#parts.faqs.decide(text, null);
    const matches = decision.kind === 'answer' ? [decision.match] : decision.kind === 'suggest' ? decision.matches : [];
    const answers = matches.flatMap((match) => this.#view(match, null));
    if (decision.kind === 'answer') {
      const [answer] = answers;
      if (answer !== undefined) {
        const whole = `${answer.text}\n${wayOut(decision.match.language)}`;
        return { outcome: 'answer', wish: null, answers, text: whole, by: answer.name };
      }
    }
    const isTold = preferences().closedAnswer && !calendar.isOpen(clock.now());
    if (isTold) return { outcome: 'closed', wish: null, answers, text: this.#parts.closedAnswer.preview(), by: null };
    return { outcome: decision.kind === 'suggest' ? 'suggest' : 'nobody', wish: null, answers, text: null, by: null };
  }

  #personAsked(
    { number, conversation, line }: Unanswered,
    language: ConsentLanguage | null,
    isLate: boolean,
  ): AutomationNews {
    const { store, clock } = this.#context;
    const isPaused = store.conversations.byId(conversation)?.paused_at !== null;
    takeOver(this.#context, conversation);
    const event = record(this.#context, conversation, 'person-asked');
    if (isPaused || isLate) return { messages: [], events: [event] };
    const id = this.#parts.outbox.write({
      to: number,
      text: this.#personComes(number, language),
      purpose: 'auto',
      lineId: line,
      notBefore: null,
      expiresAt: clock.now() + ANSWERED_WITHIN_MS,
      source: PERSON_SOURCE,
    });
    return { messages: id === null ? [] : [id], events: [event] };
  }

  /** Outside of the hours: when there is somebody again. */
  #personComes(number: string | null, asked: ConsentLanguage | null): string {
    const { clock, calendar } = this.#context;
    const now = clock.now();
    const language = asked ?? spokenTo(this.#context, number);
    const coming = `${this.#parts.words.shop}: ${personComes(language)}`;
    if (calendar.isOpen(now)) return coming;
    return `${coming} ${this.#parts.words.fill('({{hours}})', { number, language, at: now })}`;
  }

  #answerWith(match: Match, { number, conversation, line }: Unanswered): number | null {
    const { store, clock } = this.#context;
    const found = this.#parts.faqs.wordingOf(match);
    if (found === null) return null;
    const now = clock.now();
    const text = this.#textOf(match, number);
    // Told with the first answer of a day: who has just read it knows it.
    const isKnown = store.messages.automaticSince(conversation, now - DAY) > 0;
    return this.#parts.outbox.write({
      to: number,
      text: isKnown ? text : `${text}\n${wayOut(match.language)}`,
      purpose: 'auto',
      lineId: line,
      notBefore: null,
      expiresAt: now + ANSWERED_WITHIN_MS,
      source: found.name,
      settles: true,
    });
  }

  #textOf(match: Match, number: string | null): string {
    const answer = this.#parts.faqs.wordingOf(match)?.wording.answer ?? '';
    const language: ConsentLanguage = match.language;
    return this.#parts.words.fill(answer, { number, language, at: this.#context.clock.now() });
  }

  #view(match: Match, number: string | null): SuggestionsView['answers'] {
    const found = this.#parts.faqs.wordingOf(match);
    if (found === null) return [];
    return [{ id: found.id, name: found.name, text: this.#textOf(match, number), score: match.score }];
  }
}
