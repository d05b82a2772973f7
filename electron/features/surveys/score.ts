import { fold } from '../../shared/fold.ts';

/** A customer's answer to a question with a scale. */
export interface Score {
  readonly score: number;
  /** What the customer wrote besides; empty if nothing. */
  readonly words: string;
}

interface Scale {
  readonly from: number;
  readonly to: number;
}

/** Zero to ten in the languages that customers are understood in, folded. */
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

/** Words that people use instead of a score, from 0, the worst, to 1. */
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
/** Modifiers for skin color and emoji style carry no meaning here. */
const MODIFIERS = /[\u{1F3FB}-\u{1F3FF}]|\u{FE0F}/gu;
const UP = /👍|👌|😍|🤩|❤|💯|🙌|😃|😀|🥰/gu;
const DOWN = /👎|😡|😠|🤬|😞|😢/gu;
const STARS = /^(?:[⭐★🌟]\s*)+$/u;
/** Words that may follow a score or surround praise without changing the meaning; folded. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'thanks thank you thx ty danke vielen dank dankeschoen merci beaucoup gracias muchas obrigado obrigada muito bedankt dank je u ' +
    'grazie mille very sehr really so all alles everything tout todo tutto war was it es is ist the der die das and und et y e en ' +
    'service job work arbeit absolutely absolut team guys leute cheers lg mfg gruss gruesse greetings star stars stern sterne point ' +
    'points punkt punkte out of von sur de van su we wir were waren im i am bin with mit too again'
  ).split(' '),
);
/** Words that introduce an explanation of the score: what follows is the customer's own words. */
const EXPLAINS =
  /^\s*(?:because|since|but|although|weil|denn|aber|obwohl|parce|car|mais|porque|pero|mas|omdat|want|maar|perche|ma)\b/;
/** A longer text without a score is for a person. */
const SHORT_WORDS = 5;

/**
 * Reads a score out of an answer: `5`, `five`, `5/5`, `great thanks!`, a thumb, stars. Anything that may mean something else is
 * for a person. Pure.
 */
export function scoreIn(input: string, scale: Scale): Score | null {
  const text = input.replace(MODIFIERS, '').trim();
  if (STARS.test(text)) return within([...text.replace(/\s/g, '')].length, scale, '');
  const plain = fold(text);
  return ofDigits(text, plain, scale) ?? ofNumberWord(plain, text, scale) ?? ofMood(text, plain, scale);
}

function ofDigits(text: string, plain: string, scale: Scale): Score | null {
  const mark = /^[^\p{L}\d]*(\d{1,2})(?:\s*(?:\/|out of|of|von|sur|de|van|su)\s*(\d{1,2}))?(?![\p{L}\d])/u;
  const [whole = '', input, ofWhat = ''] = mark.exec(plain) ?? [];
  if (input === undefined || (ofWhat !== '' && Number(ofWhat) !== scale.to)) return null;
  return behind(Number(input), plain.slice(whole.length), text.slice((mark.exec(text)?.[0] ?? whole).length), scale);
}

function ofNumberWord(plain: string, text: string, scale: Scale): Score | null {
  const [first = ''] = /^[\p{L}]+/u.exec(plain) ?? [];
  const score = NUMBERS.findIndex((words) => words.includes(first));
  if (score < 0) return null;
  return behind(score, plain.slice(first.length), text.slice(/^[\p{L}]*/u.exec(text)?.[0].length ?? 0), scale);
}

/** A number is a score unless what follows makes it something else: “5 croissants”, “5:30”, “5. When is it ready?”. */
function behind(score: number, plain: string, rest: string, scale: Scale): Score | null {
  if (/[?\d]/.test(rest)) return null;
  const isApart = rest.trim() === '' || /^\s*[^\p{L}\d\s]/u.test(rest) || EXPLAINS.test(plain) || areFillers(plain);
  return isApart ? within(score, scale, areFillers(plain) ? '' : rest) : null;
}

function ofMood(text: string, plain: string, scale: Scale): Score | null {
  const ups = [...text.matchAll(UP)].length;
  const downs = [...text.matchAll(DOWN)].length;
  if ((ups > 0 && downs > 0) || /[?\d]/.test(plain)) return null;
  const said = ` ${lettersOf(plain)} `;
  const moods = MOODS.flatMap(([share, each]) =>
    each.filter((word) => said.includes(` ${word} `)).map((word) => ({ share, word })),
  ).toSorted((a, b) => b.word.length - a.word.length);
  // Praise with anything else is for a person: “great, still broken”.
  const without = moods.reduce((left, { word }) => left.replaceAll(` ${word} `, '  '), said.replaceAll(' ', '  '));
  if (!areFillers(without) || wordsOf(said) > SHORT_WORDS) return null;
  const [mood] = moods;
  if (mood !== undefined && ((mood.share >= 0.75 && downs > 0) || (mood.share <= 0.25 && ups > 0))) return null;
  if (moods.some(({ share }) => Math.abs(share - (mood?.share ?? 0)) > 0.25)) return null;
  const share = mood?.share ?? (ups > 0 ? 1 : downs > 0 ? 0 : null);
  return share === null ? null : within(Math.round(scale.from + share * (scale.to - scale.from)), scale, '');
}

function within(score: number, { from, to }: Scale, rest: string): Score | null {
  if (score < from || score > to) return null;
  return { score, words: rest.replace(/^[\s.,;:!?/–—-]+/u, '').trim() };
}

function lettersOf(plain: string): string {
  return plain
    .replace(/['’`´]/gu, '')
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function areFillers(plain: string): boolean {
  return lettersOf(plain)
    .split(' ')
    .every((word) => word === '' || FILLERS.has(word));
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** The choice that a customer makes by its number or its words; null if it is not clear. Pure. */
export function choiceIn(input: string, choices: readonly string[]): number | null {
  if (input.includes('?')) return null;
  const plain = fold(input)
    .replace(/[^\p{L}\d\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const byNumber = /^(\d)$/.exec(plain)?.[1];
  if (byNumber !== undefined)
    return Number(byNumber) >= 1 && Number(byNumber) <= choices.length ? Number(byNumber) - 1 : null;
  const named = choices.flatMap((choice, i) => {
    const folded = fold(choice);
    const isNamed = ` ${plain} `.includes(` ${folded} `) && areFillers(` ${plain} `.replace(` ${folded} `, ' '));
    return isNamed ? [i] : [];
  });
  return named.length === 1 ? (named[0] as number) : null;
}
