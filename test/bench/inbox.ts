import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { consentRequestIn } from '../../electron/features/consent/words.ts';
import { ShopCalendar } from '../../electron/features/opening-hours/shop-calendar.ts';
import { gate } from '../../electron/features/messaging/gate.ts';
import { gateFactsOf } from '../../electron/features/messaging/gate-facts.ts';
import { dispatcherOf } from '../../electron/app/dispatcher.ts';
import { deskOf } from '../../electron/app/desk.ts';
import type { Outputs, Input, Method } from '../../electron/app/contract.ts';
import type { Result } from '../../electron/shared/result.ts';
import { INITIAL_SETTINGS } from '../../electron/features/settings/table.ts';
import type { MessageRow } from '../../electron/features/messaging/repository.ts';
import { openStore } from '../../electron/app/store.ts';
import { systemClock } from '../../modem/clock.ts';
import { deskOptions, silent } from '../support/desk.ts';
import { Headless, temporaryFolder } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { seed, type SeedSize } from '../support/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { answersBench } from './answers.ts';
import { percentile, print } from './figures.ts';
import { launchBench } from './launch.ts';

const SIZE: SeedSize = { conversations: 50_000, messages: 1_000_000 };
const RUNS = 200;
/** Run in the page: clicks rows one after the other, each until the frame in which its thread stands there. */
const CLICK_ROWS = `(async () => {
  const times = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  for (let i = 0; i < 200; i++) {
    const rows = [...document.querySelectorAll('[role=option]')].slice(0, 10);
    const row = rows[i % rows.length];
    const name = row.querySelector('.name').textContent.trim();
    const start = performance.now();
    row.click();
    let at = await frame();
    while (document.querySelector('main h1')?.textContent.trim() !== name || document.querySelector('main article') === null)
      at = await frame();
    times.push(at - start);
  }
  return times;
})()`;
/** Run in the page: remembers its longest frame. */
const WATCH_FRAMES = `
  globalThis.longest = 0;
  globalThis.watched = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) longest = Math.max(longest, duration);
  });
  watched.observe({ entryTypes: ['long-animation-frame'] });
`;

function summary(times: readonly number[], unit = 'ms'): string {
  return `median ${percentile(times, 0.5).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)} ${unit}`;
}

