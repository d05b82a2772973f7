import { describe, expect, test } from 'vitest';
import { displayNumber, parseRecipient, sameSubscriber } from '../../../electron/shared/phone.ts';
import { countryOfImsi } from '../../../electron/features/lines/mcc.ts';

describe('numbers', () => {
  test.each([
    ['0171 222 33 44', '+491712223344'],
    ['+49 171 2223344', '+491712223344'],
    ['+49 (0)171-2223344', '+491712223344'],
    ['0049171/2223344', '+491712223344'],
    ['(0171) 222.33.44', '+491712223344'],
    ['０１７１２２２３３４４', '+491712223344'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+1 (415) 555-2671', '+14155552671'],
  ])('%s', (input, number) => {
    expect(parseRecipient(input, 'DE')).toEqual({ kind: 'phone', value: number });
  });

  test.each(['', 'abc', '0171 22x', '+', '++49171', '0'.repeat(30), '<b>0171</b>', '123456789012345678901'])(
    '%j is none',
    (input) => {
      expect(parseRecipient(input, 'DE')).toBeNull();
    },
  );

  test.each(['22922', '*100#', '110'])('%s is a short code, kept as it is', (code) => {
    expect(parseRecipient(code, 'DE')).toEqual({ kind: 'short-code', value: code });
  });

  test('shown as people of the country write them', () => {
    expect(displayNumber('+491712223344', 'DE')).toBe('0171 2223344');
    expect(displayNumber('+33612345678', 'DE')).toBe('+33 6 12 34 56 78');
    expect(displayNumber('MyBank', 'DE')).toBe('MyBank');
    expect(displayNumber('+491523366871', 'DE')).toBe('+49 1523366871');
  });

  test('reports name the recipient as they like', () => {
    expect(sameSubscriber('+491712223344', '01712223344')).toBe(true);
    expect(sameSubscriber('+491712223344', '004917122233 44')).toBe(true);
    expect(sameSubscriber('+491712223344', '+491712223345')).toBe(false);
  });

  test('the SIM says the country', () => {
    expect(countryOfImsi('262011234567890')).toBe('DE');
    expect(countryOfImsi('310260000000000')).toBe('US');
    expect(countryOfImsi('001010123456789')).toBeNull();
    expect(countryOfImsi(null)).toBeNull();
  });
});
