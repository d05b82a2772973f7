import { expect, test } from 'vitest';
import { amountIn } from '../../../../electron/features/lines/balance.ts';

test.each([
  ['Your balance is 12.34 EUR, valid until 31.12.2027.', '', 12.34],
  ['Ihr Guthaben: 1.234,50 EUR', '', 1234.5],
  ['Guthaben 7,5 EUR', '', 7.5],
  ['Balance: EUR 1,234.00', '', 1234],
  ['Crédit 12 345,60 F', '', 12345.6],
  ['2 texts left. Credit: 3.20', '', 3.2],
  ['Valid until 2027-12-31. Rest 15', '', 15],
  ['Bonus 5.00, Main account: 0.07', 'main account:', 0.07],
  ['Saldo -1,20 EUR', 'saldo', -1.2],
  ['Saldo: -1,20 EUR', '', -1.2],
  ['Nothing here', '', null],
  ['Credit 5.00', 'bundle', null],
])('%s (after “%s”)', (text, after, amount) => {
  expect(amountIn(text, after)).toBe(amount);
});
