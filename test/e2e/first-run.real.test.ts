import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { needs } from '../support/needs.ts';
import { Shop } from '../support/window.ts';

describe.skipIf(needs('chromium', 'socat'))('the first minutes', () => {
  let browser: Browser;
  let shop: Shop;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });
  const state = () => shop.ask('app.state', {});

  test('by mouse: set up, look around in a shop that is full, play a customer, see the auto-reply, leave without a trace', async () => {
    shop = await Shop.open(browser, { plugged: false, isNew: true });
    const page = await shop.window({ locale: 'en-US' });
    await page.locator('.app').waitFor();
    await page.getByLabel('Shop name').fill('Fern Street Hair');
    await page.getByRole('combobox', { name: 'Country' }).selectOption('US');
    // Open on Saturdays as well, as on other days.
    await page.getByRole('group', { name: '09:00–18:00' }).getByRole('button', { name: 'Sat' }).click();
    await page.getByText('Closed Sunday.').waitFor();
    await page.getByRole('button', { name: 'Try it with sample data' }).click();
    await page.getByRole('region', { name: 'Sample data' }).waitFor();
    expect(await state()).toMatchObject({ isSample: true, settings: { shopName: 'Fern Street Hair', country: 'US' } });
    await page.getByRole('heading', { name: 'Fern Street Hair' }).waitFor();
    await page.locator('[data-line-state=ready]').waitFor();

    await page.getByRole('button', { name: 'Play a customer' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('where can i park?');
    await page.getByRole('button', { name: 'Send to the shop' }).click();
    const answer = page.getByRole('article').filter({ hasText: 'enter from Alder Lane' });
    await answer.getByText(/Delivered/).waitFor();
    await answer.getByText('Where can I park?').waitFor();

    expect(existsSync(join(shop.dataDir, 'sample'))).toBe(true);
    await page.getByRole('button', { name: 'Remove sample data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove sample data' }).click();
    // The real shop keeps what was asked first, and asks the rest.
    await expect.poll(() => page.getByLabel('Shop name').inputValue()).toBe('Fern Street Hair');
    expect(existsSync(join(shop.dataDir, 'sample'))).toBe(false);
    const { settings, tags, services, isSample } = await state();
    expect({ tags, services, isSample }).toEqual({ tags: [], services: [], isSample: false });
    expect(settings.hours[6]).toEqual([{ from: '09:00', to: '18:00' }]);
  });

  test('by keyboard: set up and go on to connect a modem; the list of first steps leads on', async () => {
    shop = await Shop.open(browser, { plugged: false, isNew: true });
    await shop.reopen();
    await shop.look('first-run-light');
    await shop.press('"Kessler"');
    await shop.tabTo('Connect a modem');
    await shop.press('Enter');
    await shop.opened('Connect a modem');
    await shop.press('Escape');
    const list = shop.page.getByRole('region', { name: 'Get started' });
    await list.getByText('1 of 6 done').waitFor();
    await shop.look('checklist-light');
    await list.getByRole('button', { name: 'Start: Write your first saved reply' }).click();
    const settings = shop.page.getByRole('main', { name: 'Settings' });
    await settings.getByRole('button', { name: 'Add saved reply' }).click();
    await shop.press('"hi"', 'Tab', '"Hello there"');
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await shop.said('Saved');
    await shop.press('Escape');
    await list.getByText('2 of 6 done').waitFor();
    await list.getByRole('button', { name: 'Hide this list' }).click();
    await list.waitFor({ state: 'detached' });
    await shop.reopen();
    await shop.page.getByText('Select a conversation, or write a new message.').waitFor();
    expect(await shop.page.getByRole('region', { name: 'Get started' }).count()).toBe(0);
  });

  test('in German, dark: the form changes its language at once, and a sample in it', async () => {
    shop = await Shop.open(browser, { plugged: false, isNew: true });
    await shop.reopen({ colorScheme: 'dark' });
    await shop.page.getByRole('combobox', { name: 'Language' }).selectOption('de');
    await shop.page.getByText('Ihr Geschäft einrichten').waitFor();
    await shop.look('first-run-dark-de');
    await shop.button('Mit Beispieldaten ausprobieren').click();
    await shop.page.getByRole('region', { name: 'Beispieldaten' }).waitFor();
    await shop.row('Ist meine Bestellung da?').waitFor();
    await shop.look('sample-dark-de');
  });

  test('with a modem that is found already it leads to the counter', async () => {
    shop = await Shop.open(browser, { isNew: true });
    await shop.page.getByText('Modem found').waitFor();
    await shop.button('Start').click();
    await shop.page.getByText('Select a conversation, or write a new message.').waitFor();
    // Whoever has real customers cannot put invented ones in their place.
    await expect(shop.ask('sample.start', {})).rejects.toThrow('too-late');
  });
});
