import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { ModelServer } from '../support/model-server.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const HOUR = 3_600_000;

/** Questions the shop answers by itself: entered, tried, asked. */
describe.skipIf(needs('chromium'))('common questions', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
    await shop.ask('settings.set', { customerLanguage: 'en' });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  /** One that is there already. */
  const parking = (): Promise<unknown> =>
    shop.ask('faqs.save', {
      id: null,
      name: 'Parking',
      enabled: true,
      wordings: [
        {
          language: 'en',
          phrasings: ['Where can I park?', 'Do you have parking?'],
          keywords: ['parking'],
          answer: 'Behind the house, free for two hours.',
        },
      ],
    });

  test('by mouse: a question is written, tried, asked by a customer and answered', async () => {
    const settings = await shop.settings('faqs');
    await settings.getByText('No questions yet.').waitFor();
    await shop.look('questions-empty-light');
    await settings.getByRole('button', { name: 'Parking' }).click();
    await shop.look('question-light');
    await expect.poll(() => settings.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await settings.getByRole('textbox', { name: 'Reply' }).fill('Behind the house, {{price}} an hour.');
    await settings.getByRole('button', { name: 'Save' }).click();
    await shop.page.getByText(/Unknown placeholder \{\{price\}\}/).waitFor();
    await settings.getByRole('textbox', { name: 'Reply' }).fill('Behind the house, free for two hours.');
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByRole('button', { name: 'Opening hours' }).click();
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByRole('textbox', { name: /^Test a message/ }).fill('hi, is there somewhere to park?');
    await settings.getByRole('button', { name: 'Test', exact: true }).click();
    await settings.getByText('Would answer: Parking').waitFor();
    await settings.getByText(/Reply PERSON to talk to a person/).waitFor();
    await shop.look('questions-light');
    await settings.getByRole('textbox', { name: /^Test a message/ }).fill('Is my bike ready?');
    await settings.getByRole('button', { name: 'Test', exact: true }).click();
    await settings.getByText('No match. It waits for you.').waitFor();
    expect(shop.delivered).toEqual([]);
    await shop.page.keyboard.press('Escape');
    shop.customer('Do you have parkng ?');
    await shop.row('parkng').or(shop.row('Behind the house')).first().click();
    const answer = shop.article('Behind the house');
    await answer.getByText('Parking', { exact: true }).waitFor();
    await answer.getByText(/Delivered/).waitFor();
    await shop.button(/^Needs reply/).waitFor();
    expect((await shop.ask('app.counts', {})).conversations.waiting).toBe(0);
    await shop.look('question-answered-light');
  });

  test('by keyboard: an answer at hand, known the next time, and a person who takes over and gives back', async () => {
    await parking();
    shop.customer('Can I leave a large van on the parking lot over night?');
    await shop.row('large van').waitFor();
    await shop.press('Alt+l', 'Home');
    await shop.page.getByRole('group', { name: 'Suggested:' }).waitFor();
    await shop.press('Alt+q');
    await until(async () => (await shop.composer().inputValue()) === 'Behind the house, free for two hours.');
    await shop.look('question-suggested-light');
    await shop.tabTo('Answer automatically', 'Shift+Tab');
    await shop.press('Enter');
    await shop.said('Added to FAQ: Parking');
    await shop.press('Alt+r', 'Enter');
    await shop.page.getByText('Auto-replies are paused in this conversation.').waitFor();
    await shop.later(HOUR);
    shop.customer('Where can I park?');
    await shop.article('Where can I park?').waitFor();
    await shop.later(2_000);
    expect(shop.delivered).toHaveLength(1);
    await shop.press('Alt+h');
    await shop.tabTo('Resume auto-replies', 'Shift+Tab');
    await shop.press('Enter');
    await shop.page.getByText('Auto-replies resumed').first().waitFor();
    shop.customer('Can I leave my large van on the parking lot over night?', '+491604412907');
    await until(() => shop.delivered.length === 2);
    expect(shop.delivered[1]).toMatchObject({ to: '+491604412907' });
    shop.customer('Where can i park');
    await until(() => shop.delivered.length === 3);
  });

  test('the customer asks for a person; by the menu it is paused and goes on', async () => {
    await parking();
    shop.customer('Where can I park?');
    await shop.row('Behind the house').click();
    await shop.article('Behind the house').waitFor();
    shop.customer('PERSON');
    await shop.page.getByText(/^Asked for a human ·/).waitFor();
    await shop.article('A person will answer you here.').waitFor();
    await shop.page.getByText('Auto-replies are paused in this conversation.').waitFor();
    await shop.button('More').click();
    await shop.page.getByRole('menuitem', { name: 'Resume auto-replies' }).click();
    await shop.page.getByText('Auto-replies are paused in this conversation.').waitFor({ state: 'detached' });
    await shop.button('More').click();
    await shop.page.getByRole('menuitem', { name: 'Pause auto-replies' }).click();
    await shop.page.getByText('Auto-replies are paused in this conversation.').waitFor();
  });

  test('what is asked often without an answer is shown; an answer is written from it', async () => {
    for (const [n, text] of ['Do you sell gift cards?', 'How much is a gift card', 'gift card for my son?'].entries())
      shop.customer(text, `+49171222330${n}`);
    await until(async () => (await shop.ask('app.counts', {})).conversations.waiting === 3);
    const settings = await shop.settings('faqs');
    await settings.getByText('3 customers asked about “gift card”').waitFor();
    await shop.look('question-gaps-light');
    await settings.getByRole('button', { name: 'Dismiss: gift card' }).click();
    await settings.getByText('3 customers asked about').waitFor({ state: 'detached' });
    await shop.undo('gift card');
    await settings.getByRole('button', { name: 'Write answer' }).click();
    await expect
      .poll(() => settings.getByRole('textbox', { name: /^Example questions/ }).inputValue())
      .toContain('Do you sell gift cards?');
    await settings.getByRole('textbox', { name: 'Reply' }).fill('Yes, from 10 euros on.');
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('Yes, from 10 euros on.').waitFor();
    await settings.getByText('3 customers asked about').waitFor({ state: 'detached' });
  });

  test('what could be answered is looked for in what was answered before: by keyboard and by mouse', async () => {
    await shop.ask('templates.save', { id: null, name: 'parking', text: 'You can park behind the house.' });
    await shop.known('Tom', '+491604412907', 'Do you repair carbon frames?');
    await shop.row('Tom').click();
    await shop.composer().fill('Yes, carbon takes a week.');
    await shop.button('Send').click();
    await shop.later(6_000);
    await shop
      .article('carbon takes a week')
      .getByText(/Delivered/)
      .waitFor();
    shop.customer('hi, can you repair a carbon frame');
    await shop.row('repair a carbon frame').click();
    await shop.article('repair a carbon frame').waitFor();
    await shop.press('Alt+r', 'Alt+j');
    const dialog = await shop.opened('Suggested replies');
    await dialog.getByText(/^Sent to Tom/).waitFor();
    await shop.look('draft-light');
    await shop.tabTo('Insert');
    await shop.press('Enter');
    await until(async () => (await shop.composer().inputValue()) === 'Yes, carbon takes a week.');
    expect(shop.delivered).toHaveLength(1);
    await shop.page.mouse.move(900, 400); // the list stands still under the pointer
    shop.customer('Where do I park?', '+491700000003');
    await shop.row('Where do I park?').click();
    await shop.article('Where do I park?').waitFor();
    await shop.button('Suggest').click();
    await dialog.getByText('Saved reply: /parking').waitFor();
    await dialog.getByRole('button', { name: 'Insert' }).first().click();
    await until(async () => (await shop.composer().inputValue()) === 'You can park behind the house.');
  });

  test('in German, dark', async () => {
    await shop.ask('settings.set', { language: 'de', customerLanguage: 'de', theme: 'dark' });
    await parking();
    const settings = await shop.settings('faqs');
    await settings.getByText('Parking', { exact: true }).waitFor();
    await shop.look('questions-dark-de');
    await settings.getByRole('button', { name: 'Öffnungszeiten' }).click();
    await shop.look('question-dark-de');
    await settings.getByRole('button', { name: 'Weitere Sprache hinzufügen' }).click();
    await settings.getByRole('group', { name: 'Englisch' }).waitFor();
    await settings.getByRole('button', { name: 'Abbrechen' }).click();
    await settings.getByRole('checkbox').first().uncheck();
    await until(async () => (await shop.ask('faqs.list', {}))[0]?.enabled === false);
    await settings.getByRole('button', { name: 'Bearbeiten: Parking' }).click();
    await settings.getByRole('button', { name: 'Entfernen', exact: true }).click();
    await settings.getByText('Parking', { exact: true }).waitFor({ state: 'detached' });
    await shop.undo('Parking', 'Rückgängig');
    await settings.getByText('Parking', { exact: true }).waitFor();
  });

  test('a language model of the owner’s own drafts an answer, and what it made up is marked', async () => {
    await parking();
    const model = await ModelServer.open();
    try {
      const settings = await shop.settings('model');
      const address = settings.getByRole('textbox', { name: 'Address' });
      await address.fill('https://api.example.com');
      await settings.getByRole('button', { name: 'Check' }).click();
      await shop.page.getByText(/must run on this computer or in your own network/).waitFor();
      await address.fill(model.address);
      await address.press('Enter');
      await settings.getByRole('combobox', { name: 'Model' }).selectOption('llama3.2:3b');
      await settings.getByText('Drafts are written by llama3.2:3b.').waitFor();
      await shop.look('model-settings-light');
      await shop.page.keyboard.press('Escape');

      shop.customer('Could I park my lorry behind the house overnight?');
      await shop.row('lorry').click();
      await shop.article('lorry').waitFor();
      await shop.page.keyboard.press('Alt+j');
      const dialog = await shop.opened('Suggested replies');
      model.says = 'You can park behind the house, free for two hours. Overnight it is 12 €.';
      await dialog.getByRole('button', { name: 'Write a draft' }).click();
      await dialog.getByText('Check this: 12 is in none of your answers.').waitFor();
      await expect.poll(() => dialog.locator('mark').allTextContents()).toEqual(['12']);
      await shop.look('model-draft-light');
      await dialog.getByRole('button', { name: 'Insert' }).first().click();
      await expect.poll(() => shop.composer().inputValue()).toContain('Overnight it is 12 €.');
      await expect.poll(() => shop.page.locator('.marks mark').allTextContents()).toEqual(['12']);
      expect(shop.delivered).toEqual([]);
    } finally {
      await model.close();
    }
  });
});
