import { z } from 'zod';
import { NATIONAL_LANGUAGE_NAMES, type NationalLanguageName } from '../../shared/composing.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { LineId } from '../../shared/ids.ts';
import type { Reason } from '../../shared/reason.ts';

/** `ready` sends and receives; every other state says why the line does not. */
export type LineState = 'starting' | 'ready' | 'searching' | 'attention' | 'reconnecting' | 'off';

export interface LineDto {
  readonly id: LineId;
  readonly name: string;
  readonly kind: 'sim' | 'demo';
  readonly state: LineState;
  readonly reason: Reason | null;
  /** Something that does not keep the line from working but should be known. */
  readonly warning: Reason | null;
  readonly port: string | null;
  readonly imsi: string | null;
  readonly imei: string | null;
  readonly operator: string | null;
  readonly signalDbm: number | null;
  readonly sim: { readonly used: number; readonly total: number } | null;
  /** When the line entered this state. */
  readonly since: number;
  readonly ownNumber: string | null;
  readonly balance: BalanceDto | null;
}

/** The credit as the carrier last told it. */
export interface BalanceDto {
  readonly at: number;
  readonly text: string;
  /** Null if no amount was found in the text. */
  readonly amount: number | null;
  /** Whether the credit is below the amount at which the owner wants a warning. */
  readonly isLow: boolean;
}

/** What the owner sets for one line. */
export interface LineSettings {
  /** The most parts in a minute, an hour and a day. A person's answers count toward them but are not held back. */
  readonly caps: { readonly minute: number; readonly hour: number; readonly day: number };
  readonly rejectCalls: boolean;
  readonly balance: {
    /** The code that asks for the balance, such as `*100#`; if empty, it is not asked for. */
    readonly code: string;
    /** The words that stand before the amount; if empty, the first amount counts. */
    readonly after: string;
    readonly warnBelow: number | null;
    readonly daily: boolean;
  };
  /** The language whose letters may use tables that not every phone knows, if that saves a part; null for none. */
  readonly nationalLanguage: NationalLanguageName | null;
}

/** One line with everything there is to know about it. */
export interface LinePage {
  readonly line: LineDto;
  readonly settings: LineSettings;
  readonly hasPin: boolean;
  /** Parts handed to the modem in the last minute, hour and day. */
  readonly volume: { readonly minute: number; readonly hour: number; readonly day: number };
  readonly modem: {
    readonly manufacturer: string | null;
    readonly model: string | null;
    readonly revision: string | null;
    readonly serviceCentre: string | null;
    readonly iccid: string | null;
  } | null;
  /** When the line last did each thing it is for. */
  readonly proof: {
    /** When the modem last answered. */
    readonly answeredAt: number | null;
    readonly sentAt: number | null;
    readonly receivedAt: number | null;
    readonly reportAt: number | null;
  };
  /** The newest first. */
  readonly events: readonly { readonly at: number; readonly state: LineState; readonly sentence: string }[];
  /** The signal of the last day, oldest first; null where there was no signal. */
  readonly signal: readonly { readonly at: number; readonly dbm: number | null }[];
}

/** A modem found on this computer. */
export interface FoundModemDto {
  readonly path: string;
  /** The model, such as `Huawei E173`, or the name the system gives it. */
  readonly name: string;
  readonly imei: string | null;
  readonly sim: 'ready' | 'pin' | 'puk' | 'missing' | 'failed' | 'starting';
  /** The line that its SIM belongs to, if it is known. */
  readonly lineId: LineId | null;
}

export interface DiscoveryDto {
  readonly modems: readonly FoundModemDto[];
  /** Ports that could not be asked, each with what to do about it. */
  readonly failures: readonly { readonly path: string; readonly reason: Reason }[];
}

const pin = z.string().regex(/^\d{4,8}$/);

/** Only digits and signs are allowed, since the code goes between the quotes of an AT command. */
const USSD = /^[0-9*#+]{1,160}$/;

const cap = z.number().int().min(1).max(100_000);

export const lineSettings = z.strictObject({
  caps: z.strictObject({ minute: cap, hour: cap, day: cap }),
  rejectCalls: z.boolean(),
  balance: z.strictObject({
    code: z.union([z.literal(''), z.string().regex(USSD).max(40)]),
    after: z.string().max(80),
    warnBelow: z.number().min(0).max(1e9).nullable(),
    daily: z.boolean(),
  }),
  nationalLanguage: z.enum(NATIONAL_LANGUAGE_NAMES).nullable().default(null),
});

export interface PortDto {
  readonly path: string;
  readonly description: string | null;
}

/** Modems and their SIMs. */
export const linesContract = {
  methods: {
    'lines.ports': method(z.strictObject({}), answer<readonly PortDto[]>()),
    /** Asks every free port which modem is behind it. */
    'lines.discover': method(z.strictObject({}), answer<DiscoveryDto>()),
    /** Looks for the modems of the lines at once, without waiting for the next try. */
    'lines.checkNow': method(z.strictObject({}), answer<readonly LineDto[]>()),
    'lines.connect': method(
      z.strictObject({ path: z.string().min(1).max(300), pin: pin.nullable() }),
      answer<readonly LineDto[]>(),
    ),
    'lines.setPin': method(z.strictObject({ id, pin: pin.nullable() }), answer<readonly LineDto[]>()),
    'lines.remove': method(z.strictObject({ id }), answer<readonly LineDto[]>()),
    'lines.startDemo': method(z.strictObject({}), answer<readonly LineDto[]>()),
    /** A text as if a customer had sent it, where the line is simulated. */
    'lines.playCustomer': method(
      z.strictObject({ number: z.string().trim().min(3).max(40), text: z.string().trim().min(1).max(1_000) }),
      answer<null>(),
    ),
    'lines.page': method(z.strictObject({ id }), answer<LinePage>()),
    /** The last lines that went between program and modem, without anybody's words or numbers. */
    'lines.log': method(z.strictObject({ id }), answer<{ readonly lines: readonly string[] }>()),
    'lines.configure': method(
      z.strictObject({
        id,
        name: z.string().trim().min(1).max(40),
        ownNumber: z.string().max(60).nullable(),
        settings: lineSettings,
      }),
      answer<LinePage>(),
    ),
    /** Answers with what the carrier said, and whether it is a menu that waits for a choice. */
    'lines.askOperator': method(
      z.strictObject({
        id,
        code: z.string().regex(USSD),
      }),
      answer<{ readonly text: string; readonly wantsAnswer: boolean }>(),
    ),
    'lines.askBalance': method(z.strictObject({ id }), answer<LinePage>()),
  },
  events: {
    'line.changed': event<LineDto>(),
  },
} satisfies Contract;
