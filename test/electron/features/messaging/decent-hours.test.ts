import { describe, expect, test } from 'vitest';
import { decodePdu } from '../../../../modem/index.ts';
import type { SubmitTpdu } from '../../../../modem/pdu/tpdu.ts';
import type { Purpose } from '../../../../electron/features/messaging/contract.ts';
import { deskLine, deskModem, type DeskLine } from '../../../support/desk-line.ts';
import { settle } from '../../../support/fake-clock.ts';

const HOUR = 3_600_000;
const ANA = '+491712223344';
/** Of the fake clock: 23 November 2026, a Monday, nine in the morning in UTC, the shop's zone here. */
const NINE = Date.UTC(2026, 10, 23, 9);

/** A line on which it is so late already. */
async function lineAt(hour: number, options: Parameters<typeof deskLine>[0] = {}): Promise<DeskLine> {
  return startedAt(hour, await deskLine({ network: { reportDelayMs: null }, ...options }));
}

async function startedAt<L extends DeskLine>(hour: number, line: L): Promise<L> {
  await line.clock.advance((hour - 9) * HOUR);
  await line.start();
  return line;
}

/** So much later; what was held until then is looked at again. */
async function later({ clock, wake }: DeskLine, ms: number): Promise<void> {
  await clock.advance(ms);
  await wake();
  await clock.advance(2_000);
  await settle();
}

/** Of the first text, in hours (TS 23.040, 9.2.3.12.1). */
function validityHours({ store }: DeskLine): number {
  const tpdu = store.parts.ofMessage(1)[0]?.tpdu as Uint8Array;
  const { validity } = decodePdu(`00${Buffer.from(tpdu).toString('hex')}`, 'to-network').tpdu as SubmitTpdu;
  if (validity.format !== 'relative') throw new Error(validity.format);
  const { octet } = validity;
  return octet < 144 ? (octet + 1) / 12 : octet < 168 ? 12 + (octet - 143) / 2 : (octet - 166) * 24;
}

async function sent(line: DeskLine, purpose: Purpose, to = ANA): Promise<string> {
  const message = line.send(to, purpose, { purpose });
  await line.clock.advance(2_000);
  return line.state(message) + (line.reason(message) === null ? '' : ` ${line.reason(message)}`);
}

