/** A number's owner asked for no more texts, or for texts again. */
export interface OptOutEntry {
  readonly number: string;
  readonly state: 'out' | 'in';
  /** UTC epoch milliseconds. */
  readonly at: number;
}

/** Who asked for no more texts, kept apart from the database: one that is put back from a backup cannot lose it. */
export interface OptOutList {
  /** On disk when it returns. */
  note(entries: readonly OptOutEntry[]): void;
  /** In the order in which they were noted. */
  entries(): readonly OptOutEntry[];
}
