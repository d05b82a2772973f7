import { describe, expect, test } from 'vitest';
import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import { badWire, seeded, type Damage } from '../../support/bad-wire.ts';
import { deskModem } from '../../support/desk-line.ts';
import { numberOf } from '../../../electron/shared/ids.ts';

const LONG = 'A long text of two parts that somebody at the counter wrote: '.repeat(4);
const IN = ['short', `received ${LONG}`];

/** A desk over a wire that misbehaves while a round is played on it. */
async function desk() {
  let damage: Damage = (octets) => octets;
  const all = await deskModem({ wire: (modem) => badWire(modem, (octets, direction) => damage(octets, direction)) });
  await all.start();
  let rounds = 0;
  /** The desk sends a long text and reads a short and a long one. @returns what became of them */
  const play = async (done: Damage, meanwhile: () => Promise<void> = async () => {}): Promise<Books> => {
    damage = done;
    const customer = `+4917122${100_000 + rounds++}`;
    all.network.submitted.length = 0;
    const sent = all.send(customer, LONG);
    for (const text of IN) all.network.sendText(customer, all.sim.msisdn, text);
    await meanwhile();
    const round = { sent, customer };
    await settleDown(all, round);
    return booksOf(all, round);
  };
  return { ...all, play };
}
type Desk = Awaited<ReturnType<typeof deskModem>>;

interface Round {
  readonly sent: MessageDto;
  readonly customer: string;
}

/** Time passes until nothing is under way any more, and then once more: what is done twice is done soon after the first time. */
async function settleDown(all: Desk, round: Round): Promise<void> {
  for (let i = 0, quiet = 0; i < 12 && quiet < 2; i++) {
    await all.clock.advance(30_000);
    await all.wake();
    quiet = isQuiet(all, round) ? quiet + 1 : 0;
  }
}

function isQuiet({ state, line, sim, network, store }: Desk, { sent, customer }: Round): boolean {
  const isDecided = !['queued', 'scheduled', 'held', 'sending'].includes(state(sent));
  const isRead = receivedFrom(store, customer).length === IN.length && sim.slots.every((slot) => slot === null);
  return isDecided && isRead && line().state.name === 'ready' && network.waitingFor(sim.msisdn) === 0;
}

function receivedFrom(store: Desk['store'], customer: string): readonly string[] {
  const conversation = store.conversations.find(1, customer);
  return store.messages
    .list({ after: 0, limit: 100, direction: 'in', state: null, conversation })
    .map(({ text }) => text)
    .toSorted((a, b) => a.length - b.length);
}

type Books = ReturnType<typeof booksOf>;

/** Nothing lost, nothing doubled, uncertain only where the modem had the PDU, and the line works again. */
function booksOf({ network, store, state, line, sim }: Desk, { sent, customer }: Round) {
  const content = network.submitted.map(({ tpdu }) => Buffer.from(tpdu.userData.octets).toString('hex'));
  const parts = store.parts.ofMessage(numberOf(sent.id));
  return {
    doubled: content.length - new Set(content).size,
    missing: parts.filter((part) => part.state === 'sent' || part.state === 'delivered').length > content.length,
    state: state(sent),
    received: receivedFrom(store, customer),
    line: line().state.name,
    slots: sim.slots.filter((slot) => slot !== null).length,
  };
}

describe('the device disappears', () => {
  test(
    'at every octet of a send and of a read: the books agree, and the line is ready again',
    { timeout: 300_000 },
    async () => {
      const all = await desk();
      let passed = 0;
      /** The stick is pulled when so many octets have passed, and is back after five seconds. */
      const pullAt = (octet: number): Promise<Books> => {
        passed = 0;
        return all.play(
          (octets) => {
            const before = passed;
            passed += octets.length;
            if (before >= octet || passed < octet) return octets;
            queueMicrotask(() => {
              all.modem.unplug();
              all.clock.after(5_000, () => all.modem.plug());
            });
            return octets.subarray(0, octet - before);
          },
          () => all.clock.advance(10_000),
        );
      };
      let total = 0;
      const whole = await all.play(
        (octets) => {
          passed += octets.length;
          return octets;
        },
        async () => {
          await all.clock.advance(10_000);
          total = passed;
        },
      );
      expect(whole).toEqual({
        doubled: 0,
        missing: false,
        state: 'delivered',
        received: IN,
        line: 'ready',
        slots: 0,
      });
      let uncertain = 0;
      for (let octet = 1; octet <= total; octet += 1) {
        const { state, ...rest } = await pullAt(octet);
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
      }
      process.stdout.write(`pulled at ${total} octets: 0 lost, 0 doubled, ${uncertain} uncertain\n`);
      all.store.close();
    },
  );
});

/** A digit lost and another one added make a PDU of the right length, which nobody can tell from the right one. */
function noDigit(octet: number): number {
  return /[0-9A-F]/i.test(String.fromCharCode(octet)) ? octet + 0x80 : octet;
}

describe('[L7] a bad cable', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'loses octets and adds some (seed %i): nothing is lost or doubled',
    async (seed) => {
      const random = seeded(seed);
      let faults = 12;
      const all = await desk();
      const { state, received, ...rest } = await all.play((octets) => {
        const out: number[] = [];
        for (const octet of octets) {
          if (faults > 0 && random() < 0.01) {
            faults -= 1;
            if (random() < 0.5) continue; // lost
            out.push(noDigit(Math.floor(random() * 256))); // one too many
          }
          out.push(octet);
        }
        return Uint8Array.from(out);
      });
      expect(rest).toEqual({ doubled: 0, missing: false, line: 'ready', slots: 0 });
      expect(['sent', 'delivered', 'uncertain', 'failed']).toContain(state);
      expect(received).toEqual(IN);
      all.store.close();
    },
  );
});
