import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const HOUR = 3_600_000;
const ANA = '+491712223344';

describe.skipIf(needs('chromium'))('surveys and proof', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en', undoSeconds: 0 });
    await shop.ask('tags.save', { id: null, name: 'Unhappy', hue: 10 });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  test('asked after a talk, answered in the text, who is not content opens again; and all of it sealed', async () => {
    const dialog = await shop.settings('surveys');
    await dialog.getByRole('button', { name: 'New survey' }).click();
    await dialog.getByRole('button', { name: 'Add question' }).click();
    await dialog.getByLabel('Tag unsatisfied customers').selectOption('Unhappy');
    await shop.look('survey-light');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('How was it?').waitFor();
    await shop.press('Escape');

    await shop.known('Ana Kuhn', ANA, 'Is it ready?');
    await shop.row('Ana Kuhn').click();
    await shop.composer().fill('Yes, until six');
    await shop.press('Enter');
    await expect.poll(() => shop.delivered.length).toBe(1);
    await shop.press('Alt+e');
    await expect.poll(async () => (await shop.ask('app.counts', {})).conversations.closed).toBe(1);
    await shop.later(1.2 * HOUR);
    await expect.poll(() => shop.delivered.at(-1)?.text).toContain('how satisfied were you with My shop?');
    shop.customer('2 - the brakes squeak again', ANA);
    // Open again, tagged, and asked on.
    await expect.poll(() => shop.delivered.at(-1)?.text).toBe('What could we do better?');
    const [tag] = (await shop.ask('app.state', {})).tags;
    expect(await shop.ask('conversations.get', { id: 'conversation_1' })).toMatchObject({
      status: 'open',
      tagIds: [tag?.id],
    });
    await shop.page.locator('[data-view=open]').click();
    await shop.row('Ana Kuhn').click();
    const panel = shop.page.getByRole('complementary');
    await panel.getByText('2/5').waitFor();
    await panel.getByText('the brakes squeak again').waitFor();
    shop.customer('Test them before', ANA);
    await panel.getByText('Test them before').waitFor();
    await expect.poll(() => shop.delivered.at(-1)?.text).toBe('Thank you!');
    await shop.look('survey-answered-light');

    await shop.press('Alt+y');
    await shop.page
      .getByRole('main', { name: 'Customers' })
      .getByRole('button', { name: 'Ana Kuhn', exact: true })
      .click();
    const customer = await shop.opened('Customer');
    await customer.getByRole('button', { name: 'Verified record' }).click();
    const { content: table } = await shop.download(() =>
      shop.page.getByRole('option', { name: 'File that can be verified' }).click(),
    );
    await shop.said(/Signature [0-9A-F]{4}(-[0-9A-F]{4}){5}/);
    expect(table).toContain('the brakes squeak again');
  });
});
