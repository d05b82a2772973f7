import {
  INITIAL_STATE,
  isUnderWay,
  isUnderWayPhase,
  isPayloadUnderWay,
  type AtAnswer,
  type AtCommand,
  type Continuation,
  type MachineEffect,
  type MachineInput,
  type MachineState,
  type Phase,
  type Step,
} from './machine-state.ts';
import { parseFinalResult, parseNumericResult, type FinalResult } from './results.ts';
import { hasOpenQuote, isBootSign, isNoise, unsolicitedShape, type UnsolicitedCode } from './unsolicited.ts';

const PROMPT_TIMEOUT_MS = 10_000;
/** Networks take up to six seconds for a message; a payload that has waited longer lets other commands go first. */
const OVERDUE_MS = 7_000;
const PROBE_TIMEOUT_MS = 2_000;
const END_SOON_MS = 2_000;
/** How long a modem that is busy with a payload is left alone between two probes, and after how many probes it is given up. */
const PROBE_PAUSE_MS = 10_000;
const PROBES = 12;
const PROBES_WITHOUT_ESC = 4;
/** A single echo may get lost; this many commands without one mean that the modem does not echo. */
const ECHO_IS_OFF_AFTER = 3;
const RESYNC_TIMEOUT_MS = 2_000;
/** The second command restores results on a modem that was told to suppress them or to give them as digits ([L1]). */
const RESYNC_COMMANDS = ['AT', 'ATQ0V1', 'ATQ0'] as const;
/** A late answer to the command that timed out must not be taken for the next command's answer. */
const SETTLE_MS = 100;
/** A modem that was busy may answer several probes, one after the other. */
const SETTLE_AFTER_PROBES_MS = 500;
/** We never dial: after RING these results tell that the caller gave up; they do not answer our command. */
const CALL_ENDS: ReadonlySet<string> = new Set(['NO CARRIER', 'BUSY', 'NO ANSWER', 'NO DIALTONE']);
const RING_CODES: ReadonlySet<string> = new Set(['RING', '+CRING:', '+CLIP:']);
/** These commands may be answered by a digit, because they are the ones that change the result format. */
const BASIC_COMMAND = /^AT([EQVZ&]|$)/i;
const ESC = '\x1b';
const CTRL_Z = '\x1a';
const LONGEST_QUOTED = 1_000;
const LINES_BEFORE_PDU = 8;

/** Computes what one event means for the one command under way ([L4], [L5], [L7]). Pure. */
export function step(state: MachineState, input: MachineInput): Step {
  switch (input.type) {
    case 'start':
      return start(state, input.command);
    case 'line':
      return onLine(state, input.line);
    case 'timer':
      return onTimer(state);
    case 'submission-timer':
      return giveUpPayload(state, 'timeout');
    case 'continuation-timer':
      return state.continuation === null ? { state, effects: [] } : endContinuation(state, state.continuation);
    case 'probe':
      return state.isOverdue && isPayloadUnderWay(state) ? probe(setAside(state, []), 1) : { state, effects: [] };
    case 'end-soon':
      return { state, effects: isUnderWay(state) ? [{ type: 'timer', delayMs: END_SOON_MS }] : [] };
    case 'settle':
      return giveUpPayload(state, 'settled');
    case 'resync':
      return resync(abandon(state, 'timeout'), 1);
    case 'restarted':
      return state.phase.name === 'idle' ? abandon(state, 'restarted') : resync(abandon(state, 'restarted'), 1);
    case 'closed': {
      const { effects } = abandon(state, 'closed');
      return { state: INITIAL_STATE, effects: [{ type: 'timer', delayMs: null }, ...effects] };
    }
  }
}

function start(state: MachineState, command: AtCommand): Step {
  const withPrompt = command.payload !== undefined;
  const effects: MachineEffect[] = [
    { type: 'expect-prompt', expected: withPrompt },
    { type: 'timer', delayMs: withPrompt ? PROMPT_TIMEOUT_MS : command.timeoutMs },
    { type: 'write', text: `${command.text}\r` },
  ];
  // The second line of a code that has begun may still be to come: keep waiting for it.
  const phase = { name: withPrompt ? 'prompt' : 'answer', command, lines: [] } as const;
  return { state: { ...state, phase, sawEcho: false }, effects };
}

