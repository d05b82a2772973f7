import type { MailAbout } from '../shared/mail-words.ts';
import type { MailProblem } from '../shared/mail.ts';
import type { StatementSource } from './statements.ts';

export interface MailNoticeRow {
  readonly id: number;
  readonly about: MailAbout | 'test';
  readonly subject: string;
  readonly body: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly problem: MailProblem | null;
  readonly created_at: number;
  readonly at: number;
}

const KEPT = 50;

/** What the owner is told by e-mail. */
export function mailNoticesRepository(database: StatementSource) {
  const columns = 'id, about, subject, body, state, attempts, problem, created_at, at';
  const insert = database.prepare<[Pick<MailNoticeRow, 'about' | 'subject' | 'body' | 'at'>]>(
    'INSERT INTO mail_notices (about, subject, body, created_at, at) VALUES (@about, @subject, @body, @at, @at)',
  );
  const prune = database.prepare<[number]>(
    `DELETE FROM mail_notices WHERE state <> 'waiting' AND id <= (SELECT max(id) FROM mail_notices) - ?`,
  );
  const next = database.prepare<[], MailNoticeRow>(
    `SELECT ${columns} FROM mail_notices WHERE state = 'waiting' ORDER BY at, id LIMIT 1`,
  );
  const newest = database.prepare<[number], MailNoticeRow>(
    `SELECT ${columns} FROM mail_notices ORDER BY id DESC LIMIT ?`,
  );
  const settle = database.prepare<[Pick<MailNoticeRow, 'id' | 'state' | 'attempts' | 'problem' | 'at'>]>(
    `UPDATE mail_notices SET state = @state, attempts = @attempts, problem = @problem, at = @at WHERE id = @id`,
  );
  return {
    insert(row: Pick<MailNoticeRow, 'about' | 'subject' | 'body' | 'at'>): number {
      const { lastInsertRowid } = insert.run(row);
      prune.run(KEPT);
      return Number(lastInsertRowid);
    },
    /** The one to be tried first; null: none waits. */
    next: (): MailNoticeRow | null => next.get() ?? null,
    newest: (limit: number): readonly MailNoticeRow[] => newest.all(limit),
    settle: (row: Pick<MailNoticeRow, 'id' | 'state' | 'attempts' | 'problem' | 'at'>): void => void settle.run(row),
  };
}
