import { describe, expect, test } from 'vitest';
import { Faqs } from '../../../../electron/features/automation/faq/faqs.ts';
import { setPaused } from '../../../../electron/features/automation/handoff.ts';
import { Contacts } from '../../../../electron/features/contacts/contacts.ts';
import { ErasureRegister } from '../../../../electron/features/contacts/erasure-register.ts';
import type { Faq } from '../../../../electron/shared/faq.ts';
import { addressOf } from '../../../../modem/pdu/address.ts';
import { planContents, planSegments } from '../../../../modem/pdu/segmentation.ts';
import { encodeDeliver, toPdu } from '../../../../modem/pdu/tpdu.ts';
import { deskLine } from '../../../support/desk-line.ts';
import { numberOf } from '../../../../electron/shared/ids.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = '+491712223344';
const WAY_OUT = '\nReply PERSON to talk to a person.';

const PARKING: Faq = {
  name: 'Parking',
  enabled: true,
  wordings: [
    {
      language: 'en',
      phrasings: ['Where can I park?', 'Do you have parking?'],
      keywords: ['parking'],
      answer: 'Behind the house, {{first_name}}. Free for two hours.',
    },
    { language: 'de', phrasings: ['Wo kann ich parken?'], keywords: ['Parkplatz'], answer: 'Im Hof.' },
  ],
};
const HOURS: Faq = {
  name: 'Hours',
  enabled: true,
  wordings: [
    {
      language: 'en',
      phrasings: ['When are you open?'],
      keywords: ['opening hours'],
      answer: 'We are open {{hours}}.',
    },
  ],
};

/** Ten on a Monday in the shop's zone, or another hour of that day. */
async function shopAt(hour: number, options: Parameters<typeof deskLine>[0] = {}) {
  const desk = await deskLine(options);
  for (const faq of [PARKING, HOURS]) expect(desk.faqs.save(null, faq).ok).toBe(true);
  await desk.clock.advance((hour - 9) * HOUR);
  await desk.start();
  const says = async (text: string, from = ANA): Promise<void> => {
    desk.network.sendText(from, desk.sim.msisdn, text);
    await desk.clock.advance(3_000);
  };
  const conversation = () => {
    const row = desk.store.conversations.byId(1);
    if (row === null) throw new Error('Nobody has written.');
    return row;
  };
  const events = (): readonly string[] =>
    desk.store.conversationEvents.between(1, 0, Number.MAX_SAFE_INTEGER).map(({ kind }) => kind);
  return { ...desk, says, conversation, events, said: () => desk.texts.map(({ text }) => text) };
}