function onLine(state: MachineState, line: string): Step {
  if (state.continuation !== null) {
    const continued = continueUnsolicited(state, state.continuation, line);
    if (continued !== null) return continued;
    if (state.continuation.shape === 'pdu') return passBy(state, state.continuation, line);
    // The missing line never came, so this line stands on its own.
    return then(endContinuation(state, state.continuation), (next) => onLine(next, line));
  }
  const { phase } = state;
  const command = phase.name === 'prompt' || phase.name === 'answer' ? phase.command : null;
  if (line === '') return { state, effects: [] };
  if (command !== null && isEcho(line, command)) return onEcho(state, line === command.text);
  if (isEchoOfProbe(state, line)) return onEcho(state, true);

  if (state.ringing && CALL_ENDS.has(line)) return { state: { ...state, ringing: false }, effects: [] };
  const result = parseFinalResult(line) ?? (mayBeDigit(phase) ? parseNumericResult(line) : null);
  if (result !== null) return onFinal(state, result);
  if (line.startsWith('+CMGS:')) return onReference(state, line);

  const isAnswer = command !== null && line.startsWith(`${queryPrefix(command.text)}:`);
  if (!isAnswer) {
    const boot: MachineEffect[] = isBootSign(line) ? [{ type: 'restart-noticed', sure: false }] : [];
    const unsolicited = unsolicitedShape(line);
    if (unsolicited !== null) return withEffects(onUnsolicited(state, line, unsolicited), boot);
    if (isNoise(line)) return { state, effects: [...boot, { type: 'noise' }] };
  }
  if (phase.name === 'prompt' && line === '>') return onPrompt(state, phase.command);
  if (phase.name === 'answer') {
    return { state: { ...state, phase: { ...phase, lines: [...phase.lines, line] } }, effects: [] };
  }
  return { state, effects: [] };
}

/**
 * The modem had stopped echoing and now echoes again, so it has restarted and is in text mode: the PDU for this prompt would be
 * sent as digits. Nothing is written.
 */
function onEcho(state: MachineState, ofCommand: boolean): Step {
  if (!ofCommand) return { state, effects: [] };
  const next = { ...state, sawEcho: true, unechoed: 0 };
  if (state.unechoed < ECHO_IS_OFF_AFTER) return { state: next, effects: [] };
  const noticed: MachineEffect = { type: 'restart-noticed', sure: true };
  if (state.phase.name !== 'prompt') return { state: next, effects: [noticed] };
  return then(answered(next, { ok: false, reason: 'restarted', payloadWritten: false }), (after) =>
    withEffects(resync({ state: after, effects: [] }, 1), [noticed]),
  );
}

function onPrompt(state: MachineState, command: AtCommand): Step {
  const phase = { name: 'answer', command, lines: [] } as const;
  return {
    state: { ...state, phase, isOverdue: false },
    effects: [
      { type: 'timer', delayMs: OVERDUE_MS },
      { type: 'submission-timer', delayMs: command.timeoutMs },
      { type: 'write', text: `${command.payload ?? ''}${CTRL_Z}` },
    ],
  };
}

/**
 * `+CMGS: <mr>` belongs to the payload under way, else to the one that was set aside. Where both wait, the answer to the first
 * was most likely lost: a modem that has time for another payload has finished the one before.
 */
function onReference(state: MachineState, line: string): Step {
  const { phase, open } = state;
  if (phase.name === 'answer' && isPayloadUnderWay(state)) {
    return { state: { ...state, phase: { ...phase, lines: [...phase.lines, line] } }, effects: [] };
  }
  return open === null ? { state, effects: [] } : { state: { ...state, open: { lines: [line] } }, effects: [] };
}

function onFinal(state: MachineState, result: FinalResult): Step {
  const { phase, open } = state;
  // The OK after a reference that came late belongs to that reference, whatever command runs by now.
  if (open !== null && open.lines.length > 0 && result.kind === 'ok') {
    return answeredAside(state, { ok: true, lines: open.lines });
  }
  switch (phase.name) {
    case 'idle':
      return { state, effects: [] };
    case 'settling':
      return { state, effects: [{ type: 'timer', delayMs: SETTLE_MS }] };
    case 'probing':
    case 'busy': {
      if (open === null || result.kind !== 'cms') return settle(state, afterProbes(phase.probes));
      return answeredAside(state, { ok: false, reason: 'refused', result, payloadWritten: true });
    }
    case 'resync':
      return settle(state);
    case 'prompt':
      // This is a stale OK, or the late refusal of the previous message; the prompt is still to come.
      if (result.kind === 'ok') return { state, effects: [] };
      if (open !== null && result.kind === 'cms') {
        return answeredAside(state, { ok: false, reason: 'refused', result, payloadWritten: true });
      }
      return answered(state, { ok: false, reason: 'refused', result, payloadWritten: false });
    case 'answer': {
      if (result.kind === 'ok') return answered(state, { ok: true, lines: phase.lines });
      return answered(state, { ok: false, reason: 'refused', result, payloadWritten: isPayloadUnderWay(state) });
    }
  }
}

