import { mkdirSync, readFileSync, copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { systemClock } from '../../modem/clock.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../modem/simulator/network.ts';
import { attachPseudoTerminal, type PseudoTerminal } from '../../modem/simulator/pseudo-terminal.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import type { Answers, Input, Method } from '../../electron/shared/contract.ts';
import { Headless, ROOT, temporaryFolder, until } from './headless.ts';

const SCREENSHOTS = join(ROOT, 'test/e2e/screenshots');
/** Chosen ones stand in the README. */
const README_PICTURES = join(ROOT, 'test/e2e');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A shop for one test: a desk as a process of its own, a simulated modem and network, and a person before a browser. */
export class Shop {
  readonly network = new Network({ clock: systemClock });
  readonly sim = new SimCard({ imsi: '262011234567890' });
  readonly modem = new SimulatedModem({ sim: this.sim, network: this.network, clock: systemClock });
  /** What reached customers. */
  readonly delivered: ReceivedText[] = [];
  /** What the pages complained about. */
  readonly problems: string[] = [];
  readonly #browser: Browser;
  readonly #folder = temporaryFolder('shop');
  #terminal: PseudoTerminal | null = null;
  #desk: Headless | null = null;
  #page: Page | null = null;

  private constructor(browser: Browser) {
    this.#browser = browser;
    this.network.textReceived.on((text) => this.delivered.push(text));
  }

  /** @param plugged the modem is there from the start */
  static async open(browser: Browser, { plugged = true }: { plugged?: boolean } = {}): Promise<Shop> {
    const shop = new Shop(browser);
    if (plugged) shop.#terminal = await attachPseudoTerminal(shop.modem, join(shop.#folder.path, 'modem'));
    await shop.startDesk();
    if (!plugged) return shop;
    await shop.ask('preferences.set', { welcomed: true });
    shop.#page = await shop.window();
    return shop;
  }

  /** The desk, again after {@link stopDesk} with the same data on the same port. */
  async startDesk(port = 0): Promise<void> {
    this.#desk = await Headless.start({
      dataDir: join(this.#folder.path, 'data'),
      modem: this.#terminal?.path ?? 'none',
      port,
    });
  }

  /** Returns its port. */
  async stopDesk(): Promise<number> {
    const port = Number(new URL(this.desk.url).port);
    await this.desk.stop('SIGKILL');
    return port;
  }

  get desk(): Headless {
    if (this.#desk === null) throw new Error('The desk does not run.');
    return this.#desk;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('There is no window.');
    return this.#page;
  }

  /** One more window on the same desk. */
  async window(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: 1360, height: 820 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on(
      'console',
      (message) =>
        message.type() === 'error' &&
        !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/.test(message.text()) &&
        this.problems.push(message.text()),
    );
    page.on('pageerror', (error) => this.problems.push(error.message));
    await page.goto(this.desk.windowUrl);
    if (this.#terminal !== null) await page.locator('[data-line-state=ready]').waitFor();
    return page;
  }

  /** In place of the one that is there. */
  async reopen(options: BrowserContextOptions = {}): Promise<Page> {
    await this.#page?.context().close();
    this.#page = await this.window(options);
    return this.#page;
  }

  /** Asks the desk as a window does, for what a test takes for granted. */
  async ask<M extends Method>(method: M, input: Input<M>): Promise<Answers[M]> {
    const response = await fetch(`${this.desk.url}/window/invoke/${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.desk.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as { ok: boolean; value: Answers[M] };
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  }

  customer(text: string, from = '+491712223344'): void {
    this.network.sendText(from, this.sim.msisdn, text);
  }

  /** A customer with a name, who has written. */
  async known(name: string, number: string, text: string): Promise<string> {
    this.customer(text, number);
    await this.row(text).waitFor();
    const { items } = await this.ask('conversations.list', {
      view: 'all',
      order: 'newest',
      tagId: null,
      assigneeId: null,
      after: null,
      limit: 50,
    });
    const id = items.find((item) => item.number === number)?.id as string;
    await this.ask('contacts.change', { conversationId: id, change: { name } });
    await this.row(name).waitFor();
    return id;
  }

  /** Conversations in the list, and what was found. */
  rows(page = this.page): Locator {
    return page.locator('section [role=option]');
  }
  row(text: string | RegExp, page = this.page): Locator {
    return this.rows(page).filter({ hasText: text });
  }
  article(text: string | RegExp, page = this.page): Locator {
    return page.getByRole('article').filter({ hasText: text });
  }
  composer(page = this.page): Locator {
    return page.getByRole('textbox', { name: 'Your text' });
  }
  button(name: string | RegExp, page = this.page): Locator {
    return page.getByRole('button', { name, exact: typeof name === 'string' });
  }
  dialog(name: string | RegExp, page = this.page): Locator {
    return page.getByRole('dialog', { name });
  }

  /** A dialog that is there and waits for what is typed. */
  async opened(name: string | RegExp): Promise<Locator> {
    const dialog = this.dialog(name);
    await dialog.waitFor();
    await until(() => this.page.evaluate(`document.activeElement?.closest('[role=dialog]') !== null`));
    return dialog;
  }
  /** What was done is said, and can be undone from now on. */
  async said(text: string | RegExp): Promise<void> {
    await this.page.locator('[data-sonner-toast]').filter({ hasText: text }).first().waitFor();
  }

  /** Keys, one after the other: `Alt+l`, or words to type in quotes. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      if (key.startsWith('"')) await this.page.keyboard.type(key.slice(1, -1));
      else await this.page.keyboard.press(key);
    }
  }

  /** Takes a picture, and lets axe look at it. */
  async look(name: string): Promise<void> {
    await this.page.waitForTimeout(250); // what moves has arrived
    await until(() =>
      this.page.evaluate(
        `document.querySelector('[data-sonner-toast][data-removed=true]') === null &&
          document.getAnimations().every(({ playState }) => playState !== 'running')`,
      ),
    );
    mkdirSync(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name}.png`);
    await this.page.screenshot({ path });
    if ((process.env['COUNTERLINE_KEEP_SCREENSHOTS'] ?? '').split(',').includes(name))
      copyFileSync(path, join(README_PICTURES, `${name}.png`));
    await this.page.evaluate(AXE);
    const violations = await this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    });
    expect(violations, name).toEqual([]);
  }

  async close(): Promise<void> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
    await this.desk.stop('SIGKILL');
    await this.#terminal?.close();
    this.#folder.remove();
  }
}
