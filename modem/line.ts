import type { Clock } from './clock.ts';
import { Device } from './device/device.ts';
import type { ModemFacts } from './device/initialise.ts';
import type { LifeState } from './device/life.ts';
import type { PinLookup } from './device/pin.ts';
import { Emitter } from './events.ts';
import type { ModemLogger } from './logger.ts';
import { AnswerTimes } from './sms/answer-times.ts';
import { Calls, type IncomingCall } from './sms/calls.ts';
import { Inbound, POLL_INTERVAL_MS } from './sms/inbound.ts';
import type { InboundSink, SlotCounts } from './sms/inbound-sink.ts';
import { keepLinkOpen, submitPart, type SubmitOutcome } from './sms/outbound.ts';
import { Ussd, type UssdAnswer } from './sms/ussd.ts';
import type { Transport } from './transport/transport.ts';

export interface LineOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: ModemLogger;
  readonly pin: PinLookup;
  readonly sink: InboundSink;
  /** Whether a caller hears the busy tone at once; otherwise it rings until they give up. */
  readonly rejectsCalls?: () => boolean;
  readonly trace?: (direction: 'sent' | 'received', text: string) => void;
}

/** A line as the desk sees it: a SIM in a modem, or anything else that sends and receives messages. */
export interface Line {
  readonly state: LifeState;
  /** What the modem and its SIM report about themselves; null until they have. */
  readonly facts: ModemFacts | null;
  /** The program that held the port the last time it could not be opened. */
  readonly holder: string | null;
  readonly stateChanged: Emitter<LifeState>;
  readonly factsChanged: Emitter<ModemFacts>;
  readonly slotsChanged: Emitter<SlotCounts>;
  readonly called: Emitter<IncomingCall>;
  start(): void;
  stop(): Promise<void>;
  /** Ports appeared or disappeared, or the computer woke up: the line checks at once. */
  checkNow(): void;
  /**
   * Hands one SUBMIT TPDU to the network. Only one at a time: the caller waits for the outcome.
   * @param onLate called with the result if the answer comes after the outcome was `uncertain` or `settled`
   */
  submit(tpdu: Uint8Array, onLate?: (outcome: SubmitOutcome) => void): Promise<SubmitOutcome>;
  /**
   * The delivery report for the message being submitted has arrived: its outcome is `settled`, without the modem's own answer.
   */
  settleSubmission(): void;
  /** Asks for the radio link to be kept open between the segments of one message. */
  keepLinkOpen(): Promise<void>;
  /** Sends the carrier a short code such as `*100#` ([E1]). */
  ussd(code: string): Promise<UssdAnswer>;
}

/** This many failures in a row, with nothing else in between, point to the line rather than to the messages ([S8]). */
const FAILURES_BEFORE_RESTART = 3;
/** Restarting the modem again and again does not help against a network that refuses everything. */
const RESTART_INTERVAL_MS = 10 * 60_000;
/** Even where the modem announces messages, an announcement may have been missed. */
const SWEEP_INTERVAL_MS = 5 * 60_000;
/** When a message was announced but not found, or could not be read, the line looks again soon, and then ever more rarely. */
const MISSED_SWEEPS_MS = [2_000, 8_000, 20_000] as const;

/** A SIM in a modem, ready to send and receive texts. */
export class ModemLine implements Line {
  readonly stateChanged: Emitter<LifeState>;
  readonly factsChanged: Emitter<ModemFacts>;
  readonly slotsChanged: Emitter<SlotCounts>;
  readonly called: Emitter<IncomingCall>;
  readonly #device: Device;
  readonly #inbound: Inbound;
  readonly #clock: Clock;
  #cancelSweep: (() => void) | null = null;
  readonly #answerTimes = new AnswerTimes();
  #failuresInARow = 0;
  /** How many early sweeps have run since something was announced that could not be found. */
  #looks: number = MISSED_SWEEPS_MS.length;
  #isSweepSoon = false;
  #restartedAt = -Infinity;
  readonly #ussd: Ussd;

