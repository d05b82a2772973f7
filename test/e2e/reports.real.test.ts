import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NAMES = ['Ana Kuhn', 'Tom Brandt', 'Lena Fuchs', 'Mia Otten'];
const PRINTS = `
  globalThis.printed = null;
  window.print = () => {
    printed = document.querySelector('.paper').textContent;
    window.dispatchEvent(new Event('afterprint'));
  };
`;

describe.skipIf(needs('chromium'))('reports', () => {
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
      undoSeconds: 0,
      partPrice: 0.09,
      bundleParts: 5,
    });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  /** Each customer writes and is answered after a while, every day. */
  async function days(count: number): Promise<void> {
    for (let day = 0; day < count; day++) {
      for (const [i, name] of NAMES.entries()) {
        const number = `+49171222330${i}`;
        const text = `Day ${day}: is it ready?`;
        if (day === 0) await shop.known(name, number, text);
        else shop.customer(text, number);
        await shop.later((5 + 12 * i) * MINUTE);
        // One is not answered every day.
        if (i === 3 && day % 2 === 1) continue;
        const sent = shop.delivered.length;
        await shop.ask('messages.send', {
          to: number,
          text: `Yes, ${name}`,
          lineId: 'line_1',
          undoMs: 0,
          notBefore: null,
          key: `day-${day}-${i}-of-the-walk`,
        });
        await expect.poll(() => shop.delivered.length).toBe(sent + 1);
      }
      await shop.later(DAY - 92 * MINUTE);
    }
  }

  test('a week counted: defined, opened down to the text, saved and printed', async () => {
    await days(4);
    await shop.page.evaluate(PRINTS);
    await shop.press('Alt+z');
    const page = shop.page.getByRole('main', { name: 'Reports' });
    await page.getByRole('button', { name: /^Received/ }).waitFor();
    await shop.look('reports-week-light');
    // What it counts, on hover.
    await page.getByRole('button', { name: /^First response time \(median\)/ }).hover();
    await shop.page.getByText('Half of the conversations got their first reply').waitFor();

    const which = page.getByRole('navigation', { name: 'Report' });
    for (const name of [
      'Messages',
      'Response times',
      'Satisfaction',
      'Consent',
      'Appointments',
      'Delivery',
      'Costs',
      'Line',
    ]) {
      await which.getByRole('button', { name, exact: true }).click();
      await page.getByRole('region', { name, exact: true }).waitFor();
      await shop.look(`reports-${name.toLowerCase().replaceAll(' ', '-')}-light`);
    }

    await which.getByRole('button', { name: 'Response times', exact: true }).click();
    const [median] = (
      await shop.ask('reports.read', { name: 'answers', from: '2026-11-01', to: '2026-11-30' })
    ).figures.filter(({ key }) => key === 'first-answer-median');
    expect(median?.of).toBe(14);
    await page.getByRole('button', { name: /^First response time \(90th percentile\)/ }).click();
    const behind = await shop.opened('Details: First response time (90th percentile)');
    await shop.look('reports-behind-light');
    // The slowest stands on top.
    await behind
      .getByRole('button', { name: /^Mia Otten/ })
      .first()
      .click();
    await shop.article('Day 2: is it ready?').waitFor();

    await shop.press('Alt+z');
    await which.getByRole('button', { name: 'Messages', exact: true }).click();
    await page.getByText('Messages over time').waitFor();
    const { content: csv } = await shop.download(() => page.getByRole('button', { name: 'Export' }).click());
    expect(csv).toContain('Received,2026-');
    expect(csv).toContain('Messages over time,2026-11-2');
    await page.getByRole('button', { name: 'Print' }).click();
    const printed = await shop.page.evaluate<string>('printed');
    expect(printed).toContain('My shop: Messages');
    expect(printed).toContain('Messages from customers.');
    expect(printed).not.toContain('Needs reply');
    await shop.page.emulateMedia({ colorScheme: 'dark' });
    await shop.look('reports-messages-dark');
  });
});
