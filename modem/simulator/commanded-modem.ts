import type { Play } from '../makes/make.ts';
import type { Network } from './network.ts';
import type { Quirks } from './quirks.ts';
import type { SimCard, StoredText } from './sim-card.ts';

/** What comes of an AT command. */
export type Outcome =
  | { readonly lines?: readonly string[]; readonly error?: string }
  /** The handler answers later, after a prompt. */
  | 'prompted';

/** Settings that AT commands change and a reset forgets. */
export interface ModemSettings {
  echo: boolean;
  /** +CMEE: 0 bare ERROR, 1 numbers. */
  errorMode: number;
  charset: string;
  registrationMode: number;
  functionality: number;
  /** +CPMS: read and delete, write and send, receive. */
  memories: [string, string, string];
  /** +CNMI: mode, mt, bm, ds, bfr. */
  notifications: [number, number, number, number, number];
  /** +CSMS service. */
  service: number;
  /** ATV: results in words or as numbers. */
  verbose: boolean;
  /** ATQ: no results at all. */
  quiet: boolean;
  /** +CMGF: texts as words, not as PDUs. */
  textMode: boolean;
}

export const powerOn = (quirks: Quirks): ModemSettings => ({
  echo: quirks.echoFirst,
  verbose: quirks.results !== 'numbers',
  quiet: quirks.results === 'none',
  textMode: quirks.textModeFirst,
  errorMode: 0,
  charset: 'GSM',
  registrationMode: 0,
  functionality: 1,
  memories: ['SM', 'SM', 'SM'],
  notifications: [0, 0, 0, 0, 0],
  service: 0,
});

/** The modem as its AT commands see it. */
export interface CommandedModem {
  readonly sim: SimCard;
  readonly network: Network;
  readonly imei: string;
  readonly msisdn: string;
  readonly play: Play;
  readonly quirks: Quirks;
  readonly settings: ModemSettings;
  /** Names of what +CPMS offers. */
  readonly memories: readonly string[];
  readonly signal: number;
  readonly simOut: boolean;
  readonly tellsIccidWhenLocked: boolean;
  /** <stat> of +CREG: home or searching. */
  readonly registrationStatus: number;
  busyAnswersLeft: number;
  readonly hangUp: () => void;
  readonly askOperator: (given: string) => Outcome;
  readonly reboot: (bootMs?: number) => void;
  readonly prompt: (length: number, to: string) => void;
  readonly errorLine: (kind: 'CMS' | 'CME', code: number) => string;
  readonly acknowledge: () => boolean;
  readonly slotsOf: (memory: string) => (StoredText | null)[];
  readonly slotFreed: () => void;
}
