import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../../modem/pdu/address.ts';
import { planContents, planSegments } from '../../../../modem/pdu/segmentation.ts';
import { encodeDeliver, toPdu } from '../../../../modem/pdu/tpdu.ts';
import { deskLine } from '../../../support/desk-line.ts';
import * as pdus from '../../../support/pdus.ts';
import { inView } from '../../../support/in-view.ts';

const CUSTOMER = '+491712223344';
const MINUTE = 60_000;

const pdusOf = (text: string, from = CUSTOMER, reference = 7): string[] => pdus.pdusOf(text, from, reference);

const LONG = 'Guten Tag, mein Rad steht seit Donnerstag bei Ihnen. '.repeat(7).trim();

describe('a text comes in', () => {
  test('the same PDU taken twice is one message', async () => {
    const { inbox, row, incoming } = await deskLine();
    const [pdu] = pdusOf('Hello');
    inbox.accept(row.id, pdu as string);
    inbox.accept(row.id, pdu as string);
    expect(incoming().map(({ text }) => text)).toEqual(['Hello']);
  });

  test('the number’s spelling makes no second conversation', async () => {
    const { inbox, row, store, send } = await deskLine();
    inbox.accept(row.id, pdusOf('one', '01712223344')[0] as string);
    inbox.accept(row.id, pdusOf('two', '+491712223344')[0] as string);
    send('0049 171 2223344', 'three');
    expect(store.conversationLists.page(inView('all'), null, 10)).toHaveLength(1);
  });

  test('the conversation is unread, waits since the first text, and a person’s answer ends that', async () => {
    const { inbox, row, store, clock, send } = await deskLine();
    inbox.accept(row.id, pdusOf('one')[0] as string);
    const first = clock.now();
    await clock.advance(MINUTE);
    inbox.accept(row.id, pdusOf('two')[0] as string);
    expect(store.conversations.byId(1)).toMatchObject({ unread: 2, waiting_since: first, status: 'open' });
    send(CUSTOMER, 'reminder', { purpose: 'service' });
    expect(store.conversations.byId(1)?.waiting_since).toBe(first);
    send(CUSTOMER, 'answer');
    expect(store.conversations.byId(1)?.waiting_since).toBeNull();
  });

  test('from a blocked number it is kept, keeps nobody waiting, and opens nothing', async () => {
    const { inbox, row, store, clock, incoming } = await deskLine();
    inbox.accept(row.id, pdusOf('one')[0] as string);
    store.contacts.update({ ...store.contacts.findOrCreate(CUSTOMER, clock.now()), blocked_at: clock.now() });
    await clock.advance(MINUTE);
    inbox.accept(row.id, pdusOf('two')[0] as string);
    expect(incoming().map(({ text }) => text)).toEqual(['one', 'two']);
    expect(store.conversations.byId(1)).toMatchObject({
      last_message_id: 2,
      last_activity_at: clock.now(),
      unread: 0,
      waiting_since: null,
      status: 'closed',
    });
  });

  test('a short message of type 0 is acknowledged, and nobody’s text', async () => {
    const { inbox, row, store, incoming } = await deskLine();
    const [content] = planContents(planSegments('ping'), 7);
    const fields = { originator: addressOf(CUSTOMER), content: content as NonNullable<typeof content>, pid: 0x40 };
    inbox.accept(row.id, toPdu(encodeDeliver({ ...fields, serviceCentreTimeUtcMs: Date.UTC(2026, 10, 23) })));
    expect(incoming()).toEqual([]);
    expect(store.received.unhandled()).toEqual([]);
  });

  test('a closed conversation opens again', async () => {
    const { inbox, row, store, conversations } = await deskLine();
    inbox.accept(row.id, pdusOf('one')[0] as string);
    conversations.change(['conversation_1'], { status: 'closed' });
    inbox.accept(row.id, pdusOf('two')[0] as string);
    expect(store.conversations.byId(1)?.status).toBe('open');
  });
});

