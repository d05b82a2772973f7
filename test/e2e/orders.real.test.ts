import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

/** The board of orders, on a Tuesday from ten o'clock. */
describe.skipIf(needs('chromium'))('the board of orders', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });
  const said = (): readonly string[] => shop.delivered.map(({ text }) => text);
  const order = (reference: string, number = '+491712223344', note = '') =>
    shop.ask('orders.add', { reference, number, name: 'Ana Kuhn', note, columnId: null, tell: true });
  const column = (name: string) => shop.page.getByRole('group', { name });

  test('added, told that it is ready, asked about by text, collected; taken back', async () => {
    await shop.button(/^Orders/).click();
    await shop.page.getByRole('main', { name: 'Orders' }).waitFor();
    await shop.look('board-empty-light');
    await shop.button('New order').click();
    const dialog = await shop.opened('New order');
    await dialog.getByLabel('Order number').fill('1234');
    await dialog.getByLabel('Phone number').fill('0171 2223344');
    await dialog.getByLabel('Name').fill('Ana Kuhn');
    await dialog.getByLabel('Item').fill('Birthday cake, chocolate');
    await shop.look('order-light');
    await dialog.getByRole('button', { name: 'New order' }).click();
    await column('In progress')
      .getByRole('button', { name: /^1234 / })
      .waitFor();
    await order('1235', '+491604412907', 'Rye bread');
    await column('In progress')
      .getByRole('button', { name: /^1235 / })
      .waitFor();

    await shop.button('1234: move to Ready').click();
    await column('Ready')
      .getByRole('button', { name: /^1234 / })
      .waitFor();
    await shop.look('board-light');
    await shop.later(10_000);
    await until(() => Promise.resolve(said().length === 1));
    expect(said()).toEqual(['My shop: Your order 1234 is ready for pickup.']);

    shop.customer('Status 1234');
    await until(() => Promise.resolve(said().length === 2));
    expect(said()[1]).toBe('Order 1234: ready for pickup.');

    await shop.button('1234: move to Picked up').click();
    await column('Picked up')
      .getByRole('button', { name: /^1234 / })
      .waitFor();
    await shop.page.keyboard.press('Control+z');
    await column('Ready')
      .getByRole('button', { name: /^1234 / })
      .waitFor();
  });

  test('dragged to another column; from the customer; removed and back again', async () => {
    await order('77', '+491712223344', 'Phone, screen');
    shop.customer('Hello, is it done?');
    await shop.row('is it done').click();
    await shop.page.mouse.move(900, 400);
    const panel = shop.page.getByRole('complementary');
    await panel.getByRole('button', { name: /^77 In progress/ }).waitFor();
    await shop.look('orders-card-light');
    await shop.page.keyboard.press('Alt+x');
    const card = column('In progress').getByRole('button', { name: /^77 / });
    await card.dragTo(column('Ready'));
    await column('Ready').getByRole('button', { name: /^77 / }).waitFor();
    await column('Ready').getByRole('button', { name: /^77 / }).click();
    const dialog = await shop.opened('Order 77');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await column('Ready').getByText('No orders here.').waitFor();
    await shop.button('Undo').first().click();
    await column('Ready').getByRole('button', { name: /^77 / }).waitFor();
    await shop.look('board-dragged-light');
  });

  test('columns are renamed and added; German, dark', async () => {
    await shop.button(/^Orders/).click();
    await shop.button('Columns').click();
    const settings = shop.page.getByRole('main', { name: 'Settings' });
    await settings.getByRole('button', { name: 'Add column' }).click();
    await settings.getByRole('textbox', { name: 'Name' }).fill('In the oven');
    await settings.getByRole('checkbox', { name: /^Notify the customer/ }).check();
    await shop.look('column-light');
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('In the oven').waitFor();
    await settings.getByRole('button', { name: 'Up: In the oven' }).click();
    await settings.getByRole('button', { name: 'Edit: In progress' }).click();
    await settings.getByRole('textbox', { name: 'Name' }).fill('New');
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('New', { exact: true }).waitFor();
    await shop.look('order-settings-light');
    await shop.page.keyboard.press('Escape');
    await column('In the oven').waitFor();
    await order('5', '+491712223344', 'Brezeln');
    await column('New').getByRole('button', { name: /^5 / }).waitFor();
    await settings.waitFor({ state: 'detached' });
    await shop.ask('settings.set', { language: 'de', customerLanguage: 'de', theme: 'dark' });
    await shop.page.getByRole('main', { name: 'Bestellungen' }).waitFor();
    await shop.look('board-dark-de');
  });
});
