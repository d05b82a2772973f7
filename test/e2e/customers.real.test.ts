import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const ROWS = 500;
const BAD = 20;

/** As a till in German Windows writes it: every twenty-fifth row has no number that can be texted. */
function tillList(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const number = n % (ROWS / BAD) === 7 ? (n % 2 === 0 ? '' : '12') : `0171 2${String(100_000 + n)}`;
    return `Kunde ${n};Nachname${n};${number};${1 + (n % 28)}.${1 + (n % 12)}.1980;${n < 30 ? 'Stamm' : ''};${n < 40 ? 'ja' : ''}`;
  });
  return Buffer.from(['Vorname;Nachname;Handy;Geburtstag;Größe;Einwilligung', ...rows].join('\r\n'), 'latin1');
}

describe.skipIf(needs('chromium'))('customers', () => {
  let browser: Browser;
  let shop: TimedShop;
  let folder: string;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counterline-customers-'));
    shop = await TimedShop.open(browser);
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
  });
  afterEach(async () => {
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
    expect(shop.problems).toEqual([]);
  });
  const page = (): Locator => shop.page.getByRole('main', { name: 'Customers' });
  const row = (name: string): Locator => page().getByRole('button', { name, exact: true });
  const choose = async (name: string, content: Buffer): Promise<Locator> => {
    const path = join(folder, name);
    writeFileSync(path, content);
    await shop.button('Import').first().click();
    const dialog = await shop.opened('Import customers');
    await dialog.getByLabel('File').setInputFiles(path);
    return dialog;
  };
  const downloaded = async (button: Locator): Promise<string> => (await shop.download(() => button.click())).content;

  test('five hundred out of the old till, twenty of them bad: looked at, brought in, found, and taken back', async () => {
    await shop.button('Customers').click();
    await page().getByText('No customers yet.').waitFor();
    await shop.look('customers-none-light');
    const dialog = await choose('kasse.csv', tillList());
    await dialog.getByText(`${ROWS} rows in kasse.csv`).waitFor();
    await expect.poll(() => dialog.getByLabel('Import as: Handy').inputValue()).toBe('phone');
    await expect.poll(() => dialog.getByLabel('Import as: Größe').inputValue()).toBe('field:Größe');
    await dialog.getByLabel('Tag everyone with').fill('Old till');
    await shop.look('customers-columns-light');
    // Without the place where they agreed nobody agrees.
    await dialog.getByRole('button', { name: 'Preview import' }).click();
    await shop.said('Enter how these customers consented to promotions');
    await dialog.getByLabel('How they consented to promotions').fill('Form at the counter, 2025');
    await dialog.getByRole('button', { name: 'Preview import' }).click();
    await dialog.getByText('480 new, 20 skipped. Nothing has changed yet.').waitFor();
    await shop.look('customers-looked-light');
    const table = await downloaded(dialog.getByRole('button', { name: 'Save skipped rows' }));
    expect(table.split('\r\n').length).toBe(BAD + 2);
    expect(table).toContain('There is no phone number in this row.');
    await dialog.getByRole('button', { name: 'Import 480 customers' }).click();
    await dialog.getByText('480 new, 20 skipped.', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page().getByText('480 customers').waitFor();
    await shop.look('customers-light');

    await page().getByLabel('Find a customer').fill('0171 2100123');
    await row('Kunde 123 Nachname123').click();
    const customer = await shop.opened('Customer');
    await expect.poll(() => customer.getByLabel('Birthday').inputValue()).toBe('12.4.1980');
    await customer.getByLabel('Birthday').fill('13.4.');
    await customer.getByRole('button', { name: 'Add number' }).click();
    await customer.getByLabel('Number').nth(1).fill('+49 160 4412907');
    await customer.getByLabel('Label').nth(1).fill('Lea');
    await shop.look('customer-light');
    await customer.getByRole('button', { name: 'Save', exact: true }).click();
    await page().getByLabel('Find a customer').fill('4412907');
    await row('Kunde 123 Nachname123').click();
    const opened = await shop.opened('Customer');
    await expect.poll(() => opened.getByLabel('Birthday').inputValue()).toBe('13.4.');
    await shop.press('Escape');

    // Taken back: all but the one that somebody has changed since.
    await page().getByLabel('Find a customer').fill('');
    await shop.button('Import').click();
    const lists = await shop.opened('Import customers');
    await lists.getByRole('button', { name: 'Undo import' }).click();
    await shop.dialog('Undo the import of kasse.csv?').getByRole('button', { name: 'Undo import' }).click();
    await shop.said('Undone: 479 restored. 1 were edited since and left alone.');
    await shop.press('Escape');
    await page().getByText('1 customer', { exact: true }).waitFor();
  });

  test('a group is a rule; those marked get a tag; a file goes out; one person is erased for good', async () => {
    await shop.ask('contactFields.save', { id: null, name: 'Plan', kind: 'choice', choices: ['Basic', 'Plus'] });
    await shop.known('Ana Kuhn', '+491712223344', 'Is my bike ready?');
    for (const [name, number, plan] of [
      ['Bo Ng', '0171 2223345', 'Plus'],
      ['Cy Twist', '0171 2223346', 'Basic'],
    ] as const)
      await shop.ask('contacts.save', {
        id: null,
        contact: { name, numbers: [{ number, label: '' }], fields: [{ name: 'Plan', value: plan }] },
      });
    await shop.press('Alt+y');
    await page().getByText('3 customers').waitFor();
    await shop.button('New group').click();
    const group = await shop.opened('New group');
    await group.getByLabel('Name').fill('Plus, long not seen');
    await group.getByRole('button', { name: 'Add condition' }).click();
    await group.getByRole('combobox', { name: 'Condition', exact: true }).nth(1).selectOption({ label: 'Field' });
    await group.getByLabel('Operator').selectOption({ label: 'is' });
    await group.getByLabel('Value').selectOption('Plus');
    await group.getByText('1 customer matches now').waitFor();
    await shop.look('customer-group-light');
    await group.getByRole('button', { name: 'Save' }).click();
    await shop.button('Plus, long not seen').click();
    await page().getByText('1 customer', { exact: true }).waitFor();
    await row('Bo Ng').waitFor();
    await shop.button('All customers').click();
    await page().getByLabel('Select Bo Ng').check();
    await page().getByLabel('Select Cy Twist').check();
    await page().getByRole('button', { name: 'Tag', exact: true }).click();
    await shop.press('"Regulars"', 'Enter');
    await shop.said('2 customers tagged “Regulars”');
    await expect.poll(() => page().getByText('Regulars').count()).toBe(2);
    await shop.button('Export').click();
    const table = await downloaded(shop.page.getByRole('option', { name: 'Table (CSV)' }));
    expect(table).toContain('Cy Twist,,+49 171 2223346,');

    await row('Ana Kuhn').click();
    const customer = await shop.opened('Customer');
    const kept = await downloaded(customer.getByRole('button', { name: 'Download personal data' }));
    expect(kept).toContain('Is my bike ready?');
    await customer.getByRole('button', { name: 'Delete permanently' }).click();
    await shop.dialog('Delete Ana Kuhn permanently?').getByRole('button', { name: 'Delete permanently' }).click();
    await shop.said('Deleted permanently');
    await page().getByText('2 customers').waitFor();
    await shop.button('More Views').click();
    await shop.page.locator('[data-view=all]').click();
    await shop.page.getByText('Ana Kuhn').waitFor({ state: 'detached' });
  });

  test('two who are one: seen before, made one, and two again', async () => {
    for (const [name, number] of [
      ['Ana Kuhn', '0171 2223344'],
      ['Anna Kuhn', '0160 4412907'],
    ] as const)
      await shop.ask('contacts.save', {
        id: null,
        contact: { name, numbers: [{ number, label: '' }] },
      });
    await shop.button('Customers').click();
    await row('Ana Kuhn').click();
    const customer = await shop.opened('Customer');
    await customer.getByRole('button', { name: 'Merge with…' }).click();
    await shop.press('"anna"');
    await shop.page.getByRole('option', { name: /Anna Kuhn/ }).click();
    const asked = shop.dialog('Merge Ana Kuhn and Anna Kuhn?');
    await asked.getByText('The merged customer will have 0171 2223344, 0160 4412907').waitFor();
    await shop.look('customer-merge-light');
    await asked.getByRole('button', { name: 'Merge' }).click();
    await shop.said('Merged with Ana Kuhn');
    await shop.undo('Merged with');
    await shop.press('Escape');
    await page().getByText('2 customers').waitFor();
  });

  test('two windows on one customer: what the other one wrote stays; what is typed is not lost by a key', async () => {
    const contact = { numbers: [{ number: '0171 2223344', label: '' }], name: 'Ana' };
    const { id } = await shop.ask('contacts.save', { id: null, contact });
    await shop.button('Customers').click();
    await row('Ana').click();
    const customer = await shop.opened('Customer');
    await customer.getByLabel('Name', { exact: true }).fill('Ana Kuhn');
    await shop.ask('contacts.save', { id, contact: { notes: 'allergic to nuts' } });
    await shop.press('Escape');
    await shop.dialog('Leave without saving?').getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => customer.getByLabel('Name', { exact: true }).inputValue()).toBe('Ana Kuhn');
    await customer.getByRole('button', { name: 'Save', exact: true }).click();
    await row('Ana Kuhn').waitFor();
    const saved = await shop.ask('contacts.byId', { id: id ?? '' });
    expect([saved.name, saved.notes]).toEqual(['Ana Kuhn', 'allergic to nuts']);
  });

  test('in German, dark: a rule for birthdays, and how long is kept', async () => {
    await shop.ask('settings.set', { language: 'de', customerLanguage: 'de', theme: 'dark' });
    await shop.press('Alt+y');
    await shop.page.getByRole('main', { name: 'Kunden' }).getByText('Noch keine Kunden.').waitFor();
    await shop.look('customers-none-dark');
    const settings = await shop.settings('fields');
    await settings.getByRole('button', { name: 'Feld hinzufügen' }).click();
    await settings.getByLabel('Name').fill('TÜV');
    await settings.getByLabel('Typ').selectOption({ label: 'Datum' });
    await settings.getByRole('button', { name: 'Speichern' }).click();
    await settings.getByText('TÜV').waitFor();
    await shop.settings('keep');
    await settings.getByLabel(/^Nachrichten/).selectOption({ label: '3 Jahre' });
    await shop.dialog('Aufbewahrung').getByRole('button', { name: 'Verkürzen' }).click();
    await shop.said('Gespeichert');
    await shop.look('customer-settings-dark');
    await shop.settings('rules');
    await settings.getByRole('button', { name: 'Automation hinzufügen' }).click();
    await settings.getByLabel('Name').first().fill('TÜV');
    await settings.getByLabel('Wenn').selectOption({ label: 'ein jährliches Datum (Geburtstag…)' });
    await settings.getByLabel('Welches Datum').selectOption('TÜV');
    await settings.getByLabel('Wann').selectOption({ label: '14 Tage davor' });
    await settings.getByLabel(/^Angebot: nur an/).uncheck();
    await settings.getByLabel('Dem Kunden antworten').fill('Ihr TÜV ist bald fällig.');
    await shop.look('rule-date-dark');
    await settings.getByRole('button', { name: 'Speichern' }).click();
    await settings.getByText('TÜV, 14 T davor').waitFor();
    expect((await shop.ask('app.state', {})).settings.keepTexts).toBe(36);
  });
});
