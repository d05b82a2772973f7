import { fold } from '../../../shared/fold.ts';
import { GRAMMARS, WEIGHTS, weightOf, type FaqLanguage } from './languages.ts';
import { TypoIndex } from './typos.ts';

/** The ways in which customers ask something, in one language. */
export interface Asked {
  /** The entry that this wording belongs to. */
  readonly entry: number;
  readonly language: FaqLanguage;
  readonly phrasings: readonly string[];
  /** A message that contains one of these is at least worth a look. */
  readonly keywords: readonly string[];
}

export interface Match {
  readonly entry: number;
  readonly language: FaqLanguage;
  /** 0 to 1: how far the message and a known phrasing agree. */
  readonly score: number;
  /** The message is about nothing else: each meaningful word in it belongs to the entry. */
  readonly isAll: boolean;
}

export type Decision =
  | { readonly kind: 'answer'; readonly match: Match }
  /** The likeliest first, for a person to choose from. */
  | { readonly kind: 'suggest'; readonly matches: readonly Match[] }
  | { readonly kind: 'leave' };

/** The score needed to answer without a person; tuned on the table of phrasings in the tests. */
const SURE = 0.7;
/** The best match must also be ahead of the next one by this much. */
const MARGIN = 0.2;
const WORTH_A_LOOK = 0.5;
const SUGGESTED = 3;
/** What a word that is nearly the same, or that begins or ends a longer word, counts compared with the exact word. */
const SLIP = 0.85;
const COMPOUND = 0.7;
const SHORTEST_PIECE = 4;
/** Nobody asks a longer question, and matching must not take long. */
const LONGEST_TEXT = 500;
const MOST_WORDS = 60;
/** At least something in the message must carry meaning. */
const LEAST = WEIGHTS.asking;

interface Phrasing {
  readonly asked: number;
  readonly stems: readonly string[];
  readonly isKeyword: boolean;
}

/** The phrasings of one language, by their words. */
interface Lexicon {
  readonly language: FaqLanguage;
  readonly asked: readonly Asked[];
  readonly phrasings: readonly Phrasing[];
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** All words of one {@link Asked}. */
  readonly vocabulary: readonly ReadonlySet<string>[];
  readonly weights: ReadonlyMap<string, number>;
  readonly stemOf: ReadonlyMap<string, string>;
  readonly typos: TypoIndex;
  /** Stems by their first and by their last letters, in languages that write compounds as one word. */
  readonly pieces: ReadonlyMap<string, readonly string[]>;
}

/** A word of a customer's message, with what it may be in the lexicon. */
interface Heard {
  readonly weight: number;
  readonly stems: ReadonlyMap<string, number>;
}

