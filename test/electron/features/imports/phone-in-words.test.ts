import { expect, test } from 'vitest';
import { phoneIn } from '../../../../electron/features/imports/phone-in-words.ts';

const ANA = '+491712223344';

test.each([
  ['Ana 0171 2223344', '', ANA],
  ['Tube: Ana Kuhn (0171/222 33 44)', '', ANA],
  ['Ana +49 171 2223344', 'geb. 01.02.1985', ANA],
  ['geb. 05.03.1962 0171 2223344', '', ANA],
  ['2026-11-25 10:00 0171 2223344', '', ANA],
  ['01/02/1985 Ana +49 171 2223344', '', ANA],
  ['Ana', 'tel 0171 2223344', ANA],
  ['Ana', 'Berlin\n+49 171 2223344', ANA],
  ['Ana', 'Mobil: 0171-2223344, kommt mit Kind', ANA],
  ['Ana 0171 2223344', 'Einwahl 069 12345678', ANA],
  ['Ana', 'seit 03.04.2019', null],
  ['Ana', 'Kd-Nr. 0815123', null],
  ['Ana', '12345 Berlin, Einwahl 069 12345678 Konferenz', null],
  ['Ana Kd 0815123', '', null],
  ['Ana', '', null],
  ['Ana 0171 2223344 oder 0160 4412907', '', 'several'],
  ['Ana', 'tel 0171 2223344\ntel 0160 4412907', 'several'],
])('%j, %j: %s', (heading, rest, expected) => {
  const found = phoneIn(heading, rest, 'DE');
  expect(found === 'several' ? found : found.number).toBe(expected);
});
