/** The latest traffic on the lines, without anybody's words or numbers. */
export interface AtTrace {
  record(port: string, direction: 'sent' | 'received', text: string): void;
  /** The latest lines, the oldest first. */
  tail(count: number): readonly string[];
}
