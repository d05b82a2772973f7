import { describe, expect, test } from 'vitest';
import { idOf } from '../../../../electron/shared/ids.ts';
import type { Survey } from '../../../../electron/shared/surveys.ts';
import { taken } from '../../../support/contact-shop.ts';
import { groupShop } from '../../../support/group-shop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CUSTOMER = '+491712223344';

const HOW_WAS_IT: Survey = {
  name: 'How was it?',
  enabled: true,
  after: ['conversation', 'appointment', 'order'],
  delayMinutes: 60,
  steps: [{ kind: 'satisfaction', text: 'How content are you with {{shop}}, 1 to 5?', choices: [] }],
  thanks: 'Thank you!',
  lowTagId: null,
  highTagId: null,
};

async function shopWith(changes: Partial<Survey> = {}) {
  const shop = await groupShop();
  const told: string[] = [];
  shop.context.events.on((event) => {
    if (event.type === 'conversation.flagged') told.push(event.value.rule);
  });
  taken(shop.surveys.save(null, { ...HOW_WAS_IT, ...changes }));
  const hear = async (text: string): Promise<void> => {
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, text);
    await shop.pass(MINUTE);
  };
  const said = (): readonly string[] => shop.texts.map(({ text }) => text);
  /** A talk with a customer, closed by a person. */
  const talk = async (): Promise<void> => {
    await hear('Is it ready?');
    shop.send(CUSTOMER, 'Yes, it is.');
    await shop.pass(MINUTE);
    shop.conversations.change(['conversation_1'], { status: 'closed' });
  };
  const conversation = () => shop.store.conversations.byId(1);
  const answers = () =>
    taken(shop.surveys.ofCustomer('conversation_1')).map(({ score, words, mood }) => [score, words, mood]);
  return { ...shop, told, hear, said, talk, conversation, answers };
}

