import type { Place } from '../../../electron/shared/places.ts';
import type { SettingsSection } from '../../../electron/shared/setting.ts';

/** What is remembered of the settings as long as the window is open. */
export const lastSection: {
  /** The section that was looked at last. */
  name: SettingsSection;
  /** Where somebody was who opened the settings: closed, they lead there again. */
  cameFrom: Place | null;
} = $state({ name: 'shop', cameFrom: null });
