import { Repository } from '../../core/db/repository.ts';

export interface LineEventRow {
  readonly at: number;
  readonly kind: string;
  readonly detail: string | null;
}

export interface SignalRow {
  readonly at: number;
  /** Null if the modem was not registered, so that nothing could be measured. */
  readonly dbm: number | null;
}

export interface BalanceRow {
  readonly at: number;
  readonly text: string;
  readonly amount: number | null;
}

const EVENTS_KEPT = 500;

/** What a line went through: its states, its signal and its credit. */
export class LineHistoryRepository extends Repository {
  readonly #addEvent = this.prepare<[number, number, string, string | null]>(
    'INSERT INTO line_events (line_id, at, kind, detail) VALUES (?, ?, ?, ?)',
  );
  readonly #pruneEvents = this.prepare<[number, number, number]>(
    `DELETE FROM line_events WHERE line_id = ? AND id <=
       (SELECT id FROM line_events WHERE line_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?)`,
  );
  readonly #events = this.prepare<[number, number], LineEventRow>(
    'SELECT at, kind, detail FROM line_events WHERE line_id = ? ORDER BY id DESC LIMIT ?',
  );
  readonly #addSignal = this.prepare<[number, number, number | null]>(
    'INSERT OR REPLACE INTO signal_samples (line_id, at, dbm) VALUES (?, ?, ?)',
  );
  readonly #pruneSignals = this.prepare<[number, number]>('DELETE FROM signal_samples WHERE line_id = ? AND at < ?');
  readonly #signals = this.prepare<[number, number], SignalRow>(
    'SELECT at, dbm FROM signal_samples WHERE line_id = ? AND at >= ? ORDER BY at',
  );
  readonly #addBalance = this.prepare<[number, number, string, number | null]>(
    'INSERT INTO balances (line_id, at, text, amount) VALUES (?, ?, ?, ?)',
  );
  readonly #lastBalance = this.prepare<[number], BalanceRow>(
    'SELECT at, text, amount FROM balances WHERE line_id = ? ORDER BY id DESC LIMIT 1',
  );

  addEvent(lineId: number, at: number, kind: string, detail: string | null): void {
    const { lastInsertRowid } = this.#addEvent.run(lineId, at, kind, detail);
    // A line that keeps going up and down all night must not fill the disk.
    if (Number(lastInsertRowid) % 50 === 0) this.#pruneEvents.run(lineId, lineId, EVENTS_KEPT);
  }

  /** The newest first. */
  events(lineId: number, limit: number): readonly LineEventRow[] {
    return this.#events.all(lineId, limit);
  }

  addSignal(lineId: number, at: number, dbm: number | null, keptSince: number): void {
    this.#addSignal.run(lineId, at, dbm);
    this.#pruneSignals.run(lineId, keptSince);
  }

  signals(lineId: number, since: number): readonly SignalRow[] {
    return this.#signals.all(lineId, since);
  }

  addBalance(lineId: number, at: number, text: string, amount: number | null): void {
    this.#addBalance.run(lineId, at, text, amount);
  }

  lastBalance(lineId: number): BalanceRow | null {
    return this.#lastBalance.get(lineId) ?? null;
  }
}