describe('long texts', () => {
  test('parts in any order, also over a restart, make one message', async () => {
    const { inbox, row, incoming, store, clock } = await deskLine();
    const parts = pdusOf(LONG);
    expect(parts).toHaveLength(3);
    inbox.accept(row.id, parts[2] as string);
    inbox.accept(row.id, parts[0] as string);
    expect(incoming()).toEqual([]);
    const again = await deskLine({ store, clock });
    again.inbox.accept(row.id, parts[1] as string);
    expect(incoming().map(({ text }) => text)).toEqual([LONG]);
    expect(store.received.oldestWaiting()).toBeNull();
  });

  test('a part that does not come leaves a visible gap after 15 minutes, and fills it when it comes', async () => {
    const { inbox, row, incoming, clock } = await deskLine();
    const parts = pdusOf(LONG);
    inbox.accept(row.id, parts[0] as string);
    inbox.accept(row.id, parts[2] as string);
    await clock.advance(14 * MINUTE);
    inbox.onDue();
    expect(incoming()).toEqual([]);
    await clock.advance(MINUTE);
    inbox.onDue();
    expect(incoming()).toMatchObject([{ reason: 'part-missing' }]);
    expect(incoming()[0]?.text).toContain('[...]');
    inbox.accept(row.id, parts[1] as string);
    expect(incoming()).toMatchObject([{ text: LONG, reason: null }]);
  });

  test('shown with two gaps, each part that comes fills its own at once', async () => {
    const { inbox, row, incoming, clock } = await deskLine();
    const parts = pdusOf(LONG);
    inbox.accept(row.id, parts[0] as string);
    await clock.advance(16 * MINUTE);
    inbox.onDue();
    const [shown] = incoming();
    inbox.accept(row.id, parts[2] as string);
    const [filled] = incoming();
    expect(filled?.reason).toBe('part-missing');
    expect(filled?.text.length).toBeGreaterThan((shown?.text.length ?? 0) + 50);
    expect(filled?.text.endsWith(LONG.slice(-40))).toBe(true);
  });

  test('another text with the same reference is not mixed in', async () => {
    const { inbox, row, incoming } = await deskLine();
    const [first, second] = [pdusOf(`A${LONG}`), pdusOf(`B${LONG.replaceAll('Rad', 'Auto')}`)];
    inbox.accept(row.id, first[0] as string);
    inbox.accept(row.id, second[0] as string);
    inbox.accept(row.id, first[1] as string);
    inbox.accept(row.id, first[2] as string);
    inbox.accept(row.id, second[1] as string);
    inbox.accept(row.id, second[2] as string);
    expect(incoming().map(({ text }) => text[0])).toEqual(['A', 'B']);
  });

  test('two senders with the same reference', async () => {
    const { inbox, row, incoming } = await deskLine();
    const [a, b] = [pdusOf(LONG, '+49171'), pdusOf(LONG, '+49172')];
    for (let i = 0; i < 3; i++) for (const pdus of [a, b]) inbox.accept(row.id, pdus[i] as string);
    expect(incoming().map(({ text }) => text)).toEqual([LONG, LONG]);
  });
});

describe('what is no customer’s text', () => {
  test('a picture notice (WAP push) becomes a sentence, not garbage', async () => {
    const { inbox, row, incoming } = await deskLine();
    const vector =
      '0791947101670000440C919471213243540004622111000000001C' +
      '0605040B8423F0' +
      '6206226170706C69636174696F6E2F766E642E776170';
    inbox.accept(row.id, vector.slice(0, 54) + vector.slice(54));
    const row1 = incoming()[0];
    expect([row1?.text, row1?.reason]).toEqual(['', 'picture-message']);
  });

  test('[R2] the picture’s sender stands in the notice: it is a text of that customer, in several parts too', async () => {
    const all = await deskLine();
    await all.start();
    // M-Notification.ind (OMA-MMS-ENC §6.2) in a WSP push: From is 0x89.
    const notice = Buffer.concat([
      Buffer.from([0x01, 0x06, 0x22]),
      Buffer.from('application/vnd.wap.mms-message\0', 'latin1'),
      Buffer.from([0x8c, 0x82, 0x98]),
      Buffer.from('T1234567890\0', 'latin1'),
      Buffer.from([0x8d, 0x90, 0x89, 0x19, 0x80]),
      Buffer.from('+491712223344/TYPE=PLMN\0', 'latin1'),
      Buffer.from([0x8a, 0x80, 0x8e, 0x03, 0x01, 0x00, 0x00, 0x88, 0x05, 0x81, 0x03, 0x03, 0xf4, 0x80, 0x83]),
      Buffer.from(`http://mms.example/${'x'.repeat(60)}\0`, 'latin1'),
    ]);
    const pieces = [notice.subarray(0, 70), notice.subarray(70)];
    pieces.forEach((data, i) => {
      const tpdu = encodeDeliver({
        originator: addressOf('4455'),
        serviceCentreTimeUtcMs: all.clock.now(),
        content: {
          alphabet: '8bit',
          data,
          elements: [
            { id: 0x05, data: Uint8Array.of(0x0b, 0x84, 0x23, 0xf0) },
            { id: 0x00, data: Uint8Array.of(9, pieces.length, i + 1) },
          ],
        },
      });
      all.network.deliver(all.sim.msisdn, toPdu(tpdu, '+491710760000'), 'text');
    });
    await all.clock.advance(1_000);
    expect(all.incoming().map(({ number, text, reason }) => [number, text, reason])).toEqual([
      ['+491712223344', '', 'picture-message'],
    ]);
    const open = all.conversations.list(inView('waiting'), null, 10);
    expect(open.ok && open.value.items).toHaveLength(1);
  });

  test('[R6] a text with an impossible time is kept, at the time it came', async () => {
    const all = await deskLine();
    await all.start();
    const pdu = toPdu(
      encodeDeliver({
        originator: addressOf('+491712223344'),
        serviceCentreTimeUtcMs: Date.UTC(2026, 10, 23),
        content: { alphabet: 'gsm7', text: 'hello' },
      }),
      '+491710760000',
    );
    all.network.deliver(all.sim.msisdn, pdu.replace('6211320000', '6299990000'), 'text');
    await all.clock.advance(1_000);
    expect(all.incoming()).toMatchObject([{ text: 'hello', received_at: all.clock.now() - 1_000 }]);
  });

  test('a name as sender: nobody waits for an answer, nobody can be answered', async () => {
    const { inbox, row, store } = await deskLine();
    inbox.accept(row.id, pdusOf('Your code is 1234', 'MyBank')[0] as string);
    expect(store.conversations.byId(1)).toMatchObject({
      number: 'MyBank',
      party: 'name',
      waiting_since: null,
      unread: 1,
    });
  });

  test.each(['0', 'FFFF', 'zz', '07911326040000F0040B91134661'])('%s is kept, and shown as unreadable', async (pdu) => {
    const { inbox, row, incoming, store } = await deskLine();
    inbox.accept(row.id, pdu);
    inbox.accept(row.id, pdu);
    expect(incoming()).toMatchObject([{ number: 'Unknown sender', text: '', reason: 'unreadable' }]);
    expect(store.received.unhandled()).toEqual([]);
  });

  test('a fault while handling keeps the PDU for the next start', async () => {
    const { inbox, row, incoming, store } = await deskLine();
    const insert = store.messages.insertIncoming.bind(store.messages);
    store.messages.insertIncoming = () => {
      throw new Error('a fault');
    };
    inbox.accept(row.id, pdusOf('Hello')[0] as string);
    expect(store.received.unhandled()).toHaveLength(1);
    store.messages.insertIncoming = insert;
    inbox.recover();
    expect(incoming().map(({ text }) => text)).toEqual(['Hello']);
  });
});

