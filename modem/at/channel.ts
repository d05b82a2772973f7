import { splitGluedLine } from './glued-lines.ts';
import type { UnsolicitedCode } from './unsolicited.ts';
import { step } from './command-machine.ts';
import { INITIAL_STATE, type AtAnswer, type AtCommand, type MachineInput, type MachineState } from './machine-state.ts';

/** The part of a connection that the channel uses; see transport/. */
export interface ChannelLink {
  write(text: string): void;
  setPromptExpected(expected: boolean): void;
}

/** Timers are injected, so that this folder needs none of its own. */
export interface ChannelClock {
  after(delayMs: number, callback: () => void): () => void;
}

export interface ChannelEvents {
  readonly unsolicited: (code: UnsolicitedCode) => void;
  /** Lines that carry no information, except that they show which port brings unsolicited codes. */
  readonly noise?: () => void;
  readonly unresponsive: () => void;
  /** Called when the modem has restarted (`sure`), or has said something that it also says after a restart. */
  readonly restartNoticed?: (sure: boolean) => void;
  /** Everything that goes over the line, for the log. */
  readonly trace?: (direction: 'sent' | 'received', text: string) => void;
}

interface Waiting {
  readonly command: AtCommand;
  readonly resolve: (answer: AtAnswer) => void;
}

/** The lines of a code that spans several lines follow each other at once. */
const CONTINUED_WITHIN_MS = 2_000;

/**
 * Runs one command at a time, in the order they were asked for ([L4]). A command's answer is a value; running one never throws.
 */
export class AtChannel {
  readonly #link: ChannelLink;
  readonly #clock: ChannelClock;
  readonly #events: ChannelEvents;
  readonly #queue: Waiting[] = [];
  #state: MachineState = INITIAL_STATE;
  #current: Waiting | null = null;
  /** A payload that was set aside and waits for its answer. Null once it is answered: then only a late answer is of interest. */
  #aside: { readonly command: AtCommand; resolve: ((answer: AtAnswer) => void) | null } | null = null;
  #cancelTimer: (() => void) | null = null;
  #cancelSubmissionTimer: (() => void) | null = null;
  #cancelContinuation: (() => void) | null = null;
  #closed = false;
  #session = 0;

  constructor(link: ChannelLink, clock: ChannelClock, events: ChannelEvents) {
    this.#link = link;
    this.#clock = clock;
    this.#events = events;
  }

  run(command: AtCommand): Promise<AtAnswer> {
    return this.#enqueue(command, (waiting) => this.#queue.push(waiting));
  }

  /** Like {@link run}, but ahead of everything that waits: for acknowledgments that the network wants in time ([W5]). */
  runNext(command: AtCommand): Promise<AtAnswer> {
    return this.#enqueue(command, (waiting) => this.#queue.unshift(waiting));
  }

