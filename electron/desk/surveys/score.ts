import { fold } from '../../shared/fold.ts';

/** How somebody answers a question of a scale. */
export interface Score {
  readonly score: number;
  /** What he wrote besides; empty: nothing. */
  readonly words: string;
}

interface Scale {
  readonly from: number;
  readonly to: number;
}

/** Zero to ten in the languages customers are understood in, folded. */
const NUMBERS: readonly (readonly string[])[] = [
  ['zero', 'null', 'cero', 'nul'],
  ['one', 'eins', 'un', 'une', 'uno', 'um', 'uma', 'een'],
  ['two', 'zwei', 'deux', 'dos', 'dois', 'duas', 'twee', 'due'],
  ['three', 'drei', 'trois', 'tres', 'drie', 'tre'],
  ['four', 'vier', 'quatre', 'cuatro', 'quatro', 'quattro'],
  ['five', 'fuenf', 'funf', 'cinq', 'cinco', 'vijf', 'cinque'],
  ['six', 'sechs', 'seis', 'zes', 'sei'],
  ['seven', 'sieben', 'sept', 'siete', 'sete', 'zeven', 'sette'],
  ['eight', 'acht', 'huit', 'ocho', 'oito', 'otto'],
  ['nine', 'neun', 'neuf', 'nueve', 'nove', 'negen'],
  ['ten', 'zehn', 'dix', 'diez', 'dez', 'tien', 'dieci'],
];

