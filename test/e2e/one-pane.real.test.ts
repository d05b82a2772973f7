import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { needs } from '../support/needs.ts';
import { Shop } from '../support/window.ts';

/** As wide as what is held in a hand: a phone, and a tablet that stands upright. */
describe.skipIf(needs('chromium', 'socat'))('one pane', () => {
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

  /** Nothing lies beyond the right edge. */
  const fits = async (): Promise<void> => {
    const wide = `[...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && e.closest('nav, pre, .board, [data-scrolls]') === null).map((e) => e.outerHTML.slice(0, 120))`;
    expect(await shop.page.evaluate<readonly string[]>(wide)).toEqual([]);
  };

  test.each([
    ['phone', 390, 844, 'light'],
    ['tablet', 820, 1180, 'dark'],
  ] as const)('the inbox is worked by touch alone (%s)', async (name, width, height, colorScheme) => {
    await shop.reopen({ viewport: { width, height }, hasTouch: true, colorScheme });
    await shop.known('Ana Meireles', '+491712223344', 'Is it ready?');
    await shop.known('Tom Brandt', '+491604412907', 'Do you repair e-bikes?');
    await shop.look(`${name}-list`);
    await fits();
    await shop.row('Ana Meireles').tap();
    await shop.article('Is it ready?').waitFor();
    // The conversation has the whole window.
    expect(await shop.row('Tom Brandt').isVisible()).toBe(false);
    await shop.composer().fill('Yes, until six');
    await shop.look(`${name}-conversation`);
    await fits();
    await shop.button('Send').tap();
    await shop.article('Yes, until six').waitFor();
    await shop.button('Customer').tap();
    await shop.page.getByRole('complementary').getByText('Consent').waitFor();
    await shop.look(`${name}-customer`);
    await shop.button('Customer').tap();
    await shop.button('Back to the list').tap();
    await shop.row('Tom Brandt').waitFor();

    await shop.page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: /^Needs reply 1/ })
      .tap();
    await shop.row('Ana Meireles').waitFor({ state: 'detached' });
    const places = shop.page.getByRole('navigation', { name: 'Places' });
    for (const place of ['Calendar', 'Customers']) {
      await places.getByRole('button', { name: place }).tap();
      await shop.page.getByRole('main', { name: place }).waitFor();
      await shop.look(`${name}-${place.toLowerCase()}`);
    }
    await places.getByRole('button', { name: 'More' }).tap();
    await shop.look(`${name}-more`);
    await shop.page.getByRole('button', { name: 'Settings' }).tap();
    const settings = shop.page.getByRole('main', { name: 'Settings' });
    await settings.getByRole('button', { name: /^Automations/ }).tap();
    await settings.getByRole('heading', { name: 'FAQ auto-replies' }).waitFor();
    await shop.look(`${name}-settings`);
    await fits();
    await settings.getByRole('button', { name: 'Settings', exact: true }).tap();
    await settings.getByRole('button', { name: /^FAQ auto-replies/ }).waitFor();
    await settings.getByRole('button', { name: 'Close settings' }).tap();
    // Where somebody was before.
    await shop.page.getByRole('main', { name: 'Customers' }).waitFor();
  });
});
