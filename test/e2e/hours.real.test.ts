import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const HOUR = 3_600_000;
const ANA = '+491712223344';
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Example//EN',
  ...['20261225 Christmas Day', '20261226 Boxing Day', '20270101 New Year'].flatMap((line, n) => [
    'BEGIN:VEVENT',
    `UID:${n}@example`,
    `DTSTART;VALUE=DATE:${line.slice(0, 8)}`,
    `SUMMARY:${line.slice(9)}`,
    'END:VEVENT',
  ]),
  'END:VCALENDAR',
].join('\r\n');

/** When the shop is open, and when its customers are texted by itself. */
describe.skipIf(needs('chromium'))('hours', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  test('a setting is found by its name, changed where it stands, and put back by one click', async () => {
    const dialog = await shop.settings('shop');
    await dialog.getByRole('searchbox', { name: 'Search settings' }).fill('per week');
    await shop.press('Enter');
    const weekly = dialog.getByLabel('Maximum automatic messages per customer per week');
    await until(() => weekly.evaluate((element) => element === element.ownerDocument.activeElement));
    await weekly.selectOption('40');
    await until(async () => (await shop.ask('app.state', {})).settings.weeklyParts === 40);
    await shop.page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await shop.ask('app.state', {})).settings.weeklyParts === 12);
    await until(async () => (await weekly.inputValue()) === '12');
  });

  test('a reminder that comes at night waits for the morning, and says so; an answer leaves', async () => {
    await shop.known('Ana', ANA, 'Hello');
    await shop.row('Ana').click();
    await shop.later(11 * HOUR); // nine in the evening
    await shop.program('Your bike is ready.', ANA, 'service');
    const reminder = shop.article('Your bike is ready.');
    await reminder.getByText(/until tomorrow 09:00/).waitFor();
    await reminder.getByText(/Outside the sending hours for automatic messages/).waitFor();
    await shop.look('quiet-hours-light');
    await shop.composer().fill('We are closed, see you tomorrow.');
    await shop.press('Enter');
    await until(() => shop.delivered.length === 1);
    // The owner says that it may go: it does.
    const dialog = await shop.settings('sending');
    await dialog.getByLabel('Tuesday to').fill('22:00');
    await until(() => shop.delivered.length === 2);
    expect(shop.delivered.map(({ text }) => text)).toEqual(['We are closed, see you tomorrow.', 'Your bike is ready.']);
  });

  test('a customer abroad is texted by the clock there', async () => {
    const abroad = '+12125550123';
    await shop.known('Joe', abroad, 'Hello');
    await shop.row('Joe').click();
    const panel = shop.page.getByRole('complementary');
    await panel.getByRole('combobox', { name: 'Time zone' }).selectOption('America/New_York');
    await shop.said('Saved');
    await shop.program('Your bike is ready.', abroad, 'service');
    // Ten in the morning here is the middle of the night there.
    await shop
      .article('Your bike is ready.')
      .getByText(/Outside the sending hours/)
      .waitFor();
    await panel.getByRole('combobox', { name: 'Time zone' }).selectOption('');
    await until(() => shop.delivered.length === 1);
  });

  test('an offer to a customer who never agreed does not leave', async () => {
    await shop.known('Ana', ANA, 'Hello');
    await shop.row('Ana').click();
    await shop.program('Ten percent off!', ANA, 'offer');
    await shop
      .article('Ten percent off!')
      .getByText(/hasn’t consented to messages of this kind/)
      .waitFor();
    expect(shop.delivered).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'breaks, special days, a calendar file: set by a person, undone (%s)',
    async (colorScheme) => {
      await shop.reopen({ colorScheme });
      const dialog = await shop.settings('hours');
      await dialog.getByRole('button', { name: 'Add a break: Monday' }).first().click();
      await until(async () => (await shop.ask('app.state', {})).settings.hours[1]?.length === 2);
      await dialog.getByLabel('Monday 1 to').fill('12:30');
      await dialog.getByLabel('Monday 2 from').fill('14:00');
      const expected = [
        { from: '09:00', to: '12:30' },
        { from: '14:00', to: '18:00' },
      ];
      await until(
        async () => JSON.stringify((await shop.ask('app.state', {})).settings.hours[1]) === JSON.stringify(expected),
      );
      // The second stretch begins before the first ends: not saved, and said.
      await dialog.getByLabel('Monday 2 from').fill('12:00');
      await dialog.getByText('These times overlap or are out of order. Not saved.').waitFor();
      // Edited on, it is the times that stand there that are saved.
      await dialog.getByLabel('Monday 1 to').fill('11:30');
      await until(async () => (await shop.ask('app.state', {})).settings.hours[1]?.[1]?.from === '12:00');
      await dialog.getByLabel('Monday 2 from').fill('14:00');

      await dialog.getByRole('button', { name: 'Add a day' }).click();
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Stocktaking');
      await dialog.getByLabel('Day', { exact: true }).fill('2026-12-30');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Stocktaking').waitFor();
      await dialog.getByRole('button', { name: 'Edit: Stocktaking' }).click();
      await dialog.getByRole('checkbox', { name: 'Open, with these hours' }).check();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Wed, 30 Dec 2026 · 09:00–13:00').waitFor();

      await dialog
        .getByLabel(/import a calendar/)
        .setInputFiles({ name: 'holidays.ics', mimeType: 'text/calendar', buffer: Buffer.from(CALENDAR) });
      await dialog.getByText('3 days found.').waitFor();
      await dialog.getByRole('checkbox', { name: /Boxing Day/ }).uncheck();
      await shop.look(`calendar-file-${colorScheme}`);
      await dialog.getByRole('button', { name: 'Add these' }).click();
      // What was offered goes away; until then its days stand there twice.
      await dialog.getByRole('button', { name: 'Add these' }).waitFor({ state: 'detached' });
      await dialog.getByText('Christmas Day').waitFor();
      expect((await shop.ask('app.state', {})).specialDays.map(({ name }) => name)).toEqual([
        'Christmas Day',
        'Stocktaking',
        'New Year',
      ]);
      await shop.look(`hours-${colorScheme}`);
      await shop.undo('2 days added');
      await dialog.getByText('Christmas Day').waitFor({ state: 'detached' });
      await dialog.getByLabel(/import a calendar/).setInputFiles({
        name: 'letter.ics',
        mimeType: 'text/calendar',
        buffer: Buffer.from('Dear Sir or Madam'),
      });
      await shop.said('This isn’t a calendar file or a table.');
      // A table whose headings nobody knows: a person says what they are.
      await dialog.getByLabel(/import a calendar/).setInputFiles({
        name: 'feestdagen.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Wat;Wanneer precies\nKoningsdag;27-04-2027\n'),
      });
      await dialog.getByText('This table has no column with dates.').waitFor();
      await dialog.getByLabel('Import as: Wat', { exact: true }).selectOption('name');
      await dialog.getByLabel('Import as: Wanneer precies').selectOption('from');
      await dialog.getByText('1 day found. Add it?').waitFor();
      await shop.look(`holiday-table-${colorScheme}`);
      await dialog.getByRole('button', { name: 'Add these' }).click();
      await dialog.getByRole('button', { name: 'Edit: Koningsdag' }).waitFor();
    },
  );
});
