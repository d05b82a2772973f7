import { z } from 'zod';
import { weekHours } from '../../shared/hours.ts';
import type { Setting } from '../../shared/setting.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './table.ts';

function schemaOf(setting: Setting): z.ZodType {
  switch (setting.kind) {
    case 'toggle':
      return z.boolean();
    case 'choice':
      return z.enum(setting.options as [string, ...string[]]);
    case 'amount':
      return z.number().int().min(setting.least).max(setting.most);
    case 'figure':
      return setting.hasDecimals ? z.number().min(0).max(setting.most) : z.number().int().min(0).max(setting.most);
    case 'text': {
      const text = z.string().trim().max(setting.longest);
      const formed = setting.pattern === undefined ? text : text.regex(setting.pattern);
      return setting.isNeverEmpty === true ? formed.transform((given) => given || setting.initial) : formed;
    }
    case 'week':
      return weekHours;
  }
}

type Shape = { readonly [K in SettingName]: z.ZodType<Settings[K]> };

/** What a setting may be, made of the table. */
export const settingsSchema = z.strictObject(
  Object.fromEntries(SETTING_NAMES.map((name) => [name, schemaOf(SETTINGS[name])])) as unknown as Shape,
);
