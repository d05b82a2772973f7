import type { MessageState } from '../messaging/contract.ts';
import type { MessageRow } from '../messaging/repository.ts';
import type { OpenQuestionRow, QuestionKind } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishMessage } from '../conversations/publish.ts';

/** States in which the message that asks reaches nobody. */
const GONE: ReadonlySet<MessageState> = new Set(['failed', 'expired', 'cancelled']);
const ASKED: ReadonlySet<MessageState> = new Set(['sending', 'sent', 'delivered', 'uncertain']);
const NOT_LEFT: ReadonlySet<MessageState> = new Set(['scheduled', 'queued', 'held']);

/** Everything that decides how a question stands. */
export interface QuestionFacts {
  /** The state of the message that asks; null if it is gone. */
  readonly text: MessageState | null;
  readonly isOver: boolean;
  /** Whether a person has said something since that a short answer could also be an answer to. */
  readonly isTalkedOver: boolean;
}

/**
 * `asked`: the next short message answers it; `pending`: it has not left yet; `talked-over`: a person has spoken since and knows
 * better what an answer means; `none`: it is no longer asked.
 */
export type QuestionStanding = 'none' | 'pending' | 'asked' | 'talked-over';

/** This is a pure function. */
export function standingOf({ text, isOver, isTalkedOver }: QuestionFacts): QuestionStanding {
  if (text === null || isOver || GONE.has(text)) return 'none';
  if (!ASKED.has(text)) return 'pending';
  return isTalkedOver ? 'talked-over' : 'asked';
}

export interface OpenQuestion {
  readonly row: OpenQuestionRow;
  /** The message that asks. */
  readonly text: MessageRow;
  readonly standing: Exclude<QuestionStanding, 'none'>;
}

/** The register of what we asked customers: at most one question per number, so that each short answer has one meaning. */
export class OpenQuestions {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** The question to a number that has not left yet or waits for an answer; null if there is none. */
  of(number: string): OpenQuestion | null {
    const { store, clock } = this.#context;
    const row = store.openQuestions.of(number, clock.now());
    if (row === null) return null;
    const text = store.messages.byId(row.message_id);
    if (text === null) return null;
    const answered = store.messages.lastAnsweredAt(text.conversation_id);
    const isTalkedOver = answered !== null && answered >= (text.sent_at ?? text.created_at);
    const standing = standingOf({ text: text.state, isOver: false, isTalkedOver });
    return standing === 'none' ? null : { row, text, standing };
  }

  /** The question that the next short message from a number answers; null if there is none. */
  asked(number: string): OpenQuestion | null {
    const question = this.of(number);
    return question?.standing === 'asked' ? question : null;
  }

  /** Opens a question in place of an earlier one. Must run inside the unit of work that writes the message that asks. */
  open(question: {
    readonly number: string;
    readonly kind: QuestionKind;
    readonly message: number;
    readonly about: number | null;
    readonly body: unknown;
    readonly expiresAt: number;
  }): void {
    this.#context.store.openQuestions.open({
      number: question.number,
      kind: question.kind,
      message_id: question.message,
      asked_at: this.#context.clock.now(),
      expires_at: question.expiresAt,
      about: question.about,
      body: question.body === null ? null : JSON.stringify(question.body),
    });
  }

  /** Closes the question; if it has not left yet, its message is taken back. */
  close(number: string): void {
    const { store } = this.#context;
    const question = this.of(number);
    store.openQuestions.close(number);
    if (question === null || !NOT_LEFT.has(question.text.state)) return;
    if (store.parts.ofMessage(question.text.id).some(({ state }) => state !== 'waiting')) return;
    store.messages.setState(question.text.id, 'cancelled');
    publishMessage(this.#context, question.text.id);
  }
}
