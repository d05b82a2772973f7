import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';
import { Shop } from '../support/window.ts';

const HOUR = 3_600_000;
const TOM = '+491604412907';

/** Appointments: set up, booked, reminded of, confirmed, moved and called off by text, on a Tuesday from ten o'clock. */
describe.skipIf(needs('chromium'))('the calendar', () => {
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

  /** What the shop does and who does it is there already. */
  async function setUp(): Promise<void> {
    await shop.ask('services.save', {
      id: null,
      name: 'Bike check',
      minutes: 60,
      buffer: 15,
      price: '30 €',
      text: '',
      reminders: [{ when: { minutes: 24 * 60 }, text: '', asks: true }],
      cutoffHours: 2,
    });
    for (const name of ['Lena', 'Marek'])
      await shop.ask('resources.save', { id: null, name, hours: null, exceptions: [], serviceIds: null });
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
  }
  const book = (date: string, time: string, number: string, resourceId: string | null = null) =>
    shop.ask('appointments.book', {
      conversationId: null,
      number,
      name: number === TOM ? 'Tom Berg' : 'Ana Kuhn',
      serviceId: 'service_1',
      resourceId,
      date,
      time,
      note: '',
      tell: false,
    });
  const said = (): readonly string[] => shop.delivered.map(({ text }) => text);
  const stateOf = async (id = 'appointment_1'): Promise<string> => {
    const { appointments } = await shop.ask('appointments.calendar', { from: '2026-11-23', days: 14 });
    const found = appointments.find((each) => each.id === id);
    return `${found?.state} ${found?.date} ${found?.time}`;
  };

  test('by mouse: set up as a new shop does, booked from a conversation in two clicks, reminded, confirmed', async () => {
    shop.customer('Hello, could you look at my bike?');
    await shop.row('could you look').click();
    await shop.page.mouse.move(900, 400);
    const panel = shop.page.getByRole('complementary');
    await panel.getByRole('button', { name: 'Set up' }).click();
    const settings = shop.page.getByRole('main', { name: 'Settings' });
    await settings.getByRole('button', { name: 'Add service' }).click();
    await shop.look('service-light');
    await settings.getByRole('textbox', { name: 'Name' }).fill('Bike check');
    await settings.getByRole('textbox', { name: 'Minutes', exact: true }).fill('60');
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('60 min, 1 reminder').waitFor();
    await shop.settings('staff');
    await settings.getByRole('button', { name: 'Add staff or resource' }).click();
    await settings.getByRole('textbox', { name: 'Name' }).fill('Lena');
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('Lena', { exact: true }).waitFor();
    await shop.look('calendar-settings-light');
    await shop.page.keyboard.press('Escape');

    await panel.getByRole('button', { name: 'New appointment' }).click();
    const dialog = await shop.opened(/^New appointment/);
    await dialog.getByLabel('Day').fill('2026-11-26');
    await dialog.getByText('10:30', { exact: true }).click();
    // Nothing is booked by choosing a time; what the customer would get is shown.
    const preview = dialog.getByRole('region', { name: 'What the customer gets' });
    await preview.getByText(/^Confirmation, right away/).waitFor();
    await preview.getByText(/^Reminder tomorrow/).waitFor();
    await shop.look('book-light');
    expect(await shop.ask('appointments.calendar', { from: '2026-11-26', days: 1 })).toMatchObject({
      appointments: [],
    });
    await dialog.getByRole('button', { name: /^Book .*26 Nov.* 10:30/ }).click();
    await shop.page.getByText(/^Booked: .*26 Nov.* 10:30/).waitFor();
    await panel.getByRole('button', { name: /26 Nov.* 10:30/ }).waitFor();
    await shop.later(10_000);
    await until(() => Promise.resolve(said().length === 1));
    expect(said()[0]).toMatch(/^My shop: Bike check .*10:30\.$/);
    await shop.look('booked-light');

    // A day before.
    await shop.later(24.6 * HOUR);
    await until(() => Promise.resolve(said().length === 2));
    expect(said()[1]).toContain('C');
    await panel.getByText('Asked, no reply yet').waitFor();
    shop.customer('maybe, is Friday possible too?');
    const strip = shop.page.getByText(/^Asked to confirm: Bike check/);
    await strip.waitFor();
    await shop.look('question-strip-light');
    shop.customer('ok, see you then');
    await panel.getByText('Confirmed').waitFor();
    await strip.waitFor({ state: 'detached' });
    expect(await stateOf()).toBe('confirmed 2026-11-26 10:30');
    await shop.look('confirmed-light');
  });

  test('by text: moved and called off; in the calendar the day shows it', async () => {
    await setUp();
    await book('2026-11-25', '11:00', '+491712223344', 'resource_1');
    await book('2026-11-25', '11:00', TOM, 'resource_2');
    await shop.page.keyboard.press('Alt+k');
    await shop.button('Day').click();
    await shop.button('Next').click();
    await shop.page.getByRole('button', { name: /^Ana Kuhn.* 11:00/ }).waitFor();
    await shop.look('calendar-day-light');
    await shop.later(1.2 * HOUR);
    await until(() => Promise.resolve(said().length === 2));
    shop.customer('R');
    await shop.page.getByRole('button', { name: /^Ana Kuhn.* 11:00.*Reschedule requested/ }).waitFor();
    await until(() => Promise.resolve(said().length === 3));
    shop.customer('2');
    await until(async () => (await stateOf('appointment_1')).startsWith('confirmed'));
    shop.customer('X', TOM);
    await until(async () => (await stateOf('appointment_2')).startsWith('cancelled'));
    await shop.page.getByRole('button', { name: /^Tom Berg.* 11:00/ }).waitFor({ state: 'detached' });
    await shop.page.getByText('1 canceled hidden').waitFor();
    await shop.button('Show').click();
    await shop.page.getByRole('button', { name: /^Tom Berg.* 11:00.*Canceled/ }).waitFor();
    await shop.look('calendar-day-changed-light');
  });

  test('a time that is called off is offered to the waiting list, by text, and taken', async () => {
    await setUp();
    await book('2026-11-25', '11:00', '+491712223344', 'resource_1');
    await shop.button(/^Calendar/).click();
    await shop.button('Day').click();
    await shop.button(/^Waitlist/).click();
    const dialog = await shop.opened('Waitlist');
    for (const [name, number] of [
      ['Tom Berg', '0160 4412907'],
      ['Kim', '0170 0000003'],
    ] as const) {
      await dialog.getByRole('combobox', { name: 'Name' }).fill(name);
      await dialog.getByLabel('Number').fill(number);
      await dialog.getByRole('button', { name: 'Add to waitlist' }).click();
      await dialog.getByRole('listitem').filter({ hasText: name }).waitFor();
    }
    await shop.look('waiting-list-light');
    await shop.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await shop.button('Next').click();
    await shop.page.getByRole('button', { name: /^Ana Kuhn.* 11:00/ }).click();
    const opened = shop.page.getByRole('complementary', { name: 'Ana Kuhn' });
    await opened.getByLabel('Send a confirmation text').uncheck();
    await opened.getByRole('button', { name: 'Cancel appointment' }).click();
    await opened.waitFor({ state: 'detached' });
    await shop.later(60_000);
    await until(() => Promise.resolve(said().length === 1));
    expect(said()[0]).toMatch(/^My shop: A slot opened up: Bike check, .*11:00/);
    await shop.button(/^Waitlist/).click();
    await dialog.getByText(/11:00 offered, until /).waitFor();
    await shop.look('waiting-list-offered-light');
    shop.customer('no thanks', TOM);
    await until(() => Promise.resolve(said().length === 3));
    shop.customer('C', '+491700000003');
    await until(async () => (await stateOf('appointment_2')).startsWith('confirmed'));
    await dialog.getByRole('listitem').filter({ hasText: 'Kim' }).waitFor({ state: 'detached' });
    await shop.page.keyboard.press('Escape');
    await shop.page.getByRole('button', { name: /^Kim.* 11:00/ }).waitFor();
    await shop.look('waiting-list-taken-light');
  });

  test('a line that cannot send a day’s reminders: the calendar says so', async () => {
    await setUp();
    const [line] = (await shop.ask('app.state', {})).lines;
    const { settings } = await shop.ask('lines.page', { id: line?.id ?? '' });
    await shop.ask('lines.configure', {
      id: line?.id ?? '',
      name: 'Line',
      ownNumber: null,
      settings: { ...settings, caps: { minute: 1, hour: 1, day: 3 } },
    });
    for (const [i, time] of ['10:15', '10:15', '11:30', '11:30', '12:45'].entries())
      await book('2026-11-26', time, `017122233${String(10 + i)}`);
    await shop.button(/^Calendar/).click();
    await shop.button('Day').click();
    await shop.button('Next').click();
    const notice = shop.page.getByText(/^Wed 25 Nov: 5 messages are planned, and \d of them will be late/);
    await notice.waitFor();
    await shop.look('calendar-crowded-light');
  });

  test('what is typed stays when another service is chosen, or something else changes meanwhile', async () => {
    await setUp();
    await shop.ask('services.save', {
      id: null,
      name: 'Tube',
      minutes: 15,
      buffer: 0,
      price: '',
      text: '',
      reminders: [],
      cutoffHours: 0,
    });
    await shop.button(/^Calendar/).click();
    await shop.button('Day').click();
    await shop.page.getByRole('main').getByRole('button', { name: 'New appointment', exact: true }).click();
    const dialog = await shop.opened('New appointment');
    await dialog.getByRole('combobox', { name: 'Name' }).fill('Ana Kuhn');
    await dialog.getByLabel('Number').fill('0171 2223344');
    await dialog.getByLabel('Staff').selectOption('Marek');
    await dialog.getByLabel('Send a confirmation text').uncheck();
    await dialog.getByRole('combobox', { name: 'Service' }).selectOption('Tube, 15 min');
    await shop.ask('settings.set', { weeklyParts: 9 });
    await shop.page.waitForTimeout(300);
    await expect.poll(() => dialog.getByRole('combobox', { name: 'Name' }).inputValue()).toBe('Ana Kuhn');
    await expect.poll(() => dialog.getByLabel('Number').inputValue()).toBe('0171 2223344');
    await expect.poll(() => dialog.getByLabel('Staff').inputValue()).toBe('resource_2');
    await expect.poll(() => dialog.getByLabel('Send a confirmation text').isChecked()).toBe(false);
    await dialog.getByText('14:00', { exact: true }).click();
    await dialog.getByRole('button', { name: /^Book .*14:00/ }).click();
    await until(async () => (await stateOf()) === 'booked 2026-11-24 14:00');
    // Who leaves still has who is coming.
    await shop.ask('resources.setRemoved', { id: 'resource_2', removed: true });
    const block = shop.page.getByRole('button', { name: /^Ana Kuhn.* 14:00/ });
    await block.click();
    const opened = shop.page.getByRole('complementary', { name: 'Ana Kuhn' });
    await opened.getByLabel('Note').fill('Brings the red one');
    await shop.page.keyboard.press('Escape');
    await until(async () => {
      const { appointments } = await shop.ask('appointments.calendar', { from: '2026-11-24', days: 1 });
      return appointments[0]?.note === 'Brings the red one';
    });
    await shop.look('calendar-gone-light');
  });

  test('by mouse: dragged to another time and told; taken back; called off; did not come', async () => {
    await setUp();
    await book('2026-11-24', '14:00', '+491712223344', 'resource_1');
    await shop.button(/^Calendar/).click();
    await shop.button('Day').click();
    const block = shop.page.getByRole('button', { name: /^Ana Kuhn.* 14:00/ });
    await block.scrollIntoViewIfNeeded();
    const other = shop.page.getByRole('group', { name: 'Marek' });
    const [from, to] = [await block.boundingBox(), await other.boundingBox()];
    if (from === null || to === null) throw new Error('not shown');
    await shop.page.mouse.move(from.x + 20, from.y + 20);
    await shop.page.mouse.down();
    await shop.page.mouse.move(to.x + 30, from.y + 60, { steps: 6 });
    await shop.look('calendar-drag-light');
    await shop.page.mouse.move(to.x + 30, from.y + 20 + 90, { steps: 4 });
    await shop.page.mouse.up();
    const dialog = await shop.opened('Reschedule Ana Kuhn');
    await shop.look('calendar-move-light');
    await dialog.getByRole('button', { name: /^Reschedule to .*15:30/ }).click();
    await shop.page.getByRole('button', { name: /^Ana Kuhn.* 15:30/ }).waitFor();
    expect(await stateOf()).toBe('booked 2026-11-24 15:30');
    await shop.page.keyboard.press('Control+z');
    await shop.page.getByRole('button', { name: /^Ana Kuhn.* 14:00/ }).waitFor();
    await shop.later(20_000);
    expect(said()).toEqual([]);
    // Taken by somebody else, it is refused with the reason.
    await book('2026-11-24', '16:00', TOM, 'resource_1');
    const there = { date: '2026-11-24', time: '15:30', resourceId: 'resource_1', tell: false };
    await expect(shop.ask('appointments.move', { id: 'appointment_1', ...there })).rejects.toThrow(
      /time-taken.*Tom Berg at 16:00/,
    );
    await shop.page.getByRole('button', { name: /^Ana Kuhn.* 14:00/ }).click();
    await shop.page
      .getByRole('complementary', { name: 'Ana Kuhn' })
      .getByRole('button', { name: 'Cancel appointment' })
      .click();
    await until(() => Promise.resolve(said().length === 1));
    await shop.later(20_000);
    expect(said()[0]).toMatch(/is canceled|abgesagt/);
    await shop.later(7 * HOUR);
    await shop.page.getByRole('button', { name: /^Tom Berg.* 16:00/ }).click();
    await shop.page.getByRole('complementary', { name: 'Tom Berg' }).getByRole('button', { name: 'No-show' }).click();
    await shop.page.getByRole('button', { name: /^Tom Berg.* 16:00.*No-show/ }).waitFor();
  });

  test('by keyboard: booked, moved, confirmed and called off', async () => {
    await setUp();
    const { page } = shop;
    await page.keyboard.press('Alt+k');
    await shop.pressOn(shop.button('Day'), 'Enter');
    await shop.pressOn(shop.button('New appointment'), 'Enter');
    let dialog = await shop.opened('New appointment');
    await page.keyboard.type('Ana Kuhn');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0171 2223344');
    await shop.pressOn(dialog.getByRole('radio', { name: '12:00' }), ' ');
    await shop.pressOn(dialog.getByRole('button', { name: /^Book .*12:00/ }), 'Enter');
    const block = page.getByRole('button', { name: /^Ana Kuhn.* 12:00/ });
    await shop.pressOn(block, 'Enter');
    const panel = page.getByRole('complementary', { name: 'Ana Kuhn' });
    await shop.pressOn(panel.getByRole('button', { name: 'Reschedule' }), 'Enter');
    dialog = await shop.opened('Reschedule Ana Kuhn');
    await shop.pressOn(dialog.getByRole('radio', { name: '16:15' }), ' ');
    await shop.pressOn(dialog.getByRole('button', { name: /^Reschedule to .*16:15/ }), 'Enter');
    await shop.pressOn(page.getByRole('button', { name: /^Ana Kuhn.* 16:15/ }), 'Enter');
    await shop.pressOn(panel.getByRole('button', { name: 'Confirm' }), 'Enter');
    await page.getByRole('button', { name: /^Ana Kuhn.* 16:15.*Confirmed/ }).waitFor();
    await page.keyboard.press('Escape');
    expect(await stateOf()).toBe('confirmed 2026-11-24 16:15');
  });

  test('a week, in German, dark', async () => {
    await setUp();
    await book('2026-11-24', '11:00', '+491712223344', 'resource_1');
    await book('2026-11-24', '11:00', TOM, 'resource_2');
    await book('2026-11-26', '15:00', TOM, 'resource_2');
    await shop.ask('settings.set', { language: 'de', customerLanguage: 'de', theme: 'dark' });
    await shop.page.keyboard.press('Alt+k');
    await shop.button('Woche').click();
    await shop.page.getByRole('button', { name: /^Tom Berg.* 15:00/ }).waitFor();
    await shop.look('calendar-week-dark-de');
    await shop.button(/^Marek/).click();
    await shop.page.getByRole('button', { name: /^Tom Berg.* 15:00/ }).waitFor({ state: 'detached' });
  });
});

