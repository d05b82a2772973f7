import type { Refusal } from '../../shared/result.ts';

/** What became, or would become, of a row of a file. */
export type ImportOutcome = 'new' | 'changed' | 'cancelled' | 'same' | 'refused';

export interface ImportRowDto {
  /** In the file, from 1. */
  readonly line: number;
  readonly outcome: ImportOutcome;
  /** As somebody recognises it. */
  readonly what: string;
  readonly reason: Refusal | null;
}

export interface ImportDto {
  readonly rows: readonly ImportRowDto[];
  /** So many more are not told. */
  readonly more: number;
  /** What was taken in without a part of it, or is something else than what is imported here. */
  readonly notes: readonly ImportRowDto[];
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** Headings of the file that mean nothing here. */
  readonly unknown: readonly string[];
  /** Of a table: what its columns were taken for. */
  readonly columns: readonly ImportColumnDto[];
  /** The rows that were not taken as a table, each with its reason; null: all were. */
  readonly refused: string | null;
}

/** A column of a table that is brought in. */
export interface ImportColumnDto {
  /** Empty: it has none. */
  readonly heading: string;
  /** What it holds; null: nothing that is wanted here. */
  readonly field: string | null;
  readonly samples: readonly string[];
}
