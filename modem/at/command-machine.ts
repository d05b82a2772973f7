import { parseFinalResult, type FinalResult } from './results.ts';
import { hasOpenQuote, isNoise, unsolicitedShape, type UnsolicitedCode } from './unsolicited.ts';

/** One command as the caller wants it run. */
export interface AtCommand {
  /** Without the carriage return: `AT+CSQ`. */
  readonly text: string;
  /** Hexadecimal PDU to send once the prompt came; Ctrl-Z is added. */
  readonly payload?: string;
  readonly timeoutMs: number;
}

export type AtAnswer =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly reason: 'refused'; readonly result: FinalResult; readonly payloadWritten: boolean }
  /** `closed`: the link went away. `payloadWritten` tells whether the network may have the text ([S7]). */
  | { readonly ok: false; readonly reason: 'timeout' | 'closed'; readonly payloadWritten: boolean };

interface Continuation {
  readonly prefix: string;
  readonly line: string;
  readonly shape: 'pdu' | 'quoted';
}

type Phase =
  | { readonly name: 'idle' }
  | { readonly name: 'prompt' | 'answer'; readonly command: AtCommand; readonly lines: readonly string[] }
  /** Asking `AT` until something answers, then `settling` until stale answers have drained. */
  | { readonly name: 'resync'; readonly attempt: number }
  | { readonly name: 'settling' };

export interface MachineState {
  readonly phase: Phase;
  readonly continuation: Continuation | null;
  /** A call came in: its end may be announced by what would otherwise end a command. */
  readonly ringing: boolean;
}

export type MachineInput =
  | { readonly type: 'start'; readonly command: AtCommand }
  | { readonly type: 'line'; readonly line: string }
  | { readonly type: 'timer' }
  | { readonly type: 'resync' }
  | { readonly type: 'closed' };

export type MachineEffect =
  | { readonly type: 'write'; readonly text: string }
  | { readonly type: 'expect-prompt'; readonly expected: boolean }
  /** Replaces the one timer; null stops it. */
  | { readonly type: 'timer'; readonly delayMs: number | null }
  | { readonly type: 'answer'; readonly answer: AtAnswer }
  | { readonly type: 'unsolicited'; readonly code: UnsolicitedCode }
  | { readonly type: 'noise' }
  /** Nothing answered `AT` any more. */
  | { readonly type: 'unresponsive' };

export const INITIAL_STATE: MachineState = { phase: { name: 'idle' }, continuation: null, ringing: false };

const PROMPT_TIMEOUT_MS = 10_000;
const RESYNC_TIMEOUT_MS = 2_000;
const RESYNC_ATTEMPTS = 3;
/** A late answer to the command that timed out must not be taken for the next one's. */
const SETTLE_MS = 100;
/** We never dial: after RING these tell of the caller who gave up, not of our command. */
const CALL_ENDS: ReadonlySet<string> = new Set(['NO CARRIER', 'BUSY', 'NO ANSWER', 'NO DIALTONE']);
const RING_CODES: ReadonlySet<string> = new Set(['RING', '+CRING:', '+CLIP:']);
const ESC = '\x1b';
const CTRL_Z = '\x1a';

/** Computes what one event means for the one command under way ([L4], [L5], [L7]). Pure. */
export function step(state: MachineState, input: MachineInput): { state: MachineState; effects: MachineEffect[] } {
  switch (input.type) {
    case 'start':
      return start(state, input.command);
    case 'line':
      return onLine(state, input.line);
    case 'timer':
      return onTimer(state);
    case 'resync':
      return resync(state, 1, []);
    case 'closed':
      return finish(state, 'closed');
  }
}

function start(state: MachineState, command: AtCommand): { state: MachineState; effects: MachineEffect[] } {
  const withPrompt = command.payload !== undefined;
  const effects: MachineEffect[] = [
    { type: 'expect-prompt', expected: withPrompt },
    { type: 'timer', delayMs: withPrompt ? PROMPT_TIMEOUT_MS : command.timeoutMs },
    { type: 'write', text: `${command.text}\r` },
  ];
  // A code may have begun whose second line is still to come: it stays awaited.
  return { state: { ...state, phase: { name: withPrompt ? 'prompt' : 'answer', command, lines: [] } }, effects };
}

function onLine(state: MachineState, line: string): { state: MachineState; effects: MachineEffect[] } {
  if (state.continuation !== null) {
    const continued = continueUnsolicited(state, state.continuation, line);
    if (continued !== null) return continued;
    // The second line never came: what stands here is a line of its own.
    return onLine({ ...state, continuation: null }, line);
  }
  const { phase } = state;
  const command = phase.name === 'prompt' || phase.name === 'answer' ? phase.command : null;
  if (line === '' || (command !== null && isEcho(line, command))) return { state, effects: [] };

  if (state.ringing && CALL_ENDS.has(line)) return { state: { ...state, ringing: false }, effects: [] };
  const result = parseFinalResult(line);
  if (result !== null) return onFinal(state, result);

  const isAnswer = command !== null && line.startsWith(`${queryPrefix(command.text)}:`);
  if (!isAnswer) {
    const unsolicited = unsolicitedShape(line);
    if (unsolicited !== null) return onUnsolicited(state, line, unsolicited);
    if (isNoise(line)) return { state, effects: [{ type: 'noise' }] };
  }
  if (phase.name === 'prompt' && line === '>') {
    const effects: MachineEffect[] = [
      { type: 'timer', delayMs: phase.command.timeoutMs },
      { type: 'write', text: `${phase.command.payload ?? ''}${CTRL_Z}` },
    ];
    return { state: { ...state, phase: { ...phase, name: 'answer' } }, effects };
  }
  if (phase.name === 'answer') {
    return { state: { ...state, phase: { ...phase, lines: [...phase.lines, line] } }, effects: [] };
  }
  return { state, effects: [] };
}