describe('nothing leaves by itself at night', () => {
  test('but what a person writes, and what has just been asked', async () => {
    const line = await lineAt(21);
    line.wantsOffers(ANA);
    expect(await sent(line, 'service')).toBe('held quiet-hours');
    expect(await sent(line, 'survey')).toBe('held quiet-hours');
    expect(await sent(line, 'offer')).toBe('held quiet-hours');
    // Nobody has written: an automatic answer answers nothing.
    expect(await sent(line, 'auto')).toBe('cancelled quiet-hours');
    expect(await sent(line, 'system')).toBe('sent');
    line.network.sendText(ANA, line.sim.msisdn, 'Are you still open?');
    await line.clock.advance(1_000);
    expect(await sent(line, 'auto')).toBe('sent');
    expect(await sent(line, 'answer')).toBe('sent');
  });

  test('it leaves at nine, and says so', async () => {
    const line = await lineAt(20);
    const message = line.send(ANA, 'reminder', { purpose: 'service' });
    await line.clock.advance(2_000);
    expect(line.store.messages.byId(1)).toMatchObject({
      state: 'held',
      reason: 'quiet-hours',
      not_before: NINE + 24 * HOUR,
    });
    await later(line, 12 * HOUR);
    expect(line.state(message)).toBe('held');
    await later(line, HOUR);
    expect(line.state(message)).toBe('sent');
  });

  test('what was held leaves with a validity of its own day, not of the one before', async () => {
    const line = await lineAt(20);
    const message = line.send(ANA, 'reminder', { purpose: 'service' });
    await line.clock.advance(2_000);
    expect(line.state(message)).toBe('held');
    await later(line, 13.5 * HOUR);
    expect(line.state(message)).toBe('sent');
    // At nine, when texting may begin: until eight in the evening.
    expect(validityHours(line)).toBe(11);
  });

  test('a text of which a part has left goes on into the night: half of one is worth nothing', async () => {
    const line = await startedAt(20 - 1 / 60, await deskModem({ network: { reportDelayMs: null } }));
    const message = line.send(ANA, 'x'.repeat(400), { purpose: 'service' });
    let handed = 0;
    line.network.textReceived.on(() => {
      handed += 1;
    });
    // The network is gone after the first part.
    const parts = line.store.parts;
    await line.clock.advance(0);
    for (let i = 0; i < 200 && parts.ofMessage(1).filter(({ state }) => state === 'sent').length === 0; i++)
      await line.clock.advance(50);
    line.modem.unplug();
    await line.clock.advance(3 * 60_000);
    expect(parts.ofMessage(1).map(({ state }) => state)).toContain('sent');
    line.modem.plug();
    await later(line, 60_000);
    await later(line, 60_000);
    expect([line.state(message), handed]).not.toContain('held');
    expect(line.reason(message)).not.toBe('quiet-hours');
  });

  test('thousands that have to wait keep nobody waiting: the modem and the window are heard in between', async () => {
    const line = await lineAt(21);
    for (let n = 0; n < 200; n++) line.send(`+4917100${String(n).padStart(5, '0')}`, 'x', { purpose: 'service' });
    let heard = 0;
    const listen = (): void => {
      const { held } = line.store.queue.queueCounts();
      if (held > 0 && held < 200) heard += 1;
      if (held < 200) setImmediate(listen);
    };
    setImmediate(listen);
    while (line.store.queue.queueCounts().held < 200) await settle();
    expect(heard).toBeGreaterThan(50);
  });

  test('one held text holds no other up: another customer’s day has begun', async () => {
    const line = await lineAt(21);
    const early = '+12125550123';
    line.store.contacts.update({ ...line.store.contacts.findOrCreate(early, NINE), zone: 'America/New_York' });
    expect(await sent(line, 'service')).toBe('held quiet-hours');
    expect(await sent(line, 'service', early)).toBe('sent'); // four in the afternoon there
  });

  test('a customer far away is asleep while the shop is not', async () => {
    const line = await lineAt(10);
    line.store.contacts.update({ ...line.store.contacts.findOrCreate(ANA, NINE), zone: 'America/Los_Angeles' });
    expect(await sent(line, 'service')).toBe('held quiet-hours');
    expect(line.store.messages.byId(1)?.not_before).toBe(Date.UTC(2026, 10, 23, 17)); // nine there
  });

  test('what is worth nothing in the morning is told as over when its worth is, not sent', async () => {
    const line = await lineAt(21);
    const message = line.send(ANA, 'Your taxi is here', { purpose: 'service', expiresAt: NINE + 14 * HOUR });
    await line.clock.advance(2_000);
    expect(line.state(message)).toBe('held');
    await later(line, 2 * HOUR);
    expect(line.state(message)).toBe('expired');
    expect(line.texts).toEqual([]);
  });

  test('a day table may be stricter: never on Sunday', async () => {
    const day = [{ from: '10:00', to: '18:00' }];
    const textingHours = [[], day, day, day, day, day, day];
    const line = await lineAt(6 * 24 + 9, { settings: { textingHours } }); // Sunday, nine
    expect(await sent(line, 'service')).toBe('held quiet-hours');
    expect(line.store.messages.byId(1)?.not_before).toBe(Date.UTC(2026, 10, 30, 10));
  });

  test('where it is never allowed it waits for the owner, not for ever', async () => {
    const line = await lineAt(10, { settings: { textingHours: Array.from({ length: 7 }, () => []) } });
    expect(await sent(line, 'service')).toBe('held quiet-hours');
    expect(line.store.messages.byId(1)?.not_before).toBeNull();
    expect(line.store.queue.releaseHeld(['quiet-hours'])).toEqual([1]);
  });

  test('the network gives up at closing time rather than deliver at three', async () => {
    const validityOf = async (hour: number, purpose: Purpose): Promise<number> => {
      const line = await lineAt(hour);
      line.wantsOffers(ANA);
      await sent(line, purpose);
      return validityHours(line);
    };
    expect(await validityOf(12, 'service')).toBeCloseTo(8, 0);
    expect(await validityOf(12, 'offer')).toBeCloseTo(8, 0);
    // A phone that is off for a moment still gets it.
    expect(await validityOf(19.9, 'service')).toBeCloseTo(1, 0);
    expect(await validityOf(12, 'answer')).toBe(48);
  });
});

describe('on the shop’s holidays', () => {
  test('nobody is asked or offered anything; what is due is told', async () => {
    const christmas = { name: 'Holiday', from: '2026-11-23', to: '2026-11-23', yearly: false, hours: [] };
    const line = await lineAt(10, { specialDays: [christmas] });
    line.wantsOffers(ANA);
    expect(await sent(line, 'offer')).toBe('held holiday');
    expect(await sent(line, 'survey')).toBe('held holiday');
    expect(await sent(line, 'service')).toBe('sent');
    await later(line, 14 * HOUR); // midnight: a new day, but still night
    expect(line.reason(line.send(ANA, 'x', { purpose: 'answer' }))).toBeNull();
    expect(line.store.messages.byId(1)).toMatchObject({ state: 'held', reason: 'quiet-hours' });
    await later(line, 9 * HOUR);
    expect(line.store.messages.byId(1)?.state).toBe('sent');
  });
});

