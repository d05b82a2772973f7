import { Repository } from '../../core/db/repository.ts';

/** Keeps which customers have been told that the shop is closed, and until when. */
export class ClosedAnswersRepository extends Repository {
  readonly #get = this.prepare<[string], { opens_at: number }>(
    `SELECT a.opens_at FROM closed_answers a LEFT JOIN messages m ON m.id = a.message_id
     WHERE a.number = ? AND coalesce(m.state, 'sent') NOT IN ('cancelled', 'expired', 'failed')`,
  );
  readonly #set = this.prepare<[string, number, number]>(
    `INSERT INTO closed_answers (number, opens_at, message_id) VALUES (?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET opens_at = excluded.opens_at, message_id = excluded.message_id`,
  );

  /** 0 means that they were never told, or that the message did not leave. */
  toldUntil(number: string): number {
    return this.#get.get(number)?.opens_at ?? 0;
  }

  tell(number: string, opensAt: number, messageId: number): void {
    this.#set.run(number, opensAt, messageId);
  }
}
