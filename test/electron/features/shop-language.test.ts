import { expect, test } from 'vitest';
import { languageForCustomers, languageOfOwner } from '../../../electron/features/consent/shop-language.ts';

const AS_INSTALLED = { language: 'system', customerLanguage: 'auto', systemLanguage: '' } as const;

test('customers are written to as their country speaks, whatever the window speaks', () => {
  expect(languageForCustomers(AS_INSTALLED, 'DE')).toBe('de');
  expect(languageForCustomers({ ...AS_INSTALLED, language: 'en' }, 'DE')).toBe('de');
  expect(languageForCustomers({ ...AS_INSTALLED, systemLanguage: 'de' }, 'US')).toBe('en');
});

test('where the country says nothing, the owner’s language is taken; what the owner has chosen stands before all', () => {
  expect(languageForCustomers({ ...AS_INSTALLED, systemLanguage: 'de' }, 'SE')).toBe('de');
  expect(languageForCustomers(AS_INSTALLED, 'SE')).toBe('en');
  expect(languageForCustomers({ ...AS_INSTALLED, customerLanguage: 'it' }, 'DE')).toBe('it');
});

test('the owner is written to in the language of the window, by the country only where no window was open yet', () => {
  expect(languageOfOwner({ ...AS_INSTALLED, systemLanguage: 'en' }, 'DE')).toBe('en');
  expect(languageOfOwner({ ...AS_INSTALLED, language: 'de', systemLanguage: 'en' }, 'US')).toBe('de');
  expect(languageOfOwner(AS_INSTALLED, 'AT')).toBe('de');
  expect(languageOfOwner(AS_INSTALLED, 'FR')).toBe('en');
});
