import type { UnsolicitedCode } from './unsolicited.ts';
import {
  INITIAL_STATE,
  step,
  type AtAnswer,
  type AtCommand,
  type MachineInput,
  type MachineState,
} from './command-machine.ts';

/** The two things the channel needs of a connection; see transport/. */
export interface ChannelLink {
  write(text: string): void;
  setPromptExpected(expected: boolean): void;
}

/** Injected, so that this room needs no timers of its own. */
export interface ChannelClock {
  after(delayMs: number, callback: () => void): () => void;
}

export interface ChannelEvents {
  readonly unsolicited: (code: UnsolicitedCode) => void;
  /** Chatter that concerns nobody, but tells that this port is the one that chatters. */
  readonly noise?: () => void;
  readonly unresponsive: () => void;
  /** Everything that goes over the line, for the log. */
  readonly trace?: (direction: 'sent' | 'received', text: string) => void;
}

interface Waiting {
  readonly command: AtCommand;
  readonly resolve: (answer: AtAnswer) => void;
}

/** Runs commands one at a time, first come first served ([L4]); a command's answer is a value and never throws. */
export class AtChannel {
  readonly #link: ChannelLink;
  readonly #clock: ChannelClock;
  readonly #events: ChannelEvents;
  readonly #queue: Waiting[] = [];
  #state: MachineState = INITIAL_STATE;
  #current: Waiting | null = null;
  #cancelTimer: (() => void) | null = null;
  #closed = false;

  constructor(link: ChannelLink, clock: ChannelClock, events: ChannelEvents) {
    this.#link = link;
    this.#clock = clock;
    this.#events = events;
  }

  run(command: AtCommand): Promise<AtAnswer> {
    return this.#enqueue(command, (waiting) => this.#queue.push(waiting));
  }

  /** As {@link run}, but before everything that waits: for acknowledgements that the network wants in time ([W5]). */
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
    });
  }

  /** Leaves whatever state a program before us left the modem in ([L1]); commands wait until it answers. */
  resynchronise(): void {
    this.#apply({ type: 'resync' });
  }

  /** One line from the transport, without its ending. */
  receive(raw: string): void {
    // oxlint-disable-next-line no-control-regex -- stray control characters come with garbage and echoes ([L2])
    const line = raw.replace(/[\u0000-\u001f\u007f]/g, '').trim();
    if (line !== '') this.#events.trace?.('received', line);
    this.#apply({ type: 'line', line });
  }

  /** The link is gone: what runs and what waits is answered `closed`. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#apply({ type: 'closed' });
    for (const { resolve } of this.#queue.splice(0)) resolve({ ok: false, reason: 'closed', payloadWritten: false });
  }

  #apply(input: MachineInput): void {
    const { state, effects } = step(this.#state, input);
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
        case 'answer':
          this.#current?.resolve(effect.answer);
          this.#current = null;
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
  }

  #startNext(): void {
    if (this.#closed || this.#current !== null || this.#state.phase.name !== 'idle') return;
    const next = this.#queue.shift();
    if (next === undefined) return;
    this.#current = next;
    this.#apply({ type: 'start', command: next.command });
  }
}
