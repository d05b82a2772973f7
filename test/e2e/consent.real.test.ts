import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { Shop } from '../support/window.ts';

const ANA = '+491712223344';
/** In place of the system's dialog: what would be on the paper. */
const PRINT_TO_SCREEN = `
  globalThis.printed = null;
  window.print = () => {
    printed = document.querySelector('.paper').textContent;
    window.dispatchEvent(new Event('afterprint'));
  };
`;

/** A customer speaks of being texted: what they say is obeyed, what is not clear is asked. */
describe.skipIf(needs('chromium', 'socat'))('being texted', () => {
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

  test('STOP and START by the customer, as the shopkeeper sees them', async () => {
    await shop.known('Ana', ANA, 'Hello');
    await shop.row('Ana').click();
    shop.customer('STOP', ANA);
    await until(() => shop.delivered.length === 1);
    expect(shop.delivered[0]?.text).toBe(
      'My shop: Sie sind abgemeldet und bekommen keine SMS mehr. Mit START melden Sie sich wieder an.',
    );
    await shop.page.getByText(/^Opted out · took effect after \d+ ms/).waitFor();
    const panel = shop.page.getByRole('complementary');
    await panel.getByText('Opted out', { exact: true }).first().waitFor();
    await panel.getByText('Consent: 1 entry').click();
    await panel.getByText(/Opted out · /).waitFor();
    await panel.getByText('STOP', { exact: true }).waitFor();
    await shop.page.getByText('This customer opted out. Only answer what they wrote to you.').waitFor();
    await shop.look('opted-out-light');
    shop.customer('START', ANA);
    await until(() => shop.delivered.length === 2);
    await shop.page.getByText(/^Opted back in/).waitFor();
    await panel.getByText('Consent: 2 entries').waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'a word inside other words is asked about, with one click (%s)',
    async (scheme) => {
      await shop.reopen({ colorScheme: scheme });
      await shop.known('Ana', ANA, 'Hello');
      shop.customer('Can you stop by at five?', ANA);
      await shop.row('Opt out?').click();
      const strip = shop.page.getByRole('group', { name: 'Does this customer want to opt out?' });
      await strip.getByText('Can you stop by at five?').waitFor();
      await shop.look(`consent-question-${scheme}`);
      if (scheme === 'light') {
        await strip.getByRole('button', { name: 'No, keep sending' }).click();
        await strip.waitFor({ state: 'detached' });
        await shop.page.getByText(/^Did not opt out/).waitFor();
        expect(shop.delivered).toEqual([]);
      } else {
        await strip.getByRole('button', { name: 'Yes, opt out' }).press('Enter');
        await strip.waitFor({ state: 'detached' });
        await until(() => shop.delivered.length === 1);
        await shop.page.getByText('Opted out', { exact: true }).first().waitFor();
      }
    },
  );

  test('what for: written down at the counter, asked by text, printed', async () => {
    await shop.ask('settings.set', { shopName: 'Kessler' });
    await shop.known('Ana', ANA, 'Hello');
    await shop.row('Ana').click();
    const panel = shop.page.getByRole('complementary');
    await panel.getByText('Promotions: no').first().waitFor();
    await panel.getByRole('button', { name: 'Change' }).click();
    let dialog = await shop.opened('Consent: Ana');
    await dialog.getByRole('checkbox', { name: /^Surveys/ }).uncheck();
    // Nothing is kept without the customer's words.
    await expect.poll(() => dialog.getByRole('button', { name: 'Save' }).isEnabled()).toBe(false);
    await dialog.getByRole('textbox').fill('“Please no questions”, at the counter');
    await shop.look('consent-dialog-light');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await panel.getByText('Surveys: no').first().waitFor();
    await shop.page.getByText(/^Withdrew consent to surveys/).waitFor();
    await panel.getByText('Consent: 1 entry').click();
    await panel.getByText('“Please no questions”, at the counter').waitFor();

    await panel.getByRole('button', { name: 'Change' }).press('Enter');
    dialog = await shop.opened('Consent: Ana');
    await dialog.getByRole('button', { name: 'Ask about promotions by text' }).click();
    await until(() => shop.delivered.length === 1);
    await panel.getByText(/^asked /).waitFor();
    shop.customer('Ja gerne', ANA);
    shop.customer('Ja', ANA);
    await panel.getByText('Promotions: yes').first().waitFor();
    await until(() => shop.delivered.length === 2);

    // On paper stands the record alone.
    await shop.page.evaluate(PRINT_TO_SCREEN);
    await panel.getByRole('button', { name: 'Change' }).click();
    await (await shop.opened('Consent: Ana')).getByRole('button', { name: 'Print record' }).click();
    const printed = await shop.page.evaluate<string>('printed');
    expect(printed).toContain('Consent to messages from Kessler');
    expect(printed).toMatch(/Promotions: yes[^]*by text[^]*Ja[^]*Surveys: no[^]*in person/);
    expect(printed).not.toContain('Search');
    await shop.press('Escape');
  });

  test('the code for the counter leads to the line, with the words that agree', async () => {
    const dialog = await shop.settings('code');
    await dialog.getByRole('img', { name: 'QR code that makes a phone text “YES TO OFFERS”' }).waitFor();
    await shop.look('counter-code-light');
    await shop.page.evaluate(PRINT_TO_SCREEN);
    await dialog.getByRole('button', { name: 'Print' }).click();
    await until(() => shop.page.evaluate('printed !== null'));
    expect(await shop.page.evaluate<string>('printed')).toMatch(/Or text YES TO OFFERS to 0\d+ \d+/);
  });
});
