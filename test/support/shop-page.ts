import { mkdirSync, readFileSync, copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Outputs, Input, Method } from '../../electron/app/contract.ts';
import { groupOf, type SettingsSection } from '../../electron/shared/setting.ts';
import type { Purpose } from '../../electron/features/messaging/contract.ts';
import { ROOT, until } from './headless.ts';

const SCREENSHOTS = join(ROOT, 'test/e2e/screenshots');
/** Chosen ones stand in the README. */
const README_PICTURES = join(ROOT, 'test/e2e');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** An open menu lies over the page and belongs to none of its regions. */
const AXE_RUN = `axe.run({ resultTypes: ['violations'], iframes: false, preload: false }).then(({ violations }) =>
  violations
    .map(({ id, nodes }) => [id, nodes.filter(({ target }) =>
      id !== 'region' || document.querySelector(target[0])?.querySelector('[role=menu]') == null)])
    .filter(([, nodes]) => nodes.length > 0)
    .map(([id, nodes]) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;

const AT_REST = `new Promise((resolve) => {
  let frames = 0;
  const look = () => {
    const isAtRest = document.querySelector('[data-sonner-toast][data-removed=true], [data-sonner-toast][data-mounted=false]') === null &&
      document.getAnimations().every(({ playState }) => playState !== 'running');
    frames = isAtRest ? frames + 1 : 0;
    if (frames > 4) resolve();
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Nobody presses Tab more often. */
const TAB_AT_MOST = 40;

/** Resolves when what moves has arrived, and is drawn. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(AT_REST);
}

/** Notices go by themselves, also while they are looked at: a fading one has no colours to judge. */
const NOTICES = `[...document.querySelectorAll('[data-sonner-toast]')]
  .map(({ dataset: { mounted, removed, front, expanded }, textContent }) => [mounted, removed, front, expanded, textContent].join())
  .join('|')`;
const LOOKS_AT_MOST = 4;

/** What axe objects to in what a page shows. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(AXE);
  let found: readonly string[] = [];
  for (let look = 0; look < LOOKS_AT_MOST; look++) {
    await atRest(page);
    const notices = await page.evaluate<string>(NOTICES);
    found = await page.evaluate<string[]>(AXE_RUN);
    if (found.length === 0 || notices === (await page.evaluate<string>(NOTICES))) break;
  }
  return found;
}

/** A person before a browser on a desk: what is done and looked at there. */
export abstract class Counter {
  /** What the pages complained about. */
  readonly problems: string[] = [];
  readonly browser: Browser;
  #page: Page | null = null;

  protected constructor(browser: Browser) {
    this.browser = browser;
  }

  /** Where the desk listens, and the key to it. */
  protected abstract get address(): { readonly url: string; readonly token: string };

  /** What a page needs before it opens the window. */
  protected prepare(_page: Page): Promise<void> {
    return Promise.resolve();
  }

  get page(): Page {
    if (this.#page === null) throw new Error('There is no window.');
    return this.#page;
  }

  /** One more window on the same desk. */
  async window(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1360, height: 820 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    // Nothing here waits for so long but on a machine that has much else to do.
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    page.on(
      'console',
      (message) =>
        message.type() === 'error' &&
        !/ERR_CONNECTION_(?:REFUSED|RESET)|ERR_INCOMPLETE_CHUNKED/.test(message.text()) &&
        this.problems.push(message.text()),
    );
    page.on('pageerror', (error) => this.problems.push(error.message));
    await this.prepare(page);
    await page.goto(`${this.address.url}/#token=${this.address.token}`);
    return page;
  }

  /** In place of the one that is there. */
  async reopen(options: BrowserContextOptions = {}): Promise<Page> {
    await this.#page?.context().close();
    this.#page = await this.window(options);
    // A key that is pressed before is heard by nobody.
    await this.#page.locator('.app').waitFor();
    return this.#page;
  }

  /** Asks the desk as a window does, for what a test takes for granted. */
  async ask<M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> {
    const response = await fetch(`${this.address.url}/window/invoke/${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.address.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as { ok: boolean; value: Outputs[M] };
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  }

  /** A customer writes. */
  abstract customer(text: string, from?: string): void;

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
  /** Until the thread of this customer stands there with these texts, and "New" where reading stopped. Asked until it is so: for a moment the thread that was open before still stands there. */
  async reads(name: string, texts: readonly string[]): Promise<void> {
    await this.page.getByRole('heading', { name, level: 1 }).waitFor();
    await expect
      .poll(async () =>
        (await this.page.locator('[data-first-unread], article .text').allTextContents()).map((text) => text.trim()),
      )
      .toEqual(texts);
  }
  article(text: string | RegExp, page = this.page): Locator {
    return page.getByRole('article').filter({ hasText: text });
  }
  /** Marks a conversation by what shows while the pointer is on its row. */
  async mark(name: string): Promise<void> {
    await this.row(name).hover();
    await this.row(name).getByTitle(`Select ${name}`).click();
  }
  /** Asks when what is written is to go out. */
  async sendLater(): Promise<void> {
    await this.button('More ways to send').click();
    await this.page.getByRole('menuitem', { name: /^Send later/ }).click();
  }
  composer(page = this.page): Locator {
    return page.getByRole('textbox', { name: 'Your message' });
  }
  button(name: string | RegExp, page = this.page): Locator {
    return page.getByRole('button', { name, exact: typeof name === 'string' });
  }
  dialog(name: string | RegExp, page = this.page): Locator {
    return page.getByRole('dialog', { name });
  }

  /** The settings with one of their sections, opened as somebody does who knows where it is. */
  async settings(section: SettingsSection): Promise<Locator> {
    const page = this.page.getByRole('main').filter({ has: this.page.locator('[data-group]') });
    if ((await page.count()) === 0) await this.press('Control+,');
    await page.waitFor();
    const row = page.locator(`[data-section=${section}]`);
    if ((await row.count()) === 0) await page.locator(`[data-group=${groupOf(section)}]`).click();
    await row.click();
    await page.locator(`[data-section=${section}][aria-current]`).waitFor();
    return page;
  }

  /** A dialog that is there and waits for what is typed. */
  async opened(name: string | RegExp): Promise<Locator> {
    const dialog = this.dialog(name);
    await dialog.waitFor();
    await until(() => this.page.evaluate(`document.activeElement?.closest('[role=dialog]') !== null`));
    return dialog;
  }
  /** As somebody does who goes there with the keyboard: what cannot be done yet takes no focus, and the key would go astray. */
  async pressOn(locator: Locator, key: string): Promise<void> {
    await until(() => locator.isEnabled());
    await locator.focus();
    await until(async () => (await locator.and(locator.page().locator(':focus')).count()) === 1);
    await locator.press(key);
  }
  /** What was done is said, and can be undone from now on. */
  async said(text: string | RegExp): Promise<void> {
    await this.page.locator('[data-sonner-toast]').filter({ hasText: text }).first().waitFor();
  }

  /** What the window saves as a file when something is done. */
  async download(act: () => Promise<unknown>): Promise<{ readonly name: string; readonly content: string }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), act()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return { name: file.suggestedFilename(), content: Buffer.concat(chunks).toString('utf8') };
  }

  notice(text: string): Locator {
    return this.page.locator('[data-sonner-toast]').filter({ hasText: text });
  }

  /** Takes back what was done, by the button of its notice: at rest, for one that slides in moves away under a press. */
  async undo(text: string, button = 'Undo'): Promise<void> {
    const notice = this.notice(text);
    await notice.evaluate((element) =>
      Promise.all(
        element
          .getAnimations({ subtree: true })
          .map(({ finished }: { finished: Promise<unknown> }) => finished.catch(() => null)),
      ),
    );
    await notice.getByRole('button', { name: button }).click();
  }

  /** Another program of the shop sends a text, over the API. */
  async program(text: string, to: string, purpose: Purpose): Promise<void> {
    const { url, token } = this.address;
    const response = await fetch(`${url}/api/v1/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ to, text, purpose }),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  /** Keys, one after the other: `Alt+l`, or words to type in quotes. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      if (key.startsWith('"')) await this.page.keyboard.type(key.slice(1, -1));
      else await this.page.keyboard.press(key);
    }
  }

  /** Goes on with Tab until the keyboard is on what has that name. */
  async tabTo(name: string | RegExp, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < TAB_AT_MOST; presses++) {
      await this.page.keyboard.press(key);
      const on = await this.page.evaluate<string>(
        `((e) => e?.getAttribute('aria-label') ?? e?.labels?.[0]?.textContent ?? e?.textContent ?? '')(document.activeElement)`,
      );
      if (typeof name === 'string' ? on.trim() === name : name.test(on.trim())) return;
    }
    throw new Error(`Tab does not lead to ${name}.`);
  }

  /** Takes a picture, and lets axe look at it. */
  async look(name: string): Promise<void> {
    await atRest(this.page);
    mkdirSync(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name}.png`);
    await this.page.screenshot({ path });
    if ((process.env['COUNTERLINE_KEEP_SCREENSHOTS'] ?? '').split(',').includes(name))
      copyFileSync(path, join(README_PICTURES, `${name}.png`));
    expect(await axeFinds(this.page), name).toEqual([]);
  }

  protected async closeWindows(): Promise<void> {
    const contexts = this.browser.contexts();
    // Panes scroll, the window never does: whatever a walk did, its upper edge must still be in sight.
    for (const page of contexts.flatMap((context) => context.pages())) {
      const moved = await page
        .evaluate<number[]>(`['html', 'body', '#app'].map((place) => document.querySelector(place)?.scrollTop ?? 0)`)
        .catch(() => []); // it is on the way to another address, or gone
      if (moved.some((px) => px > 0)) this.problems.push(`The window was scrolled: ${moved.join(', ')} px`);
    }
    await Promise.all(contexts.map((context) => context.close()));
  }
}
