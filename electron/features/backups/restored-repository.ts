import { Repository } from '../../core/db/repository.ts';

/** Jobs that no person decides about: what they would do was done already, or is missed. */
const NOT_MADE_UP_FOR = `'yearly-dates', 'survey', 'survey-visits', 'refill'`;

/** Corrects restored data that still expect what has already happened. */
export class RestoredRepository extends Repository {
  readonly #settle = this.prepare<[{ now: number }]>(
    `UPDATE messages SET state = 'uncertain', reason = 'restored', not_before = NULL
     WHERE direction = 'out' AND (state IN ('queued', 'sending')
       OR (state IN ('scheduled', 'held') AND coalesce(not_before, 0) <= @now))`,
  );
  readonly #drop = this.prepare<[{ now: number }]>(
    `UPDATE jobs SET state = 'dropped', reason = 'restored', settled_at = @now, leased_at = NULL
     WHERE state = 'waiting' AND due_at <= @now AND kind IN (${NOT_MADE_UP_FOR})`,
  );
  readonly #late = this.prepare<[{ now: number; at: number }]>(
    `UPDATE jobs SET due_at = min(due_at, @at), leased_at = NULL WHERE state = 'waiting' AND due_at <= @now`,
  );
  readonly #pause = this.prepare(
    `UPDATE group_texts SET state = 'paused', paused_for = 'restored' WHERE state IN ('on', 'paused') AND EXISTS (
       SELECT 1 FROM group_text_receivers r WHERE r.group_text_id = group_texts.id AND r.state = 'waiting')`,
  );

  /** Messages that were to leave by an instant may have left. Returns how many. */
  settleOutgoing(now: number): number {
    return this.#settle.run({ now }).changes;
  }

  /** Makes jobs that were due by an instant as late as something due at `at`. Returns how many. */
  makeLate(now: number, at: number): number {
    this.#drop.run({ now });
    return this.#late.run({ now, at }).changes;
  }

  pauseGroupTexts(): void {
    this.#pause.run();
  }
}