function onFinal(state: MachineState, result: FinalResult): { state: MachineState; effects: MachineEffect[] } {
  const { phase } = state;
  switch (phase.name) {
    case 'idle':
    case 'settling':
      return { state, effects: [] };
    case 'resync':
      return { state: { ...state, phase: { name: 'settling' } }, effects: [{ type: 'timer', delayMs: SETTLE_MS }] };
    case 'prompt':
      // A stale OK; the prompt is still to come.
      if (result.kind === 'ok') return { state, effects: [] };
      return answered(state, { ok: false, reason: 'refused', result, payloadWritten: false });
    case 'answer': {
      if (result.kind === 'ok') return answered(state, { ok: true, lines: phase.lines });
      return answered(state, { ok: false, reason: 'refused', result, payloadWritten: wasPayloadWritten(phase) });
    }
  }
}

function onTimer(state: MachineState): { state: MachineState; effects: MachineEffect[] } {
  const { phase } = state;
  switch (phase.name) {
    case 'idle':
      return { state, effects: [] };
    case 'settling':
      return { state: { ...state, phase: { name: 'idle' } }, effects: [{ type: 'timer', delayMs: null }] };
    case 'resync':
      if (phase.attempt < RESYNC_ATTEMPTS) return resync(state, phase.attempt + 1, []);
      return { state: INITIAL_STATE, effects: [{ type: 'timer', delayMs: null }, { type: 'unresponsive' }] };
    case 'prompt':
    case 'answer':
      return resync(state, 1, [
        { type: 'answer', answer: { ok: false, reason: 'timeout', payloadWritten: wasPayloadWritten(phase) } },
      ]);
  }
}

/** ESC leaves a prompt that may still be open ([L1]); AT tells whether anybody is there. */
function resync(
  state: MachineState,
  attempt: number,
  before: MachineEffect[],
): { state: MachineState; effects: MachineEffect[] } {
  return {
    state: { ...state, phase: { name: 'resync', attempt } },
    effects: [
      ...before,
      { type: 'expect-prompt', expected: false },
      { type: 'timer', delayMs: RESYNC_TIMEOUT_MS },
      { type: 'write', text: `${ESC}\rAT\r` },
    ],
  };
}

function finish(state: MachineState, reason: 'closed'): { state: MachineState; effects: MachineEffect[] } {
  const { phase } = state;
  const effects: MachineEffect[] = [{ type: 'timer', delayMs: null }];
  if (phase.name === 'prompt' || phase.name === 'answer') {
    effects.push({ type: 'answer', answer: { ok: false, reason, payloadWritten: wasPayloadWritten(phase) } });
  }
  return { state: INITIAL_STATE, effects };
}

function answered(state: MachineState, answer: AtAnswer): { state: MachineState; effects: MachineEffect[] } {
  return {
    state: { ...state, phase: { name: 'idle' } },
    effects: [
      { type: 'expect-prompt', expected: false },
      { type: 'timer', delayMs: null },
      { type: 'answer', answer },
    ],
  };
}

function onUnsolicited(
  state: MachineState,
  line: string,
  { prefix, shape }: NonNullable<ReturnType<typeof unsolicitedShape>>,
): { state: MachineState; effects: MachineEffect[] } {
  if (shape === 'pdu' || (shape === 'quoted' && hasOpenQuote(line))) {
    return { state: { ...state, continuation: { prefix, line, shape } }, effects: [] };
  }
  const next = RING_CODES.has(prefix) ? { ...state, ringing: true } : state;
  return { state: next, effects: [{ type: 'unsolicited', code: { prefix, line, pdu: null } }] };
}

/** Null where the line cannot be what was missing. */
function continueUnsolicited(
  state: MachineState,
  { prefix, line: first, shape }: Continuation,
  line: string,
): { state: MachineState; effects: MachineEffect[] } | null {
  const done = (code: UnsolicitedCode) => ({
    state: { ...state, continuation: null },
    effects: [{ type: 'unsolicited', code } as const],
  });
  if (shape === 'pdu') {
    if (line === '') return { state, effects: [] };
    return /^[0-9A-Fa-f]+$/.test(line) ? done({ prefix, line: first, pdu: line }) : null;
  }
  const joined = `${first}\n${line}`;
  if (!hasOpenQuote(joined)) return done({ prefix, line: joined, pdu: null });
  // A closing quote that got lost must not swallow answers for ever.
  if (parseFinalResult(line) !== null || joined.length > 1000) return null;
  return { state: { ...state, continuation: { prefix, line: joined, shape } }, effects: [] };
}

function wasPayloadWritten(phase: Extract<Phase, { command: AtCommand }>): boolean {
  return phase.name === 'answer' && phase.command.payload !== undefined;
}

function isEcho(line: string, command: AtCommand): boolean {
  return line === command.text || (command.payload !== undefined && line === command.payload);
}

/** `+CREG` for `AT+CREG?`: a line that starts so is its answer, not a code of its own ([L5]). */
function queryPrefix(text: string): string {
  return text.endsWith('?') && text.startsWith('AT') ? text.slice(2, -1) : '\0';
}