describe('STOP', () => {
  test.each([
    'STOP',
    'stop',
    'Stop.',
    'Please stop!',
    'STOP ALL',
    'unsubscribe',
    'Arrêt',
    'abmelden',
    'Baja, por favor',
  ])('%s', async (text) => {
    const { inbox, row, store, send, start, texts, state } = await deskLine();
    const offer = send(CUSTOMER, 'offer', { purpose: 'offer' });
    inbox.accept(row.id, pdusOf(text)[0] as string);
    expect(store.optOuts.has(CUSTOMER)).toBe(true);
    expect(state(offer)).toBe('cancelled');
    const later = send(CUSTOMER, 'reminder', { purpose: 'service' });
    const answer = send(CUSTOMER, 'a person answers');
    await start();
    expect([state(later), state(answer)]).toEqual(['cancelled', 'delivered']);
    expect(texts.map((each) => each.text)).toEqual(['a person answers']); // it was written long ago: no confirmation
    inbox.accept(row.id, pdusOf('start')[0] as string);
    expect(store.optOuts.has(CUSTOMER)).toBe(false);
  });

  test.each(['Can you stop by 5?', 'the end', 'I want to cancel my order', 'quit smoking'])(
    '%s opts nobody out',
    async (text) => {
      const { inbox, row, store } = await deskLine();
      inbox.accept(row.id, pdusOf(text)[0] as string);
      expect(store.optOuts.has(CUSTOMER)).toBe(false);
    },
  );
});

describe('what the network repeats', () => {
  test('a text delivered again with another bit in its header is the same text', async () => {
    const { inbox, row, incoming } = await deskLine();
    const [pdu] = pdusOf('Hello') as [string];
    const octets = pdu.match(/../g) as string[];
    const firstOctet = 1 + Number.parseInt(octets[0] as string, 16);
    octets[firstOctet] = '00'; // more messages are waiting
    inbox.accept(row.id, pdu);
    inbox.accept(row.id, octets.join(''));
    expect(incoming()).toHaveLength(1);
  });

  test('a stale incomplete text takes nothing from a new one with its reference', async () => {
    const { inbox, row, incoming, clock } = await deskLine();
    const stale = pdusOf(LONG);
    inbox.accept(row.id, stale[0] as string);
    await clock.advance(10 * 3_600_000);
    inbox.onDue();
    const later = planContents(planSegments(`neu ${LONG}`), 7).map((content) =>
      toPdu(
        encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs: clock.now() }),
        '+491710760000',
      ),
    );
    for (const pdu of later.toReversed()) inbox.accept(row.id, pdu);
    expect(
      incoming()
        .map(({ text }) => text)
        .at(-1),
    ).toBe(`neu ${LONG}`);
    expect(incoming()[0]?.reason).toBe('part-missing');
  });
});
