import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { until } from '../support/headless.ts';
import { launchChromium } from '../support/chromium.ts';
import { Shop } from '../support/window.ts';

/** What is walked elsewhere by the mouse only, by keyboard; and the other way round. */
describe.skipIf(needs('chromium', 'socat'))('both ways', () => {
  let browser: Browser;
  let shop: Shop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await Shop.open(browser);
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  test('the customer’s panel by keyboard: name, a field, merging undone, blocking undone', async () => {
    await shop.known('Ana', '+491712223344', 'Hello');
    await shop.known('Tom', '+491604412907', 'From my other number');
    const panel = shop.page.getByRole('complementary');
    await shop.press('Alt+l', 'Home');
    await shop.article('From my other number').waitFor();
    await shop.press('Alt+i');
    await shop.tabTo('Name');
    await shop.press('Control+a', '"Ana Meireles"', 'Enter');
    await shop.row('Ana Meireles').waitFor();
    await shop.tabTo('Add a field');
    await shop.press('Enter', '"Bike"', 'Tab', '"Gazelle, blue"', 'Enter');
    await panel.getByLabel('Bike', { exact: true }).waitFor();
    await shop.press('Alt+i');
    await shop.tabTo('Merge with…');
    await shop.press('Enter');
    const who = await shop.opened('Merge with which customer?');
    await shop.press('"0171"');
    await who.getByRole('option', { name: /Ana/ }).waitFor();
    await shop.press('Enter');
    await panel.getByText('0171 2223344').waitFor();
    await shop.press('Alt+l', 'Control+z');
    await panel.getByText('0171 2223344').waitFor({ state: 'detached' });
    await shop.press('Alt+i');
    await shop.tabTo('Block');
    await shop.press('Enter');
    await shop.opened('Block this number?');
    await shop.tabTo('Block');
    await shop.press('Enter');
    await shop.page.getByText('You blocked this number.').waitFor();
    await shop.press('Alt+l', 'Control+z');
    await shop.page.getByText('You blocked this number.').waitFor({ state: 'detached' });
  });

  test('by mouse: a template, close and undo, give to somebody, snooze, a note', async () => {
    await shop.ask('templates.save', { id: null, name: 'hours', text: 'Hi {{first_name}}, until six.' });
    await shop.known('Ana', '+491712223344', 'Due');
    await shop.row('Ana').click();
    await shop.button('/ Saved reply').click();
    await shop.page.getByRole('option', { name: /hours/ }).click();
    await expect.poll(() => shop.composer().inputValue()).toBe('Hi Ana, until six.');
    await shop.button('Send').click();
    await shop.article('Hi Ana, until six.').waitFor();
    await shop.button('Close').click();
    await shop.said('Closed');
    await shop.page.locator('[data-sonner-toast][data-front=true]').getByRole('button', { name: 'Undo' }).click();
    await shop.row('Ana').click();
    await shop.button('Assign').click();
    const who = await shop.opened('Assign to');
    await who.getByRole('combobox').fill('Jo');
    await who.getByRole('option', { name: /Add Jo/ }).click();
    await shop.page.getByText('assigned to Jo').first().waitFor();
    await shop.button('Snooze').click();
    await (await shop.opened('Snooze until')).getByRole('button', { name: /^Tomorrow morning/ }).click();
    await shop.said(/Snoozed until/);
    await shop.button(/^Snoozed 1/).click();
    await shop.row('Ana').click();
    await shop.button('Note').click();
    await shop.page.getByRole('textbox', { name: 'Private note' }).fill('Ask for the key');
    await shop.button('Add note').click();
    await shop.page.getByRole('note', { name: 'Note' }).filter({ hasText: 'Ask for the key' }).waitFor();
  });

  test('after Close the next conversation opens, after the last one none; undone, it is open again', async () => {
    for (const [n, name] of ['Ana', 'Tom', 'Lena'].entries())
      await shop.known(name, `+49171222334${n}`, `Hello from ${name}`);
    const isOpen = (name: string): Promise<void> =>
      shop.page.getByRole('heading', { name, level: 1 }).waitFor({ timeout: 20_000 });
    // Newest on top: Lena, Tom, Ana. A click on somebody's picture opens, as one beside it does.
    await shop.row('Tom').locator('.avatar').click();
    await isOpen('Tom');
    await shop.button('Close').click();
    await isOpen('Ana');
    await shop.press('Alt+e');
    await isOpen('Lena');
    await shop.composer().fill('Come by at five.');
    await shop.button('More ways to send').click();
    await shop.page.getByRole('menuitem', { name: /^Send and close/ }).click();
    await shop.said('Sent and closed');
    await shop.page.getByText('No open conversations right now.').waitFor();
    // One press takes back both.
    await shop.undo('Sent and closed');
    await isOpen('Lena');
    await expect.poll(() => shop.composer().inputValue()).toBe('Come by at five.');
    await until(async () => (await shop.rows().count()) === 1);
    await shop.composer().press('Control+Shift+Enter');
    await shop.said('Sent and closed');
    await until(() => shop.delivered.length === 1);
    expect(shop.delivered.map(({ text }) => text)).toEqual(['Come by at five.']);
    expect((await shop.ask('app.counts', {})).conversations).toMatchObject({ open: 0, closed: 3 });
  });

  test('mine and unassigned: there where there is a team, and they follow who works now', async () => {
    for (const [n, name] of ['Ana', 'Tom'].entries()) await shop.known(name, `+49171222334${n}`, `Hello from ${name}`);
    await expect.poll(() => shop.button(/^Mine/).count()).toBe(0);
    const jo = await shop.ask('people.save', { id: null, name: 'Jo' });
    await shop.button(/^Unassigned 2/).click();
    await shop.row('Ana').click();
    await shop.button('Assign').click();
    await (await shop.opened('Assign to')).getByRole('option', { name: 'Jo' }).click();
    await shop.page.mouse.move(900, 400); // the list stands still while the pointer is on it
    await shop.row('Ana').waitFor({ state: 'detached' });
    await shop.button(/^Mine 0/).click();
    await shop.page.getByText('Nothing is assigned to you.').waitFor();
    await shop.ask('people.setAtCounter', { id: jo.id });
    await shop.row('Ana').waitFor();
    await shop.button(/^Mine 1/).waitFor();
    await shop.look('mine-light');
  });

  test('the people of the shop: by keyboard and by mouse, undone', async () => {
    await shop.press('Control+,');
    const page = shop.page.getByRole('main', { name: 'Settings' });
    await shop.pressOn(page.getByRole('button', { name: /^Opening hours/ }), 'ArrowDown');
    await shop.press('Enter');
    await shop.tabTo('Add team member');
    await shop.press('Enter', '"Jo"', 'Enter');
    await page.getByRole('button', { name: 'Edit: Jo' }).waitFor();
    await shop.press('Escape');
    await page.waitFor({ state: 'detached' });
    await shop.button(/^Working as/).click();
    await (await shop.opened('Who is working now?')).getByRole('option', { name: 'Jo' }).click();
    await shop.button('Settings').click();
    await page.getByText('working now').waitFor();
    await page.getByRole('button', { name: 'Edit: Jo' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Johanna');
    await page.getByText('Unsaved changes').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit: Johanna' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Johanna').waitFor({ state: 'detached' });
    await shop.said('Johanna removed');
    await shop.page
      .locator('[data-sonner-toast]')
      .filter({ hasText: 'Johanna removed' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page.getByText(/^Johanna/).waitFor();
    await shop.look('settings-people-light');
  });

  test('the line’s settings: by keyboard and by mouse; what cannot be is refused', async () => {
    await shop.press('Alt+v');
    await shop.tabTo(/Connected/, 'Shift+Tab');
    await shop.press('Enter');
    const page = shop.page.getByRole('main');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('textbox', { name: 'Name' }).focus();
    await shop.press('Control+a', '"Counter"', 'Tab', 'Control+a', '"0151 1234567"', 'Enter');
    await shop.said('Saved');
    await page.getByRole('heading', { level: 1, name: 'Counter' }).waitFor();
    await page.getByRole('textbox', { name: 'Limit per hour' }).fill('0');
    await page.getByRole('button', { name: 'Save' }).click();
    expect((await shop.ask('app.state', {})).lines[0]?.name).toBe('Counter');
    const id = (await shop.ask('app.state', {})).lines[0]?.id as string;
    expect((await shop.ask('lines.page', { id })).settings.caps.hour).toBe(1_000);
    await page.getByRole('textbox', { name: 'Limit per hour' }).fill('60');
    await page.getByRole('checkbox', { name: /^Reject calls/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await shop.said('Saved');
    const { settings, line } = await shop.ask('lines.page', { id });
    expect(settings).toMatchObject({ rejectCalls: true, caps: { hour: 60 } });
    expect(line.ownNumber).toBe('+491511234567');
  });

  test('by keyboard: the order of the list, details of a text, a saved search', async () => {
    await shop.known('Ana', '+491712223344', 'I wait longest');
    await shop.known('Tom', '+491604412907', 'I came later');
    const first = (name: string): Promise<unknown> =>
      until(async () => (await shop.rows().first().textContent())?.includes(name));
    await first('Tom');
    await shop.press('Alt+l');
    await shop.tabTo('Newest first', 'Shift+Tab');
    await shop.press('Enter');
    await first('Ana');
    await shop.press('Alt+l', 'Home');
    await shop.article('I wait longest').waitFor();
    await shop.press('Enter', `"${'x'.repeat(200)}"`, 'Enter');
    await shop
      .article('xxxx')
      .getByText(/Delivered/)
      .waitFor();
    await shop.press('Alt+h');
    await shop.tabTo(/^Delivered/);
    await shop.press('Enter');
    const details = await shop.opened('Message details');
    await details.getByText('Segment 2 of 2: delivered').waitFor();
    await shop.press('Escape');
    await details.waitFor({ state: 'detached' });
    await shop.press('Control+f', '"longest"');
    await shop.row('longest').waitFor();
    await shop.tabTo('Save this search');
    await shop.press('Enter');
    await shop.opened('Save this search');
    await shop.press('Control+a', '"Long waits"', 'Enter');
    const saved = shop.page.getByRole('navigation').getByRole('button', { name: 'Long waits' });
    await saved.waitFor();
    await shop.press('Control+f', 'Escape');
    await shop.row('Tom').waitFor();
    await shop.press('Alt+v');
    await shop.tabTo('Long waits');
    await shop.press('Enter');
    await until(async () => (await shop.page.getByRole('searchbox').inputValue()) === 'longest');
    await shop.row('longest').waitFor();
    await shop.press('Alt+l', 'ArrowDown');
    await shop.page.getByRole('heading', { name: 'Ana', level: 1 }).waitFor();
  });

  test('by keyboard: a thread opens where reading stopped; marked unread, it is so again', async () => {
    await shop.known('Ana', '+491712223344', 'first');
    await shop.known('Tom', '+491604412907', 'Hello');
    await shop.press('Alt+l', 'Home', 'ArrowDown');
    await shop.article('first').waitFor();
    await shop.press('ArrowUp');
    await shop.page.getByRole('heading', { name: 'Tom', level: 1 }).waitFor();
    shop.customer('second');
    await shop.row(/second/).waitFor();
    shop.customer('third');
    await shop.row(/third/).filter({ hasText: '2' }).waitFor();
    await shop.press('Alt+l', 'Home');
    await shop.reads('Ana', ['first', 'New', 'second', 'third']);
    await shop.press('Alt+u');
    await shop.row('Ana').locator('.count').waitFor();
  });

  test('by keyboard: the cheaper wording, and how long a text can be taken back', async () => {
    await shop.known('Ana', '+491712223344', 'Hello');
    await shop.press('Alt+l', 'Home');
    await shop.article('Hello').waitFor();
    await shop.press('Enter', `"${'x'.repeat(70)} – see you…"`);
    await shop.page.getByText('2 SMS').first().waitFor();
    await shop.press('Alt+p');
    await until(async () => (await shop.composer().inputValue()) === `${'x'.repeat(70)} - see you...`);
    await shop.press('Control+k');
    await shop.opened('Search or jump to…');
    await shop.press('"undo send"', 'Enter');
    const settings = shop.page.getByRole('main', { name: 'Settings' });
    const seconds = settings.getByLabel('Undo send for');
    await until(() => seconds.evaluate((element) => element === element.ownerDocument.activeElement));
    await shop.press('Home');
    await until(async () => (await shop.ask('app.state', {})).settings.undoSeconds === 0);
    await shop.press('Escape');
    await settings.waitFor({ state: 'detached' });
    await shop.press('Alt+r', 'Enter');
    // Nothing to take back: it left at once.
    await shop
      .article('see you...')
      .getByText(/Delivered/)
      .waitFor();
  });

  test('by mouse: send later, changed and taken back; how long a text can be taken back', async () => {
    await shop.known('Ana', '+491712223344', 'Remind me');
    await shop.row('Ana').click();
    await shop.composer().fill('See you tomorrow');
    await shop.sendLater();
    await (await shop.opened('When should it be sent?')).getByRole('button', { name: /^Tomorrow morning/ }).click();
    await shop.article('See you tomorrow').getByText('Scheduled for tomorrow 08:00').waitFor();
    await shop.button(/^Scheduled\b(?! for)/).click();
    const page = shop.dialog('Scheduled messages');
    await page.getByRole('button', { name: 'Change time' }).click();
    await (await shop.opened('When should it be sent?')).getByRole('button', { name: /^Tomorrow afternoon/ }).click();
    await page.getByText('tomorrow 14:00').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nothing is scheduled.').waitFor();
    await shop.undo('Canceled');
    await page.getByText('See you tomorrow').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nothing is scheduled.').waitFor();
    await shop.page.keyboard.press('Escape');
    const settings = await shop.settings('writing');
    await settings.getByLabel('Undo send for').selectOption('0');
    await until(async () => (await shop.ask('app.state', {})).settings.undoSeconds === 0);
    await shop.page.keyboard.press('Escape');
    await shop.composer().fill('At once');
    await shop.button('Send').click();
    await shop
      .article('At once')
      .getByText(/Delivered/)
      .waitFor();
    expect(shop.delivered.map(({ text }) => text)).toEqual(['At once']);
  });

  test('by mouse: several are marked, closed, taken back', async () => {
    for (const [n, name] of ['Ana', 'Tom', 'Lena'].entries())
      await shop.known(name, `+49171222334${n}`, `Hello from ${name}`);
    await shop.mark('Ana');
    await shop.row('Lena').click({ modifiers: ['Shift'] });
    await shop.page.getByText('3 selected').waitFor();
    await shop.row('Tom').click({ modifiers: ['Control'] });
    await shop.page.getByText('2 selected').waitFor();
    await shop.page.getByRole('toolbar').getByRole('button', { name: 'Close' }).click();
    await until(async () => (await shop.rows().count()) === 1);
    await shop.undo('2 closed');
    await until(async () => (await shop.rows().count()) === 3);
  });
});
