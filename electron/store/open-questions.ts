import type { StatementSource } from './statements.ts';

/**
 * What was asked: whether offers are wanted; whether an appointment is confirmed, moved or cancelled; which of several times; which
 * service is wanted; whether a time that has come free is taken; how it was.
 */
export type QuestionKind = 'offers' | 'confirm' | 'slots' | 'service' | 'refill' | 'survey';

export interface OpenQuestionRow {
  readonly number: string;
  readonly kind: QuestionKind;
  /** The text that asks. */
  readonly message_id: number;
  readonly asked_at: number;
  readonly expires_at: number;
  /** An appointment's row; null: it is about none. */
  readonly about: number | null;
  /** JSON: what was offered. */
  readonly body: string | null;
}

/** What we asked customers and they have not answered yet: at most one question for a number. */
export function openQuestionsRepository(database: StatementSource) {
  const get = database.prepare<[string, number], OpenQuestionRow>(
    'SELECT number, kind, message_id, asked_at, expires_at, about, body FROM open_questions WHERE number = ? AND expires_at > ?',
  );
  const set = database.prepare<[OpenQuestionRow]>(
    `INSERT INTO open_questions (number, kind, message_id, asked_at, expires_at, about, body)
     VALUES (@number, @kind, @message_id, @asked_at, @expires_at, @about, @body)
     ON CONFLICT (number) DO UPDATE SET kind = excluded.kind, message_id = excluded.message_id,
       asked_at = excluded.asked_at, expires_at = excluded.expires_at, about = excluded.about, body = excluded.body`,
  );
  const askedBy = database.prepare<[number], OpenQuestionRow>(
    'SELECT number, kind, message_id, asked_at, expires_at, about, body FROM open_questions WHERE message_id = ?',
  );
  const close = database.prepare<[string]>('DELETE FROM open_questions WHERE number = ?');
  return {
    /** Null: none is open at this instant. */
    of: (number: string, now: number): OpenQuestionRow | null => get.get(number, now) ?? null,
    /** What a text asks; null: nothing that is still asked. */
    askedBy: (message: number): OpenQuestionRow | null => askedBy.get(message) ?? null,
    /** In place of one that may have been open. */
    open: (question: OpenQuestionRow): void => void set.run(question),
    close: (number: string): void => void close.run(number),
  };
}
