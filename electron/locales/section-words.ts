import type { SettingsGroup, SettingsSection } from '../shared/setting.ts';

/** What a group or a section of the settings is called, and what is in it. */
export interface TitleWords {
  readonly title: string;
  /** Of a section: one sentence below its title. Of a group: what it contains, in a few words, while it is closed. */
  readonly about: string;
}

export interface SectionWords {
  readonly groups: Readonly<Record<SettingsGroup, TitleWords>>;
  readonly sections: Readonly<Record<SettingsSection, TitleWords>>;
}
