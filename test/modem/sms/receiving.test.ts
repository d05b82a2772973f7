import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../modem/pdu/address.ts';
import { decodeDataCoding } from '../../../modem/pdu/data-coding.ts';
import { NATIONAL_LANGUAGES } from '../../../modem/pdu/gsm7-tables.ts';
import { planContents, planSegments } from '../../../modem/pdu/segmentation.ts';
import { decodePdu, decodeTpdu, encodeDeliver, type DeliverTpdu } from '../../../modem/pdu/tpdu.ts';
import { concatenationOf, decodeElements } from '../../../modem/pdu/user-data-header.ts';
import { GAP, joinParts, reassemblyKey } from '../../../modem/sms/reassembly.ts';
import { simulatedLine, type SimulatedLineOptions } from '../../support/simulated-line.ts';

async function started(options: SimulatedLineOptions = {}) {
  const all = simulatedLine(options);
  await all.start();
  return all;
}
const textsOf = (pdus: readonly string[]): string[] =>
  pdus.map((pdu) => (decodePdu(pdu, 'to-phone').tpdu as DeliverTpdu).userData.text ?? '');
const used = (slots: readonly unknown[]): number => slots.filter((slot) => slot !== null).length;

describe('[R1] a text is on disk before it leaves the SIM', () => {
  test('announced, read, taken, deleted', async () => {
    const { network, sim, pdus, trace, clock } = await started();
    network.sendText('+4917012345', sim.msisdn, 'Hello');
    await clock.advance(0);
    expect(textsOf(pdus)).toEqual(['Hello']);
    expect(used(sim.slots)).toBe(0);
    expect(trace.indexOf('> AT+CMGR=0\r')).toBeLessThan(trace.indexOf('> AT+CMGD=0\r'));
  });

  test('a sink that fails leaves it on the SIM, and the next sweep brings it again', async () => {
    let full = true;
    const kept: string[] = [];
    const { network, sim, clock, line } = await started({
      sink: (pdu) => {
        if (full) throw new Error('disk full');
        kept.push(pdu);
      },
    });
    network.sendText('+4917012345', sim.msisdn, 'Hello');
    await clock.advance(0);
    expect(used(sim.slots)).toBe(1);
    full = false;
    await line.sweep();
    expect(textsOf(kept)).toEqual(['Hello']);
    expect(used(sim.slots)).toBe(0);
  });

  test('what arrived while nobody listened is swept at the start, from both memories', async () => {
    const { network, sim, modem, pdus, start } = simulatedLine({ quirks: { phoneSlots: 5 } });
    network.sendText('+4917012345', sim.msisdn, 'on the SIM');
    modem.phoneSlots[2] = sim.slots[0] ?? null;
    modem.phoneSlots[3] = { status: 3, pdu: '0011000A81' };
    await start();
    expect(pdus).toHaveLength(2);
    expect(used(sim.slots)).toBe(0);
    expect(used(modem.phoneSlots)).toBe(1); // a draft is not ours to touch
  });

  test('a modem whose list fails is read slot by slot', async () => {
    const { network, sim, pdus, start } = simulatedLine({ quirks: { listFails: true } });
    for (let i = 0; i < 3; i++) network.sendText('+4917012345', sim.msisdn, `text ${i}`);
    await start();
    expect(textsOf(pdus)).toEqual(['text 0', 'text 1', 'text 2']);
    expect(used(sim.slots)).toBe(0);
  });

  test('a read with a lost octet is read again, not believed', async () => {
    const { network, sim, modem, pdus, clock } = await started();
    modem.faults.push({ match: /CMGR/, effect: 'reply', text: '+CMGR: 0,,24\r\n0791947101\r\n\r\nOK', times: 1 });
    network.sendText('+4917012345', sim.msisdn, 'Hello');
    await clock.advance(0);
    expect(textsOf(pdus)).toEqual(['Hello']);
  });
});

describe('[R1] a slot is deleted only where it holds what is on disk', () => {
  test.each([true, false])(
    'a modem that restarts without a word meanwhile means another memory by it (echo after it: %s)',
    async (echoFirst) => {
      const taken: string[] = [];
      const all = simulatedLine({
        quirks: { phoneSlots: 5, bootLines: [], echoFirst },
        sink: (pdu) => {
          taken.push(pdu);
          if (taken.length > 1) return;
          clock.sleep(20_000);
          modem.reboot();
          network.sendText('+4917012345', sim.msisdn, 'on the SIM');
        },
      });
      const { clock, modem, network, sim, start, line } = all;
      network.sendText('+4917012345', sim.msisdn, 'in the phone');
      modem.phoneSlots[0] = sim.slots[0] ?? null;
      sim.slots[0] = null;
      await start();
      await clock.advance(3 * 60_000);
      expect(new Set(textsOf(taken))).toEqual(new Set(['in the phone', 'on the SIM']));
      expect([used(sim.slots), used(modem.phoneSlots)]).toEqual([0, 0]);
      expect(line.state.name).toBe('ready');
    },
  );

  test('of one that goes away before it answers nobody knows whether the text is gone', async () => {
    const { network, sim, modem, pdus, settled, clock } = await started();
    modem.faults.push({ match: /CMGD/, effect: 'silent', times: 1 });
    network.sendText('+4917012345', sim.msisdn, 'Hello');
    await clock.advance(1_000);
    modem.hung = 'for-good';
    await clock.advance(45_000);
    expect([textsOf(pdus), settled]).toEqual([['Hello'], []]);
    modem.hung = null;
    await clock.advance(90_000);
    expect(used(sim.slots)).toBe(0);
    expect(new Set(textsOf(settled))).toEqual(new Set(['Hello']));
  });
});