describe('a question of the shop', () => {
  test('is answered in its language, under its name, with the way out, and nobody waits', async () => {
    const { says, said, store, conversation } = await shopAt(10);
    await says('Hi, do you have parkng?');
    expect(said()).toEqual([`Behind the house. Free for two hours.${WAY_OUT}`]);
    expect(store.messages.byId(2)).toMatchObject({ purpose: 'auto', source: 'Parking', state: 'delivered' });
    expect(conversation()).toMatchObject({ status: 'open', waiting_since: null, unread: 1 });
    await says('Wo kann ich parken?');
    // Who has just read of the way out knows it.
    expect(said()[1]).toBe('Im Hof.');
  });

  test('is answered from the shop’s own hours, at any hour, in place of the closed-hours answer', async () => {
    const { says, said } = await shopAt(22, { settings: { closedAnswer: true } });
    await says('When do you open?');
    expect(said()).toEqual([`We are open Mon-Fri 9:00-18:00, Sat 9:00-13:00.${WAY_OUT}`]);
  });

  test('what it is not sure of is left to a person, with the answers at hand', async () => {
    const { says, said, automation, conversation } = await shopAt(10);
    await says('Is the parking free for my two vans with trailers?');
    expect(said()).toEqual([]);
    expect(conversation().waiting_since).not.toBeNull();
    const suggested = automation.suggest('conversation_1');
    expect(suggested.ok && suggested.value).toMatchObject({ messageId: 'message_1', answers: [{ name: 'Parking' }] });
  });

  test('one that is off, or was removed, is not answered; brought back, it is', async () => {
    const { says, said, faqs } = await shopAt(10);
    const [hours] = faqs.views;
    expect(hours?.name).toBe('Hours');
    faqs.save(hours?.id ?? '', { ...HOURS, enabled: false });
    await says('When are you open?');
    faqs.save(hours?.id ?? '', HOURS);
    faqs.setRemoved(hours?.id ?? '', true);
    await says('When are you open?');
    expect(said()).toEqual([]);
    faqs.setRemoved(hours?.id ?? '', false);
    await says('When are you open??');
    expect(said()).toHaveLength(1);
  });

  test('a way it was asked, added by a person, is known from then on', async () => {
    const { says, said, faqs } = await shopAt(10);
    const asked = 'Somewhere to leave my van?';
    await says(asked);
    expect(said()).toEqual([]);
    const parking = faqs.views.find(({ name }) => name === 'Parking');
    expect(faqs.addPhrasing(parking?.id ?? '', asked).ok).toBe(true);
    await says('Is there somewhere to leave my van');
    expect(said()).toHaveLength(1);
  });

  test('however many ways are added, the newest are kept and all goes on', async () => {
    const { says, said, faqs } = await shopAt(10);
    const parking = faqs.views.find(({ name }) => name === 'Parking');
    for (let n = 0; n < 70; n++)
      expect(faqs.addPhrasing(parking?.id ?? '', `May I leave van ${n} there?`).ok).toBe(true);
    expect(faqs.views.find(({ name }) => name === 'Parking')?.wordings[0]?.phrasings).toHaveLength(60);
    await says('When are you open?');
    expect(said()).toHaveLength(1);
  });

  test('one that cannot be read leaves the others and every text alone', async () => {
    const { says, said, store, context } = await shopAt(10);
    store.faqs.insert({ name: 'Odd', enabled: 1, wordings: '[{"language":"xx"}]' });
    expect(new Faqs(context).views.map(({ name }) => name)).toEqual(['Hours', 'Parking']);
    await says('When are you open?');
    expect(said()).toHaveLength(1);
  });

  test('a blocked customer gets nothing', async () => {
    const { says, said, context, conversation } = await shopAt(10);
    await says('Hello');
    new Contacts(context, new ErasureRegister(context.store)).block('conversation_1', true);
    await says('When are you open?');
    expect(said()).toEqual([]);
    expect(conversation().status).toBe('closed');
  });

  test('an answer with a blank nobody fills, without a way to ask it, or with a name twice is refused', async () => {
    const { faqs } = await shopAt(10);
    const with_ = (change: Partial<Faq['wordings'][number]>, name = 'New'): Faq => ({
      name,
      enabled: true,
      wordings: [{ language: 'en', phrasings: ['How much?'], keywords: [], answer: 'Ten.', ...change }],
    });
    const codes = [with_({ answer: '{{price}} euros' }), with_({ phrasings: [] }), with_({}, 'PARKING'), with_({})].map(
      (faq) => {
        const saved = faqs.save(null, faq);
        return saved.ok ? 'ok' : saved.error.code;
      },
    );
    expect(codes).toEqual(['unfilled-blank', 'no-phrasing', 'name-taken', 'ok']);
  });
});

describe('a person', () => {
  test('who writes pauses what is answered by itself, until it is resumed or the conversation closed', async () => {
    const { says, said, send, conversation, context, conversations, clock } = await shopAt(10);
    await says('Hello, it is about my bike');
    send(ANA, 'What about it?');
    expect(conversation().paused_at).not.toBeNull();
    await clock.advance(HOUR); // longer than talk lasts
    await says('Where can I park?');
    expect(said()).toEqual(['What about it?']);
    expect(conversation().waiting_since).not.toBeNull();
    conversations.change(['conversation_1'], { status: 'closed' });
    expect(conversation().paused_at).toBeNull();
    await says('Where can I park?');
    expect(said()).toHaveLength(2);
    send(ANA, 'And I am here as well.');
    await clock.advance(HOUR);
    expect(setPaused(context, 'conversation_1', false).ok).toBe(true);
    await says('When are you open?');
    expect(said().at(-1)).toMatch(/^We are open/);
  });

  test('who undoes closing has it paused as before', async () => {
    const { says, send, conversation, conversations } = await shopAt(10);
    await says('Hello');
    send(ANA, 'Yes?');
    const paused = conversation().paused_at;
    const closed = conversations.change(['conversation_1'], { status: 'closed' });
    if (!closed.ok) throw new Error(closed.error.code);
    conversations.restore({ what: 'status', snapshots: [...closed.value.before] });
    expect(conversation()).toMatchObject({ status: 'open', paused_at: paused });
  });

  test('comes at a word, once, and is told of', async () => {
    const { says, said, conversation, events, clock } = await shopAt(10);
    await says('Where can I park?');
    await says('Person, please!');
    expect(said().at(-1)).toBe('Kessler: A person will answer you here.');
    expect(conversation().waiting_since).not.toBeNull();
    expect(events()).toContain('person-asked');
    await clock.advance(HOUR);
    await says('PERSON');
    await says('When are you open?');
    expect(said()).toHaveLength(2);
  });

  test.each([
    ['PERSON', 'Kessler: A person will answer you here.'],
    ['Mensch bitte', 'Kessler: Ein Mensch antwortet Ihnen hier.'],
    ['Je veux parler à quelqu’un', null],
    ['parler à quelqu’un', "Kessler: L'un de nous vous répondra ici."],
    ['I met a person at your shop', null],
    ['persona', 'Kessler: A person will answer you here.'], // Spanish or Italian: the shop's own
  ])('asked for with “%s” is announced in the same language', async (text, answer) => {
    const { says, said } = await shopAt(10);
    await says(text);
    expect(said()).toEqual(answer === null ? [] : [answer]);
  });

  test('a text scheduled for another day is no talk yet', async () => {
    const { says, said, send, conversation, clock } = await shopAt(10);
    await says('Hello');
    send(ANA, 'Your bike is due', { notBefore: clock.now() + 24 * HOUR });
    expect(conversation().paused_at).toBeNull();
    await says('When are you open?');
    expect(said()).toHaveLength(1);
  });
});

