import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ROOT, temporaryFolder, until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { DRAWN_IN_MEMORY, electronWindow, freePort, lacksElectron, run } from '../support/start.ts';

const screenshots = join(ROOT, 'test/e2e/screenshots');
mkdirSync(screenshots, { recursive: true });
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

/** As somebody begins who has no modem yet. */
async function lookAround(page: Page): Promise<void> {
  page.setDefaultTimeout(60_000);
  await page.getByLabel('Shop name').fill('Fern Street Hair');
  await page.getByRole('button', { name: 'Try it with sample data' }).click();
  // The page reads itself anew. Over Electron's debugger Playwright never sees the end of that, until it reads the page anew itself.
  const isThere = `document.body.innerText.includes('Sample data: these customers are invented')`;
  await until(() => page.evaluate<boolean>(isThere).catch(() => false));
  await page.reload();
  await page.getByText('Sample data: these customers are invented, and nothing is sent.').waitFor();
}

/** The main job, as a person does it: a customer's text appears, is answered, the customer reacts. */
async function doTheMainJob(page: Page): Promise<void> {
  await lookAround(page);
  const row = page.getByRole('option', { name: /Is my order ready/ });
  await row.click();
  await page.getByRole('article').filter({ hasText: 'Is my order ready?' }).waitFor();
  await page.getByRole('textbox', { name: 'Your message' }).fill('Yes, it is ready. We are open until six.');
  await page.keyboard.press('Enter');
  const mine = page.getByRole('article').filter({ hasText: 'Yes, it is ready.' });
  await mine.getByText(/Sending in \d s/).waitFor();
  await mine.getByText(/^\s*Delivered \d?\d:\d\d/).waitFor();
  await page.getByRole('article').filter({ hasText: 'Thank you, got your text.' }).waitFor();
}

