import { DAY, HOUR } from '../../shared/durations.ts';
import type { SurveyTrigger } from '../../shared/survey-words.ts';
import type { DeskContext } from '../../core/context.ts';
import { isInternalNumber } from '../messaging/internal-number.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';

/** Nobody is asked twice within this time, whatever the survey is about. */
const ASKED_EVERY_MS = 30 * DAY;
/** A customer who was in touch this recently is still in a conversation. */
const TALK_MS = 2 * HOUR;

interface AudienceDeps {
  readonly questions: OpenQuestions;
  /** The line that a number is texted from; null if there is none yet. */
  readonly lineFor: (number: string) => number | null;
}

/** Finds whom a survey is for, and any reason not to ask now. */
export class SurveyAudience {
  readonly #context: DeskContext;
  readonly #deps: AudienceDeps;

  constructor(context: DeskContext, deps: AudienceDeps) {
    this.#context = context;
    this.#deps = deps;
  }

  /** The customer to ask; null if the occasion is no longer what it was, or they are gone. */
  whom(trigger: SurveyTrigger, about: number): string | null {
    const { store } = this.#context;
    switch (trigger) {
      case 'conversation': {
        const row = store.conversations.byId(about);
        return row?.status === 'closed' ? row.number : null;
      }
      case 'appointment': {
        const row = store.appointments.byId(about);
        return row?.state === 'booked' || row?.state === 'confirmed' ? row.number : null;
      }
      case 'order': {
        const row = store.orders.byId(about);
        return row === null || row.removed === 1 || row.over_at === null ? null : row.number;
      }
    }
  }

  /** The reason not to ask the customer now; null if there is none. */
  against(number: string, now: number): string | null {
    const { store } = this.#context;
    if (isInternalNumber(this.#context, number) || store.contacts.isBlocked(number)) return 'no-customer';
    if (store.optOuts.has(number) || !store.consent.wants(number, 'survey')) return 'not-wanted';
    const asked = store.surveyRuns.askedAt(number);
    if (asked !== null && now - asked < ASKED_EVERY_MS) return 'asked-lately';
    if (this.#deps.questions.of(number) !== null) return 'question-open';
    const line = this.#deps.lineFor(number);
    const conversation = line === null ? null : store.conversations.find(line, number);
    const talk = conversation === null ? null : store.conversations.byId(conversation);
    const isTalk =
      talk !== null &&
      talk.status !== 'closed' &&
      (talk.waiting_since !== null || now - talk.last_activity_at < TALK_MS);
    return isTalk ? 'talking' : null;
  }
}
