import { expect, test } from 'vitest';
import { SETTINGS_SECTIONS } from '../../electron/shared/setting.ts';
import { SHORTCUTS } from '../../electron/shared/shortcuts.ts';
import { t } from '../../renderer/lib/text/catalogue.svelte.ts';
import { isSought } from '../../renderer/lib/text/sought.ts';

/** Commands and pages of the settings, as the palette lists them. */
const ENTRIES = [
  ...SHORTCUTS.map(({ id }) => ({ id, label: t.shortcuts[id] })),
  ...SETTINGS_SECTIONS.map((section) => ({ id: `settings-${section}`, label: t.settings.sections[section].title })),
];
const found = (query: string): readonly string[] =>
  ENTRIES.filter(({ id, label }) => isSought(query, label, id)).map(({ id }) => id);

test.each([
  ['restore', 'settings-backup'],
  ['recover', 'settings-backup'],
  ['encrypt', 'settings-backup'],
  ['import', 'customers'],
  ['csv', 'customers'],
  ['contacts', 'customers'],
  ['block', 'customers'],
  ['newsletter', 'customers'],
  ['birthday', 'settings-rules'],
  ['workflow', 'settings-rules'],
  ['missed call', 'settings-rules'],
  ['theme', 'settings-appearance'],
  ['dark mode', 'settings-appearance'],
  ['font', 'settings-appearance'],
  ['language', 'settings-appearance'],
  ['api', 'settings-api'],
  ['webhook', 'settings-webhooks'],
  ['token', 'settings-api'],
  ['payment link', 'settings-payments'],
  ['retention', 'settings-keep'],
  ['gdpr', 'settings-keep'],
  ['fields', 'settings-fields'],
  ['staff', 'settings-people'],
  ['employees', 'settings-people'],
  ['staff', 'settings-staff'],
  ['service', 'settings-services'],
  ['waitlist', 'settings-booking'],
  ['canned', 'settings-templates'],
  ['snippet', 'settings-templates'],
  ['label', 'settings-tags'],
  ['holiday', 'settings-hours'],
  ['vacation', 'settings-hours'],
  ['quiet hours', 'settings-sending'],
  ['bot', 'settings-faqs'],
  ['auto reply', 'settings-faqs'],
  ['out of office', 'settings-answers'],
  ['ai', 'settings-model'],
  ['sound', 'settings-sounds'],
  ['mute', 'settings-sounds'],
  ['email', 'settings-mail'],
  ['tray', 'settings-startup'],
  ['rating', 'settings-surveys'],
  ['nps', 'settings-surveys'],
  ['currency', 'settings-modems'],
  ['qr code', 'settings-code'],
  ['pickup', 'orders'],
  ['booking', 'calendar'],
  ['statistics', 'reports'],
  ['send later', 'scheduled'],
  ['todo', 'tasks'],
  ['hotkeys', 'sheet'],
  ['preferences', 'settings'],
  ['compose', 'new-text'],
  ['archive', 'close'],
  ['postpone', 'snooze'],
])('“%s” leads to %s', (query, id) => {
  expect(found(query)).toContain(id);
});

test('words that stand apart are all looked for, in any order, by their beginning; what nothing is called finds nothing', () => {
  expect(found('message new')).toContain('new-text');
  expect(found('rest back')).toContain('settings-backup');
  expect(found('restore newsletter')).toEqual([]);
  expect(found('zzz')).toEqual([]);
});
