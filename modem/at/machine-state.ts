import type { FinalResult } from './results.ts';
import type { UnsolicitedCode } from './unsolicited.ts';

/** One command as the caller wants it run. */
export interface AtCommand {
  /** The command without the carriage return: `AT+CSQ`. */
  readonly text: string;
  /** The hexadecimal PDU to send once the prompt has come; Ctrl-Z is added. */
  readonly payload?: string;
  readonly timeoutMs: number;
  /** Run the command only if the modem has not restarted since this session; see AtChannel.session. */
  readonly session?: number;
  /** Asked right before the command is written. If it returns false, the answer is `closed` and nothing is sent to the modem. */
  readonly isWanted?: () => boolean;
  /** Called when the payload has been written. */
  readonly onPayload?: () => void;
  /** Called with the answer before the next command is chosen. */
  readonly onAnswer?: (answer: AtAnswer) => void;
  /** Called with the answer to a payload that comes after the command was given up; at most once. */
  readonly onLate?: (answer: AtAnswer) => void;
}

export type AtAnswer =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly reason: 'refused'; readonly result: FinalResult; readonly payloadWritten: boolean }
  /**
   * `closed`: the link went away; `restarted`: the modem restarted; `settled`: the fate of the payload is known by other means.
   * `payloadWritten` tells whether the network may have the message ([S7]).
   */
  | {
      readonly ok: false;
      readonly reason: 'timeout' | 'closed' | 'restarted' | 'settled';
      readonly payloadWritten: boolean;
    };

export interface Continuation {
  readonly prefix: string;
  readonly line: string;
  readonly shape: 'pdu' | 'quoted';
  /** Lines that came between the header and its PDU but were not the PDU. */
  readonly passed: number;
}

export type Phase =
  | { readonly name: 'idle' }
  | { readonly name: 'prompt' | 'answer'; readonly command: AtCommand; readonly lines: readonly string[] }
  /** A payload's answer is overdue and another command waits: `AT` finds out whether the modem has time for it. */
  | { readonly name: 'probing' | 'busy'; readonly probes: number }
  /** `AT` is sent until something answers; `settling` then waits until stale answers have drained. */
  | { readonly name: 'resync'; readonly attempt: number }
  | { readonly name: 'settling' };

/** A payload whose answer has not come while other commands run. */
interface OpenSubmission {
  /** Its `+CMGS`, if that has come; the OK that follows has not. */
  readonly lines: readonly string[];
}

export interface MachineState {
  readonly phase: Phase;
  readonly continuation: Continuation | null;
  /** A call came in: the line that announces its end may look like a final result. */
  readonly ringing: boolean;
  readonly open: OpenSubmission | null;
  /** The payload's answer has been awaited for so long that other commands may be tried. */
  readonly isOverdue: boolean;
  /** The number of commands in a row that came back without an echo. */
  readonly unechoed: number;
  readonly sawEcho: boolean;
}

export type MachineInput =
  | { readonly type: 'start'; readonly command: AtCommand }
  | { readonly type: 'line'; readonly line: string }
  | { readonly type: 'timer' }
  | { readonly type: 'submission-timer' }
  /** A code that spans several lines was not continued in time. */
  | { readonly type: 'continuation-timer' }
  /** The command under way has returned its data; only its final result is missing. */
  | { readonly type: 'end-soon' }
  /** A command waits behind a payload whose answer is overdue. */
  | { readonly type: 'probe' }
  /** The fate of the payload under way is known; its answer need not be awaited. */
  | { readonly type: 'settle' }
  | { readonly type: 'resync' }
  /** The modem has restarted: what was under way gets no answer. */
  | { readonly type: 'restarted' }
  | { readonly type: 'closed' };

export type MachineEffect =
  | { readonly type: 'write'; readonly text: string }
  | { readonly type: 'expect-prompt'; readonly expected: boolean }
  /** Replaces the only timer; null stops it. */
  | { readonly type: 'timer'; readonly delayMs: number | null }
  /** Replaces the timer of the payload that is under way. */
  | { readonly type: 'submission-timer'; readonly delayMs: number | null }
  | { readonly type: 'answer'; readonly answer: AtAnswer }
  /** The command under way is set aside to wait for its answer; other commands may follow it. */
  | { readonly type: 'set-aside' }
  /** The answer to the command that was set aside. */
  | { readonly type: 'answer-aside'; readonly answer: AtAnswer }
  | { readonly type: 'unsolicited'; readonly code: UnsolicitedCode }
  | { readonly type: 'noise' }
  /**
   * `sure`: the modem behaves as after a restart. Otherwise it said something that it says after a restart but also at other
   * times.
   */
  | { readonly type: 'restart-noticed'; readonly sure: boolean }
  /** Nothing answers `AT` any more. */
  | { readonly type: 'unresponsive' };

/** What an event makes of the machine, and what is to be done for it. */
export interface Step {
  readonly state: MachineState;
  readonly effects: MachineEffect[];
}

export const INITIAL_STATE: MachineState = {
  phase: { name: 'idle' },
  continuation: null,
  ringing: false,
  open: null,
  isOverdue: false,
  unechoed: 0,
  sawEcho: false,
};

/** A command waits for its prompt or for its answer. */
export function isUnderWay({ phase }: MachineState): boolean {
  return isUnderWayPhase(phase);
}

export function isUnderWayPhase(phase: Phase): phase is Extract<Phase, { command: AtCommand }> {
  return phase.name === 'prompt' || phase.name === 'answer';
}

/** The modem has the payload, and its answer is awaited. */
export function isPayloadUnderWay({ phase }: MachineState): boolean {
  return phase.name === 'answer' && phase.command.payload !== undefined;
}
