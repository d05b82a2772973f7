import type { Browser } from 'playwright-core';
import { SETTINGS_SECTIONS } from '../../electron/shared/setting.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { Shop } from '../support/window.ts';

/** A day at the counter, in a real Chromium against a real desk on a simulated modem. */
describe.skipIf(needs('chromium', 'socat'))('the inbox', () => {
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

  describe('by keyboard alone', () => {
    test('close, undo, snooze, wake by the customer, reopen', async () => {
      await shop.known('Ana Meireles', '+491712223344', 'Is it ready?');
      await shop.press('Alt+l', 'ArrowDown');
      await shop.article('Is it ready?').waitFor();
      await shop.press('Alt+e');
      await shop.page.getByText('No open conversations right now.').waitFor();
      await shop.said('Closed');
      await shop.press('Control+z');
      await shop.row('Ana Meireles').waitFor();
      await shop.press('Alt+s');
      await shop.opened('Snooze until');
      await shop.press('"in 2 hours"', 'Enter');
      await shop.said(/Snoozed until (?:today|tomorrow)/);
      await shop.press('Alt+v', 'ArrowDown', 'Enter');
      await shop.row('Ana Meireles').waitFor();
      shop.customer('Sooner please');
      await shop.page.getByText('Nothing is snoozed.').waitFor();
      await shop.press('Control+k');
      await shop.opened('Search or jump to…');
      await shop.press('"open"');
      await shop.dialog('Search or jump to…').getByRole('option', { name: 'Open', exact: true }).waitFor();
      await shop.press('Escape');
      await shop.page.getByRole('dialog').waitFor({ state: 'detached' });
      await shop.press('Alt+v', 'ArrowUp', 'Enter', 'Alt+l', 'ArrowDown');
      await shop.article('Sooner please').waitFor();
      await shop.press('Alt+e');
      await shop.said('Closed');
      await shop.page.getByText('No open conversations right now.').waitFor();
      // Behind “More”.
      await shop.press('Alt+v', 'ArrowDown', 'ArrowDown', 'Enter', 'ArrowDown', 'Enter', 'Alt+l', 'ArrowDown');
      await shop.article('Sooner please').waitFor();
      await shop.press('Alt+e');
      await expect.poll(() => shop.page.getByText('Reopened ·').count()).toBe(2);
    });

    test('a note, a tag, a person, a task: made, seen, undone', async () => {
      await shop.known('Ana Meireles', '+491712223344', 'Is it ready?');
      await shop.press('Alt+l', 'ArrowDown');
      await shop.article('Is it ready?').waitFor();
      await shop.press('Alt+m', '"Frame came back"', 'Enter');
      await shop.page.getByRole('note', { name: 'Note' }).filter({ hasText: 'Frame came back' }).waitFor();
      await shop.press('Alt+g');
      await shop.opened('Add or remove a tag');
      await shop.press('"Repair"', 'Enter');
      await shop.button(/^Repair 1/).waitFor();
      await shop.press('Alt+a');
      await shop.opened('Assign to');
      await shop.press('"Jo"', 'Enter');
      await shop.page.getByText('assigned to Jo').first().waitFor();
      await shop.press('Alt+o');
      await shop.opened('Tasks');
      await shop.press('"Call back"', 'Enter');
      await shop.opened('Due');
      await shop.press('"tomorrow 17"', 'Enter');
      await shop.page.getByText('due tomorrow 17:00').waitFor();
      await shop.press('Alt+t');
      await shop.dialog('Tasks').getByText('Call back').waitFor();
      await shop.press('Escape');
      await shop.page.getByRole('dialog').waitFor({ state: 'detached' });
      // The last thing first.
      await shop.press('Alt+l', 'Control+z');
      await shop.page.getByText('due tomorrow 17:00').waitFor({ state: 'detached' });
    });

    test('a template with a blank: found by its first letters, filled, not sent before', async () => {
      await shop.ask('templates.save', {
        id: null,
        name: 'hours',
        text: 'Hi {{first_name}}, we are open until {{when}}.',
      });
      await shop.known('Ana Meireles', '+491712223344', 'Due');
      await shop.press('Alt+l', 'ArrowDown');
      await shop.article('Due').waitFor();
      await shop.press('Enter', '"/ho"');
      await shop.page.getByRole('option', { name: /hours/ }).waitFor();
      await shop.press('Enter');
      await until(async () => (await shop.composer().inputValue()) === 'Hi Ana, we are open until {{when}}.');
      await shop.page.getByText('Fill in: when').waitFor();
      await shop.press('Enter');
      await expect.poll(() => shop.composer().inputValue()).toBe('Hi Ana, we are open until {{when}}.');
      await shop.press('"six"'); // the blank is selected
      await expect.poll(() => shop.composer().inputValue()).toBe('Hi Ana, we are open until six.');
      await shop.press('Enter');
      await shop
        .article('open until six.')
        .getByText(/Delivered/)
        .waitFor();
      expect(shop.delivered.map(({ text }) => text)).toEqual(['Hi Ana, we are open until six.']);
    });

    test('send later: typed, listed, changed, taken back', async () => {
      await shop.known('Ana Meireles', '+491712223344', 'Remind me');
      await shop.press('Alt+l', 'ArrowDown');
      await shop.article('Remind me').waitFor();
      await shop.press('Alt+r', '"See you tomorrow"', 'Alt+Enter');
      await shop.opened('When should it be sent?');
      await shop.page.getByText(/Times are Central European/).waitFor();
      await shop.press('"tomorrow 9:15"', 'Enter');
      await shop.article('See you tomorrow').getByText('Scheduled for tomorrow 09:15').waitFor();
      await shop.press('Alt+w');
      const page = shop.dialog('Scheduled messages');
      await page.getByText('See you tomorrow').waitFor();
      await page.getByRole('button', { name: 'Edit' }).press('Enter');
      await page.getByRole('textbox', { name: 'Your message' }).fill('See you at ten');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await page.getByText('See you at ten').waitFor();
      await page.getByRole('button', { name: 'Change time' }).press('Enter');
      await shop.opened('When should it be sent?');
      await shop.press('"in 3 days"', 'Enter');
      await page.waitFor();
      await page.getByRole('button', { name: 'Cancel' }).press('Enter');
      await page.getByText('Nothing is scheduled.').waitFor();
      expect(shop.delivered).toEqual([]);
    });

    test('the palette goes to customers, words, actions and settings; the sheet shows all keys', async () => {
      await shop.known('Ana Meireles', '+491712223344', 'Is the blue one ready?');
      await shop.known('Tom Brandt', '+491604412907', 'And the saddle?');
      await shop.press('Control+k');
      const palette = await shop.opened('Search or jump to…');
      await shop.press('"tom br"');
      await palette.getByRole('option', { name: /Tom Brandt/ }).waitFor();
      await shop.press('Enter');
      await shop.page.getByRole('heading', { name: 'Tom Brandt', level: 1 }).waitFor();
      // Whom somebody looked for, they write to.
      await until(() => shop.page.evaluate(`document.activeElement?.matches('[data-focus=composer]') === true`));
      await shop.press('"Hi Tom"');
      await expect.poll(() => shop.composer().inputValue()).toBe('Hi Tom');
      await shop.press('Control+k');
      await shop.opened('Search or jump to…');
      await shop.press('"blue"');
      await palette.getByRole('option', { name: /blue/ }).waitFor();
      await shop.press('Enter');
      await shop.page.getByRole('heading', { name: 'Ana Meireles', level: 1 }).waitFor();
      await shop.press('Control+k');
      await shop.opened('Search or jump to…');
      await shop.press('"opening"', 'Enter');
      const settings = shop.page.getByRole('main', { name: 'Settings' });
      await settings.getByText('No escalations outside these hours.').waitFor();
      await shop.press('Escape');
      await settings.waitFor({ state: 'detached' });
      await shop.press('Control+/');
      await shop.dialog('Keyboard shortcuts').getByText('Write a private note').waitFor();
      await shop.press('Escape');
      await shop.page.getByRole('dialog').waitFor({ state: 'detached' });
      await shop.press('Control+f');
      await until(() =>
        shop.page.evaluate(`document.activeElement?.matches('[role=searchbox], [type=search]') === true`),
      );
      await shop.press('"0160 441"');
      // Both are there until what was typed has been looked for.
      await shop.row('Ana Meireles').waitFor({ state: 'detached' });
      await shop.row('Tom Brandt').waitFor();
      await shop.press('ArrowDown', 'Enter');
      await shop.page.getByRole('heading', { name: 'Tom Brandt', level: 1 }).waitFor();
    });

    test('several at once: marked by keys, closed, undone', async () => {
      for (const [n, name] of ['Ana', 'Tom', 'Lena'].entries())
        await shop.known(name, `+49171222334${n}`, `Hello from ${name}`);
      await shop.press('Alt+l', 'ArrowDown', 'Shift+ArrowDown');
      await shop.page.getByText('2 selected').waitFor();
      await shop.page.getByRole('toolbar').getByRole('button', { name: 'Close' }).press('Enter');
      await until(async () => (await shop.rows().count()) === 1);
      await shop.said('2 closed');
      await shop.press('Alt+l', 'Control+z');
      await until(async () => (await shop.rows().count()) === 3);
      await shop.press('Control+a');
      await shop.page.getByText('3 selected').waitFor();
      await shop.press('Escape');
      await shop.page.getByText('3 selected').waitFor({ state: 'detached' });
    });
  });

  describe('by mouse', () => {
    test('tags filter, a search is saved and opens at the hit, older texts load without a jump', async () => {
      const id = await shop.known('Ana Meireles', '+491712223344', 'The needle in the haystack');
      const { lineId } = await shop.ask('conversations.get', { id });
      await shop.ask('conversations.markRead', { id });
      for (let n = 0; n < 90; n++)
        await shop.ask('messages.send', {
          to: '+491712223344',
          text: `Answer ${n}`,
          lineId,
          undoMs: 0,
          notBefore: null,
          key: `answer-number-${n}`,
        });
      await until(() => shop.delivered.length === 90);
      await shop.known('Tom Brandt', '+491604412907', 'Hello');
      await shop.row('Ana Meireles').click();
      await shop.article('Answer 89').waitFor();
      await expect.poll(() => shop.article('The needle').count()).toBe(0);
      // Upwards: what stands under the eyes stays where it is while older ones come.
      const log = shop.page.getByRole('log');
      await log.hover();
      await until(async () => {
        await shop.page.mouse.wheel(0, -500);
        return (await shop.article('The needle').count()) === 1;
      });
      await shop.page.getByRole('button', { name: 'Jump to latest' }).click();
      await shop.row('Tom Brandt').click();
      await shop.page.getByRole('searchbox').fill('NEEDLE');
      await shop.page.getByText('1 result').waitFor();
      await shop.row('needle').click();
      await shop.article('The needle').waitFor();
      await until(() => shop.article('The needle').isVisible());
      await expect.poll(() => shop.article('Answer 89').count()).toBe(0); // the end comes when it is looked for
      await shop.page.getByRole('button', { name: 'Jump to latest' }).click();
      await shop.article('Answer 89').waitFor();
      await shop.page.getByRole('button', { name: 'Save this search' }).click();
      await shop.page.getByRole('textbox', { name: 'Name of the search' }).fill('Needles');
      await shop.page.getByRole('button', { name: 'Save', exact: true }).click();
      await shop.page.getByRole('navigation').getByRole('button', { name: 'Needles' }).waitFor();
      await shop.page.getByRole('searchbox').fill('is:blue');
      await shop.page.getByText('Not understood: is:blue').waitFor();
      await shop.button(/^Open/).click();
      await shop.row('Tom Brandt').click();
      await shop.page.getByRole('button', { name: 'Add a tag' }).click();
      await shop.press('"Pick-up"', 'Enter');
      await shop.button(/^Pick-up 1/).click();
      await shop.row('Tom Brandt').waitFor();
      await expect.poll(() => shop.row('Ana Meireles').count()).toBe(0);
    });

    test('who opens a conversation writes at once; the arrow keys walk on from an empty answer', async () => {
      await shop.known('Ana Meireles', '+491712223344', 'Is it ready?');
      await shop.known('Tom Brandt', '+491604412907', 'Hello');
      await shop.row('Ana Meireles').click();
      await shop.page.keyboard.type('Yes, come by');
      await shop.article('Is it ready?').waitFor();
      await expect.poll(() => shop.composer().inputValue()).toBe('Yes, come by');
      await shop.page.getByText('Reports').focus();
      await shop.page.keyboard.type('!');
      await expect.poll(() => shop.composer().inputValue()).toBe('Yes, come by!');
      await shop.row('Tom Brandt').click();
      await shop.article('Hello').waitFor();
      await shop.page.locator('[data-focus=composer]:focus').waitFor();
      await expect.poll(() => shop.composer().inputValue()).toBe('');
      await shop.press('ArrowDown');
      await shop.article('Is it ready?').waitFor();
      await expect.poll(() => shop.composer().inputValue()).toBe('Yes, come by!');
      await shop.press('ArrowUp');
      await shop.article('Hello').waitFor();
      await shop.page.keyboard.type('Hi Tom');
      await expect.poll(() => shop.composer().inputValue()).toBe('Hi Tom');
    });

    test('a thread opens where reading stopped; marked unread, it is so again', async () => {
      await shop.known('Ana Meireles', '+491712223344', 'first');
      await shop.known('Tom Brandt', '+491604412907', 'Hello');
      await shop.row('Ana Meireles').click();
      await shop.article('first').waitFor();
      await shop.row('Tom Brandt').click();
      await shop.page.getByRole('heading', { name: 'Tom Brandt', level: 1 }).waitFor();
      // More tags than fit: the sidebar scrolls, and the window stays where it is.
      for (let n = 1; n <= 12; n++) await shop.ask('tags.save', { id: null, name: `Tag ${n}`, hue: 28 });
      await shop.page.getByText('Tag 12').waitFor();
      await shop.ask('people.save', { id: null, name: 'Mara' });
      await shop.page.getByText('Working as').first().waitFor();
      await shop.look('sidebar-full');
      for (const button of [/Working as/, 'Settings']) {
        const box = await shop.page.getByRole('button', { name: button }).boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(820);
      }
      shop.customer('second');
      shop.customer('third');
      await shop.row(/third/).filter({ hasText: '2' }).waitFor();
      await shop.row('Ana Meireles').click();
      await shop.reads('Ana Meireles', ['first', 'New', 'second', 'third']);
      await shop.page.getByRole('button', { name: 'More', exact: true }).click();
      await shop.page.getByRole('menuitem', { name: /Mark as unread/ }).click();
      await shop.row('Ana Meireles').locator('.count').waitFor();
    });

    test('the customer’s panel: fields, notes, language, merging undone, blocking', async () => {
      await shop.known('Ana', '+491712223344', 'Hello');
      await shop.known('Ana Meireles', '+491604412907', 'From my other number');
      await shop.row('From my other').click();
      const panel = shop.page.getByRole('complementary');
      await panel.getByRole('button', { name: 'Add a field' }).click();
      await panel.getByRole('textbox', { name: 'Field' }).fill('Bike');
      await panel.getByRole('textbox', { name: 'Value' }).fill('Gazelle, blue');
      await shop.press('Enter');
      await panel.getByLabel('Bike', { exact: true }).waitFor();
      await panel.getByRole('textbox', { name: 'Notes' }).fill('Prefers afternoons');
      await panel.getByRole('combobox', { name: 'Language' }).selectOption('pt');
      await panel.getByRole('button', { name: 'Merge with…' }).click();
      await shop.dialog('Merge with which customer?').getByRole('option', { name: /Ana/ }).click();
      await panel.getByText('0171 2223344').waitFor();
      await shop.said('Merged with Ana');
      await shop.press('Alt+l', 'Control+z');
      await panel.getByText('0171 2223344').waitFor({ state: 'detached' });
      await expect.poll(() => panel.getByLabel('Bike', { exact: true }).inputValue()).toBe('Gazelle, blue');
      await expect.poll(() => panel.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('Prefers afternoons');
      await panel.getByRole('button', { name: 'Block' }).click();
      await shop.dialog('Block this number?').getByRole('button', { name: 'Block' }).click();
      await shop.page.getByText('You blocked this number.').waitFor();
      shop.customer('let me in', '+491604412907');
      await shop.article('let me in').waitFor();
      await expect.poll(() => shop.row('let me in').count()).toBe(0);
      expect((await shop.ask('app.counts', {})).conversations.waiting).toBe(1);
      await panel.getByRole('button', { name: 'Unblock' }).click();
      await shop.said('Unblocked');
      shop.customer('thank you', '+491604412907');
      await shop.button(/^Open 2/).waitFor();
    });

    test('who waits longest stands on top where wanted; the list stands still under the pointer', async () => {
      await shop.known('Ana', '+491712223344', 'I wait longest');
      await shop.known('Tom', '+491604412907', 'I came later');
      shop.customer('still here', '+491712223344');
      await until(async () => (await shop.rows().first().textContent())?.includes('Ana'));
      await shop.page.mouse.move(900, 400);
      shop.customer('me too', '+491604412907');
      await until(async () => (await shop.rows().first().textContent())?.includes('Tom'));
      await shop.button('Newest first').click();
      await until(async () => (await shop.rows().first().textContent())?.includes('Ana'));
      await shop.row('Ana').hover();
      await shop.button('Longest waiting first').click();
      await until(async () => (await shop.rows().first().textContent())?.includes('Tom'));
      await shop.row('Tom').hover();
      shop.customer('one more', '+491712223344');
      await shop.button('1 customer wrote').waitFor();
      await expect.poll(() => shop.rows().first().textContent()).toContain('Tom');
      await shop.button('1 customer wrote').click();
      await until(async () => (await shop.rows().first().textContent())?.includes('Ana'));
    });

    test('a call is offered to the computer’s phone, and noted', async () => {
      await shop.known('Ana', '+491712223344', 'Call me');
      await shop.row('Ana').click();
      await shop.article('Call me').waitFor();
      await shop.press('Alt+c');
      const link = shop.dialog('Call').getByRole('link', { name: 'Call with this computer' });
      await expect.poll(() => link.getAttribute('href')).toBe('tel:+491712223344');
      await shop.button('I called from another phone').click();
      await shop.page.getByText(/^You called · \d\d:\d\d$/).waitFor();
    });

    test('details of a text: parts, references, times', async () => {
      await shop.known('Ana', '+491712223344', 'Hello');
      await shop.row('Ana').click();
      await shop.composer().fill('x'.repeat(200));
      await shop.page.keyboard.press('Enter');
      await shop
        .article('xxxx')
        .getByText(/Delivered/)
        .click();
      const details = shop.dialog('Message details');
      await details.getByText('Segment 2 of 2: delivered').waitFor();
      await expect.poll(() => details.getByRole('cell', { name: '0x00' }).count()).toBe(2);
    });
  });

  test('more than three parts are asked about; a promise becomes something to do; Ctrl+Enter where Enter does not send', async () => {
    await shop.known('Ana', '+491712223344', 'Tell me everything');
    await shop.row('Ana').click();
    await shop.composer().fill('x'.repeat(500));
    await shop.press('Enter');
    await shop.page.getByText('This will be sent as 4 SMS. Press Send again to confirm.').waitFor();
    await expect.poll(() => shop.page.getByRole('article').count()).toBe(1);
    // A double click is no answer to the question.
    await until(async () => {
      await shop.press('Enter');
      return (await shop.article('xxxx').count()) === 1;
    });
    await shop.ask('settings.set', { enterSends: false, undoSeconds: 0 });
    await shop.page.getByPlaceholder('Write a message. Ctrl+Enter sends.').waitFor();
    await shop.composer().click();
    await shop.press('"I\'ll call you tomorrow by 5"', 'Enter');
    await expect.poll(() => shop.page.getByRole('article').count()).toBe(2);
    await shop.press('Control+Enter');
    await shop
      .article(/call you tomorrow/)
      .getByText(/Delivered/)
      .waitFor();
    await shop.button('Add task').click();
    await shop.page.getByText('due tomorrow 17:00').waitFor();
  });

  test('two windows stay in step: drafts, who is writing, notes, tags, language', async () => {
    await shop.known('Ana', '+491712223344', 'Hello');
    const other = await shop.window();
    for (const page of [shop.page, other]) {
      await shop.row('Ana', page).click();
      await shop.composer(page).waitFor();
    }
    await shop.composer().pressSequentially('Half a sen', { delay: 20 });
    await other.getByText('Someone in another window is writing a reply').first().waitFor();
    await until(async () => (await shop.composer(other).inputValue()) === 'Half a sen');
    await shop.composer(other).fill('Half a sentence');
    await until(async () => (await shop.composer().inputValue()) === 'Half a sentence');
    await other.keyboard.press('Enter');
    await shop
      .article('Half a sentence')
      .getByText(/Delivered/)
      .waitFor();
    await expect.poll(() => shop.composer().inputValue()).toBe('');
    await shop.press('Alt+m', '"seen by both"', 'Enter');
    await other.getByRole('note', { name: 'Note' }).filter({ hasText: 'seen by both' }).waitFor();
    await shop.ask('settings.set', { language: 'de' });
    await other.getByRole('button', { name: /^Offen 1/ }).waitFor();
    await shop.page.getByRole('textbox', { name: 'Ihre Nachricht' }).waitFor();
    expect(await other.evaluate('document.documentElement.lang')).toBe('de');
    expect(shop.delivered).toHaveLength(1);
  });

  test('a draft, the place in a search and all settings outlive a killed desk', async () => {
    await shop.known('Ana', '+491712223344', 'Hello');
    await shop.row('Ana').click();
    await shop.composer().fill('not lost');
    await shop.row('Draft: not lost').waitFor();
    await shop.ask('settings.set', { theme: 'dark', density: 'compact' });
    const port = await shop.stopDesk();
    await shop.page.getByText('Can’t reach Counterline. Reconnecting…').waitFor();
    await shop.startDesk(port);
    await shop.page.locator('[data-line-state=ready]').waitFor();
    await shop.reopen();
    await shop.row('Draft: not lost').click();
    await expect.poll(() => shop.composer().inputValue()).toBe('not lost');
    expect(
      await shop.page.evaluate('[document.documentElement.dataset.theme, document.documentElement.dataset.density]'),
    ).toEqual(['dark', 'compact']);
    shop.problems.length = 0;
  });

  test('bad input is shown as text, and sent once', async () => {
    const nasty = '<img src=x onerror=alert(1)> {{shop}} ${1+1} \u202egnirts\u202c \u200bzero\u200d';
    await shop.known('<b>Ana</b> {{name}}', '+491712223344', nasty);
    await shop.row('<b>Ana</b>').click();
    await shop.article('<img src=x').waitFor();
    await expect.poll(() => shop.page.locator('article img, article b').count()).toBe(0);
    await shop.composer().fill('y'.repeat(10_000));
    await shop.page.getByText('Longer than 10 SMS. Shorten it.').waitFor();
    await shop.press('Enter');
    await expect.poll(() => shop.page.getByRole('article').count()).toBe(1);
    await shop.composer().fill('مرحبا بكم في المتجر ');
    expect(
      await shop
        .composer()
        .evaluate(
          (field) =>
            (globalThis as unknown as { getComputedStyle(of: unknown): { direction: string } }).getComputedStyle(field)
              .direction,
        ),
    ).toBe('rtl');
    await shop.button('Send').dblclick();
    await shop
      .article('مرحبا')
      .getByText(/Delivered/)
      .waitFor();
    await shop.composer().fill('a\u0000b\u0007c');
    await shop.press('Enter');
    await shop
      .article('abc')
      .getByText(/Delivered/)
      .waitFor();
    expect(shop.delivered.map(({ text }) => text)).toEqual(['مرحبا بكم في المتجر ', 'abc']);
    await shop.page.getByRole('searchbox').fill(`"'); DROP TABLE -- <b> % _ ${'z'.repeat(250)}`);
    await shop.page.getByText('No results.').waitFor();
  });

  test('a browser’s own notification leads to the conversation; in private it says nothing of it', async () => {
    await shop.known('Ana', '+491712223344', 'Hello');
    await shop.known('Tom', '+491604412907', 'Hi');
    await shop.row('Tom').click();
    // What Ana wrote has been told by then.
    await shop.page.getByRole('heading', { name: 'Tom', level: 1 }).waitFor();
    // A headless browser shows no notifications: what it is asked to show is caught, and clicked on.
    await shop.page.evaluate(`
      globalThis.shown = [];
      globalThis.Notification = class extends EventTarget {
        static permission = 'granted';
        constructor(title, options) { super(); this.title = title; Object.assign(this, options); shown.push(this); }
        close() {}
      };
      Object.defineProperty(document, 'hasFocus', { value: () => false });
    `);
    shop.customer('Are you open?');
    await until(() => shop.page.evaluate('shown.length === 1'));
    expect(await shop.page.evaluate('[shown[0].title, shown[0].body]')).toEqual(['Ana', 'Are you open?']);
    await shop.page.evaluate(`shown[0].dispatchEvent(new Event('click'))`);
    await shop.page.getByRole('heading', { name: 'Ana', level: 1 }).waitFor();
    await shop.ask('settings.set', { notifyShowsText: false });
    shop.customer('And now?', '+491604412907');
    await until(() => shop.page.evaluate('shown.length === 2'));
    expect(await shop.page.evaluate('[shown[1].title, shown[1].body]')).toEqual(['Counterline', 'A customer wrote.']);
    await until(async () => (await shop.page.title()) === '(2) Counterline');
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test('axe finds nothing to object to in any view', async () => {
      await shop.reopen({ colorScheme });
      await shop.ask('settings.set', { shopName: 'Kessler Cycles' });
      const jo = await shop.ask('people.save', { id: null, name: 'Jo' });
      await shop.ask('people.setAtCounter', { id: jo.id });
      const tags = [
        await shop.ask('tags.save', { id: null, name: 'Repair', hue: 28 }),
        await shop.ask('tags.save', { id: null, name: 'Pick-up', hue: 210 }),
      ];
      await shop.ask('filters.save', { id: null, name: 'Unread', query: 'is:unread' });
      await shop.ask('templates.save', {
        id: null,
        name: 'hours',
        text: 'Hi {{first_name}}, we are open until {{when}}. {{me}}, {{shop}}',
      });
      const people: [string, string, string][] = [
        ['Joris Otten', '+491795550118', 'Is my wheel here?'],
        ['Mia Krüger', '+491795550119', 'Olá, vocês têm campainhas 🔔?'],
        ['Lena Fuchs', '+491604412907', 'See you on Tuesday at 3 then!'],
        ['Tom Brandt', '+4915233668710', 'And what would a new chain cost?'],
        ['Ana Meireles', '+491712223344', 'Perfect. Is the blue one ready? I could come by at five'],
      ];
      const ids: string[] = [];
      for (const [name, number, text] of people) ids.push(await shop.known(name, number, text));
      const [joris, , lena, tom, ana] = ids as [string, string, string, string, string];
      await shop.ask('conversations.change', {
        ids: [ana, lena],
        change: { addTagId: (tags[0] as { id: string }).id },
      });
      await shop.ask('conversations.change', { ids: [tom], change: { addTagId: (tags[1] as { id: string }).id } });
      await shop.ask('conversations.change', { ids: [lena], change: { snoozeUntil: Date.now() + 3 * 3_600_000 } });
      await shop.ask('conversations.change', { ids: [joris], change: { status: 'closed' } });
      await shop.ask('notes.add', {
        conversationId: ana,
        text: 'Blue frame came back from the painter, bottom bracket still missing.',
      });
      await shop.ask('tasks.add', { conversationId: ana, text: 'Call back', dueAt: Date.now() + 5 * 3_600_000 });
      await shop.ask('contacts.change', {
        conversationId: ana,
        change: { language: 'pt', notes: 'Prefers afternoons', field: { name: 'Bike', value: 'Gazelle, blue' } },
      });
      await shop.row('Ana Meireles').click();
      await shop.composer().fill('Hi Ana, nearly! We are fitting the last part.');
      await shop.press('Enter');
      await shop
        .article('fitting the last part')
        .getByText(/Delivered/)
        .waitFor();
      await shop.composer().fill('Come by at five and it is yours.');
      await shop.press('Enter');
      await shop
        .article('it is yours')
        .getByText(/Sending in/)
        .waitFor();
      await shop.composer().fill('By the way, the bell you wanted is here too – shall we mount it for you…');
      await shop.page.getByText(/make this 2 SMS/).waitFor();
      await shop.page.locator('[data-sonner-toast] [data-close-button]').first().click();
      await shop.look(`inbox-${colorScheme}`);
      await shop.composer().fill('/ho');
      await shop.page.getByRole('option', { name: /hours/ }).waitFor();
      await shop.look(`templates-${colorScheme}`);
      await shop.press('Enter');
      await shop.page.getByText('Fill in: when').waitFor();
      await shop.look(`blank-${colorScheme}`);
      await shop.composer().fill('');
      await shop.press('Alt+m', '"For Jo"');
      await shop.look(`note-${colorScheme}`);
      await shop.press('Escape');

      for (const [keys, name] of [
        ['Alt+s', 'snooze'],
        ['Alt+g', 'tag'],
        ['Alt+c', 'call'],
        ['Alt+t', 'tasks'],
        ['Alt+n', 'new-text'],
        ['Control+/', 'keyboard'],
      ] as const) {
        await shop.press(keys);
        await shop.page.getByRole('dialog').waitFor();
        await shop.look(`${name}-${colorScheme}`);
        await shop.press('Escape');
        await shop.page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await shop.press('Control+k', '"a"');
      await shop.look(`palette-${colorScheme}`);
      await shop.press('Escape');
      await shop
        .article('fitting the last part')
        .getByText(/Delivered/)
        .click();
      await shop.dialog('Message details').getByText('Segment 1 of 1').waitFor();
      await shop.look(`details-${colorScheme}`);
      await shop.press('Escape');
      await shop.composer().fill('Until tomorrow');
      await shop.press('Alt+Enter');
      await shop.opened('When should it be sent?');
      await shop.press('"tomorrow 9"', 'Enter');
      await shop.said('Scheduled for tomorrow');
      await shop.press('Alt+w');
      await shop.dialog('Scheduled messages').getByText('Until tomorrow').waitFor();
      await shop.look(`scheduled-${colorScheme}`);
      await shop.press('Escape');
      await shop.page.getByRole('dialog').waitFor({ state: 'detached' });
      for (const section of SETTINGS_SECTIONS) {
        await shop.settings(section);
        await shop.look(`settings-${section}-${colorScheme}`);
      }
      await shop.press('Escape');
      await shop.page.getByRole('main', { name: 'Settings' }).waitFor({ state: 'detached' });
      await shop.button('More Views').click();
      for (const view of ['Needs reply', 'Snoozed', 'Closed', 'All', 'Carrier'] as const) {
        await shop.page
          .getByRole('navigation')
          .getByRole('button', { name: new RegExp(`^${view}`) })
          .click();
        await shop.look(`${view.toLowerCase()}-${colorScheme}`);
      }
      await shop.page.getByRole('searchbox').fill('the');
      await shop.page.getByText(/\d results?/).waitFor();
      await shop.look(`search-${colorScheme}`);
      await shop.page.getByRole('searchbox').fill('nothing like this');
      await shop.page.getByText('No results.').waitFor();
      await shop.look(`search-empty-${colorScheme}`);
      await shop.page.getByRole('searchbox').fill('');
      await shop.button(/^Open/).click();
      await shop.press('Alt+l', 'ArrowDown', 'Shift+ArrowDown');
      await shop.ask('settings.set', { density: 'compact' });
      await shop.look(`marked-compact-${colorScheme}`);
      await shop.ask('settings.set', { language: 'de', density: 'comfortable' });
      await shop.look(`german-${colorScheme}`);
    });
  });
});
