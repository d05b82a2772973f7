import type { Refusal, Result } from '../../shared/result.ts';
import type { ImportOutcome, ImportRowView, ImportView } from '../../shared/views.ts';

/** Beyond this a file is none of a shop's day. */
export const MOST_ROWS = 2_000;

export const imported = (line: number, outcome: ImportOutcome, what: string): ImportRowView => ({
  line,
  outcome,
  what,
  reason: null,
});

export const notImported = (line: number, what: string, reason: Refusal): ImportRowView => ({
  line,
  outcome: 'refused',
  what,
  reason,
});

/** What became of a row, where it was written down or refused. */
export function outcomeOf(
  line: number,
  what: string,
  outcome: Exclude<ImportOutcome, 'refused'>,
  result: Result<unknown>,
): ImportRowView {
  return result.ok ? imported(line, outcome, what) : notImported(line, what, result.error);
}

/** @param notes what was taken in without a part of it, or left out as something else */
export function importOf(
  rows: readonly ImportRowView[],
  unknown: readonly string[],
  notes: readonly ImportRowView[] = [],
): ImportView {
  const count = (outcome: ImportOutcome): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows,
    notes,
    unknown,
    counts: {
      new: count('new'),
      changed: count('changed'),
      cancelled: count('cancelled'),
      same: count('same'),
      refused: count('refused'),
    },
  };
}
