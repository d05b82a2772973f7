import { AtChannel } from '../at/channel.ts';
import type { AtAnswer, AtCommand } from '../at/command-machine.ts';
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
/** No modem is back from a restart within this; commands that follow each other need no look between them. */
export const RESTARTS_IN_MS = 50;
/** A modem that takes texts as words again so soon has not restarted again. */
const FORGETS_AGAIN_MS = 60_000;
/** Signs of a restart come in bundles, and some modems give them all the time. */
const SIGNS_APART_MS = 10_000;

/** One modem's life: executes what {@link stepLife} decides. */
export class Device {
  readonly stateChanged = new Emitter<LifeState>();
  readonly factsChanged = new Emitter<ModemFacts>();
  readonly unsolicited = new Emitter<UnsolicitedCode>();
  /** The modem told by itself how its SIM is. */
  readonly simStateTold = new Emitter<SimStatus>();
  readonly #options: DeviceOptions;
  #life: LifeState = INITIAL_LIFE;
  #facts: ModemFacts | null = null;
  #link: Link | null = null;
  #channel: AtChannel | null = null;
  #cancelTimer: (() => void) | null = null;
  /** Ends when the port is in the state that was asked for last. */
  #port: Promise<void> = Promise.resolve();
  #pinRefused = false;
  #holder: string | null = null;
  #isWatching = false;
  #watchedAt = -Infinity;
  /** When it last surely took texts as PDUs (UTC ms). */
  #pduModeAt = -Infinity;
  #pduModeIn = -1;
  #forgotModeAt = -Infinity;
  /** Rises with every opening, so that what an earlier connection still finishes changes nothing. */
  #generation = 0;
  #initialisation = 0;

  constructor(options: DeviceOptions) {
    this.#options = options;
  }

  /** Where it is reached at the moment. */
  get name(): string {
    return this.#options.transport.name;
  }

  get state(): LifeState {
    return this.#life;
  }

  get facts(): ModemFacts | null {
    return this.#facts;
  }

  /** The program that held the port when it could last not be opened. */
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

  /** Asked for by who sees that the line fails though it answers ([S8]: three failures in a row). */
  restart(): void {
    this.#apply({ type: 'unresponsive' });
  }

  /** Looks whether all is well, or whether a modem that was missed is back. */
  checkNow(): void {
    this.#apply({ type: 'look-now' });
  }

  readonly run: RunCommand = (text, timeoutMs = TIMEOUT_MS.query) => this.execute({ text, timeoutMs });

  /** Runs before what waits already. @param isWanted asked when its turn has come */
  runNext(text: string, isWanted: () => boolean = () => true): Promise<AtAnswer> {
    const command = { text, timeoutMs: TIMEOUT_MS.query, isWanted };
    return this.#channel?.runNext(command) ?? Promise.resolve({ ok: false, reason: 'closed', payloadWritten: false });
  }

  /**
   * Makes sure that the modem takes texts as PDUs: one that has restarted without a word takes them as words ([S10]). Between
   * two texts that follow each other there is no time for that.
   */
  async ensurePduMode(): Promise<AtAnswer> {
    const isRecent = this.#options.clock.now() - this.#pduModeAt < RESTARTS_IN_MS;
    if (isRecent && this.#pduModeIn === this.session) return SURE;
    const format = parseNumber(parseValues(lineWith(await this.run('AT+CMGF?'), '+CMGF:') ?? '')[0]);
    const now = this.#options.clock.now();
    // One that always says so is told, and believed.
    if (format === 1 && now - this.#forgotModeAt > FORGETS_AGAIN_MS) {
      this.#forgotModeAt = now;
      // It was told otherwise, and has forgotten that with everything else.
      this.#onRestart(true);
      return { ok: false, reason: 'restarted', payloadWritten: false };
    }
    const answer = format === 0 ? SURE : await this.run('AT+CMGF=0');
    if (answer.ok) this.tookPdu();
    return answer;
  }

  /** It has just shown that it takes texts as PDUs. */
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

  /** What became of the payload under way is known by other means. */
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
        // Whatever it answers: it comes back by itself, loses its port, or the machine's timer ends the wait.
        void this.runNext('AT+CFUN=1,1');
        break;
      case 'watch':
        void this.#watch();
        break;
    }
  }

  /** Opening and closing take their turns: a port is never asked for while the last use of it still lets go. */
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

  /** Commands of this connection only: one that was lost in between answers `closed`, whatever was opened after it. */
  #runner(isCurrent: () => boolean = () => true): RunCommand {
    const channel = this.#channel;
    return (text, timeoutMs = TIMEOUT_MS.query) =>
      (isCurrent() ? channel : null)?.run({ text, timeoutMs }) ??
      Promise.resolve({ ok: false, reason: 'closed', payloadWritten: false });
  }

  async #initialise(): Promise<void> {
    const generation = this.#generation;
    // A modem that restarts meanwhile is initialised anew: the run before ends there, or both would try the PIN.
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

  /** Resolves when the modem says by itself that its SIM is ready, at the latest after a time. */
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
   * Signal, registration, and whether the modem still knows what it was told: one that restarted by itself has forgotten
   * it. A modem that no longer answers shows itself by the channel's own time-outs ([W9]).
   */
  async #watch(): Promise<void> {
    // One waits behind a text that takes its time already.
    if (this.#isWatching) return;
    const generation = this.#generation;
    const run = this.#runner();
    this.#isWatching = true;
    this.#watchedAt = this.#options.clock.now();
    const signalDbm = parseSignal(lineWith(await run('AT+CSQ'), '+CSQ:'));
    const registration = await queryRegistration(run);
    // A SIM taken out while it works; one that is busy, or a modem that says nothing, tells nothing.
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
      // An LTE-only stick denies the circuit-switched side all the time: ask all three before believing it.
      if (registered) this.#apply({ type: 'registration', registered: true, denied: false });
      else if (this.#life.name === 'ready') void this.#watch();
    }
    this.unsolicited.emit(code);
  }

  /** `sure`: it has restarted; otherwise it said what it says after a restart, among other times, and is asked soon. */
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