/** What people say instead, from 0, the worst, to 1. */
const MOODS: readonly (readonly [share: number, words: readonly string[]])[] = [
  [
    1,
    [
      'great',
      'excellent',
      'perfect',
      'fantastic',
      'awesome',
      'super',
      'amazing',
      'top',
      'toll',
      'hervorragend',
      'perfekt',
      'ausgezeichnet',
      'spitze',
      'klasse',
      'prima',
      'very satisfied',
      'sehr zufrieden',
      'sehr gut',
      'very good',
      'tres bien',
      'parfait',
      'muy bien',
      'excelente',
      'perfecto',
      'otimo',
      'perfeito',
      'uitstekend',
      'geweldig',
      'ottimo',
      'perfetto',
      'wonderful',
      'brilliant',
    ],
  ],
  [0.75, ['good', 'gut', 'bien', 'bon', 'bueno', 'bom', 'bem', 'goed', 'buono', 'bene', 'satisfied', 'zufrieden']],
  [0.5, ['ok', 'okay', 'so la la', 'mittel', 'average', 'fine', 'geht so', 'regular', 'moyen']],
  [0.25, ['bad', 'schlecht', 'mauvais', 'mal', 'malo', 'mau', 'slecht', 'male', 'poor', 'unzufrieden', 'disappointed']],
  [
    0,
    [
      'terrible',
      'awful',
      'horrible',
      'furchtbar',
      'schrecklich',
      'katastrophe',
      'miserabel',
      'pesimo',
      'pessimo',
      'worst',
    ],
  ],
];
/** Of skin colours and of writing as a picture nothing is said. */
const MODIFIERS = /[\u{1F3FB}-\u{1F3FF}]|\u{FE0F}/gu;
const UP = /👍|👌|😍|🤩|❤|💯|🙌|😃|😀|🥰/gu;
const DOWN = /👎|😡|😠|🤬|😞|😢/gu;
const STARS = /^(?:[⭐★🌟]\s*)+$/u;
/** Of something else than a mark: “5 minutes late”. */
const UNITS =
  /^(?:min\w*|h|hours?|std\w*|stunden?|uhr|o'?clock|am|pm|euro?s?|eur|€|\$|days?|tage?n?|times?|mal|people|leute|personen|%|percent|prozent|km|x)\b/;
/** Before it a word of praise is none. */
const NOT = /\b(?:not|nicht|kein\w*|no|never|nie|pas|nao|niet|non|n't|isn't|wasn't|less)\b/;
/** A longer text is a person's matter, unless it begins with its mark. */
const SHORT_WORDS = 5;

/**
 * Reads a mark out of an answer: `5`, `five`, `5/5`, `great thanks!`, a thumb, stars. Whatever may mean something else is for a person.
 * Pure.
 */
export function scoreIn(written: string, scale: Scale): Score | null {
  const text = written.replace(MODIFIERS, '').trim();
  if (STARS.test(text)) return within([...text.replace(/\s/g, '')].length, scale, '');
  const plain = fold(text);
  return ofDigits(text, plain, scale) ?? ofNumberWord(plain, text, scale) ?? ofMood(text, plain, scale);
}

function ofDigits(text: string, plain: string, scale: Scale): Score | null {
  const [, written, ofWhat = ''] =
    /^\W*(\d{1,2})(?:\s*(?:\/|out of|of|von|sur|de|van|su)\s*(\d{1,2}))?(?![\d:.,]*\d)/.exec(plain) ?? [];
  if (written === undefined || (ofWhat !== '' && Number(ofWhat) !== scale.to)) return null;
  const behind = /^\W*\d{1,2}(?:\s*(?:\/|out of|of|von|sur|de|van|su)\s*\d{1,2})?/i.exec(text)?.[0].length ?? 0;
  const rest = text.slice(behind);
  if (UNITS.test(fold(rest).trim())) return null;
  // “5 or 4”: nobody knows which.
  if (ofWhat === '' && [...fold(rest).matchAll(/\d+/g)].length > 0 && wordsOf(fold(rest)) <= SHORT_WORDS) return null;
  return within(Number(written), scale, rest);
}

function ofNumberWord(plain: string, text: string, scale: Scale): Score | null {
  const [first = ''] = /^[\p{L}]+/u.exec(plain) ?? [];
  const score = NUMBERS.findIndex((words) => words.includes(first));
  if (score < 0) return null;
  const rest = text.slice(first.length);
  // “One thing was wrong”: no mark.
  const isMark =
    rest.trim() === '' ||
    /^\s*(?:[.,;:!?-]|stars?\b|sterne?\b|points?\b|punkte?\b|out of|von|thanks?|thank you|danke)/iu.test(rest);
  return isMark ? within(score, scale, rest) : null;
}

function ofMood(text: string, plain: string, scale: Scale): Score | null {
  const ups = [...text.matchAll(UP)].length;
  const downs = [...text.matchAll(DOWN)].length;
  if (ups > 0 && downs > 0) return null;
  if (wordsOf(plain) > SHORT_WORDS) return null;
  const words = ` ${plain
    .replace(/[^\p{L}'\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()} `;
  if (NOT.test(words)) return null;
  const moods = MOODS.flatMap(([share, each]) => {
    const said = each.find((word) => words.includes(` ${word} `));
    return said === undefined ? [] : [{ share, length: said.length }];
  }).toSorted((a, b) => b.length - a.length);
  const [mood] = moods;
  // Praise with a thumb down is for a person.
  if (mood !== undefined && ((mood.share >= 0.75 && downs > 0) || (mood.share <= 0.25 && ups > 0))) return null;
  if (moods.some(({ share }) => Math.abs(share - (mood?.share ?? 0)) > 0.5)) return null;
  const share = mood?.share ?? (ups > 0 ? 1 : downs > 0 ? 0 : null);
  return share === null ? null : within(Math.round(scale.from + share * (scale.to - scale.from)), scale, text);
}

function within(score: number, { from, to }: Scale, rest: string): Score | null {
  if (score < from || score > to) return null;
  return { score, words: rest.replace(/^[\s.,;:!?/-]+/, '').trim() };
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** Which of several somebody chooses, by its number or its words; null: none clearly. Pure. */
export function choiceIn(written: string, choices: readonly string[]): number | null {
  const plain = fold(written)
    .replace(/[^\p{L}\d\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const byNumber = /^(\d)$/.exec(plain)?.[1];
  if (byNumber !== undefined)
    return Number(byNumber) >= 1 && Number(byNumber) <= choices.length ? Number(byNumber) - 1 : null;
  const named = choices.flatMap((choice, i) => (` ${plain} `.includes(` ${fold(choice)} `) ? [i] : []));
  return named.length === 1 ? (named[0] as number) : null;
}
