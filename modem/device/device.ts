import { AtChannel } from '../at/channel.ts';
import type { AtAnswer, AtCommand } from '../at/machine-state.ts';
import type { UnsolicitedCode } from '../at/unsolicited.ts';
import { parseNumber, parseValues } from '../at/values.ts';
import type { Clock } from '../clock.ts';
import { Emitter } from '../events.ts';
import type { ModemLogger } from '../logger.ts';
import { TransportError, type Link, type Transport } from '../transport/transport.ts';
import { lineWith, TIMEOUT_MS, type RunCommand } from './commands.ts';
import { initialise, type ModemFacts } from './initialise.ts';
import type { PinLookup } from './pin.ts';
import { INITIAL_LIFE, stepLife, type FaultReason, type LifeEffect, type LifeInput, type LifeState } from './life.ts';
import { hasForgotten } from './notifications.ts';
import { hasWokenUp } from './storage.ts';
import { querySim, simStateOf, type SimStatus } from './pin.ts';
import { parseRegistration, parseSignal, queryRegistration } from './registration.ts';

export interface DeviceOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: ModemLogger;
  readonly pin: PinLookup;
  /** Everything that goes over the line, for a log that redacts it. */
  readonly trace?: (direction: 'sent' | 'received', text: string) => void;
}

const SURE: AtAnswer = { ok: true, lines: [] };
/** No modem restarts faster than this; commands that follow each other within this time need no check between them. */
export const RESTARTS_IN_MS = 50;
/** A modem that is back in text mode this soon has not restarted a second time. */
const FORGETS_AGAIN_MS = 60_000;
/** Signs of a restart come in groups, and some modems give them all the time. */
const SIGNS_APART_MS = 10_000;

/** One modem's life: executes what {@link stepLife} decides. */
export class Device {
  readonly stateChanged = new Emitter<LifeState>();
  readonly factsChanged = new Emitter<ModemFacts>();
  readonly unsolicited = new Emitter<UnsolicitedCode>();
  /** The modem reported the state of its SIM without being asked. */
  readonly simStateTold = new Emitter<SimStatus>();
  readonly #options: DeviceOptions;
  #life: LifeState = INITIAL_LIFE;
  #facts: ModemFacts | null = null;
  #link: Link | null = null;
  #channel: AtChannel | null = null;
  #cancelTimer: (() => void) | null = null;
  /** Resolves when the port is in the state that was last asked for. */
  #port: Promise<void> = Promise.resolve();
  #pinRefused = false;
  #holder: string | null = null;
  #isWatching = false;
  #watchedAt = -Infinity;
  /** When the modem last surely accepted messages as PDUs (UTC ms). */
  #pduModeAt = -Infinity;
  #pduModeIn = -1;
  #forgotModeAt = -Infinity;
  /** Increases with every opening, so that work an earlier connection still finishes has no effect. */
  #generation = 0;
  #initialisation = 0;

  constructor(options: DeviceOptions) {
    this.#options = options;
  }

  /** Where the modem is reached at the moment. */
  get name(): string {
    return this.#options.transport.name;
  }

  get state(): LifeState {
    return this.#life;
  }

  get facts(): ModemFacts | null {
    return this.#facts;
  }

  /** The program that held the port the last time it could not be opened. */
  get holder(): string | null {
    return this.#holder;
  }

  start(): void {
    this.#apply({ type: 'start' });
  }

  /** Closes the port; a command under way is answered `closed`. */
  async stop(): Promise<void> {
    this.#apply({ type: 'stop' });
    await this.#port;
  }

  /** Called by code that sees the line fail even though it answers ([S8]: three failures in a row). */
  restart(): void {
    this.#apply({ type: 'unresponsive' });
  }

  /** Checks whether all is well, or whether a missing modem is back. */
  checkNow(): void {
    this.#apply({ type: 'look-now' });
  }

  readonly run: RunCommand = (text, timeoutMs = TIMEOUT_MS.query) => this.execute({ text, timeoutMs });

  /** Runs a command ahead of those that wait. @param isWanted asked when the command's turn has come */
  runNext(text: string, isWanted: () => boolean = () => true): Promise<AtAnswer> {
    const command = { text, timeoutMs: TIMEOUT_MS.query, isWanted };
    return this.#channel?.runNext(command) ?? Promise.resolve({ ok: false, reason: 'closed', payloadWritten: false });
  }

