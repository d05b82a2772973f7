import type { AtAnswer } from '../at/machine-state.ts';
import { parseRange, parseValues } from '../at/values.ts';
import type { Clock } from '../clock.ts';
import { makeOf } from '../makes/index.ts';
import { lineWith, pause, TIMEOUT_MS, type RunCommand } from './commands.ts';
import { decodeName } from './operator-name.ts';
import { iccidOf, identify, imsiOf, type ModemIdentity } from './identity.ts';
import type { OperatorReason } from './life.ts';
import { enableNotifications, type Notifications } from './notifications.ts';
import { querySim, unlock, type PinLookup } from './pin.ts';
import { parseSignal, queryRegistration, type Registration } from './registration.ts';
import { selectStorage, type MessageStorage } from './storage.ts';

/** What a modem and its SIM report about themselves. */
export interface ModemFacts extends ModemIdentity {
  /** The line's identity: it belongs to the SIM and never depends on the port's name. */
  readonly imsi: string | null;
  readonly iccid: string | null;
  readonly operator: string | null;
  readonly signalDbm: number | null;
  readonly serviceCentre: string | null;
  /** The number stored on the SIM, where there is one: few SIMs have it. */
  readonly ownNumber: string | null;
  /** Whether AT+CMMS keeps the radio link open between the segments of a message ([S6]). */
  readonly keepsLinkOpen: boolean;
  readonly storage: MessageStorage;
  readonly notifications: Notifications;
  readonly registration: Registration;
}

export type InitialiseResult =
  | { readonly ok: true; readonly facts: ModemFacts }
  | { readonly ok: false; readonly blocked: OperatorReason }
  | { readonly ok: false; readonly blocked: null };

export interface InitialiseOptions {
  readonly run: RunCommand;
  readonly clock: Clock;
  /** Resolves when the modem says that its SIM is ready, or after this time at the latest. */
  readonly simReady: (withinMs: number) => Promise<void>;
  readonly pin: PinLookup;
  /** `mayTry` is asked right before the PIN is sent; the other function is called when the PIN was refused. */
  readonly pinTries: { mayTry(): boolean; refused(): void; accepted(): void };
}

/** A SIM that is starting refuses commands for some seconds ([W2]). */
const BUSY_RETRIES = 10;
const BUSY_PAUSE_MS = 1_000;
const IDENTITY_READINGS = 5;
/** Some modems take half a minute from power-on until the SIM can be used. */
const SIM_ASKED_EVERY_MS = 1_500;
const SIM_ASKED_TIMES = 60;

/** Brings a modem from any state to ready, in the order that works ([W1]). Most of these commands may fail without harm. */
export async function initialise(options: InitialiseOptions): Promise<InitialiseResult> {
  const { run, clock, pin } = options;
  // Another program may have left the modem's profile with results as digits or with no results.
  for (const command of ['ATQ0', 'ATV1']) await run(command, TIMEOUT_MS.attention);
  if (!(await retryWhileBusy(() => answersAtAll(run), clock)).ok) return { ok: false, blocked: null };
  await run('AT+CMEE=1');
  const identity = await identify(run);
  for (const command of makeOf(identity.manufacturer, identity.model).setup) await run(command);
  const functionality = lineWith(await run('AT+CFUN?'), '+CFUN:');
  if (functionality !== null && !/^\+CFUN:\s*1\b/.test(functionality)) await run('AT+CFUN=1', TIMEOUT_MS.pin);

  const blocked = await openSim(options, (iccid) => pin({ imei: identity.imei, iccid }));
  if (blocked !== null) return { ok: false, blocked };

  const imsi = await readImsi(run, clock);
  const iccid = iccidOf(await run('AT+CCID'));
  const registration = await queryRegistration(run);
  await run('AT+CREG=1');
  const operator = await queryOperator(run);
  const signalDbm = parseSignal(lineWith(await run('AT+CSQ'), '+CSQ:'));
  await run('AT+CSCS="GSM"');
  if (!(await retryWhileBusy(() => run('AT+CMGF=0'), clock)).ok) {
    const formats = lineWith(await run('AT+CMGF=?'), '+CMGF:');
    const takesWordsOnly = formats !== null && !parseRange(/\((.*?)\)/.exec(formats)?.[1]).has(0);
    return { ok: false, blocked: takesWordsOnly ? 'text-mode-only' : null };
  }
  const storage = await selectStorage(run, clock);
  if (storage === null) return { ok: false, blocked: null };
  const notifications = await enableNotifications(run, storage);
  await run('AT+CLIP=1');
  const ownNumber = parseValues(lineWith(await run('AT+CNUM'), '+CNUM:') ?? '')[1];
  const centre = parseValues(lineWith(await run('AT+CSCA?'), '+CSCA:') ?? '')[0];
  const keepsLinkOpen = (await run('AT+CMMS=?')).ok;
  return {
    ok: true,
    facts: {
      ...identity,
      imsi,
      iccid,
      operator,
      signalDbm,
      serviceCentre: centre === undefined || centre === '' ? null : centre,
      ownNumber: ownNumber === undefined || ownNumber === '' ? null : ownNumber,
      keepsLinkOpen,
      storage,
      notifications,
      registration,
    },
  };
}

