import type { StatementSource } from './statements.ts';

export interface LineEventRow {
  readonly at: number;
  readonly kind: string;
  readonly detail: string | null;
}

export interface SignalRow {
  readonly at: number;
  /** Null: not registered, so nothing could be measured. */
  readonly dbm: number | null;
}

export interface BalanceRow {
  readonly at: number;
  readonly text: string;
  readonly amount: number | null;
}

const EVENTS_KEPT = 500;

/** What a line went through: its states, its signal, its credit. */
export function lineHistoryRepository(database: StatementSource) {
  const addEvent = database.prepare<[number, number, string, string | null]>(
    'INSERT INTO line_events (line_id, at, kind, detail) VALUES (?, ?, ?, ?)',
  );
  const pruneEvents = database.prepare<[number, number, number]>(
    `DELETE FROM line_events WHERE line_id = ? AND id <=
       (SELECT id FROM line_events WHERE line_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?)`,
  );
  const events = database.prepare<[number, number], LineEventRow>(
    'SELECT at, kind, detail FROM line_events WHERE line_id = ? ORDER BY id DESC LIMIT ?',
  );
  const addSignal = database.prepare<[number, number, number | null]>(
    'INSERT OR REPLACE INTO signal_samples (line_id, at, dbm) VALUES (?, ?, ?)',
  );
  const pruneSignals = database.prepare<[number, number]>('DELETE FROM signal_samples WHERE line_id = ? AND at < ?');
  const signals = database.prepare<[number, number], SignalRow>(
    'SELECT at, dbm FROM signal_samples WHERE line_id = ? AND at >= ? ORDER BY at',
  );
  const addBalance = database.prepare<[number, number, string, number | null]>(
    'INSERT INTO balances (line_id, at, text, amount) VALUES (?, ?, ?, ?)',
  );
  const lastBalance = database.prepare<[number], BalanceRow>(
    'SELECT at, text, amount FROM balances WHERE line_id = ? ORDER BY id DESC LIMIT 1',
  );
  return {
    addEvent(lineId: number, at: number, kind: string, detail: string | null): void {
      const { lastInsertRowid } = addEvent.run(lineId, at, kind, detail);
      // A line that flaps all night must not fill the disk.
      if (Number(lastInsertRowid) % 50 === 0) pruneEvents.run(lineId, lineId, EVENTS_KEPT);
    },
    /** The newest first. */
    events: (lineId: number, limit: number): readonly LineEventRow[] => events.all(lineId, limit),
    addSignal(lineId: number, at: number, dbm: number | null, keptSince: number): void {
      addSignal.run(lineId, at, dbm);
      pruneSignals.run(lineId, keptSince);
    },
    signals: (lineId: number, since: number): readonly SignalRow[] => signals.all(lineId, since),
    addBalance: (lineId: number, at: number, text: string, amount: number | null): void =>
      void addBalance.run(lineId, at, text, amount),
    lastBalance: (lineId: number): BalanceRow | null => lastBalance.get(lineId) ?? null,
  };
}