  #enqueue(command: AtCommand, place: (waiting: Waiting) => void): Promise<AtAnswer> {
    return new Promise((resolve) => {
      if (this.#closed) {
        resolve({ ok: false, reason: 'closed', payloadWritten: false });
        return;
      }
      place({ command, resolve });
      this.#startNext();
      this.#probeIfOverdue();
    });
  }

  /** Recovers from whatever state a previous program left the modem in ([L1]). Commands wait until the modem answers. */
  resynchronise(): void {
    this.#apply({ type: 'resync' });
  }

  /** Increases when the modem restarts, or stops answering and may have restarted: it may have forgotten its earlier settings. */
  get session(): number {
    return this.#session;
  }

  /** The modem has restarted: commands under way are answered `restarted`. */
  restarted(): void {
    this.#session += 1;
    this.#apply({ type: 'restarted' });
  }

  /** The fate of the payload under way is known by other means: it is answered `settled`, and other commands may follow. */
  settlePayload(): void {
    this.#apply({ type: 'settle' });
  }

  /** The data asked for have come without the final OK: a command whose line begins like this ends soon. */
  endSoon(prefix: string): void {
    if (this.#current?.command.text.startsWith(prefix) === true) this.#apply({ type: 'end-soon' });
  }

  /** One line from the transport, without its ending. */
  receive(raw: string): void {
    // oxlint-disable-next-line no-control-regex -- stray control characters come with garbage and echoes ([L2])
    const line = raw.replace(/[\u0000-\u001f\u007f]/g, '').trim();
    if (line !== '') this.#events.trace?.('received', line);
    for (const piece of splitGluedLine(line)) this.#apply({ type: 'line', line: piece });
    this.#cancelContinuation?.();
    this.#cancelContinuation =
      this.#state.continuation === null
        ? null
        : this.#clock.after(CONTINUED_WITHIN_MS, () => this.#apply({ type: 'continuation-timer' }));
  }

  /** The link is gone: the running command and all waiting ones are answered `closed`. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelContinuation?.();
    this.#apply({ type: 'closed' });
    for (const { resolve } of this.#queue.splice(0)) resolve({ ok: false, reason: 'closed', payloadWritten: false });
  }

  #apply(input: MachineInput): void {
    const { state, effects } = step(this.#state, input);
    if (state.phase.name === 'resync' && this.#state.phase.name !== 'resync') this.#session += 1;
    this.#state = state;
    for (const effect of effects) {
      switch (effect.type) {
        case 'write':
          this.#events.trace?.('sent', effect.text);
          this.#link.write(effect.text);
          break;
        case 'expect-prompt':
          this.#link.setPromptExpected(effect.expected);
          break;
        case 'timer':
          this.#cancelTimer?.();
          this.#cancelTimer =
            effect.delayMs === null ? null : this.#clock.after(effect.delayMs, () => this.#apply({ type: 'timer' }));
          break;
        case 'submission-timer':
          if (effect.delayMs !== null) this.#current?.command.onPayload?.();
          this.#cancelSubmissionTimer?.();
          this.#cancelSubmissionTimer =
            effect.delayMs === null
              ? null
              : this.#clock.after(effect.delayMs, () => this.#apply({ type: 'submission-timer' }));
          break;
        case 'answer':
          this.#current?.command.onAnswer?.(effect.answer);
          this.#current?.resolve(effect.answer);
          this.#current = null;
          break;
        case 'set-aside':
          this.#aside = this.#current;
          this.#current = null;
          break;
        case 'answer-aside':
          this.#answerAside(effect.answer);
          break;
        case 'restart-noticed':
          this.#events.restartNoticed?.(effect.sure);
          break;
        case 'unsolicited':
          this.#events.unsolicited(effect.code);
          break;
        case 'noise':
          this.#events.noise?.();
          break;
        case 'unresponsive':
          this.#events.unresponsive();
          break;
      }
    }
    this.#startNext();
    this.#probeIfOverdue();
  }

  /** The first answer goes to the caller that waits. Any later one is reported as late, unless it says nothing new. */
  #answerAside(answer: AtAnswer): void {
    const aside = this.#aside;
    if (aside === null) return;
    if (aside.resolve === null) {
      if (answer.ok || answer.reason === 'refused') aside.command.onLate?.(answer);
    } else {
      aside.resolve(answer);
      aside.resolve = null;
    }
  }

  #probeIfOverdue(): void {
    if (this.#state.isOverdue && this.#queue.length > 0) this.#apply({ type: 'probe' });
  }

  #startNext(): void {
    if (this.#closed || this.#current !== null || this.#state.phase.name !== 'idle') return;
    const next = this.#queue.shift();
    if (next === undefined) return;
    const { session, isWanted } = next.command;
    const isOld = session !== undefined && session !== this.#session;
    if (isOld || isWanted?.() === false) {
      next.resolve({ ok: false, reason: isOld ? 'restarted' : 'closed', payloadWritten: false });
      this.#startNext();
      return;
    }
    this.#current = next;
    this.#apply({ type: 'start', command: next.command });
  }
}