  constructor(options: LineOptions) {
    this.#clock = options.clock;
    this.#device = new Device(options);
    this.#inbound = new Inbound(this.#device, options.clock, options.sink, options.logger);
    this.#ussd = new Ussd(this.#device, options.clock);
    this.called = new Calls(this.#device, options.clock, options.rejectsCalls ?? (() => false)).called;
    this.#inbound.missed.on((what) => this.#sweepSoon(what === 'announced'));
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

  get holder(): string | null {
    return this.#device.holder;
  }

  checkNow(): void {
    this.#device.checkNow();
  }

  ussd(code: string): Promise<UssdAnswer> {
    return this.#ussd.request(code);
  }

  async stop(): Promise<void> {
    await this.#device.stop();
  }

  async submit(tpdu: Uint8Array, onLate: (outcome: SubmitOutcome) => void = () => {}): Promise<SubmitOutcome> {
    let writtenAt = this.#clock.now();
    const noteTime = (): void => this.#answerTimes.note(this.#clock.now() - writtenAt);
    const onPayload = (): void => {
      writtenAt = this.#clock.now();
    };
    const outcome = await submitPart(this.#device, tpdu, this.#answerTimes.limitMs, onPayload, (late) => {
      noteTime();
      onLate(late);
    });
    const isSent = outcome.kind === 'sent' || outcome.kind === 'settled';
    if (outcome.kind === 'sent') noteTime();
    this.#failuresInARow = isSent ? 0 : this.#failuresInARow + 1;
    const now = this.#clock.now();
    if (
      this.#failuresInARow >= FAILURES_BEFORE_RESTART &&
      outcome.kind !== 'failed' &&
      now - this.#restartedAt >= RESTART_INTERVAL_MS
    ) {
      this.#failuresInARow = 0;
      this.#restartedAt = now;
      this.#device.restart();
    } else if (outcome.kind === 'needs-attention') this.#device.checkNow();
    return outcome;
  }

  settleSubmission(): void {
    this.#device.settlePayload();
  }

  keepLinkOpen(): Promise<void> {
    return keepLinkOpen(this.#device);
  }

  sweep(): Promise<void> {
    return this.#inbound.sweep();
  }

  #onState(state: LifeState): void {
    // A SIM holds messages whether or not the network is there, so reading starts as soon as the SIM can be read.
    if (state.name === 'ready' || state.name === 'searching') {
      if (this.#cancelSweep === null) {
        void this.#inbound.sweep();
        this.#armSweep();
      }
    } else {
      this.#cancelSweep?.();
      this.#cancelSweep = null;
      this.#looks = MISSED_SWEEPS_MS.length;
      this.#isSweepSoon = false;
    }
  }

  /** @param isNews something has just come; otherwise it was already there at the last early sweep */
  #sweepSoon(isNews: boolean): void {
    const isFirstLook = this.#looks === 0 && this.#isSweepSoon;
    if (isNews && !isFirstLook) {
      this.#looks = 0;
      this.#isSweepSoon = false;
    }
    const delayMs = MISSED_SWEEPS_MS[this.#looks];
    if (this.#cancelSweep === null || this.#isSweepSoon || delayMs === undefined) return;
    this.#isSweepSoon = true;
    this.#cancelSweep();
    this.#armSweep(delayMs);
  }

  #armSweep(afterMs?: number): void {
    const mustPoll = this.facts?.notifications.texts === 'none';
    this.#cancelSweep = this.#clock.after(afterMs ?? (mustPoll ? POLL_INTERVAL_MS : SWEEP_INTERVAL_MS), () => {
      this.#isSweepSoon = false;
      // An announced message may appear in its slot late; one that stays unreadable is left to the usual sweeps.
      if (afterMs !== undefined) this.#looks += 1;
      const next = afterMs === undefined ? undefined : MISSED_SWEEPS_MS[this.#looks];
      void this.#inbound.sweep();
      this.#isSweepSoon = next !== undefined;
      this.#armSweep(next);
    });
  }
}