  /**
   * Makes sure that the modem is in PDU mode: one that has silently restarted is in text mode ([S10]). There is no time for this
   * between two messages that follow each other.
   */
  async ensurePduMode(): Promise<AtAnswer> {
    const isRecent = this.#options.clock.now() - this.#pduModeAt < RESTARTS_IN_MS;
    if (isRecent && this.#pduModeIn === this.session) return SURE;
    const format = parseNumber(parseValues(lineWith(await this.run('AT+CMGF?'), '+CMGF:') ?? '')[0]);
    const now = this.#options.clock.now();
    // A modem that always reports text mode is set to PDU mode, and then trusted.
    if (format === 1 && now - this.#forgotModeAt > FORGETS_AGAIN_MS) {
      this.#forgotModeAt = now;
      // The modem had been set to PDU mode and has forgotten it, together with all other settings.
      this.#onRestart(true);
      return { ok: false, reason: 'restarted', payloadWritten: false };
    }
    const answer = format === 0 ? SURE : await this.run('AT+CMGF=0');
    if (answer.ok) this.tookPdu();
    return answer;
  }

  /** The modem has just shown that it is in PDU mode. */
  tookPdu(): void {
    this.#pduModeAt = this.#options.clock.now();
    this.#pduModeIn = this.session;
  }

  /** See {@link AtChannel.session}; -1 while the port is closed. */
  get session(): number {
    return this.#channel?.session ?? -1;
  }

  /** See {@link AtChannel.endSoon}. */
  endSoon(prefix: string): void {
    this.#channel?.endSoon(prefix);
  }

  /** The fate of the payload under way is known by other means. */
  settlePayload(): void {
    this.#channel?.settlePayload();
  }

  execute(command: AtCommand): Promise<AtAnswer> {
    return this.#channel?.run(command) ?? Promise.resolve({ ok: false, reason: 'closed', payloadWritten: false });
  }

  #apply(input: LifeInput): void {
    const before = this.#life;
    const { state, effects } = stepLife(before, input);
    this.#life = state;
    for (const effect of effects) this.#execute(effect);
    if (state !== before) {
      this.#options.logger.info({ modem: this.name, state }, 'line state');
      this.stateChanged.emit(state);
    }
  }

