import type { Page } from 'playwright-core';
import { commandFor, environmentFor, findElectron } from '../../electron/launch/electron-runtime.mjs';
import { launchChromium } from '../support/chromium.ts';
import { Headless } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { electronWindow, freePort, lacksElectron, run } from '../support/start.ts';
import { print } from './figures.ts';

const RUNS = 5;
/** A browser's own start goes on for some seconds after its first window. */
const BROWSER_SETTLES_MS = 4_000;
/** Run in the page: when its inbox stood there, in UTC epoch milliseconds. */
const SHOWN_AT = `new Promise((resolve) => {
  const look = () => {
    const [mark] = performance.getEntriesByName('inbox-shown');
    if (mark === undefined) setTimeout(look, 20);
    else resolve(performance.timeOrigin + mark.startTime);
  };
  look();
})`;

/**
 * From the start of the program to an inbox one can work in: as a desktop app, and as a desk with a browser in front.
 * @param folder holds `data/` with the database
 */
export async function launchBench(folder: string): Promise<void> {
  if (!needs('chromium')) {
    report('a browser that is open', await inBrowser(`${folder}/data`));
  }
  if (!needs('xvfb-run') && !lacksElectron()) report('Electron', await inElectron(folder));
}

function report(where: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const words = `median ${sorted[times.length >> 1]?.toFixed(0)}, worst of ${times.length} ${sorted.at(-1)?.toFixed(0)} ms`;
  print(`from launch to a usable inbox, in ${where}`, words, 'budget: 2,000 ms');
}

async function inBrowser(dataDir: string): Promise<number[]> {
  const times: number[] = [];
  const browser = await launchChromium();
  for (let n = 0; n < RUNS; n++) {
    // A context of its own: nothing of the window is in the browser's cache.
    const context = await browser.newContext({ viewport: { width: 1360, height: 820 } });
    const page = await context.newPage();
    await page.goto('about:blank');
    await new Promise((resolve) => setTimeout(resolve, BROWSER_SETTLES_MS));
    const from = Date.now();
    const desk = await Headless.start({ dataDir, modem: 'none' });
    await page.goto(desk.windowUrl);
    times.push((await shownAt(page)) - from);
    await context.close();
    await desk.stop();
  }
  await browser.close();
  return times;
}

async function inElectron(folder: string): Promise<number[]> {
  const runtime = findElectron();
  if (runtime === null) return [];
  const screen = run('xvfb-run', ['-a', 'sh', '-c', 'echo "screen $DISPLAY $XAUTHORITY"; exec sleep 600']);
  const [, display = '', authority = ''] = await screen.printed(/^screen (\S+) (\S+)$/m);
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    const port = await freePort();
    const app = commandFor(runtime, [`--data-dir=${folder}`, '--modem=none', `--remote-debugging-port=${port}`]);
    const env = { ...process.env, ...environmentFor(runtime), DISPLAY: display, XAUTHORITY: authority };
    const from = Date.now();
    const running = run(app.command, app.args, env);
    await running.printed(/DevTools listening/);
    const { browser, page } = await electronWindow(running, port);
    times.push((await shownAt(page)) - from);
    await browser.close();
    await running.stop();
  }
  await screen.stop();
  return times;
}

function shownAt(page: Page): Promise<number> {
  return page.evaluate<number>(SHOWN_AT);
}
