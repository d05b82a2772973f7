import type { Clock } from './clock.ts';
import { Device } from './device/device.ts';
import type { ModemFacts } from './device/initialise.ts';
import type { LifeState } from './device/life.ts';
import type { PinLookup } from './device/pin.ts';
import { Signal } from './events.ts';
import type { ModemLogger } from './logger.ts';
import { Calls, type IncomingCall } from './sms/calls.ts';
import { Inbound, POLL_INTERVAL_MS, type InboundSink, type SlotCounts } from './sms/inbound.ts';
import { keepLinkOpen, submitPart, type SubmitOutcome } from './sms/outbound.ts';
import { Ussd, type UssdAnswer } from './sms/ussd.ts';
import type { Transport } from './transport/transport.ts';

export interface LineOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: ModemLogger;
  readonly pin: PinLookup;
  readonly sink: InboundSink;
  /** Whether a caller hears the busy tone at once; otherwise it rings until he gives up. */
  readonly rejectsCalls?: () => boolean;
  readonly trace?: (direction: 'sent' | 'received', text: string) => void;
}

/** Failures in a row without anything else in between that point at the line rather than at the texts ([S8]). */
const FAILURES_BEFORE_RESTART = 3;
/** A network that refuses everything is not mended by starting the modem again and again. */
const RESTART_INTERVAL_MS = 10 * 60_000;
/** Even where the modem announces texts, one may have been missed. */
const SWEEP_INTERVAL_MS = 5 * 60_000;
/** A text that could not be read lies there still: looked for again soon, but not again and again. */
const MISSED_SWEEP_MS = 10_000;

/** A SIM in a modem, ready to send and receive texts: the one object the desk holds of it. */
export class ModemLine {
  readonly stateChanged: Signal<LifeState>;
  readonly factsChanged: Signal<ModemFacts>;
  readonly slotsChanged: Signal<SlotCounts>;
  readonly called: Signal<IncomingCall>;
  readonly #device: Device;
  readonly #inbound: Inbound;
  readonly #clock: Clock;
  #cancelSweep: (() => void) | null = null;
  #failuresInARow = 0;
  #isSweepSoon = false;
  #restartedAt = -Infinity;
  readonly #ussd: Ussd;

  constructor(options: LineOptions) {
    this.#clock = options.clock;
    this.#device = new Device(options);
    this.#inbound = new Inbound(this.#device, options.sink, options.logger);
    this.#ussd = new Ussd(this.#device, options.clock);
    this.called = new Calls(this.#device, options.clock, options.rejectsCalls ?? (() => false)).called;
    this.#inbound.missed.on(() => this.#sweepSoon());
    this.stateChanged = this.#device.stateChanged;
    this.factsChanged = this.#device.factsChanged;
    this.slotsChanged = this.#inbound.countsChanged;
    this.#device.stateChanged.on((state) => this.#onState(state));
  }

  get state(): LifeState {
    return this.#device.state;
  }

  get facts(): ModemFacts | null {
    return this.#device.facts;
  }

  start(): void {
    this.#device.start();
  }

  /** The program that held the port when it could last not be opened. */
  get holder(): string | null {
    return this.#device.holder;
  }

  /** Ports came or went, or the computer woke up: looks at once in place of later. */
  lookNow(): void {
    this.#device.lookNow();
  }

  /** Asks the operator by a short code, `*100#` say ([E1]). */
  ussd(code: string): Promise<UssdAnswer> {
    return this.#ussd.request(code);
  }

  async stop(): Promise<void> {
    await this.#device.stop();
  }

  /** Hands one part to the network. One at a time: the caller waits for the outcome. */
  async submit(tpdu: Uint8Array): Promise<SubmitOutcome> {
    const outcome = await submitPart(this.#device, tpdu);
    this.#failuresInARow = outcome.kind === 'sent' ? 0 : this.#failuresInARow + 1;
    const now = this.#clock.now();
    if (
      this.#failuresInARow >= FAILURES_BEFORE_RESTART &&
      outcome.kind !== 'failed' &&
      now - this.#restartedAt >= RESTART_INTERVAL_MS
    ) {
      this.#failuresInARow = 0;
      this.#restartedAt = now;
      this.#device.restart();
    } else if (outcome.kind === 'operator') this.#device.lookNow();
    return outcome;
  }

  keepLinkOpen(): Promise<void> {
    return keepLinkOpen(this.#device);
  }

  sweep(): Promise<void> {
    return this.#inbound.sweep();
  }

  #onState(state: LifeState): void {
    // A SIM holds texts whether or not the network is there, so reading starts as soon as it can be read.
    if (state.name === 'ready' || state.name === 'searching') {
      if (this.#cancelSweep === null) {
        void this.#inbound.sweep();
        this.#armSweep();
      }
    } else {
      this.#cancelSweep?.();
      this.#cancelSweep = null;
      this.#isSweepSoon = false;
    }
  }

  #sweepSoon(): void {
    if (this.#isSweepSoon || this.#cancelSweep === null) return;
    this.#isSweepSoon = true;
    this.#cancelSweep();
    this.#armSweep(MISSED_SWEEP_MS);
  }

  #armSweep(afterMs?: number): void {
    const mustPoll = this.facts?.notifications.texts === 'none';
    this.#cancelSweep = this.#clock.after(afterMs ?? (mustPoll ? POLL_INTERVAL_MS : SWEEP_INTERVAL_MS), () => {
      // After an early one the next waits its time: a slot may be unreadable for good.
      this.#isSweepSoon = afterMs !== undefined;
      void this.#inbound.sweep();
      this.#armSweep();
    });
  }
}
