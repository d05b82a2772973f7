import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { needs } from '../support/needs.ts';
import { TimedShop } from '../support/timed-shop.ts';

const ANA = '+491712223344';

/** What lies under the other mouse button and the menu key, and what is at hand while somebody writes and searches. */
describe.skipIf(needs('chromium'))('at hand', () => {
  let browser: Browser;
  let shop: TimedShop;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    shop = await TimedShop.open(browser);
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });
  const item = (name: string | RegExp) => shop.page.getByRole('menuitem', { name });

  test('a message: copied, quoted, made a task, saved as a reply; by mouse, by the menu key and by keyboard', async () => {
    shop.customer('Do you have time on Friday?');
    await shop.row('time on Friday').click();
    const message = shop.article('Do you have time on Friday?');
    await message.hover();
    await message.getByRole('button', { name: 'Message actions' }).click();
    await item('Copy').waitFor();
    await shop.look('message-menu-light');
    await item('Quote in a reply').click();
    await expect.poll(() => shop.composer().inputValue()).toBe('“Do you have time on Friday?”\n');
    await shop.composer().fill('');
    await message.getByText('Do you have time').click({ button: 'right' });
    await item('Create a task').click();
    const task = await shop.opened('Tasks');
    await expect.poll(() => task.getByRole('textbox').inputValue()).toBe('Do you have time on Friday?');
    await shop.press('Enter');
    await shop.opened(/./);
    await shop.press('"tomorrow 9"', 'Enter');
    await expect.poll(async () => (await shop.ask('app.counts', {})).tasks.open).toBe(1);
    // By keyboard: the button is reached as any other, and the menu closes back to it.
    await message.getByRole('button', { name: 'Message actions' }).focus();
    await shop.press('Enter');
    await item('Save as a reply').focus();
    await shop.press('Enter');
    await shop.opened('Save as a reply');
    await shop.press('"friday"', 'Enter');
    await expect
      .poll(async () => (await shop.ask('app.state', {})).templates.map(({ name, text }) => [name, text]))
      .toEqual([['friday', 'Do you have time on Friday?']]);
  });

  test('saved replies are a click away while nothing is written, the last used one first', async () => {
    for (const name of ['hours', 'parking', 'prices', 'thanks'])
      await shop.ask('templates.save', { id: null, name, text: `About ${name}.` });
    shop.customer('Where can I park?');
    await shop.row('Where can I park').click();
    const replies = shop.page.getByRole('group', { name: 'Quick replies' });
    await expect.poll(() => replies.getByRole('button').allInnerTexts()).toEqual(['hours', 'parking', 'prices']);
    await shop.look('quick-replies-light');
    await replies.getByRole('button', { name: 'prices' }).click();
    await expect.poll(() => shop.composer().inputValue()).toBe('About prices.');
    await replies.waitFor({ state: 'detached' });
    await shop.composer().fill('');
    await expect.poll(() => replies.getByRole('button').allInnerTexts()).toEqual(['prices', 'hours', 'parking']);
    // By keyboard, from the field back.
    await shop.composer().focus();
    await shop.press('Shift+Tab', 'Enter');
    await expect.poll(() => shop.composer().inputValue()).toBe('About parking.');
  });

  test('a row: closed and undone by the other mouse button; by the menu key the one that is chosen', async () => {
    shop.customer('First');
    shop.customer('Second', '+491604412907');
    await shop.row('First').click({ button: 'right' });
    await item('Close').waitFor();
    await shop.look('row-menu-light');
    await shop.press('Escape');
    await item('Close').waitFor({ state: 'detached' });
    await shop.row('First').click({ button: 'right' });
    await item('Close').click();
    await shop.row('First').waitFor({ state: 'detached' });
    // What was done is said where it covers nothing.
    const said = shop.page.locator('[data-sonner-toast]').filter({ hasText: 'Closed' });
    await said.waitFor();
    await shop.look('said-light');
    const [notice, pinned] = [await said.boundingBox(), await shop.button(/Choose who you are/).boundingBox()];
    expect((notice?.y ?? Infinity) + (notice?.height ?? 0)).toBeLessThanOrEqual(pinned?.y ?? 0);
    await shop.press('Control+z');
    await shop.row('First').waitFor();
    await shop.press('Alt+l', 'ArrowDown', 'Shift+F10');
    await item('Snooze').waitFor();
    await shop.press('Escape');
    await item('Snooze').waitFor({ state: 'detached' });
  });

  test('what was searched for and found is offered again, as long as the window is open', async () => {
    shop.customer('The blue bike has a flat tire');
    await shop.press('Alt+f');
    const search = shop.page.getByRole('searchbox');
    await search.fill('flat tire');
    await shop.page.locator('[id^=found-]').first().click();
    await shop.article('flat tire').waitFor();
    await search.fill('');
    await search.focus();
    const recent = shop.page.getByRole('group', { name: 'Recent searches' });
    await recent.getByRole('button', { name: 'flat tire' }).waitFor();
    await shop.look('recent-searches-light');
    await shop.press('ArrowDown', 'Enter');
    await expect.poll(() => search.inputValue()).toBe('flat tire');
    expect(await shop.page.evaluate('JSON.stringify({ ...localStorage })')).not.toContain('flat');
  });

  test('appointments and orders have the same', async () => {
    await shop.ask('services.save', {
      id: null,
      name: 'Bike check',
      minutes: 60,
      buffer: 0,
      price: '',
      text: '',
      reminders: [],
      cutoffHours: 0,
    });
    await shop.ask('resources.save', { id: null, name: 'Lena', hours: null, exceptions: [], serviceIds: null });
    await shop.ask('appointments.book', {
      conversationId: null,
      number: ANA,
      name: 'Ana Kuhn',
      serviceId: 'service_1',
      resourceId: null,
      date: '2026-11-25',
      time: '11:00',
      note: '',
      tell: false,
    });
    await shop.press('Alt+k');
    const card = shop.page.getByRole('button', { name: /^Ana Kuhn.* 11:00/ });
    await card.click({ button: 'right' });
    await shop.look('appointment-menu-light');
    await item('Confirm').click();
    await shop.page.getByRole('button', { name: /^Ana Kuhn.* 11:00.*Confirmed/ }).waitFor();
    await card.focus();
    await shop.press('Shift+F10');
    await item('Reschedule').click();
    await shop.opened('Reschedule Ana Kuhn');
    await shop.press('Escape');
    await shop.page.getByRole('dialog').waitFor({ state: 'detached' });

    await shop.ask('orders.add', {
      reference: '1234',
      number: ANA,
      name: 'Ana',
      note: '',
      columnId: null,
      tell: false,
    });
    await shop.press('Alt+x');
    const order = shop.page.getByRole('listitem').filter({ hasText: '1234' });
    await order.click({ button: 'right' });
    await item(/^Move to Ready/).click();
    await shop.page
      .getByRole('group', { name: /^Ready/ })
      .getByText('1234')
      .waitFor();
  });
});
