import type { SettingsSection } from '../shared/setting.ts';
import type { Shortcut } from '../shared/shortcuts.ts';

/** What can be looked for by other words than its own: a command, a page of the settings, who works now, a line. */
export type SoughtFor = Shortcut | `settings-${SettingsSection}` | 'at-counter' | 'line';

/** Words with spaces between them. */
export type Synonyms = Readonly<Partial<Record<SoughtFor, string>>>;