describe('nobody gets more than is decent', () => {
  test('so many parts a week by itself, whichever rules they come from; then it waits until there is room', async () => {
    const line = await lineAt(9, { settings: { weeklyParts: 3 } });
    line.wantsOffers(ANA);
    expect(await sent(line, 'service')).toBe('sent');
    const long = line.send(ANA, 'x'.repeat(200), { purpose: 'survey' });
    await line.clock.advance(2_000);
    expect(line.state(long)).toBe('sent');
    expect(await sent(line, 'offer')).toBe('held week-full');
    expect(await sent(line, 'auto')).toBe('cancelled week-full');
    // Others, and what a person writes, are not meant.
    expect(await sent(line, 'service', '+491604412907')).toBe('sent');
    expect(await sent(line, 'answer')).toBe('sent');
    // Until the first of them is a week ago: then one part has room again.
    const first = line.store.messages.byId(1)?.sent_at as number;
    expect(line.store.messages.byId(3)?.not_before).toBe(first + 7 * 24 * HOUR);
  });

  test('a text of more parts than a week may bring goes where nothing else did', async () => {
    const line = await lineAt(9, { settings: { weeklyParts: 1 } });
    const long = line.send(ANA, 'x'.repeat(400), { purpose: 'service' });
    await line.clock.advance(2_000);
    expect(line.state(long)).toBe('sent');
    expect(await sent(line, 'service')).toBe('held week-full');
  });

  test('answers by themselves end where two programs answer each other', async () => {
    const line = await lineAt(9);
    for (let n = 0; n < 3; n++) {
      line.network.sendText(ANA, line.sim.msisdn, `We are closed (${n})`);
      await line.clock.advance(1_000);
      expect(await sent(line, 'auto')).toBe('sent');
    }
    expect(await sent(line, 'auto')).toBe('cancelled answered-enough');
    await line.clock.advance(HOUR);
    expect(await sent(line, 'auto')).toBe('sent');
  });

  test('ten answers by itself in a day are enough, however they are spread', async () => {
    const line = await lineAt(9);
    for (let n = 0; n < 10; n++) {
      line.network.sendText(ANA, line.sim.msisdn, `And now? (${n})`);
      await line.clock.advance(1_000);
      expect([n, await sent(line, 'auto')]).toEqual([n, 'sent']);
      await line.clock.advance(HOUR);
    }
    line.network.sendText(ANA, line.sim.msisdn, 'And now?');
    await line.clock.advance(1_000);
    expect(await sent(line, 'auto')).toBe('cancelled answered-enough');
  });

  test('a number that the shop has blocked gets what a person writes, and nothing by itself', async () => {
    const line = await lineAt(9);
    const contact = line.store.contacts.findOrCreate(ANA, NINE);
    line.store.contacts.update({ ...contact, blocked_at: NINE });
    expect(await sent(line, 'service')).toBe('cancelled blocked');
    expect(await sent(line, 'system')).toBe('cancelled blocked');
    expect(await sent(line, 'answer')).toBe('sent');
  });

  test('a text is worth nothing from the very millisecond on at which its time is over', async () => {
    const line = await deskLine();
    const message = line.send(ANA, 'Your taxi is here', { purpose: 'service', expiresAt: NINE + 3_000 });
    await line.start();
    expect(line.clock.now()).toBe(NINE + 3_000);
    expect(line.state(message)).toBe('delivered');
    const late = line.send(ANA, 'Your taxi was here', { purpose: 'service', expiresAt: line.clock.now() });
    await line.clock.advance(1_000);
    expect(line.state(late)).toBe('expired');
  });

  test('nothing automatic breaks into a talk', async () => {
    const line = await lineAt(9);
    line.wantsOffers(ANA);
    expect(await sent(line, 'answer')).toBe('sent');
    expect(await sent(line, 'auto')).toBe('cancelled talking');
    expect(await sent(line, 'offer')).toBe('held talking');
    expect(await sent(line, 'service')).toBe('sent');
    await later(line, 15 * 60_000);
    expect(line.store.messages.byId(3)?.state).toBe('sent');
  });
});

describe('what a customer agreed to', () => {
  const ledger = (
    line: DeskLine,
    purpose: 'all' | 'service' | 'survey' | 'offer',
    state: 'granted' | 'withdrawn',
  ): void =>
    line.store.consent.add({
      number: ANA,
      purpose,
      state,
      source: 'counter',
      wording: '-',
      message_id: null,
      author: null,
      at: line.clock.now(),
    });

  test('offers need a yes; it is gone with the next no, and START alone does not bring it back', async () => {
    const line = await lineAt(9);
    expect(await sent(line, 'offer')).toBe('cancelled not-wanted');
    ledger(line, 'offer', 'granted');
    expect(await sent(line, 'offer')).toBe('sent');
    ledger(line, 'all', 'withdrawn');
    ledger(line, 'all', 'granted');
    expect(await sent(line, 'offer')).toBe('cancelled not-wanted');
    expect(await sent(line, 'service')).toBe('sent');
  });

  test('“only reminders, please”: surveys do not leave, reminders do; START brings surveys back', async () => {
    const line = await lineAt(9);
    ledger(line, 'survey', 'withdrawn');
    expect(await sent(line, 'survey')).toBe('cancelled not-wanted');
    expect(await sent(line, 'service')).toBe('sent');
    ledger(line, 'all', 'granted');
    expect(await sent(line, 'survey')).toBe('sent');
  });
});
