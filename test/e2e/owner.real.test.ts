import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { Shop } from '../support/window.ts';

const ROWS = 500;
const BAD = 20;
const REGULARS = 30;
const ALWAYS = Array.from({ length: 7 }, () => [{ from: '00:00', to: '00:00' }]);
const numberOf = (n: number): string => `+49171${2_100_000 + n}`;

/** The last ones have no number that can be texted. */
function list(): string {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const number = n >= ROWS - BAD ? (n % 2 === 0 ? '' : '12') : `0171 ${2_100_000 + n}`;
    return `Kunde ${n};${number};${n < REGULARS ? 'Stamm' : ''}`;
  });
  return ['Name;Handy;Kreis', ...rows].join('\r\n');
}

/** The owner's day, from an old till's list to the backup that is put back. */
describe.skipIf(needs('chromium'))('an owner', () => {
  let browser: Browser;
  let shop: Shop;
  let program: Server;
  let folder: string;
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    folder = mkdtempSync(join(tmpdir(), 'counterline-owner-'));
    program = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += String(chunk)));
      request.on('end', () => {
        heard.push({ headers: request.headers, body });
        response.end();
      });
    });
    await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await browser?.close();
    program.closeAllConnections();
    await new Promise((resolve) => program.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    heard.length = 0;
    shop = await Shop.open(browser);
    await shop.ask('settings.set', {
      language: 'en',
      customerLanguage: 'en',
      undoSeconds: 0,
      textingHours: ALWAYS,
      hours: ALWAYS,
    });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });
  const customers = (): Locator => shop.page.getByRole('main', { name: 'Customers' });
  const reached = (n: number): readonly string[] =>
    shop.delivered.filter(({ to }) => to === numberOf(n)).map(({ text }) => text);

  test('brings customers in, texts thirty, asks how it was, reads the report, lets a program in, and keeps it all safe', async () => {
    // Five hundred, twenty of them bad.
    await shop.press('Alt+y');
    writeFileSync(join(folder, 'kasse.csv'), list());
    await shop.button('Import').first().click();
    const lists = await shop.opened('Import customers');
    await lists.getByLabel('File').setInputFiles(join(folder, 'kasse.csv'));
    await lists.getByText(`${ROWS} rows in kasse.csv`).waitFor();
    await lists.getByRole('button', { name: 'Preview import' }).click();
    await lists.getByText('480 new, 20 skipped. Nothing has changed yet.').waitFor();
    await lists.getByRole('button', { name: 'Import 480 customers' }).click();
    await lists.getByText('480 new, 20 skipped.', { exact: true }).waitFor();
    await lists.getByRole('button', { name: 'Close' }).last().click();
    await customers().getByText('480 customers').waitFor();

    // A group of thirty gets news.
    await shop.button('New group').click();
    const group = await shop.opened('New group');
    await group.getByLabel('Name').fill('Regulars');
    await group.getByRole('combobox', { name: 'Condition', exact: true }).first().selectOption({ label: 'Field' });
    await group.getByLabel('Operator').first().selectOption({ label: 'is' });
    await group.getByRole('combobox', { name: 'Field', exact: true }).fill('Kreis');
    await group.getByLabel('Value').first().fill('Stamm');
    await group.getByLabel('Value').first().press('Tab');
    await group.getByText('30 customers match now').waitFor();
    await group.getByRole('button', { name: 'Save' }).click();
    await shop.button('Regulars').click();
    await customers().getByText('30 customers').waitFor();
    await customers().getByRole('button', { name: 'New broadcast' }).click();
    const text = await shop.opened('Broadcast to “Regulars”');
    await text
      .getByRole('textbox', { name: 'Message' })
      .first()
      .fill('Dear {{first_name}}, we move to Market Street on Monday.');
    await text.getByLabel('Type').selectOption({ label: 'Service: opening hours, a move, a recall' });
    await text.getByText('30 customers get it').waitFor();
    await text.getByLabel('To start, type the number of customers: 30').fill('30');
    await text.getByRole('button', { name: 'Start' }).click();
    await customers().getByText('Done').waitFor({ timeout: 60_000 });
    for (let n = 0; n < REGULARS; n++) expect(reached(n).length, numberOf(n)).toBe(1);

    // Two are asked how it was when they have fetched their order.
    await shop.ask('surveys.save', {
      id: null,
      name: 'How was it?',
      enabled: true,
      after: ['order'],
      delayMinutes: 0,
      steps: [{ kind: 'satisfaction', text: 'How content were you, from 1 to 5?', choices: [] }],
      thanks: 'Thank you!',
      lowTagId: null,
      highTagId: null,
    });
    const columns = (await shop.ask('app.state', {})).orderColumns;
    const doneId = columns.find(({ stage }) => stage === 'done')?.id ?? '';
    for (const n of [40, 41]) {
      const order = { reference: `A-${n}`, number: numberOf(n), name: `Kunde ${n}`, note: 'Bike', tell: false };
      const { id } = await shop.ask('orders.add', { ...order, columnId: null });
      await shop.ask('orders.move', { id, columnId: doneId, tell: false });
    }
    await expect.poll(() => [...reached(40), ...reached(41)].length).toBe(2);
    shop.customer('5', numberOf(40));
    shop.customer('2 - I waited for an hour', numberOf(41));
    await expect.poll(() => reached(40).at(-1)).toBe('Thank you!');

    const satisfaction = async (): Promise<number | null | undefined> => {
      const day = new Date().toISOString().slice(0, 10);
      const { figures } = await shop.ask('reports.read', { name: 'satisfaction', from: day, to: day });
      return figures.find(({ key }) => key === 'answered')?.value;
    };
    await expect.poll(satisfaction).toBe(1);

    // The report says so, and leads to who was not content.
    await shop.press('Alt+z');
    const reports = shop.page.getByRole('main', { name: 'Reports' });
    await reports.getByRole('button', { name: 'Satisfaction', exact: true }).click();
    await reports.getByRole('button', { name: /^Satisfied customers \(CSAT\) 50%/ }).waitFor();
    await shop.look('owner-report-light');
    await reports.getByRole('region', { name: 'Answers from 1 to 5' }).getByRole('button', { name: /^2 1$/ }).click();
    const behind = await shop.opened('Details: Answers, 2');
    await behind.getByRole('button', { name: /^Kunde 41/ }).click();
    await shop.article('I waited for an hour').waitFor();

    // A program gets a key, and is told what happens.
    let dialog = await shop.settings('api');
    await dialog.getByRole('button', { name: 'Create key' }).click();
    await dialog.getByLabel('Name').first().fill('Till');
    await dialog.getByLabel('Read reports').check();
    await dialog.getByLabel('Send messages').check();
    await dialog.getByRole('button', { name: 'Create key' }).last().click();
    const token = (await dialog.getByText(/^counterline_/).textContent()) ?? '';
    await shop.look('owner-key-light');
    const api = (path: string, body?: unknown) =>
      fetch(`${shop.desk.url}/api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { Authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    expect((await api('/contacts')).status).toBe(403);
    const today = new Date().toISOString().slice(0, 10);
    const report = (await (await api(`/reports/satisfaction?from=${today}&to=${today}`)).json()) as {
      figures: { key: string; value: number }[];
    };
    expect(report.figures.find(({ key }) => key === 'content')?.value).toBe(0.5);
    dialog = await shop.settings('webhooks');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByLabel('Address').fill(`http://127.0.0.1:${(program.address() as AddressInfo).port}/hook`);
    await dialog.getByRole('button', { name: 'Add' }).last().click();
    const secret = (await dialog.getByText(/^whsec_/).textContent()) ?? '';
    await shop.press('Escape');
    expect((await api('/messages', { to: numberOf(50), text: 'From the till' })).status).toBe(202);
    await expect.poll(() => reached(50)).toEqual(['From the till']);
    shop.customer('Thank you', numberOf(50));
    await expect.poll(() => heard.some(({ body }) => body.includes('message.received'))).toBe(true);
    const told = heard.find(({ body }) => body.includes('message.received'));
    expect(new Webhook(secret).verify(told?.body ?? '', told?.headers as Record<string, string>)).toMatchObject({
      type: 'message.received',
      data: { text: 'Thank you', from: numberOf(50) },
    });

    // Backed up; one is erased; the key is taken back; and what is put back brings neither again.
    dialog = await shop.settings('backup');
    await dialog.getByRole('button', { name: 'Back up now' }).click();
    await shop.said('Backup complete');
    await shop.press('Escape');
    await shop.press('Alt+y');
    await customers().getByLabel('Find a customer').fill('Kunde 41');
    await customers().getByRole('button', { name: 'Kunde 41', exact: true }).click();
    await (await shop.opened('Customer')).getByRole('button', { name: 'Delete permanently' }).click();
    await shop.dialog('Delete Kunde 41 permanently?').getByRole('button', { name: 'Delete permanently' }).click();
    await shop.said('Deleted permanently');
    dialog = await shop.settings('api');
    await dialog.getByRole('button', { name: 'Revoke: Till' }).click();
    await shop.said('“Till” revoked');
    expect((await api('/status')).status).toBe(401);
    dialog = await shop.settings('backup');
    await dialog.getByRole('button', { name: 'Restore' }).first().click();
    await shop
      .dialog(/^Restore the backup from/)
      .getByRole('button', { name: 'Restore' })
      .click();
    await shop.said('Backup restored.');
    await shop.press('Alt+y');
    await customers().getByText('479 customers').waitFor();
    await customers().getByLabel('Find a customer').fill('Kunde 41');
    await customers().getByRole('button', { name: 'Kunde 410', exact: true }).waitFor();
    await expect.poll(() => customers().getByRole('button', { name: 'Kunde 41', exact: true }).count()).toBe(0);
    expect((await api('/status')).status).toBe(401);
    await shop.page.locator('[data-line-state=ready]').waitFor();
  });
});
