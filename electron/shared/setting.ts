import type { WeekHours } from './hours.ts';

/** The sections of the settings by their groups, both in the order of the window. */
export const SETTINGS_GROUPS = {
  shop: ['shop', 'hours', 'people', 'modems'],
  messaging: ['templates', 'tags', 'writing', 'notifications'],
  automations: ['faqs', 'answers', 'rules', 'surveys', 'sending', 'model'],
  appointments: ['services', 'staff', 'booking', 'orders', 'payments'],
  customers: ['fields', 'code', 'keep'],
  integrations: ['api', 'webhooks', 'mail', 'links'],
  data: ['backup', 'files'],
  computer: ['appearance', 'sounds', 'startup'],
} as const;
export type SettingsGroup = keyof typeof SETTINGS_GROUPS;
export type SettingsSection = (typeof SETTINGS_GROUPS)[SettingsGroup][number];
export const SETTINGS_GROUP_NAMES = Object.keys(SETTINGS_GROUPS) as readonly SettingsGroup[];
export const SETTINGS_SECTIONS: readonly SettingsSection[] = Object.values(SETTINGS_GROUPS).flat();

export function groupOf(section: SettingsSection): SettingsGroup {
  return SETTINGS_GROUP_NAMES.find((group) => SETTINGS_GROUPS[group].some((each) => each === section)) ?? 'shop';
}

/** What is recomputed once a setting has changed: each effect belongs to one part of the program. */
export type SettingEffect = 'hours' | 'reminders' | 'calendar-folder' | 'backup-folder';

/** Where the window shows a setting, and what follows from changing it. */
interface Place {
  /** The section that shows it. If left out, none does, or one that draws it in its own way. */
  readonly section?: SettingsSection;
  /** Its section decides where it appears; otherwise it appears at the section's top, in the order of the table. */
  readonly isPlaced?: true;
  /** Only the app can do this; a browser cannot. */
  readonly isOfApp?: true;
  readonly effect?: SettingEffect;
}

/** Yes or no, shown as a check box. */
export interface Toggle extends Place {
  readonly kind: 'toggle';
  readonly initial: boolean;
}

/** One of several words, shown as a list. */
export interface Choice<T extends string = string> extends Place {
  readonly kind: 'choice';
  readonly options: readonly T[];
  readonly initial: T;
}

/** A whole number, chosen from a list of usual ones, which also contains the current value if that is another. */
export interface Amount extends Place {
  readonly kind: 'amount';
  readonly least: number;
  readonly most: number;
  readonly offered: readonly number[];
  readonly initial: number;
}

/** A number that is typed in; it is whole unless decimals are allowed. */
export interface Figure extends Place {
  readonly kind: 'figure';
  readonly most: number;
  readonly hasDecimals: boolean;
  readonly initial: number;
}

/** Text, without spaces around it. */
export interface Text extends Place {
  readonly kind: 'text';
  readonly longest: number;
  readonly pattern?: RegExp;
  readonly initial: string;
  /** When it is emptied, it returns to its initial value. */
  readonly isNeverEmpty?: true;
}

/** The hours of each day of a week. */
export interface Week extends Place {
  readonly kind: 'week';
  readonly initial: WeekHours;
  /** The span that a day without hours gets when it is switched on. */
  readonly usual: WeekHours[number][number];
}

export type Setting = Toggle | Choice | Amount | Figure | Text | Week;

export type ValueOfSetting<S> = S extends Toggle
  ? boolean
  : S extends Choice<infer T>
    ? T
    : S extends Amount | Figure
      ? number
      : S extends Week
        ? WeekHours
        : string;

export function toggle<const P extends Place>(initial: boolean, place: P = {} as P) {
  return { kind: 'toggle', initial, ...place } as const;
}

export function choice<const T extends string, const P extends Place>(
  options: readonly T[],
  initial: NoInfer<T>,
  place: P = {} as P,
): Choice<T> & P {
  return { kind: 'choice', options, initial, ...place };
}

export function amount<const P extends Place>(
  range: readonly [least: number, most: number],
  initial: number,
  place: P & { readonly offered?: readonly number[] } = {} as P,
): Amount & P {
  const [least, most] = range;
  return { kind: 'amount', least, most, initial, offered: [], ...place };
}

export function figure<const P extends Place>(
  most: number,
  initial: number,
  place: P & { readonly hasDecimals?: true } = {} as P,
): Figure & P {
  return { kind: 'figure', most, initial, hasDecimals: false, ...place };
}

export function text<const P extends Place & Pick<Partial<Text>, 'pattern' | 'initial' | 'isNeverEmpty'>>(
  longest: number,
  place: P = {} as P,
): Omit<Text, keyof P> & P {
  return { kind: 'text', longest, initial: '', ...place };
}

export function week<const P extends Place>(initial: WeekHours, usual: Week['usual'], place: P): Week & P {
  return { kind: 'week', initial, usual, ...place };
}