/** Reads the line's identity. A lost digit would look like another line, so it counts only once the same value came twice. */
async function readImsi(run: RunCommand, clock: Clock): Promise<string | null> {
  let previous = imsiOf(await retryWhileBusy(() => run('AT+CIMI'), clock));
  for (let attempt = 0; attempt < IDENTITY_READINGS; attempt++) {
    const imsi = imsiOf(await run('AT+CIMI'));
    if (imsi === previous) return imsi;
    previous = imsi;
  }
  return null;
}

/** Some modems answer a bare AT with ERROR, but not ATE0. */
async function answersAtAll(run: RunCommand): Promise<AtAnswer> {
  const answer = await run('ATE0', TIMEOUT_MS.attention);
  return answer.ok ? answer : run('AT', TIMEOUT_MS.attention);
}

/** Null: the SIM is unlocked. */
async function openSim(
  { run, simReady, pinTries }: InitialiseOptions,
  pinOf: (iccid: string | null) => string | null,
): Promise<OperatorReason | null> {
  let isUnlocked = false;
  let wasTried = false;
  for (let attempt = 0; attempt < SIM_ASKED_TIMES; attempt++) {
    switch (await querySim(run)) {
      case 'ready':
        if (isUnlocked || wasTried) pinTries.accepted();
        return null;
      case 'puk':
        return 'puk-required';
      case 'missing':
        return 'sim-missing';
      case 'failed':
        return 'sim-failed';
      case 'pin': {
        // Some modems still ask for the PIN for a moment after they have accepted it.
        if (isUnlocked) break;
        // Many modems report the SIM's ICCID even before the SIM is unlocked.
        const pin = pinOf(iccidOf(await run('AT+CCID')));
        const reason = await unlock(run, pin, pinTries.mayTry());
        // It is unknown what the modem did with the PIN: it counts as tried and is not tried again.
        if (reason === 'pin-refused' || reason === 'tried') pinTries.refused();
        wasTried = reason === 'tried';
        if (reason !== null && reason !== 'not-now' && reason !== 'tried') return reason;
        isUnlocked = reason === null;
        break;
      }
      case 'starting':
        break;
      case 'closed':
        return 'sim-failed';
    }
    await simReady(SIM_ASKED_EVERY_MS);
  }
  return 'sim-failed';
}

async function queryOperator(run: RunCommand): Promise<string | null> {
  await run('AT+COPS=3,0');
  const line = lineWith(await run('AT+COPS?'), '+COPS:');
  const name = line === null ? undefined : parseValues(line)[2];
  return name === undefined || name === '' ? null : decodeName(name);
}

async function retryWhileBusy(command: () => Promise<AtAnswer>, clock: Clock): Promise<AtAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await command();
    if (answer.ok || answer.reason === 'closed' || attempt === BUSY_RETRIES) return answer;
    await pause(clock, BUSY_PAUSE_MS);
  }
}
