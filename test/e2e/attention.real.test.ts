import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { TimedShop } from '../support/timed-shop.ts';

const MINUTE = 60_000;

/** What the passing of time brings to the counter. */
describe.skipIf(needs('chromium'))('attention', () => {
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

  test('who has waited 15 minutes is announced louder, and no more once answered', async () => {
    await shop.known('Ana', '+491712223344', 'Is it ready?');
    await shop.known('Tom', '+491604412907', 'Are you there?');
    await shop.later(10 * MINUTE);
    await expect.poll(() => shop.page.getByText('has waited').count()).toBe(0);
    await shop.later(6 * MINUTE);
    await shop.said('Ana has been waiting for 15 minutes.');
    await shop.said('Tom has been waiting for 15 minutes.');
    await shop.look('overdue-light');
    const notice = shop.page.locator('[data-sonner-toast]').filter({ hasText: 'Ana has been waiting' });
    await shop.page.locator('[data-sonner-toast][data-front=true]').hover();
    await notice.getByRole('button', { name: 'Reply' }).click();
    await shop.article('Is it ready?').waitFor();
    await shop.composer().fill('It is, come by.');
    await shop.press('Enter');
    await until(() => shop.delivered.length === 1);
    await notice.waitFor({ state: 'detached' });
    // The other one by keyboard.
    await shop.press('Alt+b');
    await shop.tabTo('Reply');
    await shop.press('Enter');
    await shop.article('Are you there?').waitFor();
    await shop.press('Alt+r', '"Yes."', 'Enter');
    await until(() => shop.delivered.length === 2);
    await shop.page.getByText('has waited').waitFor({ state: 'detached' });
  });

  test('nobody is announced after closing time; the next morning they are', async () => {
    await shop.later(8 * 60 * MINUTE - 5 * MINUTE); // five to six, the shop closes at six
    await shop.known('Ana', '+491712223344', 'Still open?');
    await shop.later(60 * MINUTE);
    await expect.poll(() => shop.page.getByText('has waited').count()).toBe(0);
    await shop.later(14 * 60 * MINUTE + 20 * MINUTE);
    await shop.said('Ana has been waiting for 15 minutes.');
  });

  test('something to do is announced when it is due, moved, and done', async () => {
    await shop.known('Ana', '+491712223344', 'Call me please');
    await shop.known('Tom', '+491604412907', 'Thanks');
    await shop.row('Ana').click();
    await shop.button('More').click();
    await shop.page.getByRole('menuitem', { name: /Add task/ }).click();
    const what = await shop.opened('Tasks');
    await what.getByRole('textbox').fill('Call back');
    await what.getByRole('button', { name: 'Save' }).click();
    const when = await shop.opened('Due');
    await when.getByRole('button', { name: /^In an hour/ }).click();
    await shop.page.getByText('due today 11:').waitFor();
    await shop.row('Tom').click();
    await shop.article('Thanks').waitFor();
    await shop.later(66 * MINUTE);
    await shop.said('Due now: Call back, Ana');
    // It has floated to the top of what is to be done.
    await shop.look('task-due-light');
    await shop.button('Show').click();
    await shop.article('Call me please').waitFor();
    await shop.page.getByRole('checkbox', { name: /Call back/ }).click();
    await shop.page.getByText(/^due /).waitFor({ state: 'detached' });
  });

  test('where nobody answers, the owner’s phone is told; what it says is no customer’s', async () => {
    await shop.ask('settings.set', { shopName: 'Kessler' });
    const dialog = await shop.settings('notifications');
    await dialog.getByRole('textbox', { name: /text this phone/ }).fill('the boss');
    await shop.press('Tab');
    await dialog.getByText('You can’t text this number. Check it.').waitFor();
    await dialog.getByRole('textbox', { name: /text this phone/ }).fill('0170 1112233');
    await shop.press('Enter');
    await shop.said('Saved');
    await dialog.getByRole('combobox', { name: /^When a customer has waited/ }).waitFor();
    await shop.look('owner-phone-light');
    await shop.press('Escape');
    await shop.page.getByRole('dialog').waitFor({ state: 'detached' });
    await shop.known('Ana', '+491712223344', 'Is it ready?');
    await shop.later(31 * MINUTE);
    await until(() => shop.delivered.length === 1);
    expect(shop.delivered[0]).toMatchObject({ to: '+491701112233' });
    expect(shop.delivered[0]?.text).toMatch(/^Kessler: Ana has been waiting for a reply since \d\d:\d\d\.$/);
    shop.customer('On my way', '+491701112233');
    await shop.button(/^Carrier 1/).click();
    await shop.row('On my way').waitFor();
    await shop.button(/^Open 1/).waitFor();
  });
});
