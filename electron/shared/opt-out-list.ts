/** The owner of a number opted out of messages, or opted in again. */
export interface OptOutEntry {
  readonly number: string;
  readonly state: 'out' | 'in';
  /** UTC epoch milliseconds. */
  readonly at: number;
}

/** The opt-outs, kept apart from the database, so that restoring a backup cannot lose one. */
export interface OptOutList {
  /** The entries are on disk when this returns. */
  note(entries: readonly OptOutEntry[]): void;
  /** In the order in which they were noted. */
  entries(): readonly OptOutEntry[];
}
