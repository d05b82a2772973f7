import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../../../electron/features/settings/schema.ts';
import { INITIAL_SETTINGS, SETTING_NAMES } from '../../../../electron/features/settings/table.ts';
import { settingOf, SHOWN_SETTINGS } from '../../../../electron/locales/setting-words.ts';
import { ROOT } from '../../../support/headless.ts';

describe('the table of settings', () => {
  test('has first values that its own schema takes, and no setting twice', () => {
    expect(settingsSchema.parse(INITIAL_SETTINGS)).toEqual(INITIAL_SETTINGS);
    expect(Object.keys(INITIAL_SETTINGS)).toEqual(SETTING_NAMES);
  });

  test.each([
    [{ undoSeconds: 11 }],
    [{ undoSeconds: 1.5 }],
    [{ bundleParts: 0.5 }],
    [{ partPrice: -1 }],
    [{ theme: 'pink' }],
    [{ sound: 'yes' }],
    [{ currency: 'eur' }],
    [{ country: 'Germany' }],
    [{ closedText: 'x'.repeat(601) }],
    [{ paymentLink: 'javascript:alert(1)' }],
    [{ hours: [] }],
    [{ nobodyKnows: 1 }],
  ])('does not take %j', (changes) => expect(settingsSchema.partial().safeParse(changes).success).toBe(false));

  test('takes a price with decimals, and gives a shop without a name its first one', () => {
    expect(settingsSchema.partial().parse({ partPrice: 0.07, shopName: ' ' })).toEqual({
      partPrice: 0.07,
      shopName: 'My shop',
    });
  });

  test('every setting that its page places itself stands on a page', () => {
    const folder = join(ROOT, 'renderer/features');
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.svelte'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const placed = SHOWN_SETTINGS.filter((name) => settingOf(name).isPlaced === true);
    expect(placed.length).toBeGreaterThan(5);
    const missing = placed.filter((name) => !pages.some((page) => page.includes(`<SettingField name="${name}" />`)));
    expect(missing).toEqual([]);
  });
});
