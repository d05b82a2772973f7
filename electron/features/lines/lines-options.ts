import type { Hardware, IncomingCall, Line, LineOptions } from '../../../modem/index.ts';
import type { LineHooks } from './line-session.ts';

/**
 * Which modems to use at the start: the configured ones (otherwise the Demo line that somebody looks around
 * with), these ports, the Demo line, or none.
 */
export type ModemChoice = 'auto' | 'demo' | 'none' | { readonly paths: readonly string[] };

export interface LinesOptions {
  readonly hardware: Hardware;
  readonly openLine: (options: LineOptions) => Line;
  /** Stores a received PDU for good. */
  readonly accept: LineHooks['accept'];
  readonly settled: LineHooks['settled'];
  readonly swept: LineHooks['swept'];
  readonly called: (lineRow: number, call: IncomingCall, at: number) => void;
  readonly failsOver: () => boolean;
}
