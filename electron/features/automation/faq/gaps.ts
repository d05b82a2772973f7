import { GRAMMARS, weightOf, WEIGHTS, type FaqLanguage } from './languages.ts';
import { wordsOf } from './faq-matcher.ts';
import { TypoIndex } from './typos.ts';

/** A question a customer asked. */
export interface AskedText {
  readonly number: string;
  readonly text: string;
}

/** A subject that several customers asked about and for which the shop has no answer. */
export interface Gap {
  readonly language: FaqLanguage;
  /** The words it is about, without their endings. The key stays the same for as long as customers ask about it. */
  readonly key: string;
  /** The subject as most customers write it. */
  readonly label: string;
  readonly customers: number;
  /** How customers asked it, the shortest first, each wording once. */
  readonly samples: readonly string[];
}

/** With fewer customers it is not a common question. */
const LEAST_CUSTOMERS = 3;
const MOST_GAPS = 8;
const SAMPLES = 6;
const SHORTEST_WORD = 3;
/** A second word belongs to the subject if at least this share of the messages contain it. */
const TOGETHER = 0.6;
/** Longer messages tell a story. */
const LONGEST_QUESTION = 160;

interface Read {
  readonly asked: AskedText;
  /** Words by their stems. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * Groups what customers ask by the words it is about. Pure.
 * @param shop the language assumed for texts that could be in several
 */
export function gapsIn(
  texts: readonly AskedText[],
  shop: FaqLanguage,
  known: (text: string) => boolean,
): readonly Gap[] {
  const byLanguage = new Map<FaqLanguage, AskedText[]>();
  for (const asked of texts) {
    if (asked.text.length > LONGEST_QUESTION) continue;
    const words = wordsOf(asked.text);
    const language = languageOf(words, shop);
    if (!isQuestion(asked.text, words, language) || known(asked.text)) continue;
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), asked]);
  }
  return [...byLanguage]
    .flatMap(([language, all]) => gapsOf(language, all))
    .toSorted((a, b) => b.customers - a.customers || a.label.localeCompare(b.label))
    .slice(0, MOST_GAPS);
}

function isQuestion(text: string, words: readonly string[], language: FaqLanguage): boolean {
  return text.includes('?') || words.slice(0, 2).some((word) => GRAMMARS[language].asking.has(word));
}

/** The language to which most of the small words belong. */
export function languageOf(words: readonly string[], shop: FaqLanguage): FaqLanguage {
  const small = (language: FaqLanguage): number => {
    const { noise, asking, time } = GRAMMARS[language];
    return words.filter((word) => noise.has(word) || asking.has(word) || time.has(word)).length;
  };
  let best = shop;
  let most = small(shop);
  for (const language of Object.keys(GRAMMARS) as FaqLanguage[]) {
    const count = small(language);
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

function gapsOf(language: FaqLanguage, texts: readonly AskedText[]): readonly Gap[] {
  let left = read(language, texts);
  const gaps: Gap[] = [];
  while (gaps.length < MOST_GAPS) {
    const [most] = countCustomers(left);
    if (most === undefined || most.customers < LEAST_CUSTOMERS) break;
    const about = left.filter(({ words }) => words.has(most.stem));
    const second = countCustomers(about).find(
      ({ stem, customers }) => stem !== most.stem && customers >= most.customers * TOGETHER,
    );
    const stems = second === undefined ? [most.stem] : inOrder(about, most.stem, second.stem);
    gaps.push({
      language,
      key: `${language}:${stems.toSorted().join('+')}`,
      label: stems.map((stem) => commonest(about.flatMap(({ words }) => words.get(stem) ?? []))).join(' '),
      customers: most.customers,
      samples: samplesOf(about),
    });
    left = left.filter(({ words }) => !words.has(most.stem));
  }
  return gaps;
}

/** The meaningful words of each message; a typo counts as the word that others spelled correctly. */
function read(language: FaqLanguage, texts: readonly AskedText[]): readonly Read[] {
  const grammar = GRAMMARS[language];
  const contentOf = (text: string): readonly string[] =>
    wordsOf(text).filter((word) => word.length >= SHORTEST_WORD && weightOf(word, grammar) === WEIGHTS.content);
  const writers = new Map<string, Set<string>>();
  for (const { number, text } of texts)
    for (const word of contentOf(text)) writers.set(word, (writers.get(word) ?? new Set()).add(number));
  const usual = [...writers].filter(([, { size }]) => size >= 2).map(([word]) => word);
  const isUsual = new Set(usual);
  const slips = new TypoIndex(usual);
  const meant = (word: string): string => (isUsual.has(word) ? word : (slips.find(word)[0] ?? word));
  return texts.map((asked) => ({
    asked,
    words: new Map(
      contentOf(asked.text).map((word) => {
        const right = meant(word);
        return [grammar.stem(right), right] as const;
      }),
    ),
  }));
}

function countCustomers(texts: readonly Read[]): readonly { readonly stem: string; readonly customers: number }[] {
  const who = new Map<string, Set<string>>();
  for (const { asked, words } of texts)
    for (const stem of words.keys()) who.set(stem, (who.get(stem) ?? new Set()).add(asked.number));
  return [...who]
    .map(([stem, { size }]) => ({ stem, customers: size }))
    .toSorted((a, b) => b.customers - a.customers || a.stem.localeCompare(b.stem));
}

/** The two words in the order in which they appear in a message that contains both. */
function inOrder(texts: readonly Read[], a: string, b: string): readonly string[] {
  const both = texts.find(({ words }) => words.has(a) && words.has(b));
  return both === undefined ? [a, b] : [...both.words.keys()].filter((stem) => stem === a || stem === b);
}

function commonest(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? '';
}

function samplesOf(texts: readonly Read[]): readonly string[] {
  const once = new Map(
    texts.map(({ asked }) => [wordsOf(asked.text).join(' '), asked.text.replace(/\s+/g, ' ').trim()]),
  );
  return [...once.values()].toSorted((a, b) => a.length - b.length).slice(0, SAMPLES);
}