/** The same on the Demo line, whose customers answer by themselves. */
describe.skipIf(needs('chromium'))('the calendar and the board on the Demo line', () => {
  test('booked, reminded, confirmed, moved and called off by text, refilled from the waiting list; an order', async () => {
    const browser = await launchChromium();
    const shop = await TimedShop.open(browser, { demo: true });
    try {
      await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
      await shop.ask('services.save', {
        id: null,
        name: 'Bike check',
        minutes: 60,
        buffer: 0,
        price: '',
        text: '',
        reminders: [{ when: { minutes: 24 * 60 }, text: '', asks: true }],
        cutoffHours: 2,
      });
      await shop.ask('resources.save', { id: null, name: 'Lena', hours: null, exceptions: [], serviceIds: null });
      await shop.row('Is the blue bike ready').waitFor();
      const book = (time: string, number: string, name: string) =>
        shop.ask('appointments.book', {
          conversationId: null,
          number,
          name,
          serviceId: 'service_1',
          resourceId: null,
          date: '2026-11-25',
          time,
          note: '',
          tell: true,
        });
      await book('11:00', '+491712223344', 'Ana');
      await book('12:00', '+491604412907', 'Tom');
      await book('13:00', '+491795550118', 'Rita');
      await shop.ask('waiting.add', {
        conversationId: null,
        number: '+491701234567',
        name: 'Kim',
        serviceId: 'service_1',
        resourceId: null,
        from: '2026-11-24',
        until: null,
        half: 'any',
      });
      await shop.page.keyboard.press('Alt+k');
      for (const who of [/^Ana.* 11:00/, /^Tom.* 12:00/, /^Rita.* 13:00/])
        await shop.page.getByRole('button', { name: who }).waitFor();
      // The clock is moved to the day before, past the hour of each.
      await shop.later(3.3 * HOUR);
      await shop.page.getByRole('button', { name: /^Ana.* 11:00.*Confirmed/ }).waitFor();
      // Tom's was the first that came free.
      await shop.page.getByRole('button', { name: /^Kim.* 12:00.*Confirmed/ }).waitFor();
      await shop.page.getByRole('button', { name: /^Tom.* 12:00/ }).waitFor({ state: 'detached' });
      await shop.look('demo-calendar-light');
      const { appointments } = await shop.ask('appointments.calendar', { from: '2026-11-23', days: 7 });
      const of = (name: string) => appointments.find((each) => each.name === name);
      expect(of('Rita')?.state).toBe('cancelled');
      expect(of('Tom')?.state).toBe('confirmed');
      expect(`${of('Tom')?.date} ${of('Tom')?.time}`).not.toBe('2026-11-25 12:00');

      await shop.page.keyboard.press('Alt+x');
      await shop.button('New order').click();
      const dialog = await shop.opened('New order');
      await dialog.getByLabel('Order number').fill('1234');
      await dialog.getByLabel('Phone number').fill('0171 2223344');
      await dialog.getByRole('button', { name: 'New order' }).click();
      await shop.button('1234: move to Ready').click();
      await shop.later(60_000);
      await shop.page.keyboard.press('Alt+l');
      await shop
        .row(/0171 2223344|Ana/)
        .first()
        .click();
      await shop.article('Your order 1234 is ready for pickup').waitFor();
      await shop.look('demo-order-light');
      expect(shop.problems).toEqual([]);
    } finally {
      await shop.close();
      await browser.close();
    }
  });
});