describe('[R7] a sweep that is asked for while the modem goes away', () => {
  test('does not keep the ones after it from running', async () => {
    const { line, modem, network, sim, clock, pdus } = await started();
    network.latencyMs = 60_000;
    void line.submit(Uint8Array.from(Buffer.from('11000B919471224433F20000A701E8', 'hex')));
    await clock.advance(100);
    // The first waits behind the text, the second behind the first.
    network.sendText('+491711', sim.msisdn, 'one');
    await clock.advance(100);
    void line.sweep();
    modem.unplug();
    await clock.advance(1_000);
    modem.plug();
    await clock.advance(30_000);
    expect(line.state.name).toBe('ready');
    expect(pdus).toHaveLength(1);
  });
});

describe('[R7] a SIM with few slots', () => {
  test('a burst passes through it whole', async () => {
    const { network, sim, pdus, clock, line } = await started({ sim: { slots: 5 } });
    const wanted = Array.from({ length: 60 }, (_, i) => `text ${i}`);
    for (const text of wanted) network.sendText('+4917012345', sim.msisdn, text);
    for (let i = 0; i < 40; i++) await clock.advance(10);
    expect(textsOf(pdus).toSorted()).toEqual(wanted.toSorted());
    expect(used(sim.slots)).toBe(0);
    expect(line.state.name).toBe('ready');
  });
});

describe('[R2] what is text', () => {
  test.each([
    [0x00, 'gsm7', false, null],
    [0x04, '8bit', false, null],
    [0x08, 'ucs2', false, null],
    [0x0c, 'gsm7', false, null], // reserved
    [0x20, 'gsm7', true, null],
    [0x10, 'gsm7', false, 0], // flash
    [0x18, 'ucs2', false, 0],
    [0x48, 'ucs2', false, null], // auto-delete group
    [0x84, 'gsm7', false, null], // reserved group
    [0xc8, 'gsm7', false, null],
    [0xe0, 'ucs2', false, null],
    [0xf1, 'gsm7', false, 1],
    [0xf5, '8bit', false, 1],
  ] as const)('DCS %i', (dcs, alphabet, compressed, messageClass) => {
    expect(decodeDataCoding(dcs)).toMatchObject({ alphabet, compressed, messageClass });
  });

  test('message waiting', () => {
    expect(decodeDataCoding(0xc8).waiting).toEqual({ kind: 0, active: true, store: false });
    expect(decodeDataCoding(0xd1).waiting).toEqual({ kind: 1, active: false, store: true });
    expect(decodeDataCoding(0x48).autoDelete).toBe(true);
  });

  test('a flash text is received like any other', async () => {
    const content = { alphabet: 'gsm7' as const, text: 'flash' };
    const encoded = encodeDeliver({ originator: addressOf('+49171'), content, serviceCentreTimeUtcMs: 0, dcs: 0x10 });
    expect((decodeTpdu(encoded, 'to-phone') as DeliverTpdu).userData.text).toBe('flash');
  });
});

