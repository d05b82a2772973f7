import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const MINUTE = 60_000;

/** What the owner wants done by itself: written, simulated, done. */
describe.skipIf(needs('chromium'))('rules', () => {
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

  test('by mouse: a rule is simulated, saved, and does what it says, visibly', async () => {
    await shop.ask('tags.save', { id: null, name: 'Repair', hue: 20 });
    await shop.known('Ana', '+491712223344', 'Do you repair e-bikes?');
    const settings = await shop.settings('rules');
    await settings.getByText('No automations yet.').waitFor();
    await settings.getByRole('button', { name: 'Add automation' }).click();
    await settings.getByRole('textbox', { name: 'Short name' }).fill('Repairs');
    await settings.getByRole('textbox', { name: /^Message contains/ }).fill('repair, broken');
    await settings.getByRole('textbox', { name: 'Reply to the customer' }).fill('Bring it in any day before noon.');
    await settings.getByLabel('Add tag').selectOption({ label: 'Repair' });
    await settings.getByRole('checkbox', { name: 'Alert me' }).check();
    await settings.getByRole('button', { name: 'Test on past messages' }).click();
    await settings.getByText('Once in 30 days.').waitFor();
    await settings.getByText('Do you repair e-bikes?').waitFor();
    await shop.look('rule-simulated-light');
    expect(shop.delivered).toEqual([]);
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText(/a customer writes, with “repair, broken” → replies, tags Repair, alerts you/).waitFor();
    await settings.getByRole('button', { name: 'Welcome' }).click();
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByRole('textbox', { name: /^Test a message/ }).fill('My chain is broken');
    await settings.getByRole('button', { name: 'Test', exact: true }).click();
    await settings.getByText('Automation would reply: Repairs').waitFor();
    await shop.look('rules-light');
    await shop.page.keyboard.press('Escape');
    shop.customer('My chain is broken', '+491604412907');
    await shop.notice('Repairs: 0160 4412907').waitFor();
    await shop.button(/^Repair 1/).waitFor();
    await shop.row('0160 4412907').click();
    await shop.article('Bring it in any day').getByText('Repairs', { exact: true }).waitFor();
    await shop.page.getByText(/^Automation: Repairs ·/).waitFor();
    await shop.look('rule-done-light');
    // The first that fits answers: they were not welcomed as well.
    expect(shop.delivered.map(({ text }) => text)).toEqual(['Bring it in any day before noon.']);
  });

  test('by keyboard: written, moved, switched off, removed, undone', async () => {
    await shop.press('Control+k');
    await shop.opened('Search or jump to…');
    await shop.press('"Custom automations"', 'Enter');
    const settings = shop.page.getByRole('main', { name: 'Settings' });
    await shop.tabTo('Missed call');
    await shop.press('Enter');
    await settings.getByRole('textbox', { name: 'Short name' }).waitFor();
    await shop.tabTo('Save');
    await shop.press('Enter');
    await settings.getByText('a call was missed → replies').waitFor();
    await shop.tabTo('Please wait');
    await shop.press('Enter');
    await shop.tabTo('Save');
    await shop.press('Enter');
    await settings.getByText('nobody has replied for 15 minutes → replies').waitFor();
    const order = async (): Promise<readonly string[]> => (await shop.ask('rules.list', {})).map(({ name }) => name);
    expect(await order()).toEqual(['Missed call', 'Please wait']);
    await shop.tabTo('Move up: Please wait');
    await shop.press('Enter');
    await until(async () => (await order())[0] === 'Please wait');
    // Moved in the window as well: what is moved under the keyboard loses it.
    await settings
      .getByRole('checkbox')
      .first()
      .and(settings.getByRole('checkbox', { name: /Please wait/ }))
      .waitFor();
    await shop.pressOn(settings.getByRole('checkbox', { name: /Missed call/ }), 'Space');
    await until(async () => (await shop.ask('rules.list', {}))[1]?.enabled === false);
    await shop.pressOn(settings.getByRole('button', { name: 'Edit: Missed call' }), 'Enter');
    await shop.tabTo('Remove');
    await shop.press('Enter');
    await settings.getByText('a call was missed → replies').waitFor({ state: 'detached' });
    await shop.said('Missed call removed');
    await shop.press('Control+z');
    await settings.getByText('a call was missed → replies').waitFor();
    await shop.press('Escape');
    shop.customer('Is anybody there?');
    await shop.row('Is anybody there?').waitFor();
    await shop.later(15 * MINUTE);
    await until(() => shop.delivered.length === 1);
    expect(shop.delivered[0]?.text).toContain('We are busy right now and will get back to you soon.');
  });

  test('in German, dark', async () => {
    await shop.ask('settings.set', { language: 'de', customerLanguage: 'de', theme: 'dark' });
    const settings = await shop.settings('rules');
    await settings.getByRole('button', { name: 'Verpasster Anruf' }).click();
    await shop.look('rule-dark-de');
    await settings.getByRole('button', { name: 'Speichern' }).click();
    await settings.getByText('ein Anruf verpasst wurde → antwortet').waitFor();
    await shop.look('rules-dark-de');
  });
});
