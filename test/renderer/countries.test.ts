import { getCountries } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';
import { COUNTRY_CODES, countryNames } from '../../renderer/lib/text/countries.ts';

test('every country the desk can read numbers of can be chosen, by a name', () => {
  expect([...COUNTRY_CODES].toSorted()).toEqual([...getCountries()].toSorted());
  expect(countryNames().filter(([code, name]) => code === name)).toEqual([]);
});
