import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT, temporaryFolder, until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import {
  DRAWN_IN_MEMORY,
  electronWindow,
  freePort,
  inShell,
  lacksElectron,
  run,
  type Running,
} from '../support/start.ts';

/** A tray at the lower left, each icon 32 pixels wide. */
const TRAY = 'trayer --edge bottom --align left --widthtype request --height 40 --monitor 0';

const HOLIDAYS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Example//EN',
  'BEGIN:VEVENT',
  'UID:1@example',
  'DTSTART;VALUE=DATE:20261225',
  'SUMMARY:Christmas Day',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

const RECORD_BADGES = `(globalThis.badges = [], electron.app.setBadgeCount = (count) => globalThis.badges.push(count) > 0, null)`;

const START = join(ROOT, 'electron/launch/start.mjs');

/**
 * A small real desktop: a screen, a message bus, a program that shows notifications and one that holds a tray. What the
 * system would show of us is looked at and clicked on there.
 */
class Desktop {
  readonly folder = temporaryFolder('desktop');
  readonly #running: Running[] = [];
  #environment: Record<string, string> = {};

  /** What notifications said, as `title|body`. */
  get notifications(): readonly string[] {
    try {
      return readFileSync(join(this.folder.path, 'notifications'), 'utf8').trim().split('\n');
    } catch {
      return []; // none yet
    }
  }

  async start(): Promise<void> {
    const { path } = this.folder;
    writeFileSync(
      join(path, 'note.sh'),
      `#!/bin/sh\nprintf '%s|%s\\n' "$DUNST_SUMMARY" "$DUNST_BODY" >> '${path}/notifications'\n`,
    );
    chmodSync(join(path, 'note.sh'), 0o755);
    writeFileSync(join(path, 'dunstrc'), `[global]\ntimeout = 0\n[all]\nsummary = "*"\nscript = ${path}/note.sh\n`);
    const session = `echo "session $DISPLAY $DBUS_SESSION_BUS_ADDRESS $XAUTHORITY"; ${TRAY} & exec dunst -conf '${path}/dunstrc'`;
    const desktop = run('dbus-run-session', [
      '--',
      'xvfb-run',
      '-a',
      '-n',
      '140',
      '-s',
      '-screen 0 1400x900x24',
      'sh',
      '-c',
      session,
    ]);
    this.#running.push(desktop);
    const [, display = '', bus = '', authority = ''] = await desktop.printed(/^session (\S+) (\S+) (\S+)$/m);
    this.#environment = { DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: bus, XAUTHORITY: authority };
  }

