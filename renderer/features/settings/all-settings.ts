import { SETTINGS_SECTIONS, type SettingsSection } from '../../../electron/shared/setting.ts';
import { t } from '../../lib/text/format.ts';
import { settingOf, SHOWN_SETTINGS, type ShownSetting } from '../../../electron/locales/setting-words.ts';

/** What a section draws in its own way, by the names it is found by. */
const OTHERS: { readonly [S in SettingsSection]?: () => readonly string[] } = {
  shop: () => [t.settings.country],
  modems: () => [t.settings.modems, t.groupTexts.currency],
  tags: () => [t.settings.filters],
  hours: () => [t.settings.days.title],
  notifications: () => [t.settings.owner.phone],
  faqs: () => [t.tryIt.title],
  answers: () => [t.settings.answers.text],
  rules: () => [t.rules.simulation],
  model: () => [t.settings.answers.model],
  surveys: () => [t.surveys.add],
  services: () => [t.services.reminders],
  booking: () => [t.imports.folder.title],
  orders: () => [t.board.columns, t.board.nudge],
  payments: () => [t.links.payment],
  fields: () => [t.customers.fields.add],
  code: () => [t.settings.code.title],
  keep: () => [t.customers.keep.title],
  api: () => [t.programs.port],
  webhooks: () => [t.programs.address, t.programs.log],
  mail: () => [t.mail.host],
  links: () => [t.links.crm],
  backup: () => [t.backup.make, t.backup.folder, t.backup.passphrase, t.backup.restore],
};

export interface FoundSetting {
  readonly section: SettingsSection;
  readonly label: string;
  /** Null: its section draws it in its own way. */
  readonly name: ShownSetting | null;
}

/** Everything that can be set, by its label, in the order of the sections. */
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
