import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Headless, temporaryFolder } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { Shop } from '../support/window.ts';

const PASSPHRASE = 'four words nobody guesses';

describe.skipIf(needs('chromium'))('backups in the window', () => {
  let browser: Browser;
  let shop: Shop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await Shop.open(browser);
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  const settings = () => shop.settings('backup');

  test('made, sealed, checked, put back; damaged data are said, and the newest good one is put back', async () => {
    await shop.known('Ana Kuhn', '+491712223344', 'Is my bike ready?');
    let dialog = await settings();
    await dialog.getByText('No backup yet.').waitFor();
    await dialog.getByRole('button', { name: 'Back up now' }).click();
    await shop.said('Backup complete');
    await dialog.getByText('This folder is on the same disk as your data').waitFor();
    await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await dialog.getByLabel('Confirm passphrase').fill(`${PASSPHRASE}!`);
    await dialog.getByText('The passphrases don’t match.').waitFor();
    await dialog.getByLabel('Confirm passphrase').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Encrypt backups' }).click();
    await dialog.getByText('New backups are encrypted with your passphrase.').waitFor();
    // Two in one second are one.
    await shop.page.waitForTimeout(1_100);
    await dialog.getByRole('button', { name: 'Back up now' }).click();
    await dialog.getByText('· encrypted').waitFor();
    await dialog.getByRole('button', { name: 'Verify' }).first().click();
    await shop.said('Backup verified: 1 message, 1 customer.');
    await dialog.getByText('Verified today with a full test restore.').waitFor();
    await shop.look('backup-light');
    await shop.press('Escape');

    await shop.known('Tom Ebert', '+491712223345', 'And mine?');
    dialog = await settings();
    await dialog.getByRole('button', { name: 'Restore' }).first().click();
    const asked = shop.dialog(/^Restore the backup from/);
    await asked.getByText('1 message, 1 customer. Your current data is kept in a separate folder.').waitFor();
    await shop.look('backup-asked-light');
    await asked.getByRole('button', { name: 'Restore' }).click();
    await shop.said('Backup restored.');
    await shop.press('Escape');
    await shop.row('Tom Ebert').waitFor({ state: 'detached' });
    await shop.row('Ana Kuhn').waitFor();
    await shop.page.locator('[data-line-state=ready]').waitFor();
    // The line goes on.
    shop.customer('Still there?', '+491712223344');
    await shop.row('Still there?').waitFor();

    const port = await shop.stopDesk();
    const database = join(shop.dataDir, 'counterline.db');
    const spoilt = readFileSync(database);
    spoilt.fill(0x5a, 4_096);
    writeFileSync(database, spoilt);
    await shop.startDesk(port);
    await shop.page.reload();
    await shop.page.getByRole('heading', { name: 'Counterline’s data is damaged' }).waitFor();
    await shop.look('damaged-light');
    await shop.button('Restore').first().click();
    await shop
      .dialog(/^Restore the backup from/)
      .getByRole('button', { name: 'Restore' })
      .click();
    // Nobody can read the passphrase out of damaged data.
    await shop.opened('Passphrase of this backup');
    await shop.press(`"${PASSPHRASE}"`, 'Enter');
    await shop.row('Ana Kuhn').waitFor();
    expect(readdirSync(join(shop.dataDir, 'aside')).filter((name) => name.endsWith('.db')).length).toBe(2);
  });
});

test('the built program makes, seals and proves a backup', async () => {
  const folder = temporaryFolder('backup-built');
  const desk = await Headless.start({ dataDir: folder.path, modem: 'none' });
  await desk.ask('backups.setPassphrase', { passphrase: PASSPHRASE });
  const made = await desk.ask('backups.make', {});
  expect(await desk.ask('backups.verify', { name: made.name, passphrase: null })).toEqual(made.contents);
  await desk.ask('backups.restore', { name: made.name, passphrase: null, folder: null });
  await desk.ask('app.state', {});
  await desk.stop();
  folder.remove();
});

test('killed while backups are made: none is half, and each that was confirmed is good', async () => {
  const folder = temporaryFolder('backup-killed');
  const outcomes: string[] = [];
  const confirmed: string[] = [];
  /** How long one takes here when nobody interrupts it. */
  let takesMs = 0;
  for (let kill = 0; kill < 6; kill++) {
    const desk = await Headless.start({ dataDir: folder.path, modem: 'none' });
    // Whatever the last one was killed at: all that is listed is whole.
    const { items } = await desk.ask('backups.list', { folder: null });
    for (const name of confirmed) expect(items.map((each) => each.name)).toContain(name);
    for (const { name } of items) await desk.ask('backups.verify', { name, passphrase: null });
    const contact = { name: `Kim ${kill}`, numbers: [{ number: `0171 222334${kill}`, label: '' }] };
    await desk.ask('contacts.save', { id: null, contact });
    const making = desk.ask('backups.make', {}).then(
      ({ name }) => name,
      () => null,
    );
    const begunAt = performance.now();
    if (kill === 0) await making;
    else await new Promise((resolve) => setTimeout(resolve, (takesMs * 1.2 * kill) / 5));
    if (kill === 0) takesMs = performance.now() - begunAt;
    await desk.stop('SIGKILL');
    const name = await making;
    if (name !== null) confirmed.push(name);
    outcomes.push(name === null ? 'cut off' : 'confirmed');
  }
  process.stdout.write(`backup killed: ${outcomes.join(', ')}\n`);
  const desk = await Headless.start({ dataDir: folder.path, modem: 'none' });
  const { items } = await desk.ask('contacts.list', { groupId: null, query: '', after: null, limit: 20 });
  expect(items.length).toBe(6);
  expect(readdirSync(folder.path).filter((name) => name.includes('backup.partial'))).toEqual([]);
  await desk.stop();
  folder.remove();
});
