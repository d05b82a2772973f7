import type { MailAbout } from '../../shared/mail-words.ts';
import type { MailProblem } from '../../shared/mail.ts';
import { Repository } from '../../core/db/repository.ts';

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

const COLUMNS = 'id, about, subject, body, state, attempts, problem, created_at, at';

/** What the owner is told by e-mail. */
export class MailNoticesRepository extends Repository {
  readonly #insert = this.prepare<[Pick<MailNoticeRow, 'about' | 'subject' | 'body' | 'at'>]>(
    'INSERT INTO mail_notices (about, subject, body, created_at, at) VALUES (@about, @subject, @body, @at, @at)',
  );
  readonly #prune = this.prepare<[number]>(
    `DELETE FROM mail_notices WHERE state <> 'waiting' AND id <= (SELECT max(id) FROM mail_notices) - ?`,
  );
  readonly #next = this.prepare<[], MailNoticeRow>(
    `SELECT ${COLUMNS} FROM mail_notices WHERE state = 'waiting' ORDER BY at, id LIMIT 1`,
  );
  readonly #newest = this.prepare<[number], MailNoticeRow>(
    `SELECT ${COLUMNS} FROM mail_notices ORDER BY id DESC LIMIT ?`,
  );
  readonly #settle = this.prepare<[Pick<MailNoticeRow, 'id' | 'state' | 'attempts' | 'problem' | 'at'>]>(
    `UPDATE mail_notices SET state = @state, attempts = @attempts, problem = @problem, at = @at WHERE id = @id`,
  );

  insert(row: Pick<MailNoticeRow, 'about' | 'subject' | 'body' | 'at'>): number {
    const { lastInsertRowid } = this.#insert.run(row);
    this.#prune.run(KEPT);
    return Number(lastInsertRowid);
  }

  /** The one to be tried first; null: none waits. */
  next(): MailNoticeRow | null {
    return this.#next.get() ?? null;
  }

  newest(limit: number): readonly MailNoticeRow[] {
    return this.#newest.all(limit);
  }

  settle(row: Pick<MailNoticeRow, 'id' | 'state' | 'attempts' | 'problem' | 'at'>): void {
    this.#settle.run(row);
  }
}