function onTimer(state: MachineState): Step {
  const { phase } = state;
  switch (phase.name) {
    case 'idle':
      return { state, effects: [] };
    case 'settling':
      return { state: { ...state, phase: { name: 'idle' } }, effects: [{ type: 'timer', delayMs: null }] };
    case 'probing':
      return {
        state: { ...state, phase: { name: 'busy', probes: phase.probes } },
        effects: [{ type: 'timer', delayMs: PROBE_PAUSE_MS }],
      };
    case 'busy':
      return phase.probes < PROBES
        ? probe({ state, effects: [] }, phase.probes + 1)
        : resync(abandon(state, 'timeout'), 1);
    case 'resync':
      if (phase.attempt < RESYNC_COMMANDS.length) return resync({ state, effects: [] }, phase.attempt + 1);
      return { state: INITIAL_STATE, effects: [{ type: 'timer', delayMs: null }, { type: 'unresponsive' }] };
    case 'prompt':
      return resync(abandon(state, 'timeout'), 1);
    case 'answer':
      if (!isPayloadUnderWay(state)) return resync(abandon(state, 'timeout'), 1);
      return { state: { ...state, isOverdue: true }, effects: [{ type: 'timer', delayMs: null }] };
  }
}

/** The payload's caller need not wait any longer, but the answer is still listened for. */
function giveUpPayload(state: MachineState, reason: 'timeout' | 'settled'): Step {
  const answer: AtAnswer = { ok: false, reason, payloadWritten: true };
  if (isPayloadUnderWay(state)) return probe(setAside(state, [{ type: 'answer-aside', answer }]), 1);
  return { state, effects: state.open === null ? [] : [{ type: 'answer-aside', answer }] };
}

function setAside(state: MachineState, behind: readonly MachineEffect[]): Step {
  const lines = state.phase.name === 'answer' ? state.phase.lines.filter((line) => line.startsWith('+CMGS:')) : [];
  return {
    state: { ...state, phase: { name: 'idle' }, isOverdue: false, open: { lines } },
    effects: [{ type: 'expect-prompt', expected: false }, { type: 'set-aside' }, ...behind],
  };
}

/** ESC is not sent at first: a modem that waits for the network has no prompt open. One that never got its Ctrl-Z still has. */
function probe(before: Step, probes: number): Step {
  const text = probes > PROBES_WITHOUT_ESC ? `${ESC}\rAT\r` : 'AT\r';
  return {
    state: { ...before.state, phase: { name: 'probing', probes } },
    effects: [...before.effects, { type: 'timer', delayMs: PROBE_TIMEOUT_MS }, { type: 'write', text }],
  };
}

/** ESC leaves a prompt that may still be open ([L1]); AT then tells whether the modem answers at all. */
function resync(before: Step, attempt: number): Step {
  return {
    state: { ...before.state, phase: { name: 'resync', attempt } },
    effects: [
      ...before.effects,
      { type: 'expect-prompt', expected: false },
      { type: 'timer', delayMs: RESYNC_TIMEOUT_MS },
      { type: 'write', text: `${ESC}\r${RESYNC_COMMANDS[attempt - 1]}\r` },
    ],
  };
}

function settle(state: MachineState, delayMs = SETTLE_MS): Step {
  return { state: { ...state, phase: { name: 'settling' } }, effects: [{ type: 'timer', delayMs }] };
}

/** The payload that was set aside has its answer. The answer to a probe may follow, or may have been mistaken for this one. */
function answeredAside(state: MachineState, answer: AtAnswer): Step {
  const after: Step = {
    state: { ...state, open: null },
    effects: [
      { type: 'submission-timer', delayMs: null },
      { type: 'answer-aside', answer },
    ],
  };
  const { phase } = state;
  if (phase.name !== 'probing' && phase.name !== 'busy') return after;
  return then(after, (next) => settle(next, afterProbes(phase.probes)));
}

function afterProbes(probes: number): number {
  return probes > 1 ? SETTLE_AFTER_PROBES_MS : SETTLE_MS;
}

/** Everything that is still unanswered gets no answer. */
function abandon(state: MachineState, reason: 'timeout' | 'closed' | 'restarted'): Step {
  const effects: MachineEffect[] = [{ type: 'submission-timer', delayMs: null }];
  if (isUnderWay(state)) {
    effects.push({ type: 'answer', answer: { ok: false, reason, payloadWritten: isPayloadUnderWay(state) } });
  }
  if (state.open !== null) {
    effects.push({ type: 'answer-aside', answer: { ok: false, reason, payloadWritten: true } });
  }
  return { state: { ...state, phase: { name: 'idle' }, open: null, isOverdue: false }, effects };
}

