import type { AtAnswer } from '../at/command-machine.ts';
import { parseValues } from '../at/values.ts';
import type { Clock } from '../clock.ts';
import { lineWith, TIMEOUT_MS, type RunCommand } from './commands.ts';
import { digitsOf, identify, type ModemIdentity } from './identity.ts';
import type { OperatorReason } from './life.ts';
import { enableNotifications, type Notifications } from './notifications.ts';
import { querySim, unlock, type PinLookup } from './pin.ts';
import { profileFor } from './profiles.ts';
import { parseSignal, queryRegistration, type Registration } from './registration.ts';
import { selectStorage, type MessageStorage } from './storage.ts';

/** What a modem and its SIM said of themselves. */
export interface ModemFacts extends ModemIdentity {
  /** The line's identity: the SIM's, never the port's name. */
  readonly imsi: string | null;
  readonly iccid: string | null;
  readonly operator: string | null;
  readonly signalDbm: number | null;
  readonly serviceCentre: string | null;
  /** Of the SIM, where it knows it: few do. */
  readonly ownNumber: string | null;
  /** AT+CMMS keeps the radio link open between the parts of a text ([S6]). */
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
  readonly pin: PinLookup;
  /** Asked right before the PIN is sent, told when it was refused. */
  readonly pinTries: { mayTry(): boolean; refused(): void; accepted(): void };
}

/** A SIM that is starting refuses for seconds ([W2]). */
const BUSY_RETRIES = 10;
const BUSY_PAUSE_MS = 1_000;

/** Brings a modem from any state to ready, in the order that works ([W1]). Most commands may fail and do not matter. */
export async function initialise({ run, clock, pin, pinTries }: InitialiseOptions): Promise<InitialiseResult> {
  await run('ATE0', TIMEOUT_MS.attention);
  if (!(await retryWhileBusy(() => run('AT', TIMEOUT_MS.attention), clock)).ok) return { ok: false, blocked: null };
  await run('AT+CMEE=1');
  const identity = await identify(run);
  for (const command of profileFor(identity.manufacturer, identity.model).setup) await run(command);
  const functionality = lineWith(await run('AT+CFUN?'), '+CFUN:');
  if (functionality !== null && !/^\+CFUN:\s*1\b/.test(functionality)) await run('AT+CFUN=1', TIMEOUT_MS.pin);

  const blocked = await openSim(run, clock, (iccid) => pin({ imei: identity.imei, iccid }), pinTries);
  if (blocked !== null) return { ok: false, blocked };

  const imsi = digitsOf(await retryWhileBusy(() => run('AT+CIMI'), clock));
  const iccid = digitsOf(await run('AT+CCID'));
  const registration = await queryRegistration(run);
  await run('AT+CREG=1');
  const operator = await queryOperator(run);
  const signalDbm = parseSignal(lineWith(await run('AT+CSQ'), '+CSQ:'));
  await run('AT+CSCS="GSM"');
  if (!(await retryWhileBusy(() => run('AT+CMGF=0'), clock)).ok) return { ok: false, blocked: null };
  const storage = await retryUntil(() => selectStorage(run), clock);
  if (storage === null) return { ok: false, blocked: null };
  const notifications = await enableNotifications(run);
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

/** Null: the SIM is open. */
async function openSim(
  run: RunCommand,
  clock: Clock,
  pinOf: (iccid: string | null) => string | null,
  pinTries: InitialiseOptions['pinTries'],
): Promise<OperatorReason | null> {
  let isUnlocked = false;
  let wasTried = false;
  for (let attempt = 0; attempt < BUSY_RETRIES; attempt++) {
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
        // Some still name the PIN for a moment after they have taken it.
        if (isUnlocked) break;
        // Many modems tell which SIM it is even before it is open.
        const pin = pinOf(digitsOf(await run('AT+CCID')));
        const reason = await unlock(run, pin, pinTries.mayTry());
        // What the modem made of it is not known: it counts as tried, and is not tried again.
        if (reason === 'pin-refused' || reason === 'tried') pinTries.refused();
        wasTried = reason === 'tried';
        if (reason !== null && reason !== 'not-now' && reason !== 'tried') return reason;
        isUnlocked = reason === null;
        break;
      }
      case 'starting':
        break;
    }
    await pause(clock, BUSY_PAUSE_MS);
  }
  return 'sim-failed';
}

async function queryOperator(run: RunCommand): Promise<string | null> {
  await run('AT+COPS=3,0');
  const line = lineWith(await run('AT+COPS?'), '+COPS:');
  const name = line === null ? undefined : parseValues(line)[2];
  return name === undefined || name === '' ? null : name;
}

async function retryWhileBusy(command: () => Promise<AtAnswer>, clock: Clock): Promise<AtAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await command();
    if (answer.ok || answer.reason === 'closed' || attempt === BUSY_RETRIES) return answer;
    await pause(clock, BUSY_PAUSE_MS);
  }
}

async function retryUntil<T>(attempt: () => Promise<T | null>, clock: Clock): Promise<T | null> {
  for (let i = 0; i < BUSY_RETRIES; i++) {
    const value = await attempt();
    if (value !== null) return value;
    await pause(clock, BUSY_PAUSE_MS);
  }
  return null;
}

function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
}