/** The inbox of a shop of many years: what the back end takes, and what the window takes in a real Chromium. */
export async function inboxBench(): Promise<void> {
  const folder = temporaryFolder('bench-inbox');
  const dataDir = join(folder.path, 'data');
  mkdirSync(dataDir);
  const path = join(dataDir, 'counterline.db');
  const started = performance.now();
  await seed(path, SIZE, Date.now());
  const size = `${(statSync(path).size / 1e6).toFixed(0)} MB`;
  print(
    `seeded: ${SIZE.messages.toLocaleString('en')} texts, ${SIZE.conversations.toLocaleString('en')} conversations`,
    size,
    `${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  const copy = join(folder.path, 'copy.db');
  copyFileSync(path, copy);
  await backEnd(copy);
  await launchBench(folder.path);
  if (!needs('chromium')) await window_(dataDir);
  folder.remove();
}

async function backEnd(path: string): Promise<void> {
  const store = await openStore(path);
  const desk = deskOf(deskOptions({ store, clock: systemClock }));
  const dispatch = dispatcherOf(desk, silent);
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> => {
    const result = (await dispatch(method, input)) as Result<Outputs[M]>;
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const timed = async (count: number, run: (i: number) => Promise<unknown>): Promise<number[]> => {
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const from = performance.now();
      await run(i);
      times.push(performance.now() - from);
    }
    return times;
  };
  const list = (
    view: Input<'conversations.list'>['view'],
    order: 'newest' | 'longest' = 'newest',
    tagId: string | null = null,
  ) => ask('conversations.list', { view, order, tagId, assigneeId: null, after: null, limit: 100 });
  const pages = [
    ...(await timed(RUNS / 4, () => list('open'))),
    ...(await timed(RUNS / 4, () => list('open', 'longest'))),
    ...(await timed(RUNS / 4, () => list('waiting'))),
    ...(await timed(RUNS / 4, () => list('all'))),
  ];
  print('back end: first page of a view', summary(pages), 'budget: 20 ms p95');
  print(
    'back end: first page of a tag',
    summary(await timed(RUNS / 4, () => list('open', 'newest', 'tag_1'))),
    'budget: 20 ms p95',
  );
  const opened = await timed(RUNS, async (i) => {
    const id = `conversation_${1 + ((i * 7_919) % SIZE.conversations)}`;
    await ask('conversations.messages', { id, range: { from: 'unread' }, limit: 60 });
    await ask('contacts.get', { conversationId: id });
    await ask('tasks.ofConversation', { conversationId: id });
  });
  print('back end: open a conversation', summary(opened), 'budget: 20 ms p95');
  const words = [
    'saddle',
    'müller',
    'strasse',
    'bike ready',
    'zzzzzz',
    'thursday painter cable',
    '0171 0000',
    '"blue bike"',
    'ana',
    'an',
    'brake tag:repair',
    'hello is:open',
    'from:fuchs chain',
    'from:zzzzq hello',
    'is:failed hello',
    'is:unread hello',
    'has:note hello',
    'hello before:2024-06-01',
    'hello öö',
    'zz',
    'has:note',
  ];
  for (const word of words) {
    const times = await timed(20, () => ask('search.find', { query: word, limit: 60 }));
    print(`back end: search ${word}`, summary(times), 'budget: 50 ms p95');
  }
  print('back end: all counts', summary(await timed(RUNS / 4, () => ask('app.counts', {}))));
  store.transaction(() => {
    for (let n = 0; n < 100_000; n++) store.optOuts.add(`+4917${String(10_000_000 + 3 * n)}`, n, 1);
  });
  const queued = store.messages.byId(1) as MessageRow;
  const context = {
    store,
    clock: systemClock,
    settings: () => INITIAL_SETTINGS,
    calendar: new ShopCalendar({
      zone: () => 'Europe/Berlin',
      open: () => INITIAL_SETTINGS.hours,
      texting: () => INITIAL_SETTINGS.textingHours,
      specialDays: () => [],
    }),
  };
  const decided = await timed(5_000, (i) => {
    const conversation = 1 + ((i * 7_919) % SIZE.conversations);
    const { number } = store.conversations.byId(conversation) as { number: string };
    const message = { ...queued, conversation_id: conversation, number };
    gate(gateFactsOf(context, message, 1, () => null));
    return Promise.resolve();
  });
  print('gate: one decision, 100,000 opt-outs', summary(decided), 'budget: 1 ms');
  const understood = await timed(2_000, (i) => {
    consentRequestIn(
      `Is bike number ${i} ready, and could you stop by at five on Thursday? ${'Please let me know. '.repeat(6)}`,
    );
    return Promise.resolve();
  });
  print('consent: one text understood', summary(understood), '');
  answersBench();
  store.close();
}

async function window_(dataDir: string): Promise<void> {
  const desk = await Headless.start({ dataDir, modem: 'none' });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
  await page.goto(desk.windowUrl);
  await page.locator('[role=option]').nth(8).waitFor();

  // Measured in the page: from the click to the frame in which the thread stands there.
  const clicks = await page.evaluate<number[]>(CLICK_ROWS);
  print('window: click to thread painted', summary(clicks), 'budget: 100 ms p95');

  await page.getByRole('textbox', { name: 'Your text' }).click();
  const typing = await longestFrames(page, () =>
    page.keyboard.type('The bike is ready, come by when you like. '.repeat(4)),
  );
  print('window: longest frame while typing', frameWords(typing), 'budget: 50 ms');
  const scrolling = await longestFrames(page, async () => {
    await page.locator('[role=listbox]').hover();
    // A hard turn of the wheel: 300 px a frame, 290 rows a second.
    for (let i = 0; i < 240; i++) {
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(16);
    }
    await page.waitForTimeout(500);
  });
  print('window: longest frame while scrolling the list', frameWords(scrolling), 'budget: 50 ms');
  const other = await browser.newPage();
  await other.goto(desk.windowUrl);
  await other.locator('[role=option]').first().waitFor();
  await page.reload();
  await page.mouse.move(700, 300);
  await page.locator('[role=option]').first().waitFor();
  await page.locator('[role=option]').first().click();
  await other.locator('[role=option]').first().click();
  await other.locator('article').first().waitFor();
  const inStep: number[] = [];
  for (let n = 0; n < 20; n++) {
    await page.locator('article').first().waitFor();
    await page.keyboard.press('Alt+m');
    await page.keyboard.type(`note ${n} of the bench`);
    const since = performance.now();
    await page.keyboard.press('Enter');
    await other.getByText(`note ${n} of the bench`).waitFor();
    inStep.push(performance.now() - since);
  }
  print('window: a note stands in the other window', summary(inStep), 'budget: 1,000 ms');
  await browser.close();
  const memory = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${desk.process.pid}/status`, 'utf8'))?.[1];
  print('back end: resident memory', `${(Number(memory) / 1024).toFixed(0)} MB`, 'budget: 200 MB');
  await desk.stop();
}

/** The browser tells of frames over 50 ms only. */
function frameWords(longestMs: number): string {
  return longestMs === 0 ? 'under 50 ms' : `${longestMs.toFixed(0)} ms`;
}

/** The longest time the page's main thread was busy without a pause while something went on. */
async function longestFrames(page: Page, during: () => Promise<unknown>): Promise<number> {
  await page.evaluate(WATCH_FRAMES);
  await during();
  return page.evaluate<number>('watched.disconnect(), longest');
}
