import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SimulatedModem } from '../../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../../modem/simulator/network.ts';
import { SimCard } from '../../../modem/simulator/sim-card.ts';
import type { Store } from '../../../electron/app/store.ts';
import { testDesk, type TestDesk } from '../../support/desk.ts';
import { FakeClock, settle } from '../../support/fake-clock.ts';
import { numberOf } from '../../../electron/shared/ids.ts';

const PORT = '/dev/ttySimulated';
const CUSTOMER = '+491712223344';
/** A Wednesday, ten in the morning. */
const START = new Date(2026, 10, 25, 10).getTime();

/** A disk that fails for a while, at the worst moment for what a modem tells by itself: nobody is there to be told of it. */
describe('a disk that fails while a line tells something', () => {
  const clock = new FakeClock(START);
  let all: TestDesk;
  let network: Network;
  let sim: SimCard;
  let modem: SimulatedModem;
  let delivered: ReceivedText[];
  let isBroken: boolean;
  let isUnidentifiable: boolean;

  beforeEach(async () => {
    isBroken = false;
    isUnidentifiable = false;
    delivered = [];
    all = await testDesk({ clock });
    breaksWith(
      all.store,
      () => isBroken,
      () => isUnidentifiable,
    );
    network = new Network({ clock });
    network.textReceived.on((text) => delivered.push(text));
    sim = new SimCard({});
    modem = new SimulatedModem({ sim, network, clock });
    all.hardware.plug(PORT, modem);
  });
  afterEach(async () => {
    const stopped = all.desk.stop();
    await clock.advance(10_000);
    await stopped;
    await settle();
    await all.close();
  });

  const incoming = () =>
    all.store.messages.list({ after: 0, limit: 9, direction: 'in', state: null, conversation: null });

  test('whose SIM it is: until that is written down nothing is taken in and nothing leaves', async () => {
    await all.desk.start({ paths: [PORT] });
    // A program's text, before anybody knows by which SIM it would go.
    const early = {
      to: CUSTOMER,
      text: 'Early',
      purpose: 'service',
      lineId: all.store.lines.all()[0]?.id ?? 0,
      notBefore: null,
      expiresAt: null,
    } as const;
    expect(all.desk.outbox.enqueue(early).ok).toBe(true);
    isBroken = true;
    await clock.advance(30_000);
    expect(all.desk.lines.views.map(({ since, state }) => [state, since > START])).toEqual([['ready', true]]);
    network.sendText(CUSTOMER, sim.msisdn, 'Hello?');
    await clock.advance(30_000);
    const [line] = all.desk.lines.views;
    expect(all.store.lines.byImsi(sim.imsi)).toBeNull();
    expect(incoming()).toEqual([]);
    // The disk is back, but for this.
    [isBroken, isUnidentifiable] = [false, true];
    await clock.advance(60_000);
    expect(delivered).toEqual([]);
    isUnidentifiable = false;
    await clock.advance(60_000);
    const row = all.store.lines.byImsi(sim.imsi);
    expect(row?.id).toBe(numberOf(line?.id ?? ''));
    expect(incoming().map(({ text, line_id }) => [text, line_id])).toEqual([['Hello?', row?.id]]);
    const wish = {
      to: CUSTOMER,
      text: 'Yes',
      purpose: 'answer',
      lineId: row?.id ?? 0,
      notBefore: null,
      expiresAt: null,
    } as const;
    expect(all.desk.outbox.enqueue(wish).ok).toBe(true);
    await clock.advance(10_000);
    expect(delivered.map(({ text }) => text)).toEqual(['Early', 'Yes']);
  });

  test('that a customer called: it is known when the disk is back', async () => {
    await all.desk.start({ paths: [PORT] });
    await clock.advance(10_000);
    isBroken = true;
    modem.ring(CUSTOMER);
    await clock.advance(60_000);
    isBroken = false;
    await clock.advance(60_000);
    const conversation = all.store.conversations.find(1, CUSTOMER) ?? 0;
    expect(
      all.store.conversationEvents.between(conversation, 0, Number.MAX_SAFE_INTEGER).map(({ kind }) => kind),
    ).toEqual(['call-missed']);
  });

  test('that a PIN was refused: it is not tried once more, whatever was written down of it', async () => {
    sim.pin = '1234';
    sim.unlocked = false;
    await all.desk.start('none');
    const connected = all.desk.lines.connect(PORT, '9999');
    await clock.advance(100);
    await connected;
    isBroken = true;
    await clock.advance(30_000);
    expect(sim.pinTriesLeft).toBe(2);
    modem.reboot(2_000);
    await clock.advance(120_000);
    isBroken = false;
    await clock.advance(60_000);
    modem.reboot(2_000);
    await clock.advance(120_000);
    expect(sim.pinTriesLeft).toBe(2);
    expect(all.store.lines.all()[0]?.pin_refused).toBe(1);
  });
});

function breaksWith(store: Store, isBroken: () => boolean, isUnidentifiable: () => boolean): void {
  const fail = (fails = isBroken()): void => {
    if (fails) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
  };
  const { transaction } = store;
  const { lines } = store;
  const [refusePin, identify] = [lines.refusePin.bind(lines), lines.identify.bind(lines)];
  Object.assign(store.lines, {
    identify: (...given: Parameters<typeof identify>) => {
      fail(isUnidentifiable());
      identify(...given);
    },
    refusePin: (id: number) => {
      fail();
      refusePin(id);
    },
  });
  Object.assign(store, {
    transaction: <T>(work: () => T): T =>
      transaction(() => {
        const done = work();
        fail();
        return done;
      }),
  });
}
