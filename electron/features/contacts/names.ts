import { fold } from '../../shared/fold.ts';

/** Says nothing about who it is. */
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

/** Names a person keeps short. */
const MAX_NAME_LENGTH = 80;

/** A name is one line that shows, whatever was pasted. */
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

/** Letters that sound alike, or are mistaken for each other, in one spelling. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sch|sz|z/g, 's'],
  [/ck|[cqg]/g, 'k'],
  [/dt|th|d/g, 't'],
  [/b/g, 'p'],
  [/[vw]/g, 'f'],
  [/x/g, 'ks'],
  // Vowels, and what is no sound of its own behind one: Meier, Mayr; Kuhn, Kühn.
  [/(?!^)[aeiouyhj]+/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The words a person is known by, folded. */
function wordsOf(name: string): readonly string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !TITLES.has(word));
}

const sounding = (word: string): string => SOUNDS.reduce((sound, [letters, one]) => sound.replace(letters, one), word);

/**
 * How a name sounds, its words in one order: `Müller, Anna` and `Dr. Ana Mueller` are alike. Empty where there is too little to know
 * somebody by. Pure.
 */
export function nameKey(name: string): string {
  const words = wordsOf(name);
  return words.length < 2 ? '' : words.map(sounding).toSorted().join(' ');
}

/** The same words, in whatever order. Pure. */
export function isSameName(one: string, other: string): boolean {
  return wordsOf(one).toSorted().join(' ') === wordsOf(other).toSorted().join(' ');
}

/** Whether two names may be one person's: `Ana`, `Kuhn, Anna` and `Ana Maria Kuhn`; who has no name may be anybody. Pure. */
export function mayBeOne(one: string, other: string): boolean {
  const [a, b] = [new Set(wordsOf(one).map(sounding)), new Set(wordsOf(other).map(sounding))];
  return [...a].every((word) => b.has(word)) || [...b].every((word) => a.has(word));
}
