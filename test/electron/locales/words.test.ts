import { expect, test } from 'vitest';
import { OWNER_WORDS } from '../../../electron/locales/owners.ts';
import type { WindowLanguage } from '../../../electron/locales/languages.ts';
import { LOCALES } from '../../../electron/locales/index.ts';

/** Names of other things that are written so. */
const NAMES: ReadonlySet<string> = new Set(['iCal', 'iCalendar', 'vCard', 'ttyUSB0']);

function sentencesIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesIn) : [];
}

/** What renaming something in the code leaves behind where its name was a word as well. */
const isOfTheCode = (word: string): boolean =>
  (/^[a-z]+[A-Z]/.test(word) && !NAMES.has(word)) || /^(?:Dto|Emitter|Repository|undefined|null|NaN)$/.test(word);

test.each(Object.entries(LOCALES))(
  'nothing that is said in %s is a name of the code',
  (language, { window, shell }) => {
    const found = sentencesIn([window, shell, OWNER_WORDS[language as WindowLanguage]]).flatMap(
      (sentence) =>
        // What is filled in by the desk or by the owner has names of its own.
        sentence.replaceAll(/\{+[^}]*\}+/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [],
    );
    expect(found.length).toBeGreaterThan(1_000);
    expect(found.filter(isOfTheCode)).toEqual([]);
  },
);

/** Literal words of the first version, which users of such programs do not know. */
const OLD: Readonly<Record<string, RegExp>> = {
  en: /\b(?:by itself|by themselves|call(?:ed)? off|put back|bring in|brought in|take back|taken back|goes out|gone out|operator|service centre|colours?|cancelled|nobody in particular|somebody|begin anew|started anew|he|his|him|no more texts|a text|texts|parts|sealed?|tariff|template|rules?|talks?)\b/i,
  de: /\b(?:von selbst|hinausgeh\w*|geht hinaus|Marken?|Etikett|Tresen|Laden|Aufträge?|Auftrags\w*|Kennwort|Rechner|Dienst-SMS|Service-SMS|Sammel-SMS|Vorlagen?|Regeln?|zurückgeholt|zurückholen|du|dein|euch?)\b/,
};
/** Where an old word is another one. */
const MEANT: Readonly<Record<string, RegExp>> = {
  en: /\d texts?\b|Operator$|spam|you texted|texted you|by text|text (?:this|us|you|STATUS|START|them)|is texted|can’t text|be texted|take (?:card|credit)|Nobody is texted|phone texts|^texts$|return a text/,
  de: /zuerst eines in jenem|Laden Sie/,
};

function pathsOf(words: unknown, path = ''): readonly (readonly [path: string, value: unknown])[] {
  if (typeof words === 'string' || typeof words === 'function') return [[path, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => pathsOf(value, `${path}/${key}`));
}

/** What a function says is looked at in its source: what is filled in cannot be known here. */
const textOf = (value: unknown): string => (typeof value === 'function' ? String(value) : (value as string));
const quoted = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : [...textOf(value).matchAll(/'([^']*)'|"([^"]*)"|`([^`]*)`/g)].map((found) => found.slice(1).join('')).join(' ');

test.each(Object.entries(LOCALES))(
  '%s says nothing in the words of the first version',
  (language, { window, shell }) => {
    const old = OLD[language];
    if (old === undefined) return;
    const said = pathsOf([window, shell, OWNER_WORDS[language as WindowLanguage]])
      .filter(([path]) => !/\/(?:synonyms|faqStarters)\//.test(path))
      .map(([path, value]) => [path, quoted(value).replaceAll(/\$?\{+[^}]*\}+/g, ' ')] as const);
    expect(said.length).toBeGreaterThan(1_500);
    const found = said.filter(([, sentence]) => old.test(sentence) && MEANT[language]?.test(sentence) !== true);
    expect(found.map(([path, sentence]) => `${path}: ${sentence}`)).toEqual([]);
  },
);

/** Said alike in both languages. */
const ALIKE = /^(?:[\p{L}-]+|[^\p{Ll}]*|.*(?:\{|https?:|\/dev\/|smtp\.).*|SSL\/TLS|.*\(.*\)|USB .*)$/u;

test('what German says is German, with the same placeholders', () => {
  const english = new Map(pathsOf(LOCALES.en.window));
  const german = new Map(pathsOf(LOCALES.de.window));
  const strings = [...english].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && typeof german.get(entry[0]) === 'string',
  );
  expect(strings.length).toBeGreaterThan(1_200);
  const untranslated = strings.filter(
    ([path, value]) => german.get(path) === value && value.split(' ').length > 1 && !ALIKE.test(value),
  );
  expect(untranslated).toEqual([]);
  const blanks = (value: unknown): readonly string[] => (String(value).match(/\{+\w+\}+/g) ?? []).toSorted();
  for (const [path, value] of strings) expect([path, blanks(german.get(path))]).toEqual([path, blanks(value)]);
});
