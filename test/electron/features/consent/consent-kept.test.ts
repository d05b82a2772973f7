import { appendFileSync, copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressOf } from '../../../../modem/pdu/address.ts';
import { planContents, planSegments } from '../../../../modem/pdu/segmentation.ts';
import { encodeDeliver, toPdu } from '../../../../modem/pdu/tpdu.ts';
import { SimulatedModem } from '../../../../modem/simulator/modem.ts';
import { Network } from '../../../../modem/simulator/network.ts';
import { SimCard } from '../../../../modem/simulator/sim-card.ts';
import { fileOptOutList } from '../../../../electron/opt-out-list.ts';
import { testDesk, type TestDesk } from '../../../support/desk.ts';

const ANA = '+491712223344';
const HOUR = 3_600_000;

let all: TestDesk;
let modem: SimulatedModem;
let network: Network;
const sim = new SimCard({ imsi: '262011111111111' });

beforeEach(async () => {
  all = await testDesk();
  network = new Network({ clock: all.clock });
  modem = new SimulatedModem({ sim, network, clock: all.clock });
  all.hardware.plug('/dev/ttyA', modem);
  await open();
});
afterEach(async () => {
  await shut();
  await all.close();
});

async function open(): Promise<void> {
  const started = all.desk.start({ paths: ['/dev/ttyA'] });
  await all.clock.advance(5_000);
  await started;
}
async function shut(): Promise<void> {
  const stopped = all.desk.stop();
  await all.clock.advance(10_000);
  await stopped;
}
async function says(text: string, from = ANA): Promise<void> {
  network.sendText(from, sim.msisdn, text);
  await all.clock.advance(3_000);
}
/** In place of the database stands the one of before: as from a backup. */
async function restore(backup: string): Promise<void> {
  await shut();
  all.store.close();
  for (const suffix of ['', '-wal', '-shm']) {
    rmSync(all.path + suffix, { force: true });
    if (existsSync(backup + suffix)) copyFileSync(backup + suffix, all.path + suffix);
  }
  all = await all.reopen();
  await open();
}
function backUp(): string {
  const backup = `${all.path}.backup`;
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(all.path + suffix)) copyFileSync(all.path + suffix, backup + suffix);
  return backup;
}
const isOut = (number = ANA): boolean => all.desk.messages.checkNumber(number).optedOut;

test('a STOP outlives the backup that is older than it, and what waited there does not leave', async () => {
  await says('Hello');
  const later = all.clock.now() + 2 * HOUR;
  all.desk.messages.send(
    { to: ANA, text: 'Your bike is ready', purpose: 'service', notBefore: later, expiresAt: null, line: null },
    null,
  );
  const backup = backUp();
  await says('STOP');
  expect(isOut()).toBe(true);
  await restore(backup);
  expect(isOut()).toBe(true);
  // In whichever spelling.
  expect(isOut('0171 / 222 33 44')).toBe(true);
  expect(all.store.messages.byId(2)).toMatchObject({ state: 'cancelled', reason: 'opted-out' });
  const ledger = all.desk.consent.get('conversation_1');
  expect(ledger.ok && ledger.value.entries[0]).toMatchObject({ state: 'withdrawn', source: 'import' });
  // Started once more, nothing is added.
  await shut();
  all = await all.reopen();
  await open();
  const again = all.desk.consent.get('conversation_1');
  expect(again.ok && again.value.entries).toHaveLength(1);
});

test('a START that is newer than the backup is not undone by it; a STOP that is newer than the list’s START stands', async () => {
  await says('STOP');
  const backup = backUp();
  await says('START');
  expect(isOut()).toBe(false);
  await restore(backup);
  expect(isOut()).toBe(false);
  await says('STOP');
  await restore(backUp());
  expect(isOut()).toBe(true);
});

test('a list that is gone or was cut off is made whole from the data', async () => {
  await says('STOP');
  const path = join(dirname(all.path), 'opt-outs.jsonl');
  rmSync(path);
  await shut();
  all = await all.reopen();
  await open();
  expect(fileOptOutList(dirname(all.path)).entries()).toMatchObject([{ number: ANA, state: 'out' }]);
  appendFileSync(path, '{"number":"+4917'); // the computer lost its power here
  await says('stop please', '+491604412907');
  expect(
    fileOptOutList(dirname(all.path))
      .entries()
      .map(({ number }) => number),
  ).toEqual([ANA, '+491604412907']);
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(4);
});

test('a STOP stays with its number when two customers are made one, and when they are parted', async () => {
  await says('STOP');
  await says('Hello', '+491604412907');
  const merged = all.desk.contacts.merge('conversation_2', 'conversation_1');
  expect(merged.ok).toBe(true);
  expect([isOut(), isOut('+491604412907')]).toEqual([true, false]);
  if (merged.ok) all.desk.contacts.unmerge(merged.value.mergeId);
  expect([isOut(), isOut('+491604412907')]).toEqual([true, false]);
});

test('a STOP that came while the program was killed is obeyed by the next start', async () => {
  const [content] = planContents(planSegments('STOP'), 1);
  const deliver = encodeDeliver({
    originator: addressOf(ANA),
    content: content as NonNullable<typeof content>,
    serviceCentreTimeUtcMs: all.clock.now(),
  });
  // On disk and handled, but nobody was told of it any more: no list.
  const line = all.store.lines.lastUsed();
  all.store.received.insert(line?.id as number, 'key', toPdu(deliver, '+491710760000'), {
    at: all.clock.now(),
    serviceTime: null,
    sequence: null,
    place: null,
  });
  await shut();
  all = await all.reopen();
  await open();
  expect(isOut()).toBe(true);
  expect(fileOptOutList(dirname(all.path)).entries()).toMatchObject([{ number: ANA, state: 'out' }]);
});
