import { SETTINGS_SECTIONS, type SettingsSection } from '../../../electron/shared/setting.ts';
import { t } from '../../lib/text/format.ts';
import { settingOf, SHOWN_SETTINGS, type ShownSetting } from '../../../electron/locales/setting-words.ts';

/** What a page draws in its own way, by the names it is found by. */
const OTHERS: { readonly [S in SettingsSection]?: () => readonly string[] } = {
  shop: () => [t.settings.country, t.settings.modems, t.settings.code.title],
  tags: () => [t.settings.filters],
  hours: () => [t.settings.days.title],
  calendar: () => [t.services.reminders, t.services.staff],
  customers: () => [t.customers.fields.add, t.customers.keep.title],
  orders: () => [t.board.columns, t.board.nudge],
  faqs: () => [t.tryIt.title],
  rules: () => [t.rules.simulation],
  answers: () => [t.settings.answers.text, t.settings.answers.model],
  notifications: () => [t.settings.owner.phone],
  surveys: () => [t.surveys.add],
  programs: () => [t.programs.address, t.programs.log],
  backup: () => [t.backup.make, t.backup.folder, t.backup.passphrase, t.backup.restore],
};

export interface FoundSetting {
  readonly section: SettingsSection;
  readonly label: string;
  /** Null: its page draws it in its own way. */
  readonly name: ShownSetting | null;
}

/** Everything that can be set, by its label, in the order of the pages. */
export function allSettings(): readonly FoundSetting[] {
  return SETTINGS_SECTIONS.flatMap((section) => [
    ...SHOWN_SETTINGS.filter((name) => settingOf(name).section === section).map((name) => ({
      section,
      name,
      label: t.settings.of[name].label,
    })),
    ...(OTHERS[section]?.() ?? []).map((label) => ({ section, name: null, label })),
  ]);
}
