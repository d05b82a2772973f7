import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const HOUR = 3_600_000;
const ANA = '+491712223344';

/** What the desk answers by itself, as the shopkeeper sets it up and sees it. */
describe.skipIf(needs('chromium'))('answers by itself', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'while closed: switched on, seen before, and seen in the thread (%s)',
    async (colorScheme) => {
      await shop.reopen({ colorScheme });
      await shop.ask('settings.set', { shopName: 'Kessler' });
      const dialog = await shop.settings('answers');
      await dialog.getByText('Kessler: Wir haben gerade geschlossen. Wir öffnen morgen um 9:00.').waitFor();
      await dialog.getByRole('checkbox', { name: /Send an away message/ }).check();
      await dialog
        .getByRole('textbox', { name: 'Your own text' })
        .fill('Feierabend bei {{shop}}! Wir sind {{opens}} da.');
      await shop.press('Tab');
      await dialog.getByText('Feierabend bei Kessler! Wir sind morgen um 9:00 da.').waitFor();
      await shop.look(`answers-settings-${colorScheme}`);
      await shop.press('Escape');
      await shop.page.getByRole('dialog').waitFor({ state: 'detached' });

      await shop.known('Ana', ANA, 'Hello');
      expect(shop.delivered).toEqual([]);
      await shop.later(9 * HOUR); // seven in the evening
      shop.customer('Is my bike ready?', ANA);
      await until(() => shop.delivered.length === 1);
      expect(shop.delivered[0]?.text).toBe('Feierabend bei Kessler! Wir sind morgen um 9:00 da.');
      await shop.row('Ana').click();
      await shop.article('Feierabend').getByText('Away message').waitFor();
      // Ana has an answer, but not yet a person's.
      await shop.button(/^Needs reply 1/).waitFor();
      await shop.look(`closed-answer-${colorScheme}`);
    },
  );
});
