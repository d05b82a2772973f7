import { afterEach, beforeEach, expect, test } from 'vitest';
import { SimulatedModem } from '../../../../modem/simulator/modem.ts';
import { Network } from '../../../../modem/simulator/network.ts';
import { SimCard } from '../../../../modem/simulator/sim-card.ts';
import type { Mail, MailProblem, MailSettings } from '../../../../electron/shared/mail.ts';
import { testDesk, type TestDesk } from '../../../support/desk.ts';
import { FakeClock, settle } from '../../../support/fake-clock.ts';
import { MORNING } from '../../../support/inbox-desk.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PORT = '/dev/ttySimulated';
const SETTINGS: MailSettings = {
  host: 'mail.example',
  port: 465,
  security: 'tls',
  user: 'shop',
  from: 'shop@example.org',
  to: 'owner@example.org',
  about: ['waiting', 'line', 'backup', 'week'],
};
let all: TestDesk;
let clock: FakeClock;
let mails: (Mail & { readonly password: string | null })[];
let problem: MailProblem | null;
let modem: SimulatedModem;
const sim = (): SimCard => new SimCard({ imsi: '262011234567890' });

beforeEach(async () => {
  clock = new FakeClock(MORNING);
  mails = [];
  problem = null;
  all = await testDesk({
    clock,
    mailPost: {
      send(_settings, password, mail) {
        if (problem === null) mails.push({ ...mail, password });
        return Promise.resolve(problem);
      },
    },
  });
  const network = new Network({ clock });
  modem = new SimulatedModem({ sim: sim(), network, clock });
  all.hardware.plug(PORT, modem);
  await all.desk.start({ paths: [PORT] });
  await clock.advance(MINUTE);
  all.desk.setSettings({ language: 'en' });
  expect(all.desk.notices.set(SETTINGS, 'secret').ok).toBe(true);
});
afterEach(async () => {
  const stopped = all.desk.stop();
  await clock.advance(10_000);
  await stopped;
  await all.close();
});

test('a customer who waits too long, without their name and words', async () => {
  customerWrites('Is my bike ready?');
  await clock.advance(20 * MINUTE);
  expect(mails).toEqual([]);
  await clock.advance(15 * MINUTE);
  expect(mails.map(({ subject }) => subject)).toEqual(['My shop: A customer is waiting for a reply']);
  expect(mails[0]?.password).toBe('secret');
  expect(JSON.stringify(mails)).not.toMatch(/bike|1712223344/);
  // Once for each waiting.
  await clock.advance(60 * MINUTE);
  expect(mails.length).toBe(1);
});

/** What came in, as the desk keeps it. */
function customerWrites(text: string): void {
  const line = all.store.lines.lastUsed()?.id ?? 1;
  const number = '+491712223344';
  const id = all.store.conversations.findOrCreate(line, number, 'phone', clock.now());
  const message = all.store.messages.insertIncoming({
    conversationId: id,
    lineId: line,
    number,
    text,
    reason: null,
    encoding: 'gsm7',
    partCount: 1,
    receivedAt: clock.now(),
  });
  all.store.conversations.noteIncoming(id, message, clock.now(), true);
  all.desk.setSettings({}); // the alarm is set anew, as it is when a text comes
}

test('a line that is away for long, and that it is back', async () => {
  modem.unplug();
  await clock.advance(10 * MINUTE);
  expect(mails).toEqual([]);
  await clock.advance(10 * MINUTE);
  expect(mails.map(({ subject }) => subject)).toEqual(['My shop: Your line is down']);
  expect(mails[0]?.text).toContain('Plug it back in');
  await clock.advance(60 * MINUTE);
  expect(mails.length).toBe(1);
  all.hardware.unplug(PORT);
  all.hardware.plug(PORT, new SimulatedModem({ sim: sim(), network: new Network({ clock }), clock }));
  await clock.advance(5 * MINUTE);
  expect(mails.map(({ subject }) => subject)).toEqual(['My shop: Your line is down', 'My shop: Your line is back']);
});

test('a line that is soon back is nobody’s news', async () => {
  modem.unplug();
  await clock.advance(5 * MINUTE);
  all.hardware.unplug(PORT);
  all.hardware.plug(PORT, new SimulatedModem({ sim: sim(), network: new Network({ clock }), clock }));
  await clock.advance(60 * MINUTE);
  expect(mails).toEqual([]);
});

test('the week, on Monday; again and again until the server has it, then no more', async () => {
  customerWrites('Is my bike ready?');
  all.desk.notices.set({ ...SETTINGS, about: ['week'] }, null);
  problem = 'unreachable';
  // From Tuesday to Monday, seven in the morning.
  await clock.advance(5 * DAY + 21 * 60 * MINUTE + 2 * MINUTE);
  expect(all.desk.notices.view.notices[0]).toMatchObject({ about: 'week', state: 'waiting', problem: 'unreachable' });
  problem = null;
  await clock.advance(10 * MINUTE);
  expect(mails.length).toBe(1);
  expect(mails[0]?.text).toMatch(/Messages received: 1 \(previous week: 0\)/);
  expect(all.desk.notices.view.notices[0]).toMatchObject({ state: 'sent', problem: null });
  await clock.advance(60 * MINUTE);
  expect(mails.length).toBe(1);
}, 60_000);

test('nobody is written to without a server, nor about what was not ticked; a test says what is wrong', async () => {
  all.desk.notices.set({ ...SETTINGS, about: ['week'] }, null);
  modem.unplug();
  await clock.advance(60 * MINUTE);
  expect(mails).toEqual([]);
  problem = 'login';
  const tested = await all.desk.notices.test();
  expect(tested.ok && tested.value.notices[0]).toMatchObject({ about: 'test', state: 'failed', problem: 'login' });
  all.desk.notices.set({ ...SETTINGS, host: '' }, '');
  expect((await all.desk.notices.test()).ok).toBe(false);
  expect(all.desk.notices.view.hasPassword).toBe(false);
  expect(all.desk.notices.set({ ...SETTINGS, to: '' }, null)).toMatchObject({ error: { code: 'bad-input' } });
  await settle();
});

test('a backup that could not be made, once', () => {
  all.desk.notices.backup({ at: clock.now(), message: 'The folder is full.' });
  all.desk.notices.backup({ at: clock.now(), message: 'The folder is full.' });
  all.desk.notices.backup(null);
  expect(all.store.mailNotices.newest(5).map(({ about, body }) => [about, body])).toEqual([
    ['backup', 'The last backup failed. The folder is full.'],
  ]);
});

test('the password goes to no other server, and to none in clear, unless it is entered again (security 16)', () => {
  const { notices } = all.desk;
  for (const other of [{ host: 'evil.example' }, { port: 2_525 }, { user: 'other' }, { security: 'none' as const }])
    expect(notices.set({ ...SETTINGS, ...other }, null)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  expect(notices.view.settings).toEqual(SETTINGS);
  expect(notices.set({ ...SETTINGS, to: 'other@example.org' }, null).ok).toBe(true);
  expect(notices.set({ ...SETTINGS, host: 'new.example' }, 'secret').ok).toBe(true);
  expect(notices.set({ ...SETTINGS, host: '' }, null).ok).toBe(true);
});
