import { describe, expect, test } from 'vitest';
import { badWire, seeded, type Damage } from '../../support/bad-wire.ts';
import { deskLine } from '../../support/desk-line.ts';

const LONG = 'A long text of two parts that somebody at the counter wrote: '.repeat(4);
const IN = ['short', `received ${LONG}`];

/** A desk that sends a long text and reads a short and a long one, over a wire that misbehaves from when it is ready. */
async function scenario(damage: Damage, afterMs = 0) {
  let isLive = false;
  const all = await deskLine({
    wire: (modem) => badWire(modem, (octets, direction) => (isLive ? damage(octets, direction) : octets)),
  });
  await all.start();
  isLive = true;
  const sent = all.send('+491712223344', LONG);
  for (const text of IN) all.network.sendText('+491719999999', all.sim.msisdn, text);
  await all.clock.advance(afterMs);
  return { ...all, sent };
}
type Scenario = Awaited<ReturnType<typeof scenario>>;

async function settleDown({ clock, wake }: Scenario): Promise<void> {
  for (let i = 0; i < 12; i++) {
    await clock.advance(30_000);
    await wake();
  }
}

/** Nothing lost, nothing doubled, uncertain only where the modem had the PDU, and the line works again. */
function books({ network, incoming, store, state, sent, line, sim }: Scenario) {
  const content = network.submitted.map(({ tpdu }) => Buffer.from(tpdu.userData.octets).toString('hex'));
  const parts = store.parts.ofMessage(Number(sent.id.slice(1)));
  return {
    doubled: content.length - new Set(content).size,
    missing: parts.filter((part) => part.state === 'sent' || part.state === 'delivered').length > content.length,
    state: state(sent),
    received: incoming()
      .map(({ text }) => text)
      .toSorted((a, b) => a.length - b.length),
    line: line.state.name,
    slots: sim.slots.filter((slot) => slot !== null).length,
  };
}

/** The stick is pulled when so many octets have passed; how many the send and the reads take where it is not. */
async function pullAt(octet: number): Promise<{ passed: number; all: Scenario }> {
  let passed = 0;
  let pull = (): void => {};
  const all = await scenario((octets) => {
    const before = passed;
    passed += octets.length;
    if (before >= octet || passed < octet) return octets;
    queueMicrotask(() => pull());
    return octets.subarray(0, octet - before);
  });
  pull = () => {
    all.modem.unplug();
    all.clock.after(5_000, () => all.modem.plug());
  };
  await all.clock.advance(10_000);
  const total = passed;
  await settleDown(all);
  return { passed: total, all };
}

describe('the device disappears', () => {
  test(
    'at every octet of a send and of a read: the books agree, and the line is ready again',
    { timeout: 300_000 },
    async () => {
      const { passed: total, all } = await pullAt(Infinity);
      expect(books(all)).toEqual({
        doubled: 0,
        missing: false,
        state: 'delivered',
        received: IN,
        line: 'ready',
        slots: 0,
      });
      let uncertain = 0;
      for (let octet = 1; octet <= total; octet += 1) {
        const { all: pulled } = await pullAt(octet);
        const { state, ...rest } = books(pulled);
        expect({ octet, ...rest }).toEqual({
          octet,
          doubled: 0,
          missing: false,
          received: IN,
          line: 'ready',
          slots: 0,
        });
        expect(['delivered', 'sent', 'uncertain'], `octet ${octet}`).toContain(state);
        uncertain += state === 'uncertain' ? 1 : 0;
        pulled.store.close();
      }
      process.stdout.write(`pulled at ${total} octets: 0 lost, 0 doubled, ${uncertain} uncertain\n`);
    },
  );
});

describe('[L7] a bad cable', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'loses octets and adds some (seed %i): nothing is lost or doubled',
    async (seed) => {
      const random = seeded(seed);
      let faults = 12;
      const all = await scenario((octets) => {
        const out: number[] = [];
        for (const octet of octets) {
          if (faults > 0 && random() < 0.01) {
            faults -= 1;
            if (random() < 0.5) continue; // lost
            out.push(Math.floor(random() * 256)); // one too many
          }
          out.push(octet);
        }
        return Uint8Array.from(out);
      });
      await settleDown(all);
      const { state, received, ...rest } = books(all);
      expect(rest).toEqual({ doubled: 0, missing: false, line: 'ready', slots: 0 });
      expect(['sent', 'delivered', 'uncertain', 'failed']).toContain(state);
      expect(received).toEqual(IN);
      all.store.close();
    },
  );
});