describe.skipIf(needs('chromium'))('another program’s calendar', () => {
  test('that has lost most of what was in it waits for a person, who looks and says so', async () => {
    const browser = await launchChromium();
    const shop = await Shop.open(browser, { plugged: false });
    try {
      await shop.ask('settings.set', { welcomed: true, language: 'en', customerLanguage: 'en' });
      await shop.ask('services.save', {
        id: null,
        name: 'Check',
        minutes: 30,
        buffer: 0,
        price: '',
        text: '',
        reminders: [],
        cutoffHours: 2,
      });
      await shop.ask('resources.save', { id: null, name: 'Lena', hours: null, exceptions: [], serviceIds: null });
      const path = join(shop.dataDir, '..', 'salon.ics');
      const day = new Date(Date.now() + 5 * 24 * HOUR).toJSON().slice(0, 10).replaceAll('-', '');
      const write = (guests: readonly number[]): void => {
        const entries = guests.map((n) =>
          [
            'BEGIN:VEVENT',
            `UID:${n}`,
            `DTSTART:${day}T${String(8 + n).padStart(2, '0')}0000Z`,
            `SUMMARY:Guest ${n}`,
            'END:VEVENT',
          ].join('\r\n'),
        );
        writeFileSync(path, ['BEGIN:VCALENDAR', ...entries, 'END:VCALENDAR'].join('\r\n'));
      };
      const sync = async () => (await shop.ask('app.state', {})).calendarSync;
      const all = Array.from({ length: 12 }, (_, n) => n);
      write(all);
      await shop.ask('settings.set', { calendarFolder: path, calendarService: 'service_1' });
      await until(async () => (await sync())?.counts !== undefined);
      write(all.slice(7));
      await until(async () => (await sync())?.waiting === 7);
      await shop.reopen();
      await shop.page.getByRole('button', { name: /^Calendar/ }).click();
      await shop.button('Review').waitFor();
      await shop.look('calendar-waiting-told-light');
      await shop.button('Review').click();
      const settings = shop.page.getByRole('main', { name: 'Settings' });
      await settings.getByText('7 appointments are no longer in the other app’s calendar.').waitFor();
      await settings.getByRole('button', { name: 'Cancel these 7' }).scrollIntoViewIfNeeded();
      await shop.look('calendar-waiting-light');
      await settings.getByRole('button', { name: 'Cancel these 7' }).click();
      await settings
        .getByText('7 appointments are no longer in the other app’s calendar.')
        .waitFor({ state: 'detached' });
      expect(await sync()).toMatchObject({ waiting: 0, counts: { cancelled: 7, same: 5 } });
      expect(shop.problems).toEqual([]);
    } finally {
      await shop.close();
      await browser.close();
    }
  });
});
