import { Repository } from '../../core/db/repository.ts';

/**
 * What was asked: whether offers are wanted; whether an appointment is confirmed, moved or canceled; which of several times;
 * which service is wanted; whether a time that has become free is taken; how it was.
 */
export type QuestionKind = 'offers' | 'confirm' | 'slots' | 'service' | 'refill' | 'survey';

export interface OpenQuestionRow {
  readonly number: string;
  readonly kind: QuestionKind;
  /** The message that asks. */
  readonly message_id: number;
  readonly asked_at: number;
  readonly expires_at: number;
  /** The row of an appointment; null if it is about none. */
  readonly about: number | null;
  /** JSON of what was offered. */
  readonly body: string | null;
}

/** What we asked customers and they have not answered yet: at most one question per number. */
export class OpenQuestionsRepository extends Repository {
  readonly #get = this.prepare<[string, number], OpenQuestionRow>(
    'SELECT number, kind, message_id, asked_at, expires_at, about, body FROM open_questions WHERE number = ? AND expires_at > ?',
  );
  readonly #set = this.prepare<[OpenQuestionRow]>(
    `INSERT INTO open_questions (number, kind, message_id, asked_at, expires_at, about, body)
     VALUES (@number, @kind, @message_id, @asked_at, @expires_at, @about, @body)
     ON CONFLICT (number) DO UPDATE SET kind = excluded.kind, message_id = excluded.message_id,
       asked_at = excluded.asked_at, expires_at = excluded.expires_at, about = excluded.about, body = excluded.body`,
  );
  readonly #askedBy = this.prepare<[number], OpenQuestionRow>(
    'SELECT number, kind, message_id, asked_at, expires_at, about, body FROM open_questions WHERE message_id = ?',
  );
  readonly #close = this.prepare<[string]>('DELETE FROM open_questions WHERE number = ?');

  /** Returns null if no question is open at this instant. */
  of(number: string, now: number): OpenQuestionRow | null {
    return this.#get.get(number, now) ?? null;
  }

  /** The question that a message asks; null if it asks nothing that is still open. */
  askedBy(message: number): OpenQuestionRow | null {
    return this.#askedBy.get(message) ?? null;
  }

  /** Opens a question in place of one that may have been open. */
  open(question: OpenQuestionRow): void {
    this.#set.run(question);
  }

  close(number: string): void {
    this.#close.run(number);
  }
}