  /** Starts the app, as a person does; a second one on the same data if it runs already. */
  app(...args: readonly string[]): Running {
    const env = { ...process.env, ...this.#environment, XDG_CONFIG_HOME: join(this.folder.path, 'config') };
    const app = run('node', [START, `--data-dir=${join(this.folder.path, 'data')}`, ...args], env);
    this.#running.push(app);
    return app;
  }

  /** Something of the desktop, `dunstctl` or `xdotool` say. */
  use(command: string, ...args: readonly string[]): string {
    return execFileSync(command, args, { env: { ...process.env, ...this.#environment }, encoding: 'utf8' });
  }

  async stop(): Promise<void> {
    for (const running of this.#running.toReversed()) await running.stop();
    this.folder.remove();
  }
}

describe.skipIf(needs('xvfb-run', 'dbus-run-session', 'dunst', 'trayer', 'xdotool') || lacksElectron())(
  'on a desktop',
  () => {
    let desktop: Desktop;
    let app: Running;
    let page: Page;
    let closeBrowser = (): Promise<void> => Promise.resolve();
    let inspectPort: number;

    beforeEach(async () => {
      desktop = new Desktop();
      await desktop.start();
      await open();
    });
    afterEach(async () => {
      await closeBrowser();
      await desktop.stop();
    });

    async function open(): Promise<void> {
      const port = await freePort();
      inspectPort = await freePort();
      app = desktop.app(DRAWN_IN_MEMORY, `--remote-debugging-port=${port}`, `--inspect=${inspectPort}`);
      await app.printed(/DevTools listening on/);
      const { browser, page: opened } = await electronWindow(app, port);
      page = opened;
      page.setDefaultTimeout(60_000);
      closeBrowser = () => browser.close();
      // Somebody looks around with simulated customers who write by themselves.
      await invoke('lines.startDemo', {});
    }
    const invoke = (method: string, input: unknown): Promise<unknown> =>
      page.evaluate(
        ([name, value]) =>
          (
            globalThis as unknown as { counterline: { invoke(m: unknown, i: unknown): Promise<unknown> } }
          ).counterline.invoke(name, value),
        [method, input],
      );
    /** What the page itself says is what the debugger makes it believe. */
    const isHidden = (): Promise<boolean> =>
      inShell(inspectPort, '!electron.BrowserWindow.getAllWindows()[0].isVisible()');
    /** As a click on its cross does. */
    const closeWindow = (): Promise<unknown> =>
      inShell(inspectPort, 'electron.BrowserWindow.getAllWindows()[0].close()');

    test('closing hides to the tray and says so once; a click on its icon or a second start shows it again', async () => {
      await page.locator('[role=option]').first().waitFor();
      await closeWindow();
      await until(isHidden);
      await until(() => desktop.notifications.some((note) => note.startsWith('Counterline is still running')));
      desktop.use('xdotool', 'mousemove', '16', '880', 'click', '1');
      await until(async () => !(await isHidden()));
      await closeWindow();
      await until(isHidden);
      const second = desktop.app();
      await new Promise((resolve) => second.process.once('exit', resolve));
      await until(async () => !(await isHidden()));
      // What the task bar shows.
      await until(async () =>
        /^\(\d\) Counterline$/.test(
          await inShell<string>(inspectPort, 'electron.BrowserWindow.getAllWindows()[0].getTitle()'),
        ),
      );
      expect(desktop.notifications.filter((note) => note.startsWith('Counterline is still running'))).toHaveLength(1);
      await page.locator('[data-line-state=ready]').waitFor();
    });

    test('a text that comes while the window is away is announced; a click leads to it; in private it says little', async () => {
      await page.getByText('Hello! Is the blue bike ready?').first().waitFor();
      // This desktop shows no badge: what the shell asks the system to show is listened to.
      await inShell(inspectPort, RECORD_BADGES);
      await closeWindow();
      await until(isHidden);
      await until(() => desktop.notifications.some((note) => note.startsWith('Counterline is still running')));
      desktop.use('dunstctl', 'close-all');
      await until(() => desktop.notifications.some((note) => note.includes('do you repair e-bikes too?')));
      await until(() => inShell<boolean>(inspectPort, 'globalThis.badges.some((count) => count >= 2)'));
      desktop.use('dunstctl', 'action', '0');
      await until(async () => !(await isHidden()));
      await page.getByRole('heading', { name: '0160 4412907', level: 1 }).waitFor();
      await invoke('settings.set', { notifyShowsText: false });
      await closeWindow();
      await until(isHidden);
      const before = desktop.notifications.length;
      await until(() => desktop.notifications.length > before);
      expect(desktop.notifications.slice(before).every((note) => note === 'Counterline|A customer wrote.')).toBe(true);
      expect(await page.title()).toMatch(/^\(\d\) Counterline$/);
    });

    test('a program with a key reaches it; a customer opens in the shop’s other program, and nothing else is opened', async () => {
      await page.locator('[role=option]').first().click();
      const port = await freePort();
      await invoke('settings.set', { apiPort: port, crmLink: 'https://crm.example/customers?tel={{digits}}' });
      const made = (await invoke('tokens.make', { name: 'Till', scopes: ['messages:read'] })) as {
        value: { token: string };
      };
      const call = () =>
        fetch(`http://127.0.0.1:${port}/api/v1/status`, { headers: { Authorization: `Bearer ${made.value.token}` } });
      await until(() =>
        call().then(
          ({ status }) => status === 200,
          () => false,
        ),
      );
      await inShell(
        inspectPort,
        '(globalThis.opened = [], electron.shell.openExternal = (url) => (globalThis.opened.push(url), Promise.resolve()), null)',
      );
      // A host that is new is asked about outside of the window: first no, then yes, then not any more.
      await inShell(
        inspectPort,
        `(globalThis.asked = [], electron.dialog.showMessageBox = (...all) => {
          globalThis.asked.push(all.at(-1).message);
          return Promise.resolve({ response: globalThis.asked.length === 1 ? 1 : 0 });
        }, null)`,
      );
      await page.getByRole('link', { name: 'Open in other software' }).click();
      await until(async () => (await inShell<string[]>(inspectPort, 'globalThis.asked')).length === 1);
      expect(await inShell<string[]>(inspectPort, 'globalThis.opened')).toEqual([]);
      await page.getByRole('link', { name: 'Open in other software' }).click();
      await until(async () => (await inShell<string[]>(inspectPort, 'globalThis.opened')).length === 1);
      expect((await inShell<string[]>(inspectPort, 'globalThis.opened'))[0]).toMatch(
        /^https:\/\/crm\.example\/customers\?tel=\d+$/,
      );
      await page.getByRole('link', { name: 'Open in other software' }).click();
      await until(async () => (await inShell<string[]>(inspectPort, 'globalThis.opened')).length === 2);
      expect(await inShell<string[]>(inspectPort, 'globalThis.asked')).toEqual([
        'Open crm.example in the browser?',
        'Open crm.example in the browser?',
      ]);
      await page.evaluate(`window.open('https://elsewhere.example/')`);
      await page.evaluate(`window.open('https://crm.example.evil.example/customers?tel=1')`);
      expect(await inShell<string[]>(inspectPort, 'globalThis.opened')).toHaveLength(2);
    });

    test('quits where that is wanted, and comes back with its draft in its place; starts at login if asked to', async () => {
      await page.locator('[role=option]').first().click();
      await page.getByRole('textbox', { name: 'Your message' }).fill('half a thought');
      await page.getByText('Draft: half a thought').waitFor();
      // What a component holds crosses the bridge as well.
      await page.keyboard.press('Control+,');
      await page.locator('[data-section=hours]').click();
      await page
        .getByLabel(/import a calendar/)
        .setInputFiles({ name: 'holidays.ics', mimeType: 'text/calendar', buffer: Buffer.from(HOLIDAYS) });
      await page.getByRole('button', { name: 'Add these' }).click();
      await page.getByRole('button', { name: 'Edit: Christmas Day' }).waitFor();
      await page.keyboard.press('Escape');
      await invoke('settings.set', { closeToTray: false, startAtLogin: true });
      const autostart = join(desktop.folder.path, 'config/autostart/counterline.desktop');
      await until(() => {
        try {
          return readFileSync(autostart, 'utf8').includes('--hidden');
        } catch {
          return false;
        }
      });
      await inShell(inspectPort, 'electron.BrowserWindow.getAllWindows()[0].setSize(1100, 700)');
      await until(() => page.evaluate('innerWidth < 1150'));
      await new Promise((resolve) => setTimeout(resolve, 600)); // its place is kept when it has come to rest
      const ended = new Promise((resolve) => app.process.once('exit', resolve));
      await closeWindow().catch(() => {});
      await ended;
      await closeBrowser();
      await open();
      await page.getByText('Draft: half a thought').click();
      await until(
        async () => (await page.getByRole('textbox', { name: 'Your message' }).inputValue()) === 'half a thought',
      );
      expect(await page.evaluate('innerWidth')).toBeLessThan(1150);
    });
  },
);
