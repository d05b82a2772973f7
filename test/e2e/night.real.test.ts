import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { needs } from '../support/needs.ts';
import { TimedShop } from '../support/timed-shop.ts';

const HOUR = 3_600_000;

/** A person may write at any time. Late in the evening they are told what they may have overlooked. */
describe.skipIf(needs('chromium'))('writing outside of the sending hours', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
    shop.customer('Is it ready?');
    await shop.row('Is it ready').click();
    await shop.article('Is it ready').waitFor();
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  test('in the morning nothing is said; at night one press schedules it for the morning', async () => {
    await shop.composer().fill('Yes, it is ready.');
    await shop.page.waitForTimeout(300);
    expect(await shop.page.getByText('outside your sending hours').count()).toBe(0);
    await shop.later(13 * HOUR);
    await shop.page.getByText('It’s outside your sending hours for this customer.').waitFor();
    await shop.look('night-light');
    await shop.button(/^Schedule for tomorrow/).click();
    await shop.said('Scheduled for tomorrow');
    expect(shop.delivered).toEqual([]);
    await shop.later(10 * HOUR);
    await expect.poll(() => shop.delivered.map(({ text }) => text)).toEqual(['Yes, it is ready.']);
  });

  test('by keyboard: a time at night is asked about, and may be meant', async () => {
    await shop.composer().fill('Good night');
    await shop.press('Alt+Enter');
    await shop.opened('When should it be sent?');
    await shop.press('"today 23:30"', 'Enter');
    const dialog = await shop.opened('Send outside your sending hours?');
    await shop.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => shop.composer().inputValue()).toBe('Good night');
    await shop.composer().focus();
    await shop.press('Alt+Enter');
    await shop.opened('When should it be sent?');
    await shop.press('"today 23:30"', 'Enter');
    await shop.opened('Send outside your sending hours?');
    await shop.pressOn(dialog.getByRole('button', { name: 'Send then anyway' }), 'Enter');
    await shop.said('Scheduled for today');
    await shop.later(14 * HOUR);
    await expect.poll(() => shop.delivered.map(({ text }) => text)).toEqual(['Good night']);
  });
});
