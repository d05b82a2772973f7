import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { encoded } from '../support/encoded.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

/** What comes out of files, and what repeats, on a Tuesday from ten o'clock. */
describe.skipIf(needs('chromium'))('files, and texts that repeat or came due', () => {
  let browser: Browser;
  let shop: TimedShop;
  let folder: string;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counterline-files-'));
    shop = await TimedShop.open(browser);
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
    await shop.ask('resources.save', { id: null, name: 'Lena', hours: null, exceptions: [], serviceIds: null });
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
  });
  afterEach(async () => {
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
    expect(shop.problems).toEqual([]);
  });
  const said = (): readonly string[] => shop.delivered.map(({ text }) => text);
  const written = (name: string, text: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const event = (uid: string, start: string, summary: string): string =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:${start}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;
  const ics = (...events: readonly string[]): string =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n${events.join('')}END:VCALENDAR\r\n`;

  test('appointments out of a table: looked at first, then imported; and written out again', async () => {
    await shop.button(/^Calendar/).click();
    await shop.button('Import and export').click();
    await shop.page.getByRole('menuitem', { name: 'Import from a file' }).click();
    const dialog = await shop.opened('Import appointments');
    await shop.look('import-choose-light');
    // As a spreadsheet in German Windows saves it.
    const table =
      'Datum;Uhrzeit;Kunde;Telefon\r\n24.11.2026;14:00;J\xfcrgen;0171 2223344\r\n24.11.2026;14:30;Tom;\r\nbald;9:00;Kim;\r\n';
    await dialog.getByLabel('File').setInputFiles(written('termine.csv', Buffer.from(table, 'latin1')));
    await dialog.getByText('1 new, 2 skipped. Nothing has changed yet.').waitFor();
    await shop.look('import-look-light');
    await dialog.getByRole('button', { name: 'Import 1' }).click();
    await dialog.getByText('1 new, 2 skipped.', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await shop.page.getByRole('button', { name: /^Jürgen.* 14:00/ }).waitFor();
    await shop.button('Import and export').click();
    const saved = await shop.download(() =>
      shop.page.getByRole('menuitem', { name: 'Export this day (.ics)' }).click(),
    );
    expect(saved.content).toContain('SUMMARY:Bike check: Jürgen');
  });

  test('a file is dropped onto the window: it is looked at first; what cannot be imported says so', async () => {
    const drop = (name: string, text: string): Promise<void> =>
      shop.page.evaluate(`(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
        const send = (type) =>
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        if (send('dragover')) throw new Error('the browser would open it');
        window.dropNow = () => send('drop');
      })()`);
    await drop('photo.jpg', '');
    await shop.page.getByText('Drop to import').waitFor();
    await shop.look('drop-light');
    await shop.page.evaluate('window.dropNow()');
    await shop.said('This file can’t be imported');
    await drop('customers.csv', 'name,phone\nAna Kuhn,0171 2223344\n');
    await shop.page.evaluate('window.dropNow()');
    const customers = await shop.opened('Import customers');
    await customers.getByText('customers.csv').first().waitFor();
    await shop.page.keyboard.press('Escape');
    await customers.waitFor({ state: 'detached' });
    await drop('salon.ics', ics(event('1', '20261124T130000Z', 'Ana 0171 2223344')));
    await shop.page.evaluate('window.dropNow()');
    const calendar = await shop.opened('Import appointments');
    await calendar.getByText('1 new. Nothing has changed yet.').waitFor();
  });

  test('another program’s calendar is followed: what it writes is there, what it calls off is off', async () => {
    const path = written(
      'salon.ics',
      ics(event('1', '20261124T130000Z', 'Ana 0171 2223344'), event('2', '20261124T150000Z', 'Tom')),
    );
    const settings = await shop.settings('booking');
    await settings.getByLabel('Calendar file or folder').fill(path);
    await settings.getByLabel('Calendar file or folder').press('Enter');
    await settings.getByText(/2 skipped/).waitFor();
    await settings.getByLabel('Service, if the file doesn’t say').selectOption('Bike check');
    await settings.getByText(/2 new/).waitFor();
    await shop.look('calendar-folder-light');
    writeFileSync(path, ics(event('1', '20261124T140000Z', 'Ana 0171 2223344')));
    await settings.getByText(/1 changed, 1 canceled/).waitFor();
    await shop.page.keyboard.press('Escape');
    await shop.button(/^Calendar/).click();
    await shop.page.getByRole('button', { name: /^Ana.* \d+:00/ }).waitFor();
  });

  test('orders out of a table', async () => {
    await shop.button(/^Orders/).click();
    await shop.button('Import').click();
    const dialog = await shop.opened('Import orders');
    await dialog
      .getByLabel('File')
      .setInputFiles(
        written('orders.csv', 'order,name,phone,what,colour\n1,Ana,0171 2223344,Cake,red\n2,Tom,12,Bread,\n'),
      );
    await dialog.getByText(/^1 new, 1 skipped/).waitFor();
    await dialog.getByText('Columns skipped: colour').waitFor();
    await dialog.getByRole('button', { name: 'Import 1' }).click();
    await dialog.getByText('1 new, 1 skipped.', { exact: true }).waitFor();
    const saved = await shop.download(() => dialog.getByRole('button', { name: 'Save skipped rows' }).click());
    expect(saved.content).toMatch(/2,Tom,12,Bread,,.*number/);
    await shop.look('import-orders-light');
  });

  test('letters that look wrong: a person says what the file is in', async () => {
    await shop.button(/^Orders/).click();
    await shop.button('Import').click();
    const dialog = await shop.opened('Import orders');
    // One name alone reads as Danish as well.
    const buffer = Buffer.from(encoded('order,name\n91,Perković\n', 'cp852'));
    await dialog.getByLabel('File').setInputFiles({ name: 'croatian.csv', mimeType: 'text/csv', buffer });
    await dialog.getByText('91 Perkoviå').waitFor();
    await dialog.getByLabel(/If characters look wrong/).selectOption('Central European (DOS): Perković');
    await dialog.getByText('91 Perković').waitFor();
    await shop.look('import-letters-light');
    await dialog.getByRole('button', { name: 'Import 1' }).click();
    await dialog.getByText('1 new.', { exact: true }).waitFor();
    await shop.page.keyboard.press('Escape');
  });

  test('a table whose headings nobody knows: a person says what its columns hold', async () => {
    await shop.button(/^Orders/).click();
    await shop.button('Import').click();
    const dialog = await shop.opened('Import orders');
    await dialog
      .getByLabel('File')
      .setInputFiles(written('jobs.csv', 'Vorgang,Wer,Wohin\n81,Ana Kuhn,0171 2223344\n82,Tom,0160 4412907\n'));
    await dialog.getByText(/Choose below what these columns are/).waitFor();
    await dialog.getByLabel('Import as: Vorgang').selectOption('Order number');
    await dialog.getByText(/^2 new\. Nothing has changed yet/).waitFor();
    await dialog.getByLabel('Import as: Wer').selectOption('Name');
    await dialog.getByLabel('Import as: Wohin').selectOption('Phone number');
    await dialog.getByText('Ana Kuhn').first().waitFor();
    await shop.look('import-columns-light');
    await dialog.getByRole('button', { name: 'Import 2' }).click();
    await dialog.getByText('2 new.', { exact: true }).waitFor();
    await dialog
      .getByRole('button', { name: 'Done' })
      .or(dialog.getByRole('button', { name: 'Close' }))
      .first()
      .click();
    await shop.page.getByText('Ana Kuhn').first().waitFor();
  });

  test('a text that repeats on the last Friday of a month, from a conversation; stopped', async () => {
    shop.customer('Can you bring the rolls again?');
    await shop.row('bring the rolls').click();
    await shop.page.mouse.move(900, 400);
    await shop.button('More').first().click();
    await shop.page.getByRole('menuitem', { name: 'Make recurring' }).click();
    const dialog = await shop.opened(/^Recurring messages/);
    await dialog.getByRole('textbox', { name: 'Text' }).fill('Your rolls come today.');
    await dialog.getByLabel('Start date').fill('2026-11-27');
    await dialog.getByLabel('Repeat').selectOption('Every month');
    await dialog.getByRole('combobox', { name: 'On' }).selectOption('on the last Friday');
    await dialog.getByText(/^Every month on the last Friday, 10:00: .*27 Nov.*25 Dec.*29 Jan/).waitFor();
    await shop.look('recurring-light');
    await dialog.getByRole('button', { name: 'Make recurring' }).click();
    await dialog.getByRole('listitem').filter({ hasText: 'Your rolls come today.' }).waitFor();
    await shop.later(3 * 24 * 3_600_000 + 60_000);
    await until(() => Promise.resolve(said().includes('Your rolls come today.')));
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await dialog
      .getByText(/stopped/)
      .first()
      .waitFor();
    await shop.look('recurring-stopped-light');
  });

  test('what came due while the computer slept waits on a page: sent, written anew, dropped', async () => {
    const at = shop.clock.now() + 3_600_000;
    for (const [i, to] of ['+491712223344', '+491604412907', '+491700000003'].entries())
      await shop.ask('messages.send', {
        to,
        text: `Your bike number ${i + 1} is ready.`,
        lineId: null,
        undoMs: 0,
        notBefore: at,
        key: `came-due-${i}`,
      });
    await shop.asleep(3 * 3_600_000);
    await shop.button(/3 messages missed/).click();
    const dialog = shop.page.getByRole('dialog');
    await dialog.getByText('Your bike number 1 is ready.').waitFor();
    await shop.look('came-due-light');
    expect(said()).toEqual([]);
    const item = (n: number) => dialog.getByRole('listitem').filter({ hasText: `number ${n}` });
    await item(1).getByRole('button', { name: 'Send', exact: true }).click();
    await until(() => Promise.resolve(said().length === 1));
    await item(2).getByRole('button', { name: 'Edit' }).click();
    await dialog.getByRole('textbox').fill('Your bike has been ready since noon.');
    await dialog.getByRole('button', { name: 'Send', exact: true }).first().click();
    await shop.later(10_000);
    await until(() => Promise.resolve(said().includes('Your bike has been ready since noon.')));
    await item(3).getByRole('button', { name: 'Discard' }).click();
    await item(3).waitFor({ state: 'detached' });
    await shop.look('came-due-empty-light');
    expect(said()).toHaveLength(2);
  });
});
