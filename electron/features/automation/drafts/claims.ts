import { LEXICONS } from '../../../locales/customers.ts';
import { CUSTOMER_LANGUAGES, type CustomerLanguage } from '../../../locales/customer-languages.ts';
import { lazily } from '../../../shared/lazily.ts';
import { fold } from '../../../shared/fold.ts';
import { wordsOf } from '../faq/faq-matcher.ts';
import { languageOf } from '../faq/gaps.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A statement in a text that can be wrong: a figure, a price, a time or a day. */
interface Claim extends Stretch {
  /** The same key for the same thing, however it is written. */
  readonly key: string;
}

interface Token extends Stretch {
  readonly text: string;
}

/** A figure with its separators (thousands may be set apart by a space), or a word, or a currency sign. */
const TOKEN = /\d+(?:[.,:'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*|[\p{L}\p{M}]+|[€$£%]/gu;
const THOUSANDS = /^\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+$/;
const FIGURE = /^\d/;
/** “10h30”: an hour as French and Portuguese write it. */
const HOUR = /(\d)[hH](?=\d\d(?!\d))/g;

const UNITS: readonly (readonly [unit: string, words: RegExp])[] = [
  ['money', /^(?:€|\$|£|eur|euros?|chf|franken|francs?|usd|dollars?|gbp|pounds?|cents?|ct|pence)$/],
  ['percent', /^(?:%|percent|prozent|procent)$/],
];
/** Words that mean half of the day in English and something else in other languages. */
const HALF_OF_DAY = /^(?:am|pm)$/;

/** These words are also verbs, so they count as months only beside a figure. */
const ALSO_VERBS = new Set(['may', 'march']);

const claimWords = lazily(
  (): ReadonlyMap<CustomerLanguage, ClaimWords> =>
    new Map(CUSTOMER_LANGUAGES.map((language) => [language, claimWordsOf(language)])),
);

/**
 * Finds numbers, prices, times and days of a text that none of its sources names. Pure. The same thing in another language or
 * spelling counts as the same; two facts of the sources that are mixed up with each other are not noticed.
 * @param shop the language assumed for texts that could be in several
 */
export function unsupportedIn(text: string, sources: readonly string[], shop: CustomerLanguage): readonly Stretch[] {
  const known = new Set(sources.flatMap((source) => claimsIn(source, shop).map(({ key }) => key)));
  return claimsIn(text, shop)
    .filter(({ key }) => !known.has(key))
    .map(({ start, end }) => ({ start, end }));
}

function claimsIn(text: string, shop: CustomerLanguage): readonly Claim[] {
  const language = languageOf(wordsOf(text), shop);
  const tokens: Token[] = [...text.replace(HOUR, '$1:').matchAll(TOKEN)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
  return tokens.flatMap((token, i) => {
    const value = valueOf(token.text, language);
    if (value !== null) {
      const beside = [tokens[i + 1], tokens[i - 1]];
      const month = beside.map((other) => (other === undefined ? null : monthOf(other.text))).find((m) => m != null);
      if (month != null) return [claim(token, `${value} of month ${month}`)];
      const unit = beside
        .map((other) => (other === undefined ? null : unitOf(other, token, text, language)))
        .find((u) => u != null);
      return [claim(token, `${value} ${unit ?? ''}`)];
    }
    const month = monthOf(token.text);
    if (month !== null) {
      const isDate = [tokens[i - 1], tokens[i + 1]].some((other) => other !== undefined && FIGURE.test(other.text));
      return ALSO_VERBS.has(fold(token.text)) && !isDate ? [] : [claim(token, `month ${month}`)];
    }
    const day = dayOf(token.text, language);
    return day === null ? [] : [claim(token, day)];
  });
}

function claim({ start, end }: Token, key: string): Claim {
  return { start, end, key };
}

/** “9:00”, “09.00” and “nine” are 9; “1.000” and “1 000” are 1000; “19,90” is 19.90. */
function valueOf(token: string, language: CustomerLanguage): string | null {
  if (!FIGURE.test(token)) {
    const value = claimWords().get(language)?.numbers.get(plain(token, language));
    return value === undefined ? null : String(value);
  }
  if (THOUSANDS.test(token)) return token.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return token
    .split(/\D/)
    .map((group, i) => (i === 0 ? group.replace(/^0+(?=\d)/, '') : group))
    .join('.')
    .replace(/(?:\.0+)+$/, '');
}

/** What a figure counts; only a unit right beside it is considered. */
function unitOf(token: Token, figure: Token, text: string, language: CustomerLanguage): string | null {
  const between = token.start >= figure.end ? text.slice(figure.end, token.start) : text.slice(token.end, figure.start);
  if (!/^[ \u00a0\u202f.]?$/.test(between)) return null;
  const word = fold(token.text);
  if (language === 'en' && token.start >= figure.end && HALF_OF_DAY.test(word)) return word;
  return UNITS.find(([, words]) => words.test(word))?.[0] ?? null;
}

function monthOf(token: string): number | null {
  const word = fold(token);
  for (const { months } of claimWords().values()) {
    const month = months.get(word);
    if (month !== undefined) return month;
  }
  return null;
}

function dayOf(token: string, language: CustomerLanguage): string | null {
  const word = fold(token);
  for (const { weekdays } of claimWords().values()) {
    const day = weekdays.get(word);
    if (day !== undefined) return `weekday ${day}`;
  }
  return claimWords().get(language)?.relative.get(word) ?? null;
}

interface ClaimWords {
  readonly numbers: ReadonlyMap<string, number>;
  readonly relative: ReadonlyMap<string, string>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
}

function claimWordsOf(language: CustomerLanguage): ClaimWords {
  const names = (options: Intl.DateTimeFormatOptions, dates: readonly number[]): ReadonlyMap<string, number> => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    // “segunda-feira” is shortened to “segunda”, which also means something else; the rest of the name carries no information.
    return new Map(dates.map((date, i) => [fold(format.format(date)).split('-')[0] ?? '', i]));
  };
  const days = Array.from({ length: 7 }, (_, i) => Date.UTC(2023, 0, 1 + i));
  const months = Array.from({ length: 12 }, (_, i) => Date.UTC(2023, i, 1));
  // Short English names are not words of another kind, except for these.
  const isWord = new Set(['sun', 'sat', 'mar', 'may']);
  const short = (
    options: Intl.DateTimeFormatOptions,
    dates: readonly number[],
  ): readonly (readonly [string, number])[] =>
    language === 'en' ? [...names(options, dates)].filter(([name]) => !isWord.has(name)) : [];
  return {
    numbers: new Map(Object.entries(LEXICONS[language].numbers).map(([value, word]) => [word, Number(value)])),
    relative: new Map([
      [LEXICONS[language].today, 'today'],
      [LEXICONS[language].tomorrow, 'tomorrow'],
    ]),
    weekdays: new Map([...names({ weekday: 'long' }, days), ...short({ weekday: 'short' }, days)]),
    months: new Map([...names({ month: 'long' }, months), ...short({ month: 'short' }, months)]),
  };
}

/** German umlauts may also be written with an e. */
function plain(token: string, language: CustomerLanguage): string {
  const lower = token.toLowerCase();
  return fold(language === 'de' ? lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue') : lower);
}
