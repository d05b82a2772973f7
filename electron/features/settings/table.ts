import type { ValueOfSetting } from '../../shared/setting.ts';
import { apiKeysSettings } from '../api-keys/settings.ts';
import { appointmentsSettings } from '../appointments/settings.ts';
import { automationSettings } from '../automation/settings.ts';
import { backupsSettings } from '../backups/settings.ts';
import { contactsSettings } from '../contacts/settings.ts';
import { conversationsSettings } from '../conversations/settings.ts';
import { linesSettings } from '../lines/settings.ts';
import { messagingSettings } from '../messaging/settings.ts';
import { openingHoursSettings } from '../opening-hours/settings.ts';
import { paymentsSettings } from '../payments/settings.ts';
import { windowSettings } from './window-settings.ts';

/** Everything that can be set, of all features: what is checked, kept, shown, found and undone by this alone. */
export const SETTINGS = {
  ...linesSettings,
  ...windowSettings,
  ...messagingSettings,
  ...conversationsSettings,
  ...openingHoursSettings,
  ...automationSettings,
  ...appointmentsSettings,
  ...contactsSettings,
  ...backupsSettings,
  ...apiKeysSettings,
  ...paymentsSettings,
};

export type SettingName = keyof typeof SETTINGS;
export type Settings = { readonly [K in SettingName]: ValueOfSetting<(typeof SETTINGS)[K]> };
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export const INITIAL_SETTINGS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].initial]),
) as Settings;
