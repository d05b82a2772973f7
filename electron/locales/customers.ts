import { deCustomers } from './de/customers.ts';
import { deLexicon } from './de/lexicon.ts';
import { enCustomers } from './en/customers.ts';
import { enLexicon } from './en/lexicon.ts';
import { esCustomers } from './es/customers.ts';
import { esLexicon } from './es/lexicon.ts';
import { frCustomers } from './fr/customers.ts';
import { frLexicon } from './fr/lexicon.ts';
import { itCustomers } from './it/customers.ts';
import { itLexicon } from './it/lexicon.ts';
import { nlCustomers } from './nl/customers.ts';
import { nlLexicon } from './nl/lexicon.ts';
import { ptCustomers } from './pt/customers.ts';
import { ptLexicon } from './pt/lexicon.ts';
import type { CustomerLanguage } from './customer-languages.ts';
import type { CustomerWords } from './customer-words.ts';
import type { Lexicon } from './lexicon.ts';

/** What customers are written. */
export const CUSTOMER_WORDS: Readonly<Record<CustomerLanguage, CustomerWords>> = {
  en: enCustomers,
  de: deCustomers,
  fr: frCustomers,
  es: esCustomers,
  pt: ptCustomers,
  nl: nlCustomers,
  it: itCustomers,
};

/** What they write, as it is understood. */
export const LEXICONS: Readonly<Record<CustomerLanguage, Lexicon>> = {
  en: enLexicon,
  de: deLexicon,
  fr: frLexicon,
  es: esLexicon,
  pt: ptLexicon,
  nl: nlLexicon,
  it: itLexicon,
};