describe('[R3] long texts', () => {
  const tpdusOf = (text: string, referenceBits: 8 | 16 = 8): DeliverTpdu[] =>
    planContents(
      planSegments(text, { referenceBits, languages: Object.values(NATIONAL_LANGUAGES) }),
      77,
      referenceBits,
    ).map(
      (content) =>
        decodeTpdu(
          encodeDeliver({ originator: addressOf('+49171'), content, serviceCentreTimeUtcMs: 0 }),
          'to-phone',
        ) as DeliverTpdu,
    );

  test('the key holds sender, reference, total and width', () => {
    const keys = [...tpdusOf('a'.repeat(200)), ...tpdusOf('a'.repeat(200), 16)].map((tpdu) => reassemblyKey(tpdu)?.key);
    expect(new Set(keys).size).toBe(2);
    expect(reassemblyKey(tpdusOf('short')[0] as DeliverTpdu)).toBeNull();
  });

  test('a missing part leaves a visible gap', () => {
    const parts = tpdusOf('ж'.repeat(67) + 'б'.repeat(67) + 'ю'.repeat(10));
    expect(joinParts([parts[0] ?? null, null, parts[2] ?? null])).toBe(`${'ж'.repeat(67)}${GAP}${'ю'.repeat(10)}`);
  });

  test('a surrogate pair and an escape pair cut by a phone are joined', () => {
    const deliver = (content: Parameters<typeof encodeDeliver>[0]['content']): DeliverTpdu =>
      decodeTpdu(
        encodeDeliver({ originator: addressOf('+49171'), content, serviceCentreTimeUtcMs: 0 }),
        'to-phone',
      ) as DeliverTpdu;
    const halves = [deliver({ alphabet: 'ucs2', text: 'a\ud83d' }), deliver({ alphabet: 'ucs2', text: '\udc4db' })];
    expect(joinParts(halves)).toBe('a👍b');
    const [first, second] = [deliver({ alphabet: 'gsm7', text: 'a' }), deliver({ alphabet: 'gsm7', text: 'eb' })];
    const escaped = { ...first, userData: { ...first.userData, units: Uint8Array.of(0x61, 0x1b) } };
    expect(joinParts([escaped, second])).toBe('a€b');
  });

  test('elements in any order, unknown ones skipped by their length', () => {
    const header = Uint8Array.of(0x70, 2, 9, 9, 0x00, 3, 77, 3, 2, 0x0a, 1, 0);
    expect(concatenationOf(decodeElements(header))).toEqual({ reference: 77, referenceBits: 8, total: 3, sequence: 2 });
  });

  test('impossible sequence numbers make it a text of its own', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), (total, sequence) => {
        const found = concatenationOf(decodeElements(Uint8Array.of(0x00, 3, 1, total, sequence)));
        expect(found !== null).toBe(sequence >= 1 && sequence <= total);
      }),
    );
  });
});

describe('[R8] delivery reports', () => {
  test.each([['2,1,0,1,0'], ['2,1,0,2,0']])('with CNMI %s', async (setting) => {
    const { line, clock, pdus, modem } = await started({ quirks: { acceptedCnmi: [setting] } });
    const content = planContents(planSegments('x'), 1)[0];
    expect(content).toBeDefined();
    const { encodeSubmit } = await import('../../../modem/pdu/tpdu.ts');
    await line.submit(
      encodeSubmit({
        destination: addressOf('+49171'),
        content: content as NonNullable<typeof content>,
        statusReportRequest: true,
      }),
    );
    await clock.advance(100);
    expect(pdus.map((pdu) => decodePdu(pdu, 'to-phone').tpdu)).toMatchObject([
      { type: 'status-report', messageReference: 0, status: 0 },
    ]);
    expect(used(modem.reportSlots)).toBe(0);
  });
});

describe('[R5] senders', () => {
  test.each([
    ['+491712223344', 0x91],
    ['01712223344', 0x81],
    ['12345', 0x81],
    ['InternetSMS', 0xd0],
    ['Bäcker', 0xd0],
    ['*100#', 0x81],
  ])('%s', (value, typeOfAddress) => {
    expect(addressOf(value)).toEqual({ value, typeOfAddress });
    const content = { alphabet: 'gsm7' as const, text: 'x' };
    const encoded = encodeDeliver({ originator: addressOf(value), content, serviceCentreTimeUtcMs: 0 });
    expect((decodeTpdu(encoded, 'to-phone') as DeliverTpdu).originator).toEqual({ value, typeOfAddress });
  });
});

describe('[R7] a memory full of what is not ours', () => {
  test('is left in peace: no sweep without an end', async () => {
    const { modem, trace, start, clock } = simulatedLine({ sim: { slots: 3 } });
    for (let i = 0; i < 3; i++) modem.sim.slots[i] = { status: 3, pdu: '0011000A81' };
    await start();
    await clock.advance(60_000);
    expect(trace.filter((entry) => entry.startsWith('> AT+CMGL')).length).toBe(1);
  });

  test('one text that cannot be stored does not hold up the others', async () => {
    const kept: string[] = [];
    const { network, sim, start } = simulatedLine({
      sink: (pdu) => {
        if (kept.length === 0 && textsOf([pdu])[0] === 'first') throw new Error('a fault');
        kept.push(pdu);
      },
    });
    for (const text of ['first', 'second', 'third']) network.sendText('+4917012345', sim.msisdn, text);
    await start();
    expect(textsOf(kept)).toEqual(['second', 'third']);
    expect(used(sim.slots)).toBe(1);
  });

  test('[R8] reports that wait in their own memory are read at the start', async () => {
    const { modem, pdus, start } = simulatedLine({ quirks: { acceptedCnmi: ['2,1,0,2,0'] } });
    modem.reportSlots[4] = { status: 0, pdu: '0006040D91945152991136F00160124130340A0160124130940A00' };
    await start();
    expect(pdus).toHaveLength(1);
    expect(used(modem.reportSlots)).toBe(0);
  });
});
