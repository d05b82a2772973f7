import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { Shop } from '../support/window.ts';

const ANA = '+491712223344';
const BORIS = '+491604412907';

/** What goes wrong with quick fingers, two windows and a desk that is away: never the wrong customer, never a word lost. */
describe.skipIf(needs('chromium', 'socat'))('slips', () => {
  let browser: Browser;
  let shop: Shop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await Shop.open(browser);
  });
  afterEach(() => shop.close());

  const two = async (): Promise<readonly [ana: string, boris: string]> => [
    await shop.known('Ana', ANA, 'Hello from Ana'),
    await shop.known('Boris', BORIS, 'Hello from Boris'),
  ];
  const opened = (name: string): Promise<void> => shop.page.getByRole('heading', { name, level: 1 }).waitFor();
  const panel = () => shop.page.getByRole('complementary');

  test('what is written about one customer is not kept with the next one', async () => {
    const [ana, boris] = await two();
    await shop.row('Boris').click();
    await opened('Boris');
    await panel().getByRole('textbox', { name: 'Notes' }).fill('About Boris');
    await shop.press('Alt+ArrowDown');
    await opened('Ana');
    await until(async () => (await shop.ask('contacts.get', { conversationId: boris })).notes === 'About Boris');
    expect((await shop.ask('contacts.get', { conversationId: ana })).notes).toBe('');
    await expect.poll(() => panel().getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('');
  });

  test('what is written in an editor of the settings is asked about, however it is left', async () => {
    const settings = await shop.settings('shop');
    const shopDetails = settings.locator('[data-section=shop][aria-current]');
    const question = shop.page.getByRole('dialog', { name: 'Leave without saving?' });
    const stay = async (): Promise<void> => {
      await question.getByRole('button', { name: 'Cancel' }).click();
      await question.waitFor({ state: 'detached' });
    };
    for (const [section, add] of [
      ['rules', 'Add automation'],
      ['faqs', 'Add question'],
      ['services', 'Add service'],
      ['staff', 'Add staff or resource'],
      ['orders', 'Add column'],
      ['templates', 'Add saved reply'],
      ['people', 'Add team member'],
      ['tags', 'Add tag'],
      ['fields', 'Add field'],
      ['hours', 'Add a day'],
      ['webhooks', 'Add'],
      ['api', 'Create key'],
      ['surveys', 'New survey'],
    ] as const) {
      await shop.settings(section);
      await settings.getByRole('button', { name: add, exact: true }).first().click();
      const field = settings.locator('.editor').getByRole('textbox').first();
      await field.waitFor();
      // Left as it was opened, nothing is asked.
      await shop.settings('shop');
      await shop.settings(section);
      await settings.getByRole('button', { name: add, exact: true }).first().click();
      await field.fill('halfway');
      await settings.getByText('Unsaved changes').waitFor();
      await settings.locator('[data-group=computer]').click();
      await stay();
      await shop.press('Escape');
      await stay();
      await settings.getByRole('button', { name: 'Close settings' }).click();
      await stay();
      await shop.page.goBack();
      await stay();
      await shop.page.getByRole('navigation').first().getByRole('button', { name: /^Open/ }).click();
      await stay();
      expect(await field.inputValue(), section).toBe('halfway');
      await settings.locator('[data-group=computer]').click();
      await question.getByRole('button', { name: 'Leave' }).click();
      await settings.locator('[data-section=appearance][aria-current]').waitFor();
    }
    await shop.settings('shop');
    await shopDetails.waitFor();
  });

  test('Enter pressed twice on a note does not send the draft that stands behind it', async () => {
    await two();
    await shop.row('Boris').click();
    await shop.composer().fill('Your car is');
    await shop.press('Alt+m', '"Only for us"', 'Enter', 'Enter');
    await shop.page.getByRole('note', { name: 'Note' }).filter({ hasText: 'Only for us' }).waitFor();
    await until(async () => (await shop.composer().inputValue()) === 'Your car is');
    await expect.poll(() => shop.article('Your car is').count()).toBe(0);
    expect(shop.delivered).toEqual([]);
  });

  test('Enter in the palette waits for the customer who is looked for', async () => {
    await shop.known('Hanna', '+491701111111', 'Hello from Hanna');
    await two();
    await shop.press('Control+k');
    const palette = await shop.opened('Search or jump to…');
    await shop.press('"an"');
    await palette.getByRole('option', { name: /Hanna/ }).first().waitFor();
    await shop.press('"a mei"', 'Escape');
    await shop.press('Control+k');
    await shop.opened('Search or jump to…');
    await shop.press('"boris"', 'Enter');
    await opened('Boris');
  });

  test('a name that no template has is not sent', async () => {
    await two();
    await shop.row('Boris').click();
    await shop.composer().click();
    await shop.press('"/zzz"');
    await shop.page.getByText('No saved reply with that name.').waitFor();
    await shop.press('Enter');
    await expect.poll(() => shop.composer().inputValue()).toBe('/zzz');
    await expect.poll(() => shop.article('/zzz').count()).toBe(0);
  });

  test('what is written while the desk is away is not lost by looking at somebody else', async () => {
    await two();
    await shop.row('Boris').click();
    await opened('Boris');
    const port = await shop.stopDesk();
    await shop.page.getByText('Can’t reach Counterline. Reconnecting…').waitFor();
    await shop.composer().fill('Half an answer');
    await panel().getByRole('textbox', { name: 'Notes' }).fill('Half a note');
    await shop.press('Tab');
    await shop.startDesk(port);
    await shop.page.locator('[data-line-state=ready]').waitFor();
    await shop.row('Half an answer').waitFor(); // on the desk by itself
    await expect.poll(() => panel().getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('Half a note');
    await shop.row('Ana').click();
    await opened('Ana');
    await expect.poll(() => shop.composer().inputValue()).toBe('');
    await shop.row('Half an answer').click();
    await until(async () => (await shop.composer().inputValue()) === 'Half an answer');
  });

  test('two windows write two fields of one customer; one undone leaves the other', async () => {
    const [ana] = await two();
    const other = await shop.window();
    for (const page of [shop.page, other]) await shop.row('Ana', page).click();
    const add = async (page: typeof other, name: string, value: string): Promise<void> => {
      const aside = page.getByRole('complementary');
      await aside.getByRole('button', { name: 'Add a field' }).click();
      await aside.getByRole('textbox', { name: 'Field' }).fill(name);
      await aside.getByRole('textbox', { name: 'Value' }).fill(value);
      await page.keyboard.press('Enter');
      await aside.getByLabel(name, { exact: true }).waitFor();
    };
    await add(other, 'Car', 'Golf');
    await panel().getByLabel('Car', { exact: true }).waitFor();
    await add(shop.page, 'Plate', 'B-1');
    await other.getByRole('complementary').getByLabel('Plate', { exact: true }).waitFor();
    await other.getByRole('button', { name: 'Undo' }).first().click();
    await panel().getByLabel('Car', { exact: true }).waitFor({ state: 'detached' });
    const { fields } = await shop.ask('contacts.get', { conversationId: ana });
    expect(fields).toEqual([{ name: 'Plate', value: 'B-1' }]);
  });

  test('what comes while nobody sees it stays unread', async () => {
    const [ana] = await two();
    await shop.row('Ana').click();
    await opened('Ana');
    await until(async () => (await shop.ask('conversations.get', { id: ana })).unread === 0);
    await shop.page.locator('[data-line-state=ready]').click();
    await shop.page.getByRole('heading', { name: 'Activity', exact: true }).waitFor();
    shop.customer('Are you there?', ANA);
    await shop.button(/^Needs reply 2/).waitFor();
    await until(async () => (await shop.ask('conversations.get', { id: ana })).unread === 1);
    // Nothing is done to a conversation that is not shown; Escape leads back to it.
    await shop.press('Alt+e', 'Escape');
    await shop.article('Are you there?').waitFor();
    expect((await shop.ask('conversations.get', { id: ana })).status).toBe('open');
  });

  test('marked as unread at one window it stays so, though another has it open', async () => {
    const [ana] = await two();
    const other = await shop.window();
    for (const page of [shop.page, other]) {
      await shop.row('Ana', page).click();
      await shop.article('Hello from Ana', page).waitFor();
    }
    await until(async () => (await shop.ask('conversations.get', { id: ana })).unread === 0);
    await shop.press('Alt+u');
    await shop.row('Ana', other).locator('.count').waitFor();
    await shop.row('Ana').locator('.count').waitFor();
    expect((await shop.ask('conversations.get', { id: ana })).unread).toBe(1);
  });

  test('keys act on the marked ones', async () => {
    await two();
    await shop.press('Alt+l', 'ArrowDown', 'Shift+ArrowDown');
    await shop.page.getByText('2 selected').waitFor();
    await shop.press('Alt+g');
    await shop.opened('Add or remove a tag');
    await shop.press('"Urgent"', 'Enter');
    await shop.button(/^Urgent 2/).waitFor();
    await shop.page.getByRole('dialog').waitFor({ state: 'detached' });
    await shop.press('Alt+e');
    await shop.said('2 closed');
    await shop.page.getByText('No open conversations right now.').waitFor();
    // The keyboard has not fallen to nobody.
    await until(() => shop.page.evaluate(`document.activeElement !== document.body`));
  });

  test('one’s own text is seen where it was sent from further up', async () => {
    const id = await shop.known('Ana', ANA, 'Hello');
    const { lineId } = await shop.ask('conversations.get', { id });
    for (let n = 0; n < 25; n++)
      await shop.ask('messages.send', {
        to: ANA,
        text: `Answer ${n}`,
        lineId,
        undoMs: 0,
        notBefore: null,
        key: `answer-number-${n}`,
      });
    await until(() => shop.delivered.length === 25);
    await shop.row('Ana').click();
    await shop.article('Answer 24').waitFor();
    await shop.page.getByRole('log').hover();
    await shop.page.mouse.wheel(0, -700);
    await shop.button(/Jump to latest/).waitFor();
    await shop.composer().fill('Seen at once');
    await shop.press('Enter');
    await shop
      .article('Seen at once')
      .getByText(/Sending in/)
      .waitFor();
    await shop.button(/Jump to latest/).waitFor({ state: 'detached' });
    // Taken back it is gone, and its words stand where they were written.
    await shop.press('Control+z');
    await shop.article('Seen at once').waitFor({ state: 'detached' });
    await expect.poll(() => shop.composer().inputValue()).toBe('Seen at once');
  });

  test('a new text of many parts is asked about as well, and goes to whom a name leads to', async () => {
    await two();
    await shop.press('Alt+n');
    const dialog = await shop.opened('New message');
    // Enter comes before the desk has told what number it is: it is not lost.
    await shop.page.route('**/window/invoke/numbers.check', async (route) => {
      await delay(400);
      await route.continue();
    });
    await shop.press('"Bori"');
    await dialog.getByRole('option', { name: /Boris/ }).click();
    await dialog.getByRole('textbox', { name: 'Your message' }).fill('x'.repeat(500));
    await shop.press('Enter');
    await dialog.getByText('This will be sent as 4 SMS.').waitFor();
    expect(shop.delivered).toEqual([]);
    await until(async () => {
      await shop.press('Enter');
      return (await dialog.count()) === 0;
    });
    await opened('Boris');
    await shop
      .article('xxxx')
      .getByText(/Delivered/)
      .waitFor();
  });
});