describe('a survey', () => {
  test('is sent a while after a talk was closed; the answer is read, thanked for, and the talk stays closed', async () => {
    const shop = await shopWith();
    await shop.talk();
    await shop.pass(50 * MINUTE);
    expect(shop.said()).toEqual(['Yes, it is.']);
    await shop.pass(15 * MINUTE);
    expect(shop.said()).toEqual(['Yes, it is.', 'How content are you with Kessler, 1 to 5?']);
    await shop.hear('great thanks!');
    expect(shop.said().slice(2)).toEqual(['Thank you!']);
    expect(shop.answers()).toEqual([['5/5', '', 'high']]);
    expect(shop.conversation()).toMatchObject({ status: 'closed', waiting_since: null, unread: 0 });
    expect(shop.told).toEqual([]);
    // What comes next is a talk again.
    await shop.hear('5');
    expect(shop.conversation()).toMatchObject({ status: 'open' });
    expect(shop.answers().length).toBe(1);
    shop.store.close();
  });

  test('who is not content is told of at once, and waits for a person', async () => {
    const shop = await shopWith();
    const tag = shop.store.lists.tags.insert({ name: 'Unhappy', hue: 1 });
    taken(shop.surveys.save('v1', { ...HOW_WAS_IT, lowTagId: idOf('tag', tag) }));
    await shop.talk();
    await shop.pass(2 * HOUR);
    await shop.hear('2 - I waited for an hour');
    expect(shop.told).toEqual(['How was it?']);
    expect(shop.answers()).toEqual([['2/5', 'I waited for an hour', 'low']]);
    const row = shop.conversation();
    expect(row?.status).toBe('open');
    expect(row?.waiting_since).not.toBeNull();
    expect(JSON.parse(row?.tags ?? '[]')).toEqual([tag]);
    shop.store.close();
  });

  test('several questions, one after the other; what is unclear is for a person, and the question stands', async () => {
    const shop = await shopWith({
      steps: [
        { kind: 'recommendation', text: 'Would you recommend us, 0 to 10?', choices: [] },
        { kind: 'choice', text: 'Why?', choices: ['Price', 'Service'] },
        { kind: 'words', text: 'Anything else?', choices: [] },
      ],
      thanks: '',
    });
    await shop.talk();
    await shop.pass(2 * HOUR);
    await shop.hear('9');
    await shop.hear('When do you open tomorrow?');
    expect(shop.conversation()).toMatchObject({ status: 'open' });
    await shop.hear('the service');
    // They have asked something meanwhile: that is for a person, whatever they answer.
    expect(shop.conversation()?.status).toBe('open');
    expect(shop.conversation()?.waiting_since).not.toBeNull();
    await shop.hear('Keep on');
    expect(shop.said().slice(1)).toEqual([
      'Would you recommend us, 0 to 10?',
      'Why?\n1 Price\n2 Service',
      'Anything else?',
    ]);
    expect(shop.answers()).toEqual([
      ['9/10', '', 'high'],
      ['Service', '', null],
      [null, 'Keep on', null],
    ]);
    shop.store.close();
  });

  test('whoever was not content once waits for a person, also after they have explained it', async () => {
    const shop = await shopWith({
      steps: [
        { kind: 'satisfaction', text: 'How content, 1 to 5?', choices: [] },
        { kind: 'words', text: 'Why?', choices: [] },
      ],
    });
    await shop.talk();
    await shop.pass(2 * HOUR);
    await shop.hear('1');
    await shop.hear('You broke my phone, I want my money back');
    expect(shop.said().at(-1)).toBe('Thank you!');
    expect(shop.conversation()).toMatchObject({ status: 'open', unread: 3 });
    expect(shop.conversation()?.waiting_since).not.toBeNull();
    shop.store.close();
  });

  test('“please stop these surveys” is no answer to one', async () => {
    const shop = await shopWith({ steps: [{ kind: 'words', text: 'How was it?', choices: [] }] });
    await shop.talk();
    await shop.pass(2 * HOUR);
    await shop.hear('please stop these surveys');
    expect(shop.answers()).toEqual([]);
    expect(shop.conversation()?.status).toBe('open');
    shop.store.close();
  });

  test('who was erased before it was sent is not asked', async () => {
    const shop = await shopWith();
    const contact = shop.add('Ana Kuhn', CUSTOMER);
    await shop.talk();
    taken(await shop.customers.erasure.erase(contact.id as string));
    const before = shop.said().length;
    await shop.pass(5 * HOUR);
    expect(shop.said().length).toBe(before);
    expect(shop.store.conversations.find(shop.row.id, CUSTOMER)).toBeNull();
    shop.store.close();
  });

  test('not twice in thirty days, not in an open talk, not who wants none', async () => {
    const shop = await shopWith();
    await shop.talk();
    await shop.pass(2 * HOUR);
    await shop.hear('5');
    const before = shop.said().length;
    await shop.pass(20 * DAY, 6 * HOUR);
    await shop.talk();
    await shop.pass(3 * HOUR);
    expect(shop.said().length).toBe(before + 1);
    await shop.pass(11 * DAY, 6 * HOUR);
    await shop.talk();
    // They write again before it is sent.
    await shop.hear('One more thing');
    await shop.pass(3 * HOUR);
    expect(shop.said().length).toBe(before + 2);
    shop.conversations.change(['conversation_1'], { status: 'closed' });
    await shop.hear('STOP');
    shop.conversations.change(['conversation_1'], { status: 'closed' });
    await shop.pass(3 * HOUR);
    expect(shop.said().filter((text) => text.startsWith('How content')).length).toBe(1);
    shop.store.close();
  });

  test('STOP in answer to it ends all texts, and is no answer', async () => {
    const shop = await shopWith();
    await shop.talk();
    await shop.pass(2 * HOUR);
    await shop.hear('STOP');
    expect(shop.store.optOuts.has(CUSTOMER)).toBe(true);
    expect(shop.answers()).toEqual([]);
    shop.store.close();
  });

  test('after an appointment that was kept, and once', async () => {
    const shop = await shopWith({ after: ['appointment'] });
    shop.surveys.start();
    taken(shop.catalogue.saveResource(null, { name: 'Lena', hours: null, exceptions: [], serviceIds: null }));
    taken(
      shop.catalogue.saveService(null, {
        name: 'Check',
        minutes: 60,
        buffer: 0,
        price: '',
        text: '',
        reminders: [],
        cutoffHours: 2,
      }),
    );
    const book = (number: string, time: string) =>
      taken(
        shop.appointments.book({
          conversationId: null,
          number,
          name: '',
          serviceId: 'service_1',
          resourceId: null,
          date: '2026-11-25',
          time,
          note: '',
          tell: false,
        }),
      );
    book(CUSTOMER, '11:00');
    const missed = book('+491712223345', '12:00');
    await shop.pass(2.5 * HOUR);
    taken(shop.appointments.change(missed.id, 'miss', false));
    await shop.pass(6 * HOUR);
    expect(shop.texts.map(({ to, text }) => `${to.slice(-1)} ${text.slice(0, 11)}`)).toEqual(['4 How content']);
    shop.surveys.start();
    await shop.pass(2 * DAY, 3 * HOUR);
    expect(shop.texts.length).toBe(1);
    shop.store.close();
  });
});