describe('who still waits', () => {
  test('whoever asked something else before the question that was answered', async () => {
    const { says, said, conversation } = await shopAt(10);
    await says('My e-bike motor died, please call me');
    const since = conversation().waiting_since;
    await says('When are you open?');
    expect(said()).toHaveLength(1);
    expect(conversation().waiting_since).toBe(since);
  });

  test('whoever’s answer is held, or has not left', async () => {
    const held = await shopAt(10);
    await held.says('can you stop by 5?'); // may ask for no more texts
    await held.says('When are you open?');
    expect(held.said()).toEqual([]);
    expect(held.conversation().waiting_since).not.toBeNull();

    const stopped = await shopAt(10);
    await stopped.line().stop();
    const [content] = planContents(planSegments('When are you open?'), 1);
    if (content === undefined) throw new Error('nothing to say');
    const serviceCentreTimeUtcMs = stopped.clock.now();
    const deliver = encodeDeliver({
      originator: addressOf(ANA),
      content,
      serviceCentreTimeUtcMs,
    });
    stopped.inbox.accept(stopped.row.id, toPdu(deliver));
    await stopped.clock.advance(5 * HOUR);
    expect(stopped.said()).toEqual([]);
    expect(stopped.conversation().waiting_since).not.toBeNull();
  });

  test('a text taken back at once has not taken over', async () => {
    const { says, said, send, outbox, conversation, clock } = await shopAt(10);
    await says('Hello');
    const sent = send(ANA, 'Yes?', { notBefore: clock.now() + 5_000 });
    expect(conversation().paused_at).not.toBeNull();
    outbox.cancel(numberOf(sent.id));
    expect(conversation().paused_at).toBeNull();
    await says('Where can I park?');
    expect(said()).toHaveLength(1);
  });
});

describe('what does not go out', () => {
  test('an answer that the gate drops leaves its customer waiting', async () => {
    const { says, said, conversation, clock } = await shopAt(10);
    for (let n = 0; n < 3; n++) {
      await says(`Where can I park?${'?'.repeat(n)}`);
      await clock.advance(MINUTE);
    }
    expect(said()).toHaveLength(3);
    await says('When are you open?');
    expect(said()).toHaveLength(3);
    expect(conversation().waiting_since).not.toBeNull();
  });

  test('our own words that come back are not answered', async () => {
    const { says, said } = await shopAt(10, { settings: { closedAnswer: true } });
    await says('Where can I park?');
    await says(said()[0] ?? '');
    expect(said()).toHaveLength(1);
  });

  test('what lay somewhere for an hour is for a person', async () => {
    const { network, sim, clock, said, line, conversation } = await shopAt(10);
    await line().stop();
    network.sendText(ANA, sim.msisdn, 'Where can I park?');
    await clock.advance(HOUR);
    line().start();
    await clock.advance(10_000);
    expect(conversation().waiting_since).not.toBeNull();
    expect(said()).toEqual([]);
  });

  test('a customer who asked for no more texts gets no answer by itself', async () => {
    const { says, said, conversation } = await shopAt(10);
    await says('STOP');
    await says('Where can I park?');
    expect(said()).toHaveLength(1); // the confirmation
    expect(conversation().waiting_since).not.toBeNull();
  });
});

describe('trying it', () => {
  test.each([
    ['STOP', 'consent'],
    ['Person', 'person'],
    ['where to park', 'answer'],
    ['Is the parking free for my two vans with trailers?', 'suggest'],
    ['Is my bike ready?', 'nobody'],
  ])('“%s”: %s, and nothing is sent', async (text, outcome) => {
    const { automation, store, said } = await shopAt(10);
    expect(automation.tryText(text).outcome).toBe(outcome);
    expect(said()).toEqual([]);
    expect(store.queue.queueCounts().queued).toBe(0);
  });

  test('while closed, what is left over gets the closed-hours answer', async () => {
    const { automation } = await shopAt(22, { settings: { closedAnswer: true } });
    expect(automation.tryText('Is my bike ready?')).toMatchObject({ outcome: 'closed' });
  });
});
