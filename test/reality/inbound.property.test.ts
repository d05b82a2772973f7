import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../modem/pdu/address.ts';
import { octetsToHex } from '../../modem/pdu/octets.ts';
import { readReceived } from '../../modem/pdu/received.ts';
import { planContents, planSegments } from '../../modem/pdu/segmentation.ts';
import { encodeDeliver, toPdu } from '../../modem/pdu/tpdu.ts';
import { deskModem } from '../support/desk-line.ts';

const MINUTE = 60_000;
type Shop = Awaited<ReturnType<typeof deskModem>>;

/** One desk for all runs: whatever one of them leaves behind is a fault that the next ones find. */
let shop: Shop;
let runs = 0;
beforeAll(async () => {
  shop = await deskModem({ sim: { slots: 50 } });
  await shop.start();
});
afterAll(() => shop.desk.stop());

/** A text each way still arrives, once. */
async function stillWorks(): Promise<void> {
  await shop.clock.advance(MINUTE);
  const customer = `+4917133${(100_000 + runs++).toString()}`;
  const sent = shop.send(customer, 'Are you there?');
  shop.network.sendText(customer, shop.sim.msisdn, 'Yes, I am');
  await shop.clock.advance(MINUTE);
  expect(shop.line().state.name).toBe('ready');
  expect(shop.state(sent)).toBe('delivered');
  expect(receivedFrom(customer)).toEqual(['Yes, I am']);
  expect(shop.sim.slots.every((slot) => slot === null)).toBe(true);
}

function receivedFrom(customer: string): readonly string[] {
  const conversation = shop.store.conversations.find(shop.row.id, customer);
  if (conversation === null) return [];
  return shop.store.messages
    .list({ after: 0, limit: 100, direction: 'in', state: null, conversation })
    .map(({ text }) => text);
}

const octets = (maxLength: number) => fc.uint8Array({ maxLength });
const lines = fc.array(
  fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '+CMTI:',
      '+CMTI: "SM"',
      '+CMTI: "SM",99',
      '+CMTI: "XX",1',
      '+CMT:',
      '+CMT: ,12',
      '+CDS: 5',
      '+CUSD: 1,"',
    ),
    fc.constantFrom(
      '> ',
      '>',
      '+CMGS: 300',
      '+CMGS:',
      'OK',
      'ERROR',
      '+CMS ERROR: 500',
      '+CME ERROR',
      '"',
      '+CREG: 5',
      '+CBM: 9',
    ),
    octets(40).map((data) => octetsToHex(data)),
  ),
  { maxLength: 12 },
);

describe('whatever the modem says ends in a line that works', () => {
  test('lines that nobody asked for, of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (said) => {
        shop.modem.unsolicited(...said);
        await stillWorks();
      }),
      { numRuns: 60 },
    );
  });

  test('octets of any kind, in the middle of everything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(octets(30), { maxLength: 6 }), async (chunks) => {
        shop.send(`+4917144${100_000 + runs++}`, 'In the middle');
        for (const chunk of chunks) {
          shop.modem.unsolicited(Buffer.from(chunk).toString('latin1'));
          await shop.clock.advance(3);
        }
        await stillWorks();
      }),
      { numRuns: 60 },
    );
  });
});

describe('whatever the network brings is visible', () => {
  const valid = fc
    .record({
      text: fc.string({ maxLength: 160 }),
      number: fc.constantFrom('+491712223344', '01712223344', 'MyBank', '22922'),
    })
    .map(({ text, number }) => {
      const content = planContents(planSegments(text), 9)[0] as ReturnType<typeof planContents>[number];
      return toPdu(
        encodeDeliver({ originator: addressOf(number), content, serviceCentreTimeUtcMs: Date.UTC(2026, 10, 23) }),
      );
    });
  const damaged = fc
    .tuple(valid, fc.nat(200), fc.nat(255), fc.constantFrom('cut', 'change', 'add'))
    .map(([pdu, at, octet, how]) => {
      const place = 2 * (at % (pdu.length / 2));
      const hex = octetsToHex(Uint8Array.of(octet));
      if (how === 'cut') return pdu.slice(0, place);
      return how === 'add'
        ? pdu.slice(0, place) + hex + pdu.slice(place)
        : pdu.slice(0, place) + hex + pdu.slice(place + 2);
    });
  const pdus = fc.oneof(
    octets(180).map((data) => octetsToHex(data)),
    damaged,
  );

  test('a reading of any octets ends, and knows what it is', () => {
    fc.assert(
      fc.property(fc.oneof(pdus, fc.string({ maxLength: 300 })), (pdu) => {
        expect(['text', 'report', 'damaged-report', 'unreadable']).toContain(readReceived(pdu).kind);
      }),
      { numRuns: 2_000 },
    );
  });

  test('each PDU becomes a message somebody sees, or is a report, a part or a silent one', async () => {
    // The same octets once more are the same text, brought by the network again: that has tests of its own.
    const brought = new Set<string>();
    await fc.assert(
      fc.asyncProperty(pdus, async (pdu) => {
        fc.pre(pdu !== '' && !brought.has(pdu));
        brought.add(pdu);
        const before = shop.incoming().length;
        const read = readReceived(pdu);
        const isLong = read.kind === 'text' && planKey(read.tpdu.userData.elements) !== null;
        const isSilent = read.kind === 'text' && read.tpdu.pid === 0x40;
        shop.sim.slots[0] = { status: 0, pdu };
        shop.modem.unsolicited('+CMTI: "SM",0');
        // Of a long text a part alone is shown with its gap.
        await shop.clock.advance(isLong ? 20 * MINUTE : MINUTE);
        const isMessage = read.kind === 'unreadable' || (read.kind === 'text' && !isSilent);
        expect(shop.incoming().length - before).toBe(isMessage ? 1 : 0);
        expect(shop.sim.slots[0]).toBeNull();
        expect(shop.store.received.unhandled()).toEqual([]);
      }),
      { numRuns: 150 },
    );
    await stillWorks();
  });

  test('parts in any order, any of them again and again: one text, whole', async () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'ä', '€', 'ж', '😀', ' '), minLength: 200, maxLength: 700 });
    await fc.assert(
      fc.asyncProperty(long, fc.infiniteStream(fc.nat()), async (text, numbers) => {
        const customer = `+4917155${100_000 + runs++}`;
        const count = planSegments(text).parts.length;
        const next = (): number => numbers.next().value as number;
        const order = Array.from({ length: count }, (_, i) => i).toSorted(() => (next() % 2) - 0.5);
        const again = order.flatMap((i) => Array.from({ length: 1 + (next() % 2) }, () => i));
        shop.network.sendText(customer, shop.sim.msisdn, text, { order: again });
        await shop.clock.advance(20 * MINUTE);
        expect(receivedFrom(customer)).toEqual([text]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Whether it says that it is a part of several. */
function planKey(elements: readonly { readonly id: number; readonly data: Uint8Array }[]): number | null {
  for (const { id, data } of elements) {
    if ((id === 0 && data.length === 3) || (id === 8 && data.length === 4)) {
      const [total, sequence] = [data.at(-2) ?? 0, data.at(-1) ?? 0];
      if (total > 1 && sequence > 0 && sequence <= total) return total;
    }
  }
  return null;
}
