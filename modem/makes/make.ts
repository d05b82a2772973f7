/** All that is particular to one make of modems. Facts and pure functions only: the AT language and the simulator both read them. */
export interface Make {
  readonly name: string;
  /** Found in what AT+CGMI and AT+CGMM answer; null: nothing is known of how it answers. */
  readonly said: RegExp | null;
  readonly usb: {
    /** Four hexadecimal digits each, of vendors that make modems and little else. */
    readonly vendorIds: readonly string[];
    /** How its ports are named in /dev/serial/by-id, where the system tells nothing better: `usb-NAME_...`. */
    readonly byIdName: string | null;
    /** The interface that brings unasked codes, where one holds for most of its sticks ([W8] in modem/README.md). */
    readonly atInterface: number | null;
  };
  /** Sent once after identification; refusals do not matter. */
  readonly setup: readonly string[];
  /** How lines begin that it says without being asked and that concern nobody ([L6]). */
  readonly chatter: readonly string[];
  /** How lines begin that it says when it has started, some of them at other times as well. */
  readonly bootSigns: readonly string[];
  /** Final results of its own beside ERROR: the command was not understood. */
  readonly errors: readonly string[];
  /** How the simulator plays it; null: nobody has written that down. */
  readonly play: Play | null;
}

/** A modem of this make in the simulator. */
export interface Play {
  readonly manufacturer: string;
  readonly model: string;
  /** Whole lines that come between and inside answers. */
  readonly chatter: readonly string[];
  /** Commands of its own, by their name without AT: the line they answer before OK; null: OK alone. */
  readonly commands: Readonly<Record<string, (sim: PlayedSim) => string | null>>;
  /** AT+CMGR of an empty place is answered with OK, not with an error. */
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

/** What is left out is as with most modems. */
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
