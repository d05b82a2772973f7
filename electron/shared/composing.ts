import { graphemesOf } from '../../modem/pdu/graphemes.ts';
import { NATIONAL_LANGUAGES } from '../../modem/pdu/gsm7-tables.ts';
import { planSegments } from '../../modem/pdu/segmentation.ts';
import { septetCost, DEFAULT_TABLES } from '../../modem/pdu/gsm7.ts';

/** More parts than this are refused: nobody texts a letter, and each part costs money. */
export const MAX_PARTS = 10;
/** No text of ten parts is longer than this; longer input is not even counted. */
export const MAX_TEXT_LENGTH = 1_600;

/** What is sent for what was typed: composed letters, plain line ends, and no control characters, which a phone cannot show. */
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

/** Languages whose own letters have a table in the alphabet of text messages (3GPP TS 23.038 annex A). */
export type NationalLanguageName = keyof typeof NATIONAL_LANGUAGES;
export const NATIONAL_LANGUAGE_NAMES = Object.keys(NATIONAL_LANGUAGES) as [
  NationalLanguageName,
  ...NationalLanguageName[],
];

/** What the composer's counter shows. */
export interface TextCount {
  readonly alphabet: 'gsm7' | 'ucs2';
  readonly parts: number;
  /** Septets or UTF-16 units that are used in all, and how many fit into this number of parts. */
  readonly used: number;
  readonly capacity: number;
  /** The characters outside the GSM alphabet, each once: they make the text more expensive. */
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

/** Typographic characters that word processors and phones insert, and their equivalents in the GSM alphabet. */
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

/** The same text in cheaper characters if that saves a part; null if it does not. */
export function cheaperWording(text: string): { readonly text: string; readonly parts: number } | null {
  const cheaper = text.replace(CHEAPER_PATTERN, (character) => CHEAPER[character] as string);
  if (cheaper === text) return null;
  const parts = planSegments(cheaper).parts.length;
  return parts < planSegments(text).parts.length ? { text: cheaper, parts } : null;
}

/** Removes the accents that would double the price of a text: `sabado` reads as well as `sábado`. */
export function inPlainLetters(text: string): string {
  return [...text]
    .map((character) =>
      septetCost(character, DEFAULT_TABLES) > 0 ? character : character.normalize('NFD').replace(/\p{M}/gu, ''),
    )
    .join('');
}
