import { fold } from '../../shared/fold.ts';

/** Titles, which say nothing about who somebody is. */
const TITLES: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'prof',
  'herr',
  'frau',
  'fr',
  'hr',
  'dipl',
  'ing',
  'med',
  'mme',
  'sr',
  'sra',
  'sig',
]);

/** Nobody enters longer names. */
const MAX_NAME_LENGTH = 80;

/** Makes a name one line of visible characters, whatever was pasted. */
export function cleanName(name: string): string {
  return (
    name
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control and zero-width characters are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim()
      .slice(0, MAX_NAME_LENGTH)
      .toWellFormed()
  );
}

/** Gives letters that sound alike or are often confused one common spelling. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sch|sz|z/g, 's'],
  [/ck|[cqg]/g, 'k'],
  [/dt|th|d/g, 't'],
  [/b/g, 'p'],
  [/[vw]/g, 'f'],
  [/x/g, 'ks'],
  // Vowels, and letters behind them that have no sound of their own: Meier, Mayr; Kuhn, Kühn.
  [/(?!^)[aeiouyhj]+/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The words by which a person is known, folded. */
function wordsOf(name: string): readonly string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !TITLES.has(word));
}

const sounding = (word: string): string => SOUNDS.reduce((sound, [letters, one]) => sound.replace(letters, one), word);

/**
 * How a name sounds, with its words sorted: `Müller, Anna` and `Dr. Ana Mueller` are alike. Empty if there is too little to
 * recognize somebody by. Pure.
 */
export function nameKey(name: string): string {
  const words = wordsOf(name);
  return words.length < 2 ? '' : words.map(sounding).toSorted().join(' ');
}

/** Whether two names have the same words in any order. Pure. */
export function isSameName(one: string, other: string): boolean {
  return wordsOf(one).toSorted().join(' ') === wordsOf(other).toSorted().join(' ');
}

/**
 * Whether two names may be the same person's: `Ana`, `Kuhn, Anna` and `Ana Maria Kuhn`. A missing name may be anybody's. Pure.
 */
export function mayBeOne(one: string, other: string): boolean {
  const [a, b] = [new Set(wordsOf(one).map(sounding)), new Set(wordsOf(other).map(sounding))];
  return [...a].every((word) => b.has(word)) || [...b].every((word) => a.has(word));
}
