import { reportOfSubmitted } from '../../electron/features/messaging/delivery-reports.ts';
import { describe, expect, test } from 'vitest';
import { splitGluedLine } from '../../modem/at/glued-lines.ts';
import { addressOf } from '../../modem/pdu/address.ts';
import { decodePdu, encodeDeliver, toPdu, type DeliverTpdu } from '../../modem/pdu/tpdu.ts';
import { textToUcs2 } from '../../modem/pdu/ucs2.ts';
import { concatenationElement } from '../../modem/pdu/user-data-header.ts';
import { joinParts } from '../../modem/sms/reassembly.ts';
import { deskModem } from '../support/desk-line.ts';

const [CUSTOMER, OTHER] = ['+491712223344', '+491604412907'];

/** One that never reached the network, and whose answer was lost. */
async function uncertainText(shop: Awaited<ReturnType<typeof deskModem>>) {
  shop.modem.faults.push({ match: /^PDU$/, effect: 'silent', times: 1 });
  const message = shop.send(CUSTOMER, 'One');
  await shop.clock.advance(5 * 60_000);
  expect(shop.state(message)).toBe('uncertain');
  return message;
}

/** What a reading of the driver found beside the reports. */
describe('more of the same kinds', () => {
  test('K4: a SIM whose memory is refused for half a minute after power-on: what lies there is read when it answers', async () => {
    const shop = await deskModem();
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, 'Is it ready?');
    shop.modem.faults.push({ match: /CPMS/, effect: 'reply', text: '+CMS ERROR: 314', times: 130 });
    await shop.start();
    await shop.clock.advance(5 * 60_000);
    expect(shop.line().facts?.storage.preferred).toBe('SM');
    expect(shop.incoming().map(({ text }) => text)).toEqual(['Is it ready?']);
  });

  test('K14: the report on a text without a reference does not settle the next one to that number', async () => {
    const shop = await deskModem({ network: { reportDelayMs: null } });
    await shop.start();
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: 'OK', times: 1 });
    const first = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(5_000);
    expect(shop.state(first)).toBe('sent');
    shop.network.reportDelayMs = 0;
    shop.modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    const second = shop.send(CUSTOMER, 'Two');
    await shop.clock.advance(5_000);
    // Whose report it is nobody can tell.
    expect(shop.state(second)).not.toBe('delivered');
  });

  test('K2: kept before it was written down where copies lie, found on a SIM that does not delete: the same text', async () => {
    const shop = await deskModem();
    const content = { alphabet: 'gsm7', text: 'Ja' } as const;
    const dated = toPdu(encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs: 0 }));
    // Without a time, as all that was kept before the update looks now.
    const pdu = `${dated.slice(0, -20)}00000000000000${dated.slice(-6)}`;
    shop.inbox.accept(shop.row.id, pdu);
    shop.inbox.settled(shop.row.id, pdu, null);
    await shop.clock.advance(24 * 3_600_000);
    shop.sim.slots[2] = { status: 1, pdu };
    shop.modem.faults.push({ match: /CMGD/, effect: 'reply', text: '+CMS ERROR: 302', times: 100 });
    await shop.start();
    await shop.clock.advance(30 * 60_000);
    expect(shop.incoming()).toHaveLength(1);
  });

  test('K7: a menu whose first line ends in OK is one menu', () => {
    expect(splitGluedLine('+CUSD: 1,"1: OK')).toEqual(['+CUSD: 1,"1: OK']);
  });

  test('K11: an octet that is missing in the middle part garbles nothing behind it', () => {
    const part = (text: string, sequence: number): string =>
      toPdu(
        encodeDeliver({
          originator: addressOf(CUSTOMER),
          content: {
            alphabet: 'ucs2',
            text,
            elements: [concatenationElement({ reference: 1, referenceBits: 8, total: 3, sequence })],
          },
          serviceCentreTimeUtcMs: Date.UTC(2026, 10, 23),
        }),
      );
    const read = (pdu: string): DeliverTpdu => decodePdu(pdu, 'to-phone').tpdu as DeliverTpdu;
    const damaged = part('CD', 2).slice(0, -2);
    expect(textToUcs2('CD')).toHaveLength(4);
    expect(joinParts([read(part('AB', 1)), read(damaged), read(part('EF', 3))])).toBe('ABCEF');
  });

  test('K12: the OK to a code is lost: its answer is told, and a text that comes in is read within seconds', async () => {
    const shop = await deskModem();
    await shop.start();
    shop.modem.faults.push({ match: /CUSD/, effect: 'lose-answer', times: 1 });
    const asked = shop.line().ussd('*100#');
    await shop.clock.advance(100);
    shop.network.sendText(OTHER, shop.sim.msisdn, 'Is it ready?');
    await shop.clock.advance(8_000);
    expect(shop.incoming()).toHaveLength(1);
    expect(await asked).toMatchObject({ kind: 'text' });
  });

  test('K14: a Ctrl-Z that was lost: the prompt is left, and what comes in is read', async () => {
    const shop = await deskModem({ network: { reportDelayMs: null } });
    await shop.start();
    const type = shop.modem.received.bind(shop.modem);
    let isLost = false;
    shop.modem.received = (chunk) => {
      const isEnd = !isLost && chunk.includes(0x1a);
      isLost ||= isEnd;
      type(isEnd ? chunk.filter((octet) => octet !== 0x1a) : chunk);
    };
    const message = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(100);
    shop.network.sendText(OTHER, shop.sim.msisdn, 'Is it ready?');
    await shop.clock.advance(90_000);
    expect(shop.incoming()).toHaveLength(1);
    expect(shop.state(message)).toBe('uncertain');
    expect(shop.texts).toEqual([]);
  });

  test.each(['^RSSI:17', '+CREG: 1', 'RING', '+CSQ: 20,99', 'OK'])(
    'K7: %s between +CMT or +CDS and its PDU: both are read',
    async (line) => {
      const shop = await deskModem({ quirks: { acceptedCnmi: ['2,2,0,1,0'] }, network: { reportDelayMs: 2_000 } });
      await shop.start();
      const write = shop.modem.unsolicited.bind(shop.modem);
      const content = { alphabet: 'gsm7', text: 'Is it ready?' } as const;
      const at = shop.clock.now();
      const pdu = toPdu(encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs: at }));
      write(`+CMT: ,${pdu.length / 2 - 1}`, line, pdu);
      await shop.clock.advance(1_000);
      expect(shop.incoming().map(({ text }) => text)).toEqual(['Is it ready?']);
      expect(shop.line().state.name).toBe('ready');
    },
  );

  test.each(['+CMS ERROR: 38', '+CMS ERROR: 331', '+CMS ERROR: 111', '+CME ERROR: 30'])(
    'K3: %s for a text that arrives all the same: its report keeps it from going again',
    async (text) => {
      const shop = await deskModem({ network: { reportDelayMs: 3_000 } });
      await shop.start();
      shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text, times: 1 });
      const message = shop.send(CUSTOMER, 'One');
      await shop.clock.advance(2_000);
      expect(['scheduled', 'failed']).toContain(shop.state(message));
      await shop.clock.advance(2 * 3_600_000);
      expect(shop.state(message)).toBe('delivered');
      expect(shop.texts).toHaveLength(1);
    },
  );

  test('K14: nor one before it that nobody knows whether it left', async () => {
    const shop = await deskModem({ network: { reportDelayMs: null } });
    await shop.start();
    const first = await uncertainText(shop);
    shop.network.reportDelayMs = 1_000;
    // The second's came without a reference.
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: 'OK', times: 1 });
    const second = shop.send(CUSTOMER, 'Two');
    await shop.clock.advance(60_000);
    expect([shop.state(first), shop.state(second)]).toEqual(['uncertain', 'sent']);
    expect(shop.texts.map(({ text }) => text)).toEqual(['Two']);
  });

  test('K14: the only text to a number without a reference is settled by its report', async () => {
    const shop = await deskModem({ network: { reportDelayMs: 1_000 } });
    await shop.start();
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: 'OK', times: 1 });
    const message = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(60_000);
    expect(shop.state(message)).toBe('delivered');
  });

  test('K14: a report is not taken for an uncertain text’s where one that was called refused may have arrived', async () => {
    const shop = await deskModem({ network: { reportDelayMs: null } });
    await shop.start();
    const first = await uncertainText(shop);
    shop.network.reportDelayMs = 5_000;
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: '+CMS ERROR: 38', times: 1 });
    shop.send(CUSTOMER, 'Two');
    await shop.clock.advance(3_600_000);
    expect(shop.state(first)).toBe('uncertain');
  });

  test('K14: by a clock that is an hour slow a report fits an older text: it settles neither', async () => {
    const shop = await deskModem({ network: { reportDelayMs: null } });
    await shop.start();
    shop.network.serviceCentreTime = () => shop.clock.now() - 3_600_000;
    shop.modem.faults.push({ match: /^PDU$/, effect: 'silent', times: 1 });
    const first = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(3_600_000);
    shop.network.reportDelayMs = 20 * 60_000;
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: 'ERROR', times: 1 });
    const second = shop.send(CUSTOMER, 'Two');
    await shop.clock.advance(3_600_000);
    expect([shop.state(first), shop.state(second)]).toEqual(['uncertain', 'uncertain']);
  });

  test('K14: a text that the modem never had is not settled by the report on another one', async () => {
    const shop = await deskModem({ network: { reportDelayMs: 15_000 } });
    await shop.start();
    // A digit of the first one's reference got lost.
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: '+CMGS: 96\r\n\r\nOK', times: 1 });
    shop.send(CUSTOMER, 'One');
    await shop.clock.advance(1_000);
    shop.modem.faults.push({ match: /^AT\+CMGS/, effect: 'silent', times: 1 });
    const second = shop.send(CUSTOMER, 'Two');
    await shop.clock.advance(5 * 60_000);
    expect(shop.texts.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(shop.state(second)).toBe('delivered');
  });

  test('K14: a text that never left is not settled by the report on one whose reference lost a digit', async () => {
    const shop = await deskModem({ network: { reportDelayMs: 9 * 60_000 } });
    await shop.start();
    // The network counts from 0, up to the first reference with two digits.
    for (let reference = 0; reference < 10; reference++) shop.send(OTHER, `Before it, ${reference}`);
    await shop.clock.advance(5 * 60_000);
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: '+CMGS: 1\r\n\r\nOK', times: 1 });
    const first = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(1_000);
    const second = await uncertainText(shop);
    await shop.clock.advance(3_600_000);
    expect(shop.texts.slice(10).map(({ text }) => text)).toEqual(['One']);
    expect([shop.state(first), shop.state(second)]).toEqual(['sent', 'uncertain']);
  });

  test('K14: nor is one that was refused, and is sent again', async () => {
    const shop = await deskModem({ network: { reportDelayMs: 20_000 } });
    await shop.start();
    for (let reference = 0; reference < 10; reference++) shop.send(OTHER, `Before it, ${reference}`);
    await shop.clock.advance(5 * 60_000);
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: '+CMGS: 1\r\n\r\nOK', times: 1 });
    shop.send(CUSTOMER, 'One');
    await shop.clock.advance(1_000);
    shop.modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 38', times: 1 });
    const refused = shop.send(CUSTOMER, 'Two');
    await shop.clock.advance(3_600_000);
    expect(shop.texts.slice(10).map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(shop.state(refused)).toBe('delivered');
  });

  test('K14: of two texts that were called refused a report settles neither: it does not say which', async () => {
    const shop = await deskModem({ network: { reportDelayMs: 5_000 } });
    await shop.start();
    shop.modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 28', times: 1 });
    const first = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(1_000);
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: '+CMS ERROR: 28', times: 1 });
    const second = shop.send(CUSTOMER, 'Two');
    await shop.clock.advance(60_000);
    expect(shop.texts.map(({ text }) => text)).toEqual(['Two']);
    expect([shop.state(first), shop.state(second)]).toEqual(['failed', 'failed']);
  });

  test('K14: of two reports that fit no text neither is taken for one whose answer is awaited', async () => {
    const { send, store, row, context, clock } = await deskModem();
    send(CUSTOMER, 'One');
    store.parts.insert(1, [Uint8Array.of(1)]);
    store.parts.setSubmitting(1, 1, clock.now());
    store.messages.setState(1, 'sending');
    const found = () => {
      const [message, part] = [store.messages.byId(1), store.parts.ofMessage(1)[0]];
      return message === null || part === undefined ? undefined : reportOfSubmitted(context, message, part);
    };
    const report = { recipient: CUSTOMER, status: 0, at: clock.now() };
    store.parts.keepEarlyReport(row.id, { ...report, reference: 12 });
    expect(found()).toMatchObject({ status: 0 });
    // It may be on one that went out, and whose reference lost a digit.
    send(CUSTOMER, 'Zero');
    store.parts.insert(2, [Uint8Array.of(1)]);
    store.parts.setSubmitting(2, 1, clock.now());
    store.parts.setSent(2, 1, 2, clock.now());
    expect(found()).toBeNull();
    store.parts.setReference(2, 1, 4);
    expect(found()).toMatchObject({ status: 0 });
    store.parts.keepEarlyReport(row.id, { ...report, reference: 13 });
    expect(found()).toBeNull();
  });

  test('K3: a refused text is sent again where the report may be on an older one whose answer was lost', async () => {
    const shop = await deskModem({ network: { reportDelayMs: 500 } });
    await shop.start();
    const stands = shop.clock.now();
    shop.network.serviceCentreTime = () => stands;
    await shop.clock.advance(3_600_000);
    shop.network.holdReports(true);
    shop.modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    const older = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(40 * 60_000);
    expect(shop.state(older)).toBe('uncertain');
    shop.modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 42', times: 1 });
    const refused = shop.send(CUSTOMER, 'Two');
    await shop.clock.advance(500);
    shop.network.holdReports(false);
    await shop.clock.advance(3_600_000);
    expect(shop.texts.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(shop.state(refused)).toBe('delivered');
  });

  test.each([3_000, 15_000])('K8: announced %i ms before it can be read', async (delayMs) => {
    const shop = await deskModem();
    await shop.start();
    await shop.clock.advance(60_000);
    const content = { alphabet: 'gsm7', text: 'Is it ready?' } as const;
    const at = shop.clock.now();
    const pdu = toPdu(encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs: at }));
    shop.modem.unsolicited('+CMTI: "SM",5');
    await shop.clock.advance(delayMs);
    shop.sim.slots[5] = { status: 0, pdu };
    await shop.clock.advance(25_000);
    expect(shop.incoming()).toHaveLength(1);
  });

  test('K1: a type that is reserved is a text, a sender without digits is unknown', async () => {
    const shop = await deskModem();
    await shop.start();
    const say = async (pdu: string): Promise<void> => {
      shop.network.deliver(shop.sim.msisdn, pdu, 'text');
      await shop.clock.advance(5_000);
    };
    await say('0791947101670000070C91947110012020000062118232723540086D7A1A449697D3');
    await say('07919471016700000400910000621182327245400D6FB4BB0C0A8BE76537B92C07');
    expect(shop.incoming()[0]).toMatchObject({ number: '+491701100202', reason: null });
    expect(shop.incoming()[1]).toMatchObject({ number: 'Unknown sender' });
  });

  test.each([['2,1,0,1'], ['1,1']])(
    'K4: only %s is taken for +CNMI, and what there is is not told',
    async (setting) => {
      const shop = await deskModem({ quirks: { acceptedCnmi: [setting], cnmiOffer: '' } });
      await shop.start();
      expect(shop.line().facts?.notifications.texts).toBe('stored');
    },
  );

  test.each(['+CMGL: 0,0,,', '+CMGL: 0,0'])(
    'K7: %s lost its length, and the PDU octets: it is read again',
    async (header) => {
      const shop = await deskModem();
      await shop.start();
      const content = { alphabet: 'gsm7', text: 'Is it ready?' } as const;
      const at = shop.clock.now();
      const pdu = toPdu(encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs: at }));
      shop.sim.slots[0] = { status: 0, pdu };
      const text = [header, pdu.slice(0, 60) + pdu.slice(62), 'OK'].join('\r\n');
      shop.modem.faults.push({ match: /CMGL/, effect: 'reply', text, times: 1 });
      await shop.clock.advance(15 * 60_000);
      expect(shop.incoming().map((message) => message.text)).toEqual(['Is it ready?']);
      expect(shop.sim.slots[0]).toBeNull();
    },
  );

  test("K7: a +CDS whose PDU lost digits is nobody's text", async () => {
    const shop = await deskModem();
    await shop.start();
    shop.modem.unsolicited('+CDS: 25', '0719471016000006A80C91947121000080623050411415006230504114150000');
    await shop.clock.advance(60_000);
    expect(shop.incoming()).toEqual([]);
  });
});
