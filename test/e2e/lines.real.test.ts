import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../modem/clock.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../modem/simulator/network.ts';
import { attachPseudoTerminal, type PseudoTerminal } from '../../modem/simulator/pseudo-terminal.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { Headless, temporaryFolder, until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { axeFinds } from '../support/shop-page.ts';

const PIN = '4711';

/** A shopkeeper's first day, and a bad one: modems found, unplugged, plugged in elsewhere; texts that may have gone out. */
describe.skipIf(needs('chromium', 'socat'))('lines in the window', () => {
  let browser: Browser;
  let folder: ReturnType<typeof temporaryFolder>;
  let ports: string;
  let network: Network;
  let one: SimulatedModem;
  let two: SimulatedModem;
  let terminals: PseudoTerminal[];
  let desk: Headless;
  let page: Page;
  let problems: string[];
  let delivered: ReceivedText[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    folder = temporaryFolder('lines');
    ports = join(folder.path, 'ports');
    mkdirSync(ports);
    network = new Network({ clock: systemClock, reportDelayMs: 50 });
    delivered = [];
    network.textReceived.on((text) => delivered.push(text));
    const stick = (n: number, pin: string | null): SimulatedModem =>
      new SimulatedModem({
        sim: new SimCard({ imsi: `26201${String(n).repeat(10)}`, msisdn: `+4917${String(n).repeat(8)}`, pin }),
        network,
        clock: systemClock,
        imei: String(n).repeat(15),
        quirks: { make: 'huawei' },
      });
    [one, two] = [stick(1, null), stick(2, PIN)];
    terminals = [];
    problems = [];
    desk = await Headless.start({ dataDir: join(folder.path, 'data'), modem: 'auto', ports });
    page = await browser.newPage({ viewport: { width: 1360, height: 820 }, locale: 'en-GB' });
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(desk.windowUrl);
    await page.locator('[data-line-state=none]').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await desk.stop('SIGKILL');
    for (const terminal of terminals) await terminal.close();
    folder.remove();
    expect(problems).toEqual([]);
  });

  const plug = async (modem: SimulatedModem, name: string): Promise<void> => {
    modem.plug();
    terminals.push(await attachPseudoTerminal(modem, join(ports, name)));
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  async function connect(): Promise<void> {
    await button('Connect').click();
    await page.getByText('You’re connected.').waitFor();
  }
  async function checkAxe(): Promise<void> {
    expect(await axeFinds(page)).toEqual([]);
  }

  test('the first modem is found, tested by a text to oneself, and a second one is offered when it is plugged in', async () => {
    await plug(one, 'a');
    await page.locator('[data-line-state=none]').click();
    await page.getByRole('button', { name: /huawei E173/ }).waitFor();
    await connect();
    await button('Send test message').click();
    await page
      .getByRole('dialog')
      .getByText(/^Delivered/)
      .waitFor();
    expect(delivered.map(({ to, text }) => [to, text])).toEqual([
      [one.msisdn, 'Test from Counterline: your line works.'],
    ]);
    await button('Done').click();
    // What we text ourselves is nobody's conversation.
    await page.getByText('No open conversations right now.').waitFor();

    await plug(two, 'b');
    await page.getByText('New modem found: huawei E173.').waitFor();
    await button('Set up').click();
    await page.getByText(/SIM needs its PIN/).waitFor();
    await page.getByRole('dialog').getByLabel('SIM PIN').fill(PIN);
    await connect();
    await button('Done').click();
    await page.getByText('A modem was plugged in').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('[data-line-state=ready]').count()).toBe(2);
    expect(two.sim.pinTriesLeft).toBe(3);

    // An answer leaves by the line the customer wrote to.
    network.sendText('+491712223344', two.msisdn, 'To the second one');
    await page.getByRole('option', { name: /To the second one/ }).click();
    await page.getByRole('textbox', { name: 'Your message' }).fill('From the second one');
    await page.keyboard.press('Enter');
    await until(() => delivered.some(({ from, text }) => from === two.msisdn && text === 'From the second one'));
  });

  test('a stick pulled and put into another socket comes back by itself, and its page tells the story', async () => {
    await plug(one, 'a');
    await page.locator('[data-line-state=none]').click();
    await page.getByRole('button', { name: /huawei E173/ }).waitFor();
    await connect();
    await button('Done').click();
    await page.locator('[data-line-state]').click();
    await page.getByRole('heading', { name: 'Line', level: 1 }).waitFor();
    one.unplug();
    await page.locator('[data-line-state=reconnecting]').waitFor();
    await page.getByRole('alert').getByText('Plug it back in and sending continues.').waitFor();
    await page.getByRole('main').getByText('Modem unplugged.').first().waitFor();
    await plug(one, 'z');
    await page.locator('[data-line-state=ready]').waitFor();
    await page.getByRole('main').getByText(join(ports, 'z')).waitFor();
    const story = page.getByRole('list', { name: 'Activity' });
    await story.getByText('Connected.').nth(1).waitFor();
    await story.getByText('Modem unplugged.').waitFor();
    await page.getByLabel('Balance code (USSD)').fill('*100#');
    await page.getByLabel('Warn below').fill('15');
    await button('Save').click();
    await page.getByText('Low balance: top up soon.').first().waitFor();
    await button('Show').click();
    await page
      .getByRole('log')
      .getByText(/AT\+CSQ/)
      .waitFor();
    await checkAxe();
    await button('Back to inbox').click();
    await page.getByText('No open conversations right now.').waitFor();
  });

  test('a text that may have gone out is shown in a list, and sent again only when a person says so', async () => {
    await plug(one, 'a');
    await page.locator('[data-line-state=none]').click();
    await page.getByRole('button', { name: /huawei E173/ }).waitFor();
    await connect();
    await button('Done').click();
    network.reportDelayMs = null;
    one.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: 'ERROR', times: 1 });
    one.ring('+491712223344');
    await page.getByRole('option', { name: /Missed call/ }).click();
    await page
      .getByRole('log')
      .getByText(/Missed call/)
      .waitFor();
    await desk.request('POST', '/messages', { to: '+491712223344', text: 'Did it go?', purpose: 'answer' });
    await page.getByRole('button', { name: '1 message: delivery unknown' }).click();
    const list = page.getByRole('dialog');
    await list.getByText('Did it go?').waitFor();
    await checkAxe();
    expect(delivered).toHaveLength(1);
    await list.getByRole('button', { name: 'Send again' }).click();
    await list.getByText('Nothing left to decide.').waitFor();
    await until(() => delivered.length === 2);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /may have gone out/ }).waitFor({ state: 'detached' });
  });
});