/** The words of a text, folded. */
export function wordsOf(text: string): readonly string[] {
  return (
    fold(text.slice(0, LONGEST_TEXT))
      .replace(/[’'`´]/g, ' ')
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MOST_WORDS) ?? []
  );
}

/**
 * Finds which of the shop's questions a customer asks, however they write it: case, accents, typos, endings and word order do not
 * matter. Each language reads the message in its own way. Pure.
 */
export class FaqMatcher {
  readonly #lexicons: readonly Lexicon[];

  constructor(all: readonly Asked[]) {
    const languages = [...new Set(all.map(({ language }) => language))];
    this.#lexicons = languages.map((language) =>
      lexiconOf(
        language,
        all.filter((asked) => asked.language === language),
      ),
    );
  }

  /**
   * The best match of each entry, the likeliest first.
   * @param ignored folded words that carry no meaning here, such as the customer's name
   */
  match(text: string, ignored: ReadonlySet<string> = new Set()): readonly Match[] {
    const words = wordsOf(text).filter((word) => !ignored.has(word));
    const best = new Map<number, Match>();
    for (const lexicon of this.#lexicons)
      for (const match of matchesIn(lexicon, words)) {
        const known = best.get(match.entry);
        if (known === undefined || known.score < match.score) best.set(match.entry, match);
      }
    return [...best.values()].sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  decide(text: string, ignored?: ReadonlySet<string>): Decision {
    const matches = this.match(text, ignored).filter(({ score }) => score >= WORTH_A_LOOK);
    const [first, second] = matches;
    if (first === undefined) return { kind: 'leave' };
    return first.isAll && first.score >= SURE && first.score - (second?.score ?? 0) >= MARGIN
      ? { kind: 'answer', match: first }
      : { kind: 'suggest', matches: matches.slice(0, SUGGESTED) };
  }
}

function lexiconOf(language: FaqLanguage, asked: readonly Asked[]): Lexicon {
  const grammar = GRAMMARS[language];
  const stemOf = new Map<string, string>();
  const weights = new Map<string, number>();
  const phrasings: Phrasing[] = [];
  const byStem = new Map<string, number[]>();
  const entriesOf = new Map<string, Set<number>>();
  const vocabulary = asked.map(({ entry, phrasings: sentences, keywords }, i) => {
    const known = new Set<string>();
    const take = (isKeyword: boolean) => (sentence: string) => {
      const stems = new Set<string>();
      for (const word of wordsOf(sentence)) {
        const stem = grammar.stem(word);
        stemOf.set(word, stem);
        weights.set(stem, Math.max(weights.get(stem) ?? 0, weightOf(word, grammar)));
        stems.add(stem);
        known.add(stem);
        entriesOf.set(stem, (entriesOf.get(stem) ?? new Set()).add(entry));
      }
      if (stems.size === 0) return;
      for (const stem of stems) pushTo(byStem, stem, phrasings.length);
      phrasings.push({ asked: i, stems: [...stems], isKeyword });
    };
    sentences.forEach(take(false));
    keywords.forEach(take(true));
    return known;
  });
  // A word that appears in many entries says little about which one is meant.
  for (const [stem, { size }] of entriesOf) weights.set(stem, (weights.get(stem) ?? 0) / (1 + Math.log(size) / 2));
  const pieces = new Map<string, string[]>();
  if (grammar.compounds)
    for (const [stem, weight] of weights)
      if (weight > WEIGHTS.asking) for (const key of pieceKeys(stem)) pushTo(pieces, key, stem);
  const content = [...stemOf].filter(([, stem]) => (weights.get(stem) ?? 0) > WEIGHTS.noise).map(([word]) => word);
  return { language, asked, phrasings, byStem, vocabulary, weights, stemOf, typos: new TypoIndex(content), pieces };
}

function matchesIn(lexicon: Lexicon, words: readonly string[]): readonly Match[] {
  const { asked, phrasings, byStem, vocabulary, weights, language } = lexicon;
  const heard = hearIn(lexicon, words);
  // Words about the subject narrow the choice more than question words do: “how” appears in every second question.
  const isAbout = ({ weight, stems }: Heard): boolean => weight === WEIGHTS.content && stems.size > 0;
  const leading = heard.some(isAbout) ? heard.filter(isAbout) : heard.filter(({ weight }) => weight > WEIGHTS.noise);
  const candidates = new Set<number>();
  for (const { stems } of leading)
    for (const stem of stems.keys()) for (const each of byStem.get(stem) ?? []) candidates.add(each);
  // How well each stem was matched.
  const likeness = new Map<string, number>();
  for (const { stems } of heard)
    for (const [stem, like] of stems) likeness.set(stem, Math.max(like, likeness.get(stem) ?? 0));
  // How much of the message the words of each entry explain.
  const explained = new Map<number, number>();
  const strange = new Set<number>();
  const explainedBy = (i: number): number => {
    const known = explained.get(i);
    if (known !== undefined) return known;
    let all = 0;
    let matched = 0;
    for (const { weight, stems } of heard) {
      let nearest = 0;
      let worth = weight;
      for (const [stem, like] of stems)
        if (like > nearest && vocabulary[i]?.has(stem)) {
          nearest = like;
          worth = weights.get(stem) ?? weight;
        }
      if (nearest === 0 && weight === WEIGHTS.content) strange.add(i);
      // A word that appears in every message does not point to another subject.
      if (nearest > 0 || weight > WEIGHTS.noise) all += worth;
      matched += worth * nearest;
    }
    explained.set(i, matched === 0 ? 0 : matched / all);
    return explained.get(i) ?? 0;
  };
  const best = new Map<number, number>();
  for (const candidate of candidates) {
    const { asked: i, stems, isKeyword } = phrasings[candidate] as Phrasing;
    let all = 0;
    let matched = 0;
    for (const stem of stems) {
      const weight = weights.get(stem) ?? 0;
      all += weight;
      matched += weight * (likeness.get(stem) ?? 0);
    }
    if (matched < Math.min(LEAST, all) * COMPOUND) continue;
    const said = matched / all;
    const meant = explainedBy(i);
    let score = (2 * said * meant) / (said + meant);
    if (isKeyword && said >= COMPOUND) score = Math.max(score, WORTH_A_LOOK);
    best.set(i, Math.max(best.get(i) ?? 0, score));
  }
  return [...best].map(([i, score]) => ({ entry: (asked[i] as Asked).entry, language, score, isAll: !strange.has(i) }));
}

/** What each word of a message may be; each stem appears once. */
function hearIn(lexicon: Lexicon, words: readonly string[]): readonly Heard[] {
  const { language, stemOf, weights, typos, pieces } = lexicon;
  const grammar = GRAMMARS[language];
  const seen = new Set<string>();
  const heard: Heard[] = [];
  for (const [i, word] of words.entries()) {
    const stem = grammar.stem(word);
    if (seen.has(stem)) continue;
    seen.add(stem);
    const weight = weightOf(word, grammar);
    const stems = new Map<string, number>();
    if (weights.has(stem)) stems.set(stem, 1);
    else if (weight === WEIGHTS.content) {
      const together = stemOf.get(word + (words[i + 1] ?? '')) ?? stemOf.get((words[i - 1] ?? '') + word);
      if (together !== undefined) stems.set(together, 1);
      for (const known of typos.find(word)) stems.set(stemOf.get(known) ?? known, SLIP);
      for (const other of pieceKeys(stem).flatMap((key) => pieces.get(key) ?? []))
        if (!stems.has(other) && isPieceOf(stem, other)) stems.set(other, COMPOUND);
    }
    heard.push({ weight, stems });
  }
  return heard;
}

function pushTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function pieceKeys(stem: string): readonly string[] {
  return stem.length < SHORTEST_PIECE ? [] : [`${stem.slice(0, SHORTEST_PIECE)}-`, `-${stem.slice(-SHORTEST_PIECE)}`];
}

function isPieceOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) || long.endsWith(short);
}