function answered(state: MachineState, answer: AtAnswer): Step {
  const unechoed = state.sawEcho ? 0 : state.unechoed + 1;
  const timers: MachineEffect[] = [{ type: 'timer', delayMs: null }];
  if (isPayloadUnderWay(state)) timers.push({ type: 'submission-timer', delayMs: null });
  return {
    state: { ...state, phase: { name: 'idle' }, isOverdue: false, unechoed },
    effects: [{ type: 'expect-prompt', expected: false }, ...timers, { type: 'answer', answer }],
  };
}

function onUnsolicited(
  state: MachineState,
  line: string,
  { prefix, shape }: NonNullable<ReturnType<typeof unsolicitedShape>>,
): Step {
  if (shape === 'pdu' || (shape === 'quoted' && hasOpenQuote(line))) {
    return { state: { ...state, continuation: { prefix, line, shape, passed: 0 } }, effects: [] };
  }
  const next = RING_CODES.has(prefix) ? { ...state, ringing: true } : state;
  return { state: next, effects: [{ type: 'unsolicited', code: { prefix, line, pdu: null } }] };
}

/** Null where the line cannot be the missing one. */
function continueUnsolicited(
  state: MachineState,
  { prefix, line: first, shape, passed }: Continuation,
  line: string,
): Step | null {
  const done = (code: UnsolicitedCode): Step => ({
    state: { ...state, continuation: null },
    effects: [{ type: 'unsolicited', code }],
  });
  if (shape === 'pdu') {
    if (line === '') return { state, effects: [] };
    const isPdu = /^[0-9A-Fa-f]+$/.test(line) && (passed === 0 || fitsHeader(first, line));
    return isPdu ? done({ prefix, line: first, pdu: line }) : null;
  }
  // A lost closing quote must not swallow what the modem says next.
  if (parseFinalResult(line) !== null || isOwnLine(state, line)) return null;
  const joined = `${first}\n${line}`;
  if (!hasOpenQuote(joined)) return done({ prefix, line: joined, pdu: null });
  return joined.length > LONGEST_QUOTED
    ? null
    : { state: { ...state, continuation: { prefix, line: joined, shape, passed } }, effects: [] };
}

/**
 * Unsolicited codes and answers may come between a header and its PDU: they are handled as usual, and the PDU is still awaited.
 */
function passBy(state: MachineState, continuation: Continuation, line: string): Step {
  const after = onLine({ ...state, continuation: null }, line);
  const passed = continuation.passed + 1;
  if (after.state.continuation !== null || passed > LINES_BEFORE_PDU) return after;
  return { ...after, state: { ...after.state, continuation: { ...continuation, passed } } };
}

/** Whether a PDU is as long as its header says: `+CMT: ,<length>` counts the octets after the service center's address. */
function fitsHeader(header: string, pdu: string): boolean {
  const length = /(\d+)\s*$/.exec(header)?.[1];
  return length !== undefined && pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16) === Number(length);
}

/** True for a code, chatter, a prompt or the answer to the command under way: none of these can be part of a carrier's words. */
function isOwnLine({ phase }: MachineState, line: string): boolean {
  if (unsolicitedShape(line) !== null || isNoise(line) || /^[+^*][A-Z]{3,}[A-Z0-9]*:/.test(line)) return true;
  return isUnderWayPhase(phase) && (line === '>' || isEcho(line, phase.command));
}

/** Nothing more will come of an unfinished code: words without a closing quote are passed on, a header without its PDU is not. */
function endContinuation(state: MachineState, { prefix, line, shape }: Continuation): Step {
  const effects: MachineEffect[] =
    shape === 'quoted' ? [{ type: 'unsolicited', code: { prefix, line, pdu: null } }] : [];
  return { state: { ...state, continuation: null }, effects };
}

function mayBeDigit(phase: Phase): boolean {
  if (phase.name === 'resync' || phase.name === 'settling') return true;
  return phase.name === 'answer' && BASIC_COMMAND.test(phase.command.text);
}

/** The echo of a probe means something only where the modem had stopped echoing. */
function isEchoOfProbe({ phase, unechoed }: MachineState, line: string): boolean {
  if (unechoed < ECHO_IS_OFF_AFTER) return false;
  if (phase.name === 'resync') return line === RESYNC_COMMANDS[phase.attempt - 1];
  return (phase.name === 'probing' || phase.name === 'busy') && line === 'AT';
}

function isEcho(line: string, command: AtCommand): boolean {
  return line === command.text || (command.payload !== undefined && line === command.payload);
}

/** `+CREG` for `AT+CREG?`: a line that starts like this is the answer, not an unsolicited code ([L5]). */
function queryPrefix(text: string): string {
  return text.endsWith('?') && text.startsWith('AT') ? text.slice(2, -1) : '\0';
}

function then(first: Step, next: (state: MachineState) => Step): Step {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

function withEffects({ state, effects }: Step, before: readonly MachineEffect[]): Step {
  return { state, effects: [...before, ...effects] };
}
