import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REGULARS = 30;
const numberOf = (n: number): string => `+49171${2_100_000 + n}`;

describe.skipIf(needs('chromium'))('group texts', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
    await shop.ask('settings.set', {
      language: 'en',
      customerLanguage: 'en',
      partPrice: 0.07,
      ownerPhone: '+491715550000',
    });
    await shop.ask('contactFields.save', { id: null, name: 'Bike', kind: 'text', choices: [] });
    for (let n = 0; n < REGULARS; n++)
      await shop.ask('contacts.save', {
        id: null,
        contact: {
          name: `Kim Number${n}`,
          numbers: [{ number: numberOf(n), label: '' }],
          fields: n === 3 ? [] : [{ name: 'Bike', value: n === 7 ? 'red cargo bike with the long tail' : 'city bike' }],
        },
      });
    await shop.ask('groups.save', {
      id: null,
      name: 'Everybody with a bike',
      match: 'all',
      conditions: [{ about: 'added', within: true, months: 12 }],
    });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });
  const page = (): Locator => shop.page.getByRole('main', { name: 'Customers' });
  const delivered = (): readonly string[] => shop.delivered.map(({ to }) => to);

  test('to a group of thirty: looked at, tried, confirmed by their number, paused, gone on, and what became of it', async () => {
    await shop.button('Customers').click();
    await shop.button('Everybody with a bike').first().click();
    await page().getByText('30 customers').waitFor();
    await page().getByRole('button', { name: 'New broadcast' }).click();
    const dialog = await shop.opened('Broadcast to “Everybody with a bike”');
    await dialog
      .getByRole('textbox', { name: 'Message' })
      .fill('Dear {{first_name}}, free check of your {{Bike}}, {{when}}');
    await dialog.getByText('Unknown placeholder {{when}}').waitFor();
    await dialog
      .getByRole('textbox', { name: 'Message' })
      .fill('Dear {{first_name}}, free check of your {{Bike}} this week.');
    // Nobody has agreed to offers.
    await dialog.getByText('0 of 30 customers get it').waitFor();
    await dialog.getByText('30 without consent to this').waitFor();
    await dialog.getByLabel('Type').selectOption({ label: 'Service: opening hours, a move, a recall' });
    await dialog.getByText('30 customers get it').waitFor();
    await dialog.getByLabel('Send gradually over').selectOption({ label: '1 hour of sending hours' });
    await dialog.getByText('{{Bike}} is unknown for 1.').waitFor();
    await dialog.getByText('30 SMS · €2.10').waitFor();
    await dialog.getByText('free check of your red cargo bike with the long tail this week.').waitFor();
    await shop.look('group-text-light');
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await shop.said('Sent to +491715550000');
    const start = dialog.getByRole('button', { name: 'Start' });
    await expect.poll(() => start.isDisabled()).toBe(true);
    await dialog.getByLabel('To start, type the number of customers: 30').fill('29');
    await expect.poll(() => start.isDisabled()).toBe(true);
    await dialog.getByLabel('To start, type the number of customers: 30').fill('30');
    await start.click();
    await page().getByText('Sending').waitFor();
    await page().getByRole('button', { name: 'Pause' }).click();
    await page().getByText('Paused').waitFor();
    await shop.later(5 * MINUTE);
    const before = delivered().length;
    await shop.later(HOUR);
    expect(delivered().length).toBe(before);
    expect(before).toBeLessThan(REGULARS);
    await page().getByRole('button', { name: 'Resume' }).click();
    await shop.later(90 * MINUTE);
    await page().getByText('Done').waitFor();
    // To each once, and to oneself.
    expect(new Set(delivered()).size).toBe(REGULARS + 1);
    expect(delivered().length).toBe(REGULARS + 1);
    shop.customer('Thanks, Tuesday?', numberOf(0));
    await page().getByText('Replied', { exact: true }).waitFor();
    await shop.look('group-text-result-light');
    await page().getByRole('button', { name: 'All broadcasts' }).click();
    await page().getByText('30 of 30').waitFor();
    await shop.look('group-texts-light');
    // None of those conversations stands among the open ones but the one that wrote.
    await shop.page.locator('[data-view=open]').click();
    await shop.page.getByText('Thanks, Tuesday?').first().waitFor();
    await expect.poll(() => shop.page.locator('[data-view=open] b').textContent()).toBe('1');
  });

  test('it came due while the computer slept: said, and gone on with by a person', async () => {
    const order = {
      groupId: null,
      contactIds: [],
      text: 'Closed tomorrow',
      purpose: 'service' as const,
      withStop: false,
      startsAt: shop.clock.now() + HOUR,
      spreadMinutes: 0,
    };
    await shop.ask('groupTexts.start', { order, key: 'walk-key-1', confirmed: REGULARS });
    await shop.asleep(3 * HOUR);
    await shop.button('1 broadcast is waiting').click();
    await page().getByRole('button', { name: '30 customers' }).click();
    await page().getByText('It came due while the program was not running').waitFor();
    await shop.look('group-text-late-light');
    expect(delivered()).toEqual([]);
    await page().getByRole('button', { name: 'Resume' }).click();
    await shop.later(30 * MINUTE);
    await page().getByText('Done').waitFor();
    expect(delivered().length).toBe(REGULARS);
    await shop.page.getByRole('button', { name: '1 broadcast is waiting' }).waitFor({ state: 'detached' });
  });
});
