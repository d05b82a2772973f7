/** What was written longer ago is not answered by itself: it lay somewhere, and the customer has gone on. */
export const ANSWERED_WITHIN_MS = 15 * 60_000;

/** A customer's text that nothing else has dealt with. */
export interface IncomingText {
  readonly number: string;
  readonly text: string;
  /** Row numbers. */
  readonly message: number;
  readonly conversation: number;
  readonly line: number;
  /** When it was handed to the network. */
  readonly writtenAt: number;
}
