import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SimulatedModem } from '../../../../modem/simulator/modem.ts';
import { Network } from '../../../../modem/simulator/network.ts';
import { SimCard } from '../../../../modem/simulator/sim-card.ts';
import { testDesk, type TestDesk } from '../../../support/desk.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { MORNING } from '../../../support/inbox-desk.ts';
import { numberOf } from '../../../../electron/shared/ids.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = '+491712223344';
const TOM = '+491604412907';

describe('what came due while the computer slept', () => {
  let all: TestDesk;
  let clock: FakeClock;
  const said: string[] = [];

  beforeEach(async () => {
    said.length = 0;
    clock = new FakeClock(MORNING);
    all = await testDesk({ clock });
    const network = new Network({ clock });
    network.textReceived.on(({ text }) => said.push(text));
    all.hardware.plug(
      '/dev/ttyA',
      new SimulatedModem({ sim: new SimCard({ imsi: '262011234567890' }), network, clock }),
    );
    const started = all.desk.start({ paths: ['/dev/ttyA'] });
    await clock.advance(5_000);
    await started;
  });
  afterEach(async () => {
    const stopped = all.desk.stop();
    await clock.advance(10_000);
    await stopped;
    await all.close();
  });

  function later(to: string, text: string, expiresAt: number | null = null): number {
    const notBefore = clock.now() + HOUR;
    const sent = all.desk.messages.send({ to, text, purpose: 'answer', notBefore, expiresAt, line: null }, null);
    if (!sent.ok) throw new Error(sent.error.code);
    return numberOf(sent.value.id);
  }
  async function sleep(ms: number): Promise<void> {
    clock.sleep(ms);
    all.desk.onSystemResume();
    await clock.advance(5_000);
  }
  const state = (id: number): string | undefined => all.store.messages.byId(id)?.state;

  test('waits for a person, and the line works on', async () => {
    const [ready, dropped, anew] = [later(ANA, 'Your bike is ready'), later(TOM, 'Come by'), later(TOM, 'Until five')];
    await sleep(3 * HOUR);
    expect(said).toEqual([]);
    expect(all.desk.messages.cameDue().map(({ message }) => message.text)).toEqual([
      'Your bike is ready',
      'Come by',
      'Until five',
    ]);
    expect(all.desk.counts.cameDue).toBe(3);
    all.desk.outbox.release([ready, 99]);
    all.desk.outbox.cancel(dropped);
    all.desk.outbox.reschedule(anew, 'Until six', clock.now() + 5_000);
    await clock.advance(2 * MINUTE);
    expect(said).toEqual(['Your bike is ready', 'Until six']);
    expect(state(dropped)).toBe('cancelled');
    expect(all.desk.messages.cameDue()).toEqual([]);
  });

  test('a short nap holds nothing back', async () => {
    later(ANA, 'Your bike is ready');
    await sleep(HOUR + 20 * MINUTE);
    await clock.advance(2 * MINUTE);
    expect(said).toEqual(['Your bike is ready']);
  });

  test('what nobody looked at in time is worth nothing any more', async () => {
    const id = later(ANA, 'Today only', clock.now() + 4 * HOUR);
    await sleep(3 * HOUR);
    expect(state(id)).toBe('held');
    await clock.advance(70 * MINUTE);
    expect(state(id)).toBe('expired');
    expect(said).toEqual([]);
  });

  test('a STOP takes it back, though a person wrote it', async () => {
    const id = later(ANA, 'Your bike is ready');
    await sleep(3 * HOUR);
    all.store.queue.cancelAutomatic(ANA, 'opted-out');
    expect(state(id)).toBe('cancelled');
  });
});
