import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InboxDesk } from '../../../../support/inbox-desk.ts';
import { numberOf } from '../../../../../electron/shared/ids.ts';

const ANA = '+491712223344';
const TOM = '+491604412907';
const HOUR = 3_600_000;

describe('what could be answered', () => {
  let shop: InboxDesk;

  beforeEach(async () => {
    shop = await InboxDesk.open();
  });
  afterEach(() => shop.close());

  /** Asked and answered, as of long ago. */
  async function before(number: string, question: string, answer: string, afterMs = 0): Promise<void> {
    shop.customer(number, question);
    await shop.all.clock.advance(afterMs);
    const id = await shop.answer(number, answer);
    shop.all.store.messages.setDelivered(numberOf(id), shop.all.clock.now());
  }
  const drafts = async (conversationId: string) => (await shop.ask('answers.draft', { conversationId })).sources;

  test('what was answered to a text like it, with where and to whom', async () => {
    await before(TOM, 'Do you repair carbon frames?', 'Yes, carbon takes a week.');
    await before('+491700000001', 'When do you close?', 'At six.');
    const ana = shop.customer(ANA, 'hi, can you repair a carbon frame');
    expect(await drafts(ana)).toMatchObject([
      {
        kind: 'past',
        label: '0160 4412907',
        text: 'Yes, carbon takes a week.',
        conversationId: 'conversation_1',
        messageId: 'message_2',
      },
    ]);
  });

  test('from the shop’s questions and templates as well, the likeliest first, the same words once', async () => {
    await shop.ask('templates.save', { id: null, name: 'parking', text: 'Park behind {{shop}}, {{first_name}}.' });
    await shop.ask('faqs.save', {
      id: null,
      name: 'Parking',
      enabled: true,
      wordings: [
        { language: 'en', phrasings: ['Where can I park?'], keywords: ['parking'], answer: 'Behind the house.' },
      ],
    });
    await before(TOM, 'Where can I park my car', 'Behind the house.');
    const ana = shop.customer(ANA, 'Where can I park?');
    const found = await drafts(ana);
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['question', 'Behind the house.'],
      ['template', 'Park behind My shop, {{first_name}}.'],
    ]);
    expect(found[0]?.score).toBeGreaterThan(found[1]?.score ?? 1);
  });

  test('not what came a day later, and not what never left', async () => {
    await before(TOM, 'Do you sell carbon saddles?', 'No.', 25 * HOUR);
    shop.customer('+491700000001', 'Do you sell carbon saddles');
    await shop.answer('+491700000001', 'Not yet sent');
    const ana = shop.customer(ANA, 'Do you sell carbon saddles?');
    expect(await drafts(ana)).toEqual([]);
  });

  test('nothing where nobody has asked, and nothing for an ordinary word', async () => {
    await before(TOM, 'Hello, thank you!', 'You are welcome.');
    await shop.answer(ANA, 'Your bike is ready');
    const { id } = (await shop.ask('conversations.get', { id: 'conversation_2' })) as { id: string };
    expect(await drafts(id)).toEqual([]);
    shop.customer(ANA, 'ok');
    expect(await drafts(id)).toEqual([]);
    expect((await shop.tryTo('answers.draft', { conversationId: 'conversation_99' })).ok).toBe(false);
  });
});
