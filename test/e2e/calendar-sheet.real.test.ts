import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { TimedShop } from '../support/timed-shop.ts';

const ANA = '+491712223344';

/** The sheet itself: drawn on, moved, made longer, turned over and printed, on a Tuesday from ten o'clock. */
describe.skipIf(needs('chromium'))('the sheet of the calendar', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
    await shop.ask('services.save', {
      id: null,
      name: 'Bike check',
      minutes: 60,
      buffer: 15,
      price: '',
      text: '',
      reminders: [],
      cutoffHours: 2,
    });
    for (const name of ['Lena', 'Marek'])
      await shop.ask('resources.save', { id: null, name, hours: null, exceptions: [], serviceIds: null });
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
    await shop.page.keyboard.press('Alt+k');
    await shop.page.getByRole('main', { name: 'Calendar' }).waitFor();
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  const book = (date: string, time: string, more: object = {}) =>
    shop.ask('appointments.book', {
      conversationId: null,
      number: ANA,
      name: 'Ana Kuhn',
      serviceId: 'service_1',
      resourceId: 'resource_1',
      date,
      time,
      note: '',
      tell: false,
      ...more,
    });
  const there = async (from = '2026-11-23'): Promise<readonly string[]> => {
    const { appointments } = await shop.ask('appointments.calendar', { from, days: 42 });
    return appointments.map((each) => `${each.date} ${each.time} ${each.minutes} ${each.resource} ${each.state}`);
  };
  const is = (wanted: readonly string[]) => expect.poll(() => there(), { timeout: 30_000 }).toEqual(wanted);
  const card = (name: RegExp): Locator => shop.page.getByRole('button', { name });
  const boxOf = async (locator: Locator) => {
    await locator.scrollIntoViewIfNeeded();
    const box = await locator.boundingBox();
    if (box === null) throw new Error('not shown');
    return box;
  };
  const lane = (day: RegExp, name: string): Locator =>
    shop.page.getByRole('group', { name: day }).getByRole('group', { name });

  test('by mouse: drawn on empty ground, booked as long as it was drawn; made longer, put back; Escape ends a drag', async () => {
    const thursday = lane(/^Thursday/, 'Marek');
    const ground = await boxOf(thursday);
    const hour = ground.height / 10;
    const { mouse } = shop.page;
    // The sheet begins half an hour before nine.
    await mouse.move(ground.x + 30, ground.y + hour * 2.5 + 4);
    await mouse.down();
    await mouse.move(ground.x + 30, ground.y + hour * 4, { steps: 6 });
    await shop.page.getByRole('status').filter({ hasText: '11:00 – 12:30' }).waitFor();
    await shop.look('sheet-drawn-light');
    await shop.page.keyboard.press('Escape');
    await mouse.up();
    expect(await shop.page.getByRole('dialog').count()).toBe(0);
    await mouse.move(ground.x + 30, ground.y + hour * 2.5 + 4);
    await mouse.down();
    await mouse.move(ground.x + 30, ground.y + hour * 4, { steps: 6 });
    await mouse.up();
    const dialog = await shop.opened('New appointment');
    await dialog.getByRole('combobox', { name: 'Name' }).fill('Tom Berg');
    expect(await dialog.getByLabel('Minutes').inputValue()).toBe('90');
    await dialog.getByRole('button', { name: /^Book .*26 Nov.* 11:00/ }).click();
    await is(['2026-11-26 11:00 90 Marek booked']);

    const before = await boxOf(card(/^Tom Berg.* 11:00/));
    await mouse.move(before.x + 30, before.y + before.height);
    await mouse.down();
    await mouse.move(before.x + 30, before.y + before.height + hour / 2, { steps: 5 });
    await mouse.up();
    await is(['2026-11-26 11:00 120 Marek booked']);
    await shop.said('Now 120 min');
    await shop.page.keyboard.press('Control+z');
    await is(['2026-11-26 11:00 90 Marek booked']);
    // A click without a way opens it, and the sheet is still there to work with.
    await card(/^Tom Berg.* 11:00/).click();
    const panel = shop.page.getByRole('complementary', { name: 'Tom Berg' });
    await panel.getByText('15 min buffer, until 12:45').waitFor();
    await shop.look('sheet-panel-light');
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
  });

  test('by keyboard: from card to card, opened, made longer; the month beside it turns to any day', async () => {
    await book('2026-11-25', '10:00');
    await book('2026-11-25', '13:00', { name: 'Tom Berg', number: '' });
    await book('2026-11-26', '13:00', { name: 'Rita Vogt', number: '', resourceId: 'resource_2' });
    const { page } = shop;
    const name = (): Promise<string> =>
      page.evaluate<string>(`document.activeElement?.textContent?.replace(/\\s+/g, ' ').trim().slice(0, 8) ?? ''`);
    await card(/^Ana Kuhn.* 10:00/).focus();
    await page.keyboard.press('ArrowDown');
    expect(await name()).toBe('Tom Berg');
    await page.keyboard.press('ArrowRight');
    expect(await name()).toBe('Rita Vog');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Rita Vogt' });
    await shop.pressOn(panel.getByRole('button', { name: 'Reschedule' }), 'Enter');
    const dialog = await shop.opened('Reschedule Rita Vogt');
    await dialog.getByLabel('Minutes').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30');
    await shop.pressOn(dialog.getByRole('radio', { name: '13:15' }), ' ');
    await shop.pressOn(dialog.getByRole('button', { name: /^Reschedule to .*13:15/ }), 'Enter');
    await expect.poll(() => there()).toContain('2026-11-26 13:15 30 Marek booked');
    await panel.waitFor();
    await page.keyboard.press('Escape');
    if (await panel.count()) await shop.pressOn(panel.getByRole('button', { name: 'Close' }), 'Enter');
    await panel.waitFor({ state: 'detached' });

    const month = page.getByRole('region', { name: 'Month' });
    await month.getByRole('button', { name: 'Tuesday 24 November' }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await month.getByText('December 2026').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /7.*13 Dec 2026/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/calendar/2026-12-09');
  });

  test('opened from the conversation it follows what happens; what another window wrote about it stays', async () => {
    await book('2026-11-25', '10:00');
    await shop.press('Alt+l');
    shop.customer('See you tomorrow');
    await shop.row('See you tomorrow').click();
    await shop.page.mouse.move(900, 400);
    await shop.page
      .getByRole('complementary')
      .getByRole('button', { name: /25 Nov.* 10:00/ })
      .click();
    const dialog = await shop.opened('Ana Kuhn');
    await shop.look('appointment-dialog-light');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.getByText('Confirmed', { exact: true }).waitFor();
    await dialog.getByLabel('Note').focus();
    await shop.ask('appointments.edit', { id: 'appointment_1', name: 'Ana Kuhn', note: 'Written elsewhere' });
    await expect.poll(() => dialog.getByLabel('Note').inputValue()).toBe('Written elsewhere');
    await shop.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const [kept] = (await shop.ask('appointments.calendar', { from: '2026-11-25', days: 1 })).appointments;
    expect(kept).toMatchObject({ note: 'Written elsewhere', state: 'confirmed' });
  });

  test('each week: what is taken is left out; this and all following are moved, and canceled, and brought back', async () => {
    await book('2026-12-03', '10:30', { name: 'Tom Berg', number: '' });
    const { page } = shop;
    await shop.button('New appointment').click();
    const dialog = await shop.opened('New appointment');
    await dialog.getByRole('combobox', { name: 'Name' }).fill('Ana Kuhn');
    await dialog.getByLabel('Number').fill('0171 2223344');
    await dialog.getByLabel('Staff').selectOption('Lena');
    await dialog.getByLabel('Repeat').selectOption('Every week');
    await dialog.getByRole('textbox', { name: 'Times', exact: true }).fill('4');
    await dialog.getByLabel('Day').fill('2026-11-26');
    await dialog.getByText('10:00', { exact: true }).click();
    await dialog.getByText('3 appointments: 26 Nov – 17 Dec 2026.').waitFor();
    await dialog.getByText(/^Thu,? 3 Dec is left out\. Lena is booked with Tom Berg at 10:30/).waitFor();
    await dialog.getByText(/Repeats every week, 3 appointments in all\.$/).waitFor();
    await shop.look('book-series-light');
    await dialog.getByRole('button', { name: /^Book .*26 Nov.* 10:00/ }).click();
    const tom = '2026-12-03 10:30 60 Lena booked';
    await is([
      '2026-11-26 10:00 60 Lena booked',
      tom,
      '2026-12-10 10:00 60 Lena booked',
      '2026-12-17 10:00 60 Lena booked',
    ]);

    await page.goto(new URL('/calendar/2026-12-10', page.url()).href);
    await card(/^Ana Kuhn.* 10:00.*Repeats/).click();
    const panel = page.getByRole('complementary', { name: 'Ana Kuhn' });
    await panel.getByLabel('Applies to').selectOption('This and all following');
    await panel.getByRole('button', { name: 'Reschedule' }).click();
    const move = await shop.opened('Reschedule Ana Kuhn');
    await move.getByText('14:00', { exact: true }).click();
    await move.getByRole('button', { name: /^Reschedule to .*14:00/ }).click();
    const moved = [
      '2026-11-26 10:00 60 Lena booked',
      tom,
      '2026-12-10 14:00 60 Lena booked',
      '2026-12-17 14:00 60 Lena booked',
    ];
    await is(moved);
    await panel.getByRole('button', { name: 'Cancel appointment' }).click();
    await is(moved.map((each, i) => (i < 2 ? each : each.replace('booked', 'cancelled'))));
    await shop.said('2 canceled');
    await page.keyboard.press('Control+z');
    await is(moved);
    await shop.later(20_000);
    // The confirmation of the first was written before it was moved; what was undone was never sent.
    await until(() => Promise.resolve(shop.delivered.length > 0));
    expect(shop.delivered.map(({ text }) => text).filter((text) => text.includes('canceled'))).toEqual([]);
  });

  test('day, month and agenda; who is shown; a break; the sheet of a day on paper', async () => {
    const spans = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ];
    const week = [[], spans, spans, spans, spans, spans, []];
    await shop.ask('resources.save', {
      id: 'resource_2',
      name: 'Marek',
      hours: week,
      exceptions: [],
      serviceIds: null,
    });
    await book('2026-11-25', '10:00', { note: 'The red one' });
    await book('2026-11-27', '14:00', { name: 'Tom Berg', number: '', resourceId: 'resource_2' });
    const { page } = shop;
    await lane(/^Friday/, 'Marek')
      .getByText('Break')
      .waitFor();
    for (const view of ['Month', 'Agenda', 'Week'] as const) {
      await shop.button(view).click();
      await card(/Tom Berg/).waitFor();
      await shop.look(`calendar-${view.toLowerCase()}-light`);
    }
    // It is as it was left, also after the window was opened anew.
    await shop.button('Agenda').click();
    await page.reload();
    await page.getByRole('region', { name: 'Friday 27 November' }).getByText('Tom Berg').waitFor();
    await shop.button(/^Marek/).click();
    await card(/Tom Berg/).waitFor({ state: 'detached' });
    await shop.button(/^Marek/).click();
    await shop.button('Month').click();
    const sheet = page.getByRole('region', { name: 'Calendar' });
    await sheet.getByRole('button', { name: 'Wednesday 25 November' }).click();
    await page.getByRole('heading', { name: 'Wednesday 25 November' }).waitFor();
    await page.evaluate('window.print = () => { window.printed = document.querySelector(".paper").innerText; }');
    await shop.button('Print day sheet').click();
    await until(() => page.evaluate('window.printed !== undefined'));
    const paper = await page.evaluate<string>('window.printed');
    expect(paper).toMatch(
      /My shop: Wednesday 25 November[^]*Lena[^]*10:00 – 11:00[^]*Ana Kuhn 0171 2223344[^]*The red one/,
    );
    expect(paper).toMatch(/Marek[^]*No appointments\.[^]*Break: 12:00 – 13:00/);
  });
});
