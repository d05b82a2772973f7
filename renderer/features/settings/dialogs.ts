import type { ShownSetting } from '../../../electron/locales/setting-words.ts';
import type { SettingsSection } from '../../../electron/shared/setting.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { onePane } from '../../lib/one-pane.ts';
import { lastSection } from './last-section.svelte.ts';

/** @param section null: the one that was looked at last @param setting has the focus once its section is there */
export function openSettings(
  desk: AppStore,
  section: SettingsSection | null = null,
  setting: ShownSetting | null = null,
): void {
  // What lies over the window may hold something that is not saved.
  void desk.dialogs.leaveAll().then((left) => {
    if (!left) return;
    if (desk.place.at !== 'settings') lastSection.cameFrom = desk.place;
    // Where there is room for one pane, the list of sections comes first.
    const last = onePane.current ? null : lastSection.name;
    desk.go({ at: 'settings', section: section ?? last, setting });
  });
}

/** Back to where somebody was before. */
export function closeSettings(desk: AppStore): void {
  // What is typed in a single field is saved when the field is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (lastSection.cameFrom === null || lastSection.cameFrom.at === 'inbox') desk.showInbox();
  else desk.go(lastSection.cameFrom);
}
