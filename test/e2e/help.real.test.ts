import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { needs } from '../support/needs.ts';
import { Shop } from '../support/window.ts';

/** The help that is in the window, without a network. */
describe.skipIf(needs('chromium'))('the help', () => {
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

  test.each(['light', 'dark'] as const)(
    'by mouse: found by an everyday word, read, its links followed (%s)',
    async (colorScheme) => {
      const page = await shop.reopen({ colorScheme });
      await shop.button('Help').click();
      const help = page.getByRole('main', { name: 'Help' });
      await help.getByRole('heading', { name: 'First steps', level: 3 }).last().waitFor();
      await shop.look(`help-${colorScheme}`);
      await help.getByRole('searchbox').fill('plug in');
      await help
        .getByRole('navigation')
        .getByRole('button', { name: /^Connect a modem/ })
        .click();
      const article = help.getByRole('article', { name: 'Connect a modem' });
      await article.waitFor();
      await shop.look(`help-found-${colorScheme}`);
      await article.getByRole('button', { name: 'No modem found' }).click();
      await help.getByRole('article', { name: /No modem found/ }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/help/line-no-modem');
      await page.goBack();
      await article.waitFor();
      await article.getByRole('button', { name: 'Modems and costs' }).click();
      await page.getByRole('main', { name: 'Settings' }).waitFor();
    },
  );

  test('by keyboard: F1, a search, Enter; from page to page; a link to a page is an address', async () => {
    await shop.press('F1');
    const help = shop.page.getByRole('main', { name: 'Help' });
    await help.getByRole('navigation').waitFor();
    await help.getByRole('searchbox').focus();
    await shop.press('"puk"', 'Enter');
    await shop.page.waitForURL('**/help/line-puk');
    await shop.press('Escape');
    await help.getByRole('navigation').getByRole('button', { name: 'Inbox' }).focus();
    await shop.press('ArrowDown', 'Enter');
    await help.getByRole('article').waitFor();
    expect(new URL(shop.page.url()).pathname).toBe('/help/views-and-search');
    await shop.page.goto(new URL('/help/nothing-like-this', shop.page.url()).href);
    await help.getByRole('article', { name: 'First steps' }).waitFor();
    await shop.press('Control+k');
    await shop.opened('Search or jump to…');
    await shop.press('"which modem"');
    await shop
      .dialog('Search or jump to…')
      .getByRole('option', { name: /^Which modem and SIM/ })
      .click();
    await help.getByRole('article', { name: 'Which modem and SIM' }).waitFor();
  });

  test('what went wrong leads to what to do about it', async () => {
    await shop.unplug();
    await shop.button('Learn more').first().click();
    await shop.page
      .getByRole('main', { name: 'Help' })
      .getByRole('article', { name: /unplugged/i })
      .waitFor();
    await shop.look('help-unplugged-light');
  });

  test('on a phone: the list first, then the page, and back', async () => {
    const page = await shop.reopen({ viewport: { width: 390, height: 844 } });
    await page.goto(new URL('/help', page.url()).href);
    const help = page.getByRole('main', { name: 'Help' });
    await help.getByRole('button', { name: 'Opening hours' }).click();
    await help.getByRole('article', { name: 'Opening hours' }).waitFor();
    await shop.look('help-phone-light');
    await help.getByRole('button', { name: 'All pages' }).click();
    await help.getByRole('navigation').waitFor();
  });
});
