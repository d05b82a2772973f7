/** The content of one calendar file, or of all calendar files in a folder. */
export type CalendarFiles =
  /** The files written last come last. A file without octets is too large to be a calendar. */
  | { readonly files: readonly { readonly name: string; readonly octets: Uint8Array | null }[] }
  /** The path does not exist or cannot be read. */
  | { readonly problem: 'unreadable' };

/** The place where another program writes its calendar. */
export interface CalendarFolder {
  /**
   * Reads a file, or all calendar files of a folder, now and whenever they change.
   * @returns the function that stops it
   */
  follow(path: string, onRead: (found: CalendarFiles) => void): () => void;
}