  #execute(effect: LifeEffect): void {
    switch (effect.type) {
      case 'timer':
        this.#cancelTimer?.();
        this.#cancelTimer =
          effect.delayMs === null
            ? null
            : this.#options.clock.after(effect.delayMs, () => this.#apply({ type: 'timer' }));
        break;
      case 'open':
        this.#open(effect.locate);
        break;
      case 'close':
        this.#close();
        break;
      case 'initialise':
        void this.#initialise();
        break;
      case 'reset':
        // The answer does not matter: the modem comes back by itself, loses its port, or the state machine's timer ends the wait.
        void this.runNext('AT+CFUN=1,1');
        break;
      case 'watch':
        void this.#watch();
        break;
    }
  }

  /** Opening and closing take turns: a port is never opened while its last use is still being closed. */
  #open(locate: boolean): void {
    const generation = ++this.#generation;
    this.#port = this.#port.then(() => this.#openPort(generation, locate));
  }

  async #openPort(generation: number, locate: boolean): Promise<void> {
    if (generation !== this.#generation) return;
    let link: Link;
    try {
      link = await this.#options.transport.open({ locate });
    } catch (error) {
      if (generation !== this.#generation) return;
      this.#holder = error instanceof TransportError ? error.holder : null;
      this.#apply({ type: 'open-failed', reason: openFailure(error) });
      return;
    }
    if (generation !== this.#generation) {
      await link.close();
      return;
    }
    const channel = new AtChannel(link, this.#options.clock, {
      unsolicited: (code) => this.#onUnsolicited(code),
      unresponsive: () => this.#apply({ type: 'unresponsive' }),
      restartNoticed: (sure) => this.#onRestart(sure),
      ...(this.#options.trace === undefined ? {} : { trace: this.#options.trace }),
    });
    link.onLine((line) => channel.receive(line));
    link.onClose(() => {
      channel.close();
      if (generation === this.#generation) this.#apply({ type: 'link-lost' });
    });
    this.#link = link;
    this.#channel = channel;
    channel.resynchronise();
    this.#apply({ type: 'opened' });
  }

  #close(): void {
    this.#generation += 1;
    const link = this.#link;
    this.#channel?.close();
    this.#link = null;
    this.#channel = null;
    if (link !== null) this.#port = this.#port.then(() => link.close());
  }

  /** Runs commands on this connection only: once it is lost they answer `closed`, whatever was opened after it. */
  #runner(isCurrent: () => boolean = () => true): RunCommand {
    const channel = this.#channel;
    return (text, timeoutMs = TIMEOUT_MS.query) =>
      (isCurrent() ? channel : null)?.run({ text, timeoutMs }) ??
      Promise.resolve({ ok: false, reason: 'closed', payloadWritten: false });
  }

  async #initialise(): Promise<void> {
    const generation = this.#generation;
    // A modem that restarts meanwhile is initialized again: the run before ends here, or both runs would try the PIN.
    const attempt = ++this.#initialisation;
    const isCurrent = (): boolean => generation === this.#generation && attempt === this.#initialisation;
    const result = await initialise({
      run: this.#runner(isCurrent),
      clock: this.#options.clock,
      simReady: (within) => this.#simReady(within),
      pin: this.#options.pin,
      pinTries: {
        mayTry: () => !this.#pinRefused,
        refused: () => {
          this.#pinRefused = true;
        },
        accepted: () => {
          this.#pinRefused = false;
        },
      },
    });
    if (!isCurrent()) return;
    if (!result.ok) {
      this.#apply(
        result.blocked === null ? { type: 'initialise-failed' } : { type: 'blocked', reason: result.blocked },
      );
      return;
    }
    this.#setFacts(result.facts);
    const { registered, denied } = result.facts.registration;
    this.#apply({ type: 'initialised', registered, denied });
  }

  /** Resolves when the modem reports by itself that its SIM is ready, or after a time limit. */
  #simReady(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        stop();
        resolve();
      };
      const cancel = this.#options.clock.after(withinMs, done);
      const stop = this.simStateTold.on((state) => {
        if (state === 'ready') done();
      });
    });
  }

  /**
   * Reads signal and registration, and checks whether the modem still has its settings: one that restarted by itself has lost
   * them. A modem that no longer answers is noticed through the channel's own timeouts ([W9]).
   */
  async #watch(): Promise<void> {
    // A check already waits behind a message that takes long.
    if (this.#isWatching) return;
    const generation = this.#generation;
    const run = this.#runner();
    this.#isWatching = true;
    this.#watchedAt = this.#options.clock.now();
    const signalDbm = parseSignal(lineWith(await run('AT+CSQ'), '+CSQ:'));
    const registration = await queryRegistration(run);
    // Detects a SIM that was taken out during operation. A busy SIM, or a modem that says nothing, proves nothing.
    const sim = await querySim(run);
    const simGone = sim !== 'ready' && sim !== 'starting' && sim !== 'closed';
    const facts = this.#facts;
    const forgot =
      facts !== null && ((await hasForgotten(run, facts.notifications)) || (await hasWokenUp(run, facts.storage)));
    this.#isWatching = false;
    if (generation !== this.#generation || this.#facts === null) return;
    this.#setFacts({ ...this.#facts, signalDbm, registration });
    if (forgot || simGone) this.#apply({ type: 'restarted' });
    else this.#apply({ type: 'registration', registered: registration.registered, denied: registration.denied });
  }

  #onUnsolicited(code: UnsolicitedCode): void {
    if (code.prefix === 'RDY') this.#onRestart(true);
    else if (code.prefix === '+CPIN:') this.#onSimState(simStateOf(code.line));
    else if (code.prefix === '+CREG:') {
      const { registered } = parseRegistration(code.line);
      // An LTE-only stick always reports the circuit-switched side as denied: ask all three before believing it.
      if (registered) this.#apply({ type: 'registration', registered: true, denied: false });
      else if (this.#life.name === 'ready') void this.#watch();
    }
    this.unsolicited.emit(code);
  }

  /**
   * `sure`: the modem has restarted. Otherwise it said something that it says after a restart and at other times, so it is asked
   * soon.
   */
  #onRestart(sure: boolean): void {
    this.#pduModeAt = -Infinity;
    if (sure) {
      this.#options.logger.info({ modem: this.name }, 'the modem restarted by itself');
      this.#channel?.restarted();
      this.#apply({ type: 'restarted' });
    } else if (this.#options.clock.now() - this.#watchedAt >= SIGNS_APART_MS) {
      this.#watchedAt = this.#options.clock.now();
      this.checkNow();
    }
  }

  #onSimState(state: SimStatus): void {
    this.simStateTold.emit(state);
    const isUsable = state === 'ready';
    const isBlocked = this.#life.name === 'blocked';
    if (isUsable ? isBlocked : !isBlocked) {
      this.#options.logger.info({ modem: this.name, state }, 'the SIM changed');
      this.#apply(isUsable ? { type: 'look-now' } : { type: 'restarted' });
    }
  }

  #setFacts(facts: ModemFacts): void {
    this.#facts = facts;
    this.factsChanged.emit(facts);
  }
}

function openFailure(error: unknown): FaultReason {
  if (!(error instanceof TransportError)) return 'open-failed';
  return error.code === 'failed' ? 'open-failed' : error.code;
}
