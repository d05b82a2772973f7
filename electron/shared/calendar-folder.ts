/** What lies in a calendar file, or in all of a folder. */
export type CalendarFiles =
  /** Those that were written last stand last; without octets: one is too large to be a calendar. */
  | { readonly files: readonly { readonly name: string; readonly octets: Uint8Array | null }[] }
  /** It is not there, or cannot be read. */
  | { readonly problem: 'unreadable' };

/** Where another program writes its calendar. */
export interface CalendarFolder {
  /**
   * Reads a file, or all calendar files of a folder, now and whenever they change.
   * @returns the function that stops it
   */
  follow(path: string, onRead: (found: CalendarFiles) => void): () => void;
}
