import { CUSTOMER_LANGUAGES } from '../../../electron/locales/customer-languages.ts';
import { describe, expect, test } from 'vitest';
import { CUSTOMER_WORDS } from '../../../electron/locales/customers.ts';
import { countText, normaliseText } from '../../../electron/shared/composing.ts';
import { consentRequestIn } from '../../../electron/features/consent/words.ts';

const ARGUMENTS = ['Kessler', 'Bike check', 'Wed 25 Nov 10:00', '11:30'];

/** Everything a wording says, with usual words in it. */
function sayings(wording: object): readonly (readonly [string, string])[] {
  return Object.entries(wording).flatMap(([name, said]: [string, unknown]) => {
    if (typeof said === 'string') return [[name, said] as const];
    if (typeof said === 'function') return [[name, (said as (...all: string[]) => string)(...ARGUMENTS)] as const];
    return sayings(said as object).map(([inner, text]) => [`${name}.${inner}`, text] as const);
  });
}

describe.each(CUSTOMER_LANGUAGES)('what is said by itself in %s', (language) => {
  const { appointments, orders } = CUSTOMER_WORDS[language];
  test.each(sayings({ appointments, orders }))(
    '%s: in letters that cost one text, and nothing that ends all texts',
    (_, text) => {
      const { parts, alphabet } = countText(normaliseText(text));
      expect([parts, alphabet]).toEqual([1, 'gsm7']);
      expect(text.length).toBeLessThanOrEqual(160);
      expect(consentRequestIn(text)?.wish === 'opt-out').toBe(false);
    },
  );
});
