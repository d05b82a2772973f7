/** The last things that went over the lines, without anybody's words or numbers. */
export interface AtTrace {
  record(port: string, direction: 'sent' | 'received', text: string): void;
  /** The last lines, the oldest first. */
  tail(count: number): readonly string[];
}
