/** A message that was written longer ago is not answered automatically: it was delayed, and the customer has moved on. */
export const ANSWERED_WITHIN_MS = 15 * 60_000;

/** A customer's message that nothing else has dealt with. */
export interface IncomingText {
  readonly number: string;
  readonly text: string;
  /** Row numbers. */
  readonly message: number;
  readonly conversation: number;
  readonly line: number;
  /** When the message was handed to the network. */
  readonly writtenAt: number;
}
