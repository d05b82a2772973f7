import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../modem/clock.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../modem/simulator/network.ts';
import { attachPseudoTerminal, type PseudoTerminal } from '../../modem/simulator/pseudo-terminal.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { Headless, ROOT, temporaryFolder, until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { atRest, axeFinds } from '../support/shop-page.ts';

const screenshots = join(ROOT, 'test/e2e/screenshots');
mkdirSync(screenshots, { recursive: true });

/** The window in a real Chromium against a real desk on a simulated modem. */
describe.skipIf(needs('chromium', 'socat'))('the window', () => {
  let browser: Browser;
  let folder: ReturnType<typeof temporaryFolder>;
  let network: Network;
  let sim: SimCard;
  let modem: SimulatedModem;
  let terminal: PseudoTerminal;
  let desk: Headless;
  let page: Page;
  let problems: string[];
  let delivered: ReceivedText[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    folder = temporaryFolder('window');
    network = new Network({ clock: systemClock });
    sim = new SimCard({ imsi: '262011234567890' });
    modem = new SimulatedModem({ sim, network, clock: systemClock });
    delivered = [];
    network.textReceived.on((text) => delivered.push(text));
    terminal = await attachPseudoTerminal(modem, join(folder.path, 'modem'));
    desk = await Headless.start({ dataDir: join(folder.path, 'data'), modem: terminal.path });
    page = await open();
  });
  afterEach(async () => {
    await page.close();
    await desk.stop('SIGKILL');
    await terminal.close();
    folder.remove();
    expect(problems).toEqual([]);
  });

  async function open(options: { colorScheme?: 'light' | 'dark' } = {}): Promise<Page> {
    const opened = await browser.newPage({
      viewport: { width: 1360, height: 820 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    opened.setDefaultTimeout(60_000);
    problems = [];
    opened.on(
      'console',
      (message) =>
        message.type() === 'error' && !/ERR_CONNECTION_REFUSED/.test(message.text()) && problems.push(message.text()),
    );
    opened.on('pageerror', (error) => problems.push(error.message));
    await opened.goto(desk.windowUrl);
    await opened.getByText('Connected', { exact: true }).waitFor();
    return opened;
  }
  const customer = (text: string, from = '+491712223344'): void => network.sendText(from, sim.msisdn, text);
  const composer = () => page.getByRole('textbox', { name: 'Your message' });
  const article = (text: string | RegExp) => page.getByRole('article').filter({ hasText: text });
  const row = (text: string | RegExp) => page.getByRole('option', { name: text });

  test('says how the line is, in words with a remedy', async () => {
    await page.getByText('Demo Mobile, strong signal').waitFor();
    modem.unplug();
    await page.getByText('Disconnected').waitFor();
    await page
      .getByText(/Plug it back in and sending continues/)
      .first()
      .waitFor();
    modem.plug();
    terminal = await attachPseudoTerminal(modem, terminal.path);
    await page.getByText('Connected', { exact: true }).waitFor();
  });

  test('while the line is down, a banner says what to do and what waits; it leaves when the line is back', async () => {
    customer('Is it ready?');
    await row(/Is it ready/).click();
    await article('Is it ready?').waitFor();
    modem.unplug();
    const banner = page.getByRole('alert').filter({ hasText: 'Modem unplugged' });
    await banner.waitFor();
    await page.getByText('Your message will be sent when the line is back.').waitFor();
    await composer().fill('Come by at five.');
    await page.keyboard.press('Enter');
    await banner.getByText('1 message is waiting; nothing is lost.').waitFor();
    await page.screenshot({ path: join(screenshots, 'line-down-light.png') });
    expect(await axeFinds(page)).toEqual([]);
    await banner.getByRole('button', { name: 'Show 1 message' }).click();
    const waiting = page.getByRole('dialog', { name: 'Scheduled messages' });
    await waiting.getByText('Come by at five.').waitFor();
    await page.keyboard.press('Escape');
    modem.plug();
    terminal = await attachPseudoTerminal(modem, terminal.path);
    await banner.getByRole('button', { name: 'Scan again' }).click();
    await banner.waitFor({ state: 'detached' });
    await article('Come by at five.')
      .getByText(/^(Sent|Delivered)/)
      .waitFor();
  });

  test('works by keyboard alone: new text, list, answer, undo, close', async () => {
    customer('Is it ready?');
    await row(/Is it ready/).waitFor();
    await page.keyboard.press('Alt+l');
    await page.keyboard.press('ArrowDown');
    await article('Is it ready?').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Not yet');
    await page.keyboard.press('Enter');
    await article('Not yet')
      .getByText(/Sending in/)
      .waitFor();
    await page.keyboard.press('Control+z');
    await article('Not yet').waitFor({ state: 'detached' });
    await until(async () => (await composer().inputValue()) === 'Not yet');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Yes');
    await page.keyboard.press('Enter');
    await article('Yes')
      .getByText(/Delivered/)
      .waitFor();
    await page.keyboard.press('Alt+e');
    await page.getByText('No open conversations right now.').waitFor();
    await page.keyboard.press('Alt+n');
    await page.keyboard.type('0171 999 88 77');
    await page.getByText('To 0171 9998877').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Your wheel is here');
    await page.keyboard.press('Enter');
    await article('Your wheel is here')
      .getByText(/Delivered/)
      .waitFor();
    expect(delivered.map(({ to, text }) => [to, text])).toEqual([
      ['+491712223344', 'Yes'],
      ['+491719998877', 'Your wheel is here'],
    ]);
  });

  test('the counter names what makes a text dearer and offers a cheaper one', async () => {
    customer('Hello');
    await row(/Hello/).click();
    await composer().fill(`${'x'.repeat(70)} – see you…`);
    await page.getByText('2 SMS').first().waitFor();
    await page.getByText(/^–\s…\smake this 2 SMS\.$/).waitFor();
    await page.getByRole('button', { name: 'Replace special characters (1 SMS)' }).click();
    await expect.poll(() => composer().inputValue()).toBe(`${'x'.repeat(70)} - see you...`);
    await composer().fill('x'.repeat(1_531));
    await page.getByText('Longer than 10 SMS. Shorten it.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
  });

  test('nothing that is long breaks the window, and a name being typed is not taken away', async () => {
    customer('Hello');
    await row(/Hello/).click();
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('Maximiliane Schmidt-Hohenwarth zu Lüneburg-Brandenburg');
    customer('are you there?');
    await article('are you there?').waitFor();
    await expect.poll(() => name.inputValue()).toContain('Maximiliane');
    await page.keyboard.press('Enter');
    await row(/Maximiliane/).waitFor();
    await composer().fill('x'.repeat(400));
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const send = await page.getByRole('button', { name: 'Send', exact: true }).boundingBox();
    const panel = await page.getByRole('complementary').boundingBox();
    expect((send?.x ?? 0) + (send?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0);
    await page.setViewportSize({ width: 1000, height: 700 });
    await expect.poll(() => page.getByRole('complementary').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Customer', exact: true }).click();
    await page.getByRole('complementary').waitFor();
  });

  test('a text that waits for the line can be taken back', async () => {
    customer('Hello');
    await row(/Hello/).click();
    network.setCoverage(false);
    await page.getByText('Searching for network…').waitFor();
    await composer().fill('not like this');
    await page.keyboard.press('Enter');
    await article('not like this').getByText('Waiting for the line').waitFor();
    await article('not like this').getByRole('button', { name: 'Cancel' }).click();
    await article('not like this').waitFor({ state: 'detached' });
    await until(async () => (await composer().inputValue()) === 'not like this');
    network.setCoverage(true);
    await page.getByText('Connected', { exact: true }).waitFor();
    expect(delivered).toEqual([]);
  });

  test('a place has an address: read anew, gone back to, linked to', async () => {
    customer('Is my bike ready?');
    customer('Do you have time tomorrow?', '+491604412907');
    await page.getByText('Is my bike ready?').first().click();
    await page.getByRole('log').getByText('Is my bike ready?').waitFor();
    const first = new URL(page.url()).pathname;
    expect(first).toMatch(/^\/conversations\/\d+$/);
    await page.reload();
    await page.getByRole('log').getByText('Is my bike ready?').waitFor();
    await page.getByText('Do you have time tomorrow?').first().click();
    await page.getByRole('log').getByText('Do you have time tomorrow?').waitFor();
    await page.keyboard.press('Alt+k');
    await page.getByRole('button', { name: 'Today', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('log').getByText('Do you have time tomorrow?').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('log').getByText('Is my bike ready?').waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('log').getByText('Do you have time tomorrow?').waitFor();
    await page.goto(new URL('/calendar/2026-11-27', page.url()).href);
    await page.getByRole('heading', { name: /23.*29 Nov 2026/ }).waitFor();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('main', { name: 'Settings' }).waitFor();
    // A link to a setting leads to its field, and the way back leads out again.
    await page.goto(new URL('/settings/writing/undoSeconds', page.url()).href);
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('setting-undoSeconds');
    await page.goBack();
    await page.getByRole('main', { name: 'Settings' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: /23.*29 Nov 2026/ }).waitFor();
    await page.goBack();
    await page.getByRole('log').getByText('Do you have time tomorrow?').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a draft is there again after a reload; two presses of Send are one text', async () => {
    customer('Hello');
    await row(/Hello/).click();
    await composer().fill('half a thought');
    await row(/Draft: half a thought/).waitFor();
    await page.reload();
    await row(/Draft: half a thought/).click();
    await expect.poll(() => composer().inputValue()).toBe('half a thought');
    await page.getByRole('button', { name: 'Send', exact: true }).dblclick();
    await article('half a thought')
      .getByText(/Delivered/)
      .waitFor();
    expect(delivered).toHaveLength(1);
  });

  test('what customers write is shown as text, whatever it looks like', async () => {
    const nasty = '<img src=x onerror="document.title=1"> {{shop}} ${1+1} \u202eabc\u202c שלום';
    customer(nasty);
    await row(/<img src=x/).click();
    await article('{{shop}} ${1+1}').waitFor();
    expect(await page.title()).not.toBe('1');
    await expect.poll(() => page.locator('article img').count()).toBe(0);
  });

  test('honest states: uncertain and failed say why and what to do', async () => {
    customer('Hello');
    await row(/Hello/).click();
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 28', times: 1 });
    await composer().fill('to nowhere');
    await page.keyboard.press('Enter');
    await article('to nowhere').getByText('Failed to send · This number does not exist. Check the number.').waitFor();
    await row(/Failed to send/).waitFor();
    network.reportDelayMs = 4_000;
    modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: 'ERROR', times: 1 });
    await composer().fill('who knows');
    await page.keyboard.press('Enter');
    await article('who knows')
      .getByText(/Delivery unknown/)
      .waitFor();
    await article('who knows')
      .getByText(/Delivered/)
      .waitFor(); // its report settles it
    await article('to nowhere').getByRole('button', { name: 'Send again' }).click();
    await article('to nowhere')
      .getByText(/Delivered/)
      .waitFor();
  });

  test('waiting, unread and names; two windows stay in step', async () => {
    customer('first');
    customer('second');
    await row(/2/).waitFor();
    const other = await browser.newPage();
    await other.goto(desk.windowUrl);
    await other.getByRole('option', { name: /second/ }).click();
    await other.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Meireles');
    await other.keyboard.press('Enter');
    await row(/Ana Meireles/).waitFor();
    const search = page.getByRole('searchbox');
    for (const [wanted, found] of [
      ['zzz', null],
      ['meirel', /Ana Meireles/],
      ['0171 222', /Ana Meireles/],
      ['0172', null],
    ] as const) {
      await search.fill(wanted);
      if (found === null) await page.getByText('No results.').waitFor();
      else await row(found).waitFor();
    }
    await search.fill('');
    await page.getByRole('button', { name: 'Needs reply 1' }).click();
    await row(/Ana Meireles/).click();
    await composer().fill('Coming');
    await page.keyboard.press('Enter');
    await page.mouse.move(900, 400); // the list stands still while the pointer is on it
    await page.getByText('Everyone has a reply.').waitFor();
    await other.getByRole('article').filter({ hasText: 'Coming' }).waitFor();
    await other.close();
  });

  test('scrolling brings all conversations, also by keyboard', async () => {
    const messages = Array.from({ length: 150 }, (_, n) => ({
      to: `+4917${10_000_000 + n}`,
      text: `Order ${n} is ready`,
    }));
    await desk.request('POST', '/messages/batch', { messages });
    // The rows of the view before stay until those of this one are there.
    const all = page.locator('[role=listbox][aria-label=All][aria-busy=false]');
    await page.getByRole('button', { name: 'More Views' }).click();
    await page.getByRole('button', { name: /^All/ }).click();
    await all.waitFor({ timeout: 15_000 }).catch(async () => {
      // Seen twice on a busy machine, and not yet understood: what stood there instead is said, and it is pressed again.
      const shown = await page.locator('nav [aria-current], section[aria-label=Conversations]').allInnerTexts();
      console.error('The view All did not come:', JSON.stringify(shown).slice(0, 1_000));
      await page.getByRole('button', { name: /^All/ }).click();
      await all.waitFor();
    });
    await row('Order 149 is ready').hover();
    await until(async () => {
      await page.mouse.wheel(0, 3_000);
      return row(/Order 0 is ready/).isVisible();
    });
    await page.keyboard.press('Alt+l');
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: '0171 0000000', level: 1 }).waitFor();
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: '0171 0000149', level: 1 }).waitFor();
  });

  test('a desk that goes away is said, and found again', async () => {
    const { url } = desk;
    customer('Hello');
    await row(/Hello/).click();
    await composer().waitFor();
    await desk.stop('SIGKILL');
    await page.getByText('Can’t reach Counterline. Reconnecting…').waitFor();
    await page.getByText('Can’t reach Counterline', { exact: true }).waitFor();
    await composer().fill('written meanwhile');
    const { port } = new URL(url);
    desk = await Headless.start({ dataDir: join(folder.path, 'data'), modem: terminal.path, port: Number(port) });
    await page.getByText('Connected', { exact: true }).waitFor();
    await expect.poll(() => composer().inputValue()).toBe('written meanwhile');
    await row(/Draft: written meanwhile/).waitFor();
    problems.length = 0;
  });

  test('without the token the page says where to find it', async () => {
    const stranger = await browser.newPage();
    await stranger.goto(desk.url);
    await stranger.getByText('Sign-in link required').waitFor();
    await stranger.close();
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test('axe finds nothing to object to, and the screenshots are taken', async () => {
      const names: [string, string, string][] = [
        ['+491795550118', 'Olá, vocês têm campainhas 🔔 para bicicletas de criança?', 'Ana Meireles'],
        ['+491604412907', 'And what would a new chain cost?', 'Tom Brandt'],
        ['+4915233668710', 'Could you look at the rear light as well?', ''],
        ['+491712223344', 'Is the blue one ready? I could come by at five', 'Lena Fuchs'],
      ];
      for (const [from, text] of names) customer(text, from);
      await until(async () => (await desk.all('/conversations?view=all')).length === 4);
      await page.close();
      page = await open({ colorScheme });
      for (const [, text, name] of names) {
        await row(text).click();
        await article(text).waitFor();
        if (name === '') continue;
        await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name, level: 1 }).waitFor();
      }
      await composer().fill('Hi Lena, nearly! We are fitting the last part.');
      await page.keyboard.press('Enter');
      await article('fitting the last part')
        .getByText(/Delivered/)
        .waitFor();
      await composer().fill('Come by at five and it is yours.');
      await page.keyboard.press('Enter');
      await article('it is yours')
        .getByText(/Sending in/)
        .waitFor();
      await composer().fill('By the way, the bell you wanted is here too – shall we mount it for you…');
      await page.getByText(/make this 2 SMS/).waitFor();
      await check(`first-inbox-${colorScheme}`);
      await page.getByRole('button', { name: /New message/ }).click();
      await check(`first-new-text-${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.locator('[data-line-state]').click();
      await page.getByText('Last activity').waitFor();
      await check(`line-${colorScheme}`);
      await page.getByRole('button', { name: 'Connect another modem' }).click();
      await page.getByText('No modem found').waitFor();
      await check(`connect-${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Settings' }).click();
      await check(`settings-${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'More Views' }).click();
      await page.getByRole('button', { name: 'Closed' }).click();
      await page.getByText('No closed conversations yet.').waitFor();
      await check(`empty-${colorScheme}`);
    });
  });

  async function check(name: string): Promise<void> {
    await atRest(page);
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
    expect(await axeFinds(page), name).toEqual([]);
  }
});
