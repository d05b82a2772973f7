import { graphemesOf } from '../../modem/pdu/graphemes.ts';
import { NATIONAL_LANGUAGES } from '../../modem/pdu/gsm7-tables.ts';
import { planSegments } from '../../modem/pdu/segmentation.ts';
import { septetCost, DEFAULT_TABLES } from '../../modem/pdu/gsm7.ts';

/** More parts than this are refused: nobody texts a letter, and each part costs. */
export const MAX_PARTS = 10;
/** No text of ten parts is longer; longer input is not even counted. */
export const MAX_TEXT_LENGTH = 1_600;

/** What is sent for what was typed: composed letters, plain line ends, no characters that a phone cannot show. */
export function normaliseText(text: string): string {
  return (
    text
      .normalize('NFC')
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
  );
}

/** Languages with letters of their own in the alphabet of texts (3GPP TS 23.038 annex A). */
export type NationalLanguageName = keyof typeof NATIONAL_LANGUAGES;
export const NATIONAL_LANGUAGE_NAMES = Object.keys(NATIONAL_LANGUAGES) as [
  NationalLanguageName,
  ...NationalLanguageName[],
];

/** What the composer's counter shows. */
export interface TextCount {
  readonly alphabet: 'gsm7' | 'ucs2';
  readonly parts: number;
  /** Septets or UTF-16 units used in all, and what all these parts hold. */
  readonly used: number;
  readonly capacity: number;
  /** The characters outside the GSM alphabet, each once: they are what makes the text dearer. */
  readonly costly: readonly string[];
}

export function countText(text: string): TextCount {
  const plan = planSegments(text);
  const parts = plan.parts.length;
  return {
    alphabet: plan.alphabet,
    parts,
    used: parts * plan.unitsPerPart - plan.unitsLeft,
    capacity: parts * plan.unitsPerPart,
    costly: costlyCharacters(text),
  };
}

function costlyCharacters(text: string): readonly string[] {
  const found = new Set<string>();
  for (const segment of graphemesOf(text)) {
    for (let i = 0; i < segment.length; i++) {
      if (septetCost(segment[i] as string, DEFAULT_TABLES) === 0) {
        found.add(segment);
        break;
      }
    }
  }
  return [...found];
}

/** Typographic characters that word processors and phones put in, and what says the same in the GSM alphabet. */
const CHEAPER: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
  '•': '-',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u200b': '',
  '\u2060': '',
  '\t': ' ',
};
const CHEAPER_PATTERN = new RegExp(`[${Object.keys(CHEAPER).join('')}]`, 'g');

/** The same text in cheaper characters where that saves a part; null where it does not. */
export function cheaperWording(text: string): { readonly text: string; readonly parts: number } | null {
  const cheaper = text.replace(CHEAPER_PATTERN, (character) => CHEAPER[character] as string);
  if (cheaper === text) return null;
  const parts = planSegments(cheaper).parts.length;
  return parts < planSegments(text).parts.length ? { text: cheaper, parts } : null;
}

/** Without the accents that would make a text twice as dear: `sabado` is read as well as `sábado`. */
export function inPlainLetters(text: string): string {
  return [...text]
    .map((character) =>
      septetCost(character, DEFAULT_TABLES) > 0 ? character : character.normalize('NFD').replace(/\p{M}/gu, ''),
    )
    .join('');
}
