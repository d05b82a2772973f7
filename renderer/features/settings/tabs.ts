import type { SettingsTab } from '../../state/desk.svelte.ts';
import { t } from '../../text/format.ts';

/** The pages of the settings in their order, each with the names of what is set there, by which it is found. */
export const SETTINGS_TABS: readonly { readonly tab: SettingsTab; readonly names: () => readonly string[] }[] = [
  {
    tab: 'shop',
    names: () => [
      t.settings.shopName,
      t.settings.country,
      t.settings.handOver,
      t.settings.modems,
      t.settings.code.title,
    ],
  },
  { tab: 'people', names: () => [] },
  { tab: 'templates', names: () => [] },
  { tab: 'tags', names: () => [t.settings.filters] },
  { tab: 'hours', names: () => [t.settings.days.title, t.settings.texting, t.settings.weekly] },
  { tab: 'calendar', names: () => [t.services.reminders, t.services.staff, t.services.byText] },
  { tab: 'customers', names: () => [t.customers.fields.add, t.customers.keep.title] },
  { tab: 'orders', names: () => [t.board.columns, t.board.nudge] },
  { tab: 'faqs', names: () => [t.tryIt.title] },
  { tab: 'rules', names: () => [t.rules.rehearsal] },
  { tab: 'answers', names: () => [t.settings.answers.closed, t.settings.answers.model] },
  {
    tab: 'notifications',
    names: () => [
      t.settings.notify,
      t.settings.notifyShowsText,
      t.settings.sound,
      t.settings.overdue,
      t.settings.owner.phone,
      t.settings.closeToTray,
      t.settings.startAtLogin,
    ],
  },
  { tab: 'surveys', names: () => [t.surveys.add] },
  { tab: 'programs', names: () => [t.programs.address, t.programs.log] },
  { tab: 'backup', names: () => [t.backup.make, t.backup.folder, t.backup.passphrase, t.backup.restore] },
  {
    tab: 'appearance',
    names: () => [t.settings.density, t.settings.language, t.settings.undoSeconds, t.settings.enterSends],
  },
];
