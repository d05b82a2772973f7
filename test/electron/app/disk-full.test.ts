import { expect, test } from 'vitest';
import { dispatcherOf } from '../../../electron/app/dispatcher.ts';
import { RESERVE_BYTES } from '../../../electron/core/disk-space.ts';
import { openSqlite } from '../../../electron/core/db/sqlite.ts';
import { openStore } from '../../../electron/app/store.ts';
import { join } from 'node:path';
import { silent, testDesk } from '../../support/desk.ts';
import { temporaryFolder } from '../../support/headless.ts';
import { SimulatedModem } from '../../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../../modem/simulator/network.ts';
import { SimCard } from '../../../modem/simulator/sim-card.ts';
import { FakeClock, settle } from '../../support/fake-clock.ts';

const PORT = '/dev/ttySimulated';
/** A Wednesday, ten in the morning. */
const START = new Date(2026, 10, 25, 10).getTime();

test('a full disk: nothing new is taken on and nothing leaves, it is said, what comes in is kept, and it goes on with room', async () => {
  let free = 10 * RESERVE_BYTES;
  const clock = new FakeClock(START);
  const all = await testDesk({ clock, freeBytes: () => free });
  const network = new Network({ clock });
  const sim = new SimCard({});
  const delivered: ReceivedText[] = [];
  network.textReceived.on((text) => delivered.push(text));
  all.hardware.plug(PORT, new SimulatedModem({ sim, network, clock }));
  await all.desk.start({ paths: [PORT] });
  await clock.advance(5_000);
  const invoke = dispatcherOf(all.desk, silent);
  const send = async (text: string, undoMs = 0) =>
    (await invoke('messages.send', {
      to: '+491712223344',
      text,
      lineId: null,
      undoMs,
      notBefore: null,
      key: `${text}-0000000`,
    })) as { ok: boolean; error?: { code: string } };
  expect((await send('One')).ok).toBe(true);
  await clock.advance(20_000);
  expect(delivered.map(({ text }) => text)).toEqual(['One']);
  // One that waits when the disk is full.
  expect((await send('Two', 10_000)).ok).toBe(true);
  free = RESERVE_BYTES - 1;
  expect((await send('Three')).error?.code).toBe('disk-full');
  expect(all.desk.state.isDiskFull).toBe(true);
  expect(all.events.some((event) => event.type === 'app.changed' && event.value.isDiskFull)).toBe(true);
  network.sendText('+491712223344', sim.msisdn, 'Hello?');
  await clock.advance(60_000);
  expect(delivered.map(({ text }) => text)).toEqual(['One']);
  expect(all.store.messages.list({ after: 0, limit: 9, direction: 'in', state: null, conversation: null }).length).toBe(
    1,
  );
  free = 10 * RESERVE_BYTES;
  await clock.advance(60_000);
  expect(all.desk.state.isDiskFull).toBe(false);
  expect(delivered.map(({ text }) => text)).toEqual(['One', 'Two']);
  const stopped = all.desk.stop();
  await clock.advance(10_000);
  await stopped;
  await settle();
  await all.close();
});

test('the database itself has no room: what cannot be written is undone as a whole, and what is there stays whole', async () => {
  const folder = temporaryFolder('disk-full');
  const path = join(folder.path, 'counterline.db');
  (await openStore(path)).close();
  const database = await openSqlite(path);
  const pages = database.pragma('page_count', { simple: true }) as number;
  database.pragma(`max_page_count = ${pages + 8}`);
  const insert = database.prepare('INSERT INTO settings (key, value) VALUES (?, ?)');
  let written = 0;
  const fill = database.transaction((n: number) => {
    insert.run(`a${n}`, 'x'.repeat(2_000));
    insert.run(`b${n}`, 'x'.repeat(2_000));
  });
  expect(() => {
    for (; written < 1_000; written++) fill(written);
  }).toThrow(/full/);
  expect(written).toBeGreaterThan(1);
  database.close();
  const store = await openStore(path, { isDoubtful: true });
  for (let n = 0; n < written; n++)
    expect([store.settings.get(`a${n}`), store.settings.get(`b${n}`)]).not.toContain(null);
  expect([store.settings.get(`a${written}`), store.settings.get(`b${written}`)]).toEqual([null, null]);
  store.close();
  folder.remove();
});

test('a full disk that is noticed inside a unit of work is said at once, also where the unit is undone', async () => {
  let free = 10 * RESERVE_BYTES;
  const all = await testDesk({ clock: new FakeClock(START), freeBytes: () => free });
  const said: boolean[] = [];
  all.desk.events.on((event) => {
    if (event.type === 'app.changed') said.push(event.value.isDiskFull);
  });
  free = 0;
  expect(() =>
    all.desk.context.unit(() => {
      if (!all.desk.context.hasRoom()) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    }),
  ).toThrow('full');
  expect(said).toEqual([true]);
  await all.close();
});