const start = join(ROOT, 'electron/launch/start.mjs');
/** What a built module takes from elsewhere. */
const IMPORTED = /^(?:import|export)\b(?:[^;"]*\bfrom)?\s*"([^"]+)"|\b(?:import|require)\(\s*["'`]([^"'`]+)/gm;

describe.skipIf(needs('chromium'))('npm start where there is no display', () => {
  test('says so in one line, prints an address, and the browser at it does the main job', async () => {
    const folder = temporaryFolder('start');
    cleanUps.push(() => folder.remove());
    const env = { ...process.env };
    delete env['DISPLAY'];
    delete env['WAYLAND_DISPLAY'];
    const desk = run('node', [start, '--data-dir', folder.path, '--listen', '127.0.0.1:0'], env);
    cleanUps.push(() => desk.stop());
    const [, address = ''] = await desk.printed(/^open (http:\/\/127\.0\.0\.1:\d+\/#token=\S+)$/m);
    expect(desk.output()).toMatch(/^There is no display here/m);
    const { origin, hash } = new URL(address);
    const status = await fetch(`${origin}/api/v1/status`, {
      headers: { Authorization: `Bearer ${hash.slice('#token='.length)}` },
    });
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await status.json()).toMatchObject({ version: manifest.version, lines: [] });
    const browser = await launchChromium();
    cleanUps.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(address);
    await doTheMainJob(page);
    expect(page.url()).not.toContain('token');
    expect(problems).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'main-job-chromium.png') });
  });
});

describe.skipIf(needs('xvfb-run') || lacksElectron())('npm start with a display', () => {
  /** @param port where its window's debugger listens */
  function startedUnderXvfb(command: string, args: readonly string[], env = process.env, port = 0) {
    const folder = temporaryFolder('electron');
    cleanUps.push(() => folder.remove());
    const screen = ['-a', '-n', '120', '-s', '-screen 0 1400x900x24'];
    const switches = [DRAWN_IN_MEMORY, `--remote-debugging-port=${port}`, `--data-dir=${folder.path}`];
    const app = run('xvfb-run', [...screen, command, ...args, ...switches], env);
    cleanUps.push(() => app.stop());
    return { folder, app };
  }

  async function startUnderXvfb(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    const port = await freePort();
    const { folder, app } = startedUnderXvfb(command, args, env, port);
    await app.printed(/DevTools listening on/);
    const { browser, page } = await electronWindow(app, port);
    cleanUps.push(() => browser.close());
    return { page, folder, app };
  }

  test('opens the window, which does the main job; the page has no Node and no way out', async () => {
    const { page } = await startUnderXvfb('node', [start]);
    await doTheMainJob(page);
    await page.screenshot({ path: join(screenshots, 'main-job-electron.png') });
    const reach = await page.evaluate(async () => {
      const globals = globalThis as unknown as Record<string, unknown> & {
        counterline: { invoke(method: string, input: unknown): Promise<unknown> };
        open(url: string): unknown;
        location: { href: string; origin: string };
      };
      const opened = globals.open('https://example.org');
      const unknown = await globals.counterline.invoke('fs.read', {}).catch((error: Error) => error.message);
      const fetched = await fetch('https://example.org').then(
        () => 'reached',
        () => 'refused',
      );
      globals.location.href = 'https://example.org';
      await new Promise((resolve) => setTimeout(resolve, 200));
      return {
        node: [typeof globals['require'], typeof globals['process'], typeof globals['Buffer']],
        bridge: Object.keys(globals.counterline),
        opened: opened === null,
        unknown,
        fetched,
        origin: globals.location.origin,
      };
    });
    expect(reach).toEqual({
      node: ['undefined', 'undefined', 'undefined'],
      bridge: ['invoke', 'subscribe'],
      opened: true,
      unknown: expect.stringContaining('no method'),
      fetched: 'refused',
      origin: 'app://counterline',
    });
    // Its place outlives the page being read anew.
    const at = page.url();
    expect(at).toMatch(/^app:\/\/counterline\/conversations\/\d+$/);
    await page.reload();
    await page.getByRole('log').waitFor();
    expect(page.url()).toBe(at);
    await page.keyboard.press('Alt+k');
    await page.getByRole('button', { name: 'Today', exact: true }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('log').waitFor();
    expect(page.url()).toBe(at);
  });

  test('a back end that is killed comes back by itself, and the window says so meanwhile', async () => {
    const { page, folder } = await startUnderXvfb('node', [start]);
    await lookAround(page);
    await page.getByRole('option').first().waitFor();
    const { execFileSync } = await import('node:child_process');
    execFileSync('pkill', ['-9', '-f', `backend-process.js.*${folder.path}`]);
    await page.getByText('Can’t reach Counterline. Reconnecting…').waitFor();
    await page.getByText('Can’t reach Counterline. Reconnecting…').waitFor({ state: 'detached' });
    await page.getByRole('option').first().waitFor();
  });

  test('the packed app starts as well, and holds nothing that it does not need', async () => {
    const { execFileSync } = await import('node:child_process');
    execFileSync('node', [join(ROOT, 'electron/launch/pack.mjs'), '--watchable'], { cwd: ROOT, stdio: 'pipe' });
    const { extractFile, listPackage, statFile } = await import('@electron/asar');
    const inside = listPackage(join(ROOT, 'release/linux-unpacked/resources/app.asar'), { isPack: false });
    const modules = new Set(inside.flatMap((path) => /^\/node_modules\/([^/]+)$/.exec(path)?.[1] ?? []));
    expect([...modules].toSorted()).toEqual([
      '@serialport',
      'better-sqlite3',
      'debug',
      'ms',
      'node-gyp-build',
      'serialport',
    ]);
    expect(inside.filter((path) => /\.(ts|map|c|cpp|h|md)$|\/(test|electron\/launch|modem)\//.test(path))).toEqual([]);
    // What runs before the files beside the archive are checked lies in it, and takes nothing from beside it (security 6).
    const archive = join(ROOT, 'release/linux-unpacked/resources/app.asar');
    for (const path of [
      'package.json',
      'dist/electron/main.js',
      'dist/electron/preload.cjs',
      'dist/renderer/index.html',
    ])
      expect([path, (statFile(archive, path) as { unpacked?: boolean }).unpacked === true]).toEqual([path, false]);
    const entry = extractFile(archive, 'dist/electron/main.js').toString('utf8');
    const imported = [...entry.matchAll(IMPORTED)].map(([, from, called]) => from ?? called ?? '');
    expect(imported).toContain('electron');
    expect(imported.filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([]);
    const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
    const fuses = await getCurrentFuseWire(join(ROOT, 'release/linux-unpacked/counterline'));
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    expect([on.map((fuse) => fuses[fuse]), off.map((fuse) => fuses[fuse])]).toEqual([
      on.map(() => '1'.charCodeAt(0)),
      off.map(() => '0'.charCodeAt(0)),
    ]);
    // Anybody may set a variable: the packed app runs nothing that one names (security 5).
    const trap = temporaryFolder('trap');
    const [named, sprung] = [join(trap.path, 'node'), join(trap.path, 'sprung')];
    writeFileSync(named, `#!/bin/sh\ntouch ${sprung}\n`, { mode: 0o755 });
    const env = { ...process.env, COUNTERLINE_NODE: named };
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const { page } = await startUnderXvfb(join(ROOT, 'release/linux-unpacked/counterline'), sandbox, env);
    await doTheMainJob(page);
    expect(existsSync(sprung)).toBe(false);
    // Nor what a switch of Chromium's names.
    const switched = startedUnderXvfb(join(ROOT, 'release/linux-unpacked/counterline'), [
      ...sandbox,
      `--gpu-launcher=${named}`,
    ]).app;
    await switched.printed(/Counterline does not start with --gpu-launcher/);
    expect(existsSync(sprung)).toBe(false);
    // What was changed since it was packed is not run (security 6).
    const unpacked = join(ROOT, 'release/linux-unpacked/resources/app.asar.unpacked');
    appendFileSync(join(unpacked, 'dist/electron/backend-process.js'), '\n');
    const again = startedUnderXvfb(join(ROOT, 'release/linux-unpacked/counterline'), sandbox).app;
    await again.printed(
      /cannot start: A file of the program is not as it was installed: dist\/electron\/backend-process\.js\./,
    );
    trap.remove();
  });
});
