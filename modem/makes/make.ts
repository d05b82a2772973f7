/**
 * Everything particular to one make of modem. It holds facts and pure functions only: the AT code and the simulator both read
 * them.
 */
export interface Make {
  readonly name: string;
  /** Matches the answers to AT+CGMI and AT+CGMM; null: it is not known how the make answers. */
  readonly said: RegExp | null;
  readonly usb: {
    /** Vendor ids of four hexadecimal digits, of vendors that make modems and little else. */
    readonly vendorIds: readonly string[];
    /** The name of its ports in /dev/serial/by-id, used where the system knows nothing better: `usb-NAME_...`. */
    readonly byIdName: string | null;
    /** The interface that carries unsolicited codes, where it is the same for most of its sticks ([W8] in modem/README.md). */
    readonly atInterface: number | null;
  };
  /** Commands sent once after identification; refusals do not matter. */
  readonly setup: readonly string[];
  /** Prefixes of unsolicited lines that carry no information we need ([L6]). */
  readonly chatter: readonly string[];
  /** Prefixes of lines that it says when it has started; some are said at other times as well. */
  readonly bootSigns: readonly string[];
  /** Final results besides ERROR that mean that the command was not understood. */
  readonly errors: readonly string[];
  /** How the simulator plays this make; null: its behavior has not been recorded. */
  readonly play: Play | null;
}

/** A modem of this make in the simulator. */
export interface Play {
  readonly manufacturer: string;
  readonly model: string;
  /** Whole lines that come between and inside answers. */
  readonly chatter: readonly string[];
  /** The make's own commands, by name without AT: the line they answer before OK; null: OK alone. */
  readonly commands: Readonly<Record<string, (sim: PlayedSim) => string | null>>;
  /** AT+CMGR of an empty slot is answered with OK instead of an error. */
  readonly readsEmptyPlaces: boolean;
  /** What it says when a memory is full; null: nothing. */
  readonly memoryFull: ((memory: string) => string) | null;
}

export interface PlayedSim {
  readonly locked: 'pin' | 'puk' | null;
  readonly pinTriesLeft: number;
}

const NOTHING_KNOWN: Omit<Make, 'name' | 'usb'> = {
  said: null,
  setup: [],
  chatter: [],
  bootSigns: [],
  errors: [],
  play: null,
};
const USUAL_PLAY: Omit<Play, 'manufacturer' | 'model'> = {
  chatter: [],
  commands: {},
  readsEmptyPlaces: false,
  memoryFull: null,
};

/** Omitted properties are as with most modems. */
export type MakeFacts = { readonly name: string; readonly usb?: Partial<Make['usb']> } & Partial<
  Omit<Make, 'name' | 'usb' | 'play'>
> & { readonly play?: Pick<Play, 'manufacturer' | 'model'> & Partial<Play> };

export function make({ usb = {}, play, ...facts }: MakeFacts): Make {
  return {
    ...NOTHING_KNOWN,
    ...facts,
    usb: { vendorIds: [], byIdName: null, atInterface: null, ...usb },
    play: play === undefined ? null : { ...USUAL_PLAY, ...play },
  };
}
