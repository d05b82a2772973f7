import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderWishIn, referenceKey } from '../../../../electron/features/orders/reference.ts';

describe('the number of an order', () => {
  test.each([
    ['#A-12 34', 'a1234'],
    ['1234', '1234'],
    ['№ 12/3', '123'],
  ])('%s is compared as %s', (input, key) => expect(referenceKey(input)).toBe(key));
});

describe('what is asked about orders', () => {
  test.each([
    ['STATUS 1234', '1234'],
    ['status #1234?', '1234'],
    ['Status A-12', 'a12'],
    ['Is my order ready 1234', '1234'],
    ['Where’s my order 77?', '77'],
    ['order no. 12', '12'],
    ['Bestellung Nr. 1234', '1234'],
    ['Hallo, ist meine Bestellung fertig? 88', '88'],
    ['commande 12', '12'],
    ['mi pedido 9', '9'],
    ['ordine numero 5', '5'],
    ['Status 1234 ready?', '1234'],
    ['Auftrag 1234 fertig?', '1234'],
    ['Ist meine Bestellung fertig? A-12', 'a12'],
  ])('%s: one', (text, key) => expect(orderWishIn(text)).toMatchObject({ is: 'status', key }));

  test.each(['STATUS', 'status please', 'Where is my order?', 'Ist meine Bestellung fertig?', 'estado'])(
    '%s: all',
    (text) => expect(orderWishIn(text)).toEqual({ is: 'status', key: null, input: '' }),
  );

  test.each([
    ['1234', '1234'],
    ['#A 1234', 'a1234'],
    ['12-34', '1234'],
  ])('%s: nothing but a number', (text, key) => expect(orderWishIn(text)).toEqual({ is: 'bare', key }));

  test.each([
    'Can I order 3 pizzas for 7 pm?',
    'order more cake please',
    'order 2 large pizzas',
    'Bestellung für morgen 10 Uhr',
    'Auftrag 1234 bitte stornieren',
    'I come at 12',
    'yes',
    'status of the weather',
    'I would like to order something else than 12 last time because it was late and cold, can you do that please?',
    'see you at 10 or 11',
    '',
  ])('%s: not about an order', (text) => expect(orderWishIn(text)).toBeNull());

  test('whatever is written, it answers, and a key is letters and digits', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const wish = orderWishIn(text);
        if (wish !== null && wish.key !== null) expect(wish.key).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    ));
});
