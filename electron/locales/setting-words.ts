import { SETTING_NAMES, SETTINGS, type SettingName } from '../features/settings/table.ts';
import type { Amount, Choice, Figure, Setting, SettingsSection, ValueOfSetting, Week } from '../shared/setting.ts';

/** A setting that a page shows by its words alone. */
export type ShownSetting = {
  [K in SettingName]: (typeof SETTINGS)[K] extends { readonly section: SettingsSection } ? K : never;
}[SettingName];

interface Words {
  readonly label: string;
  readonly hint?: string;
}

type WordsOf<S> = S extends Choice
  ? Words & { readonly options: Readonly<Record<ValueOfSetting<S>, string>> }
  : S extends Amount
    ? Words & { readonly option: (n: number) => string }
    : S extends Figure
      ? Words & { readonly bad: string }
      : S extends Week
        ? Words & { readonly none: string }
        : Words;

/** What each language says of every setting that is shown: the compiler misses one that is not there. */
export type SettingWords = {
  readonly [K in ShownSetting]: K extends 'language' | 'customerLanguage'
    ? LanguageWords
    : WordsOf<(typeof SETTINGS)[K]>;
};

/** Languages are named by the window: only what stands for none of them needs words. */
type LanguageWords = Words & { readonly options: { readonly system: string } | { readonly auto: string } };

export const SHOWN_SETTINGS = SETTING_NAMES.filter((name) => settingOf(name).section !== undefined) as ShownSetting[];

export function settingOf(name: SettingName): Setting {
  return SETTINGS[name];
}
