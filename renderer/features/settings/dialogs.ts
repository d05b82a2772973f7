import type { ShownSetting } from '../../../electron/locales/setting-words.ts';
import type { SettingsSection } from '../../../electron/shared/setting.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const settingsDialog = late(() => import('./settings-dialog.svelte'));

/** @param section null: the one that was looked at last @param setting has the focus once its section is there */
export function openSettings(
  { dialogs }: AppStore,
  section: SettingsSection | null = null,
  setting: ShownSetting | null = null,
): void {
  void dialogs.openPage(settingsDialog, { section, setting });
}
