import type { Refusal } from '../../shared/result.ts';

/** What an import did, or would do, with a row of a file. */
export type ImportOutcome = 'new' | 'changed' | 'cancelled' | 'same' | 'refused';

export interface ImportRowDto {
  /** The line in the file, counted from 1. */
  readonly line: number;
  readonly outcome: ImportOutcome;
  /** A text by which somebody recognizes the row. */
  readonly what: string;
  readonly reason: Refusal | null;
}

export interface ImportDto {
  readonly rows: readonly ImportRowDto[];
  /** How many more rows there are that are not reported. */
  readonly more: number;
  /** Rows that were imported without a part of them, or that are something other than what is imported here. */
  readonly notes: readonly ImportRowDto[];
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** The headings of the file that have no meaning here. */
  readonly unknown: readonly string[];
  /** If the file is a table: what each column was taken for. */
  readonly columns: readonly ImportColumnDto[];
  /** The rows that were not imported, as a table that gives the reason for each; null: all were imported. */
  readonly refused: string | null;
}

/** A column of a table that is imported. */
export interface ImportColumnDto {
  /** Empty: the column has no heading. */
  readonly heading: string;
  /** The field that the column holds; null: nothing that is needed here. */
  readonly field: string | null;
  readonly samples: readonly string[];
}
