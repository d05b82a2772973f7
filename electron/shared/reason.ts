/** A code for programs, a sentence and a remedy for people. */
export interface Reason {
  readonly code: string;
  readonly sentence: string;
  readonly remedy: string | null;
}
