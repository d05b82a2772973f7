import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillLink, fixedPart } from '../../../../electron/shared/payment-words.ts';
import { InboxDesk } from '../../../support/inbox-desk.ts';
import { numberOf } from '../../../../electron/shared/ids.ts';

const ANA = '+491712223344';
let shop: InboxDesk;
let conversationId: string;

beforeEach(async () => {
  shop = await InboxDesk.open();
  conversationId = shop.customer(ANA, 'What do I owe you?');
  await shop.ask('settings.set', {
    paymentLink: 'https://pay.example/?a={{amount}}&r={{reference}}&for={{reason}}',
  });
});
afterEach(() => shop.close());

const textsTo = () => shop.all.store.messages.ofConversation(numberOf(conversationId), Number.MAX_SAFE_INTEGER, 20);
const ask = (undoMs = 0) =>
  shop.ask('payments.ask', { conversationId, amount: '49.90', reason: 'Saddle & light', undoMs });

describe('a request to pay', () => {
  test('says how much, for what and where, and answers who asked', async () => {
    const payment = await ask();
    expect(payment).toMatchObject({ number: ANA, amount: '49.90', currency: 'EUR', state: 'open' });
    const [text] = textsTo();
    expect(text).toMatchObject({ purpose: 'answer', source: '@payment' });
    expect(text?.text).toContain(`https://pay.example/?a=49.90&r=${payment.reference}&for=Saddle%20%26%20light`);
    expect(text?.text).toMatch(/49,90/);
    expect((await shop.ask('conversations.get', { id: conversationId })).waitingSince).toBeNull();
    expect(await shop.ask('payments.ofCustomer', { conversationId })).toMatchObject([{ reference: payment.reference }]);
    expect(shop.all.events.some((event) => event.type === 'payment.changed')).toBe(true);
  });

  test('taken back in time they wait again as they did; open again they get the link after all', async () => {
    const before = (await shop.ask('conversations.get', { id: conversationId })).waitingSince;
    const { reference } = await ask(5_000);
    await shop.ask('payments.setState', { reference, state: 'cancelled' });
    expect((await shop.ask('conversations.get', { id: conversationId })).waitingSince).toBe(before);
    await shop.ask('payments.setState', { reference, state: 'open' });
    expect(textsTo()[0]).toMatchObject({ state: 'queued', reason: null });
  });

  test('the same from a till that asks again is one', async () => {
    const { reference } = await ask();
    const again = shop.all.desk.payments.findSameOpen('0171 2223344', { amount: '49.90', reason: 'Saddle & light' });
    expect(again?.reference).toBe(reference);
    expect(
      shop.all.desk.payments.findSameOpen('0171 2223344', { amount: '49.91', reason: 'Saddle & light' }),
    ).toBeNull();
    await shop.all.clock.advance(20 * 60_000);
    expect(
      shop.all.desk.payments.findSameOpen('0171 2223344', { amount: '49.90', reason: 'Saddle & light' }),
    ).toBeNull();
  });

  test('taken back in time it was none', async () => {
    const { reference } = await ask(5_000);
    await shop.ask('payments.setState', { reference, state: 'cancelled' });
    expect(textsTo()[0]).toMatchObject({ state: 'cancelled' });
    // By its text as well.
    const again = await ask(5_000);
    await shop.ask('messages.cancel', { id: again.messageId ?? '' });
    expect((await shop.ask('payments.ofCustomer', { conversationId }))[0]).toMatchObject({ state: 'cancelled' });
  });

  test('paid, they are thanked once; a click that was none thanks nobody', async () => {
    const { reference } = await ask();
    await shop.ask('payments.setState', { reference, state: 'paid' });
    // The link had not left yet: what is paid is asked of nobody.
    expect(textsTo().map(({ state, source }) => `${source} ${state}`)).toEqual([
      '@payment scheduled',
      '@payment cancelled',
      'null received',
    ]);
    await shop.ask('payments.setState', { reference, state: 'open' });
    expect(textsTo()[0]).toMatchObject({ state: 'cancelled' });
    await shop.ask('payments.setState', { reference, state: 'paid' });
    await shop.ask('payments.setState', { reference, state: 'paid' });
    expect(textsTo().filter(({ state }) => state === 'scheduled').length).toBe(1);
  });

  test('is refused without a link, to who wants no texts, and in more digits than the money has', async () => {
    await shop.ask('settings.set', { currency: 'JPY' });
    const yen = await shop.tryTo('payments.ask', { conversationId, amount: '49.90', reason: 'Saddle', undoMs: 0 });
    expect(yen).toMatchObject({ error: { code: 'bad-input' } });
    await shop.ask('settings.set', { currency: 'EUR', paymentLink: '' });
    const none = await shop.tryTo('payments.ask', { conversationId, amount: '49.90', reason: 'Saddle', undoMs: 0 });
    expect(none).toMatchObject({ error: { code: 'no-payment-link' } });
    await shop.ask('settings.set', { paymentLink: 'https://pay.example/{{nothing}}' });
    const wrong = await shop.tryTo('payments.ask', { conversationId, amount: '49.90', reason: 'Saddle', undoMs: 0 });
    expect(wrong).toMatchObject({ error: { code: 'no-payment-link' } });
    shop.all.store.optOuts.add(ANA, shop.all.clock.now(), null);
    const out = await shop.tryTo('payments.ask', { conversationId, amount: '49.90', reason: 'Saddle', undoMs: 0 });
    expect(out).toMatchObject({ error: { code: 'opted-out' } });
  });

  test('stays as a sum when the customer is erased', async () => {
    const { reference } = await ask();
    shop.all.store.transaction(() => shop.all.store.erasure.number(ANA));
    expect(shop.all.store.payments.byReference(reference)).toMatchObject({ number: null, reason: '', amount: '49.90' });
  });
});

describe('a link with something put in', () => {
  test.each([
    ['https://a.example/{{id}}', { id: 'a/b?c' }, 'https://a.example/a%2Fb%3Fc'],
    ['https://a.example/?q={{ id }}', { id: 'x y' }, 'https://a.example/?q=x%20y'],
    ['https://a.example/{{other}}', { id: '1' }, null],
    ['javascript:alert({{id}})', { id: '1' }, null],
    ['file:///etc/{{id}}', { id: 'passwd' }, null],
    ['https://a.example/ {{id}}', { id: '1' }, null],
    // To whom it leads nobody fills in.
    ['https://{{id}}.example/', { id: 'evil' }, null],
    ['https://a.example/{{constructor}}', {}, null],
    ['https://a.example/{{id}}', { id: 'half a \ud83d' }, 'https://a.example/half%20a%20%EF%BF%BD'],
    ['', {}, null],
  ])('%s', (template, values, filled) => {
    expect(fillLink(template, values as Record<string, string>)).toBe(filled);
  });

  test('begins the same for everybody', () => {
    expect(fixedPart('https://a.example/?q={{id}}&x=1')).toBe('https://a.example/?q=');
    expect(fixedPart('https://a.example/')).toBe('https://a.example/');
  });
});
