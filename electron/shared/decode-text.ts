import { ENCODINGS, lettersOf, type Encoding } from './encodings.ts';
import { likeliestEncodings, wordsBeyondAscii } from './guess-encoding.ts';

/**
 * For this many whole UTF-8 letters one may be broken: text in a single-byte encoding would hardly ever look like UTF-8 at all.
 */
const WHOLE_FOR_EACH_BROKEN = 2;
const LONGEST_SAMPLE = 30;
const MOST_OTHERS_FOR_EACH = 4;
/** After this many lines in another encoding without a line in UTF-8, none is expected. */
const MOST_OTHERS_BEFORE = 1_000;

/**
 * The text of a file, whichever encoding a program wrote it in: UTF-8; UTF-16 with or without its mark; or the single-byte
 * encoding whose letters form words. Each address card may be in another encoding. Never throws. Pure.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  const text = decoded(bytes, 'utf-8');
  if (text !== null) return text;
  if (areCards(bytes)) return cardsOf(withWholeLetters(bytes));
  return isCalendar(bytes) ? decodeCalendar(bytes) : (linesOfTwo(bytes) ?? lettersOf(bytes, likeliestOf(bytes)));
}

/**
 * Reads a table that was put together from files in UTF-8 and in another encoding: each line in its own. Null if it is no such
 * table.
 */
function linesOfTwo(bytes: Uint8Array): string | null {
  const stretches = stretchesOf(bytes);
  if (stretches === null) return null;
  const encoding = likeliestOf(concatenated(stretches.filter(({ text }) => text === null).map(({ octets }) => octets)));
  // In double-byte encodings some letters are valid UTF-8 by accident.
  if (hasDoubleOctets(encoding)) return null;
  return stretches.map(({ text, octets }) => text ?? lettersOf(octets, encoding)).join('');
}

interface Stretch {
  readonly octets: Uint8Array;
  /** Null if it is in the other encoding. */
  readonly text: string | null;
}

/**
 * Groups neighboring lines that are in the same encoding. Null if all lines are, or if so few are in UTF-8 that it may be an
 * accident.
 */
function stretchesOf(bytes: Uint8Array): readonly Stretch[] | null {
  const stretches: Stretch[] = [];
  let [whole, others] = [0, 0];
  let plainFrom = 0;
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] as number) < 0x80) {
      at += 1;
      continue;
    }
    const from = bytes.lastIndexOf(LINE_FEED, at) + 1;
    const feed = bytes.indexOf(LINE_FEED, at);
    const to = feed < 0 ? bytes.length : feed + 1;
    const text = decoded(bytes.subarray(from, to), 'utf-8');
    if (text === null) {
      if (plainFrom < from) stretches.push({ octets: bytes.subarray(plainFrom, from), text: '' });
      stretches.push({ octets: bytes.subarray(from, to), text: null });
      plainFrom = to;
      others += 1;
      if (others > MOST_OTHERS_BEFORE && whole === 0) return null;
    } else whole += 1;
    at = to;
  }
  if (whole === 0 || others === 0 || others > MOST_OTHERS_FOR_EACH * whole) return null;
  if (plainFrom < bytes.length) stretches.push({ octets: bytes.subarray(plainFrom), text: '' });
  return stretches.map(({ octets, text }) => ({ octets, text: text === null ? null : UTF8.decode(octets) }));
}

const hasDoubleOctets = (encoding: Encoding): boolean => /^(?:shift_jis|gb18030|euc-|big5)/.test(encoding);

function decodeCalendar(bytes: Uint8Array): string {
  // In double-byte encodings nothing is moved: there the octets before a fold are whole letters.
  return decoded(withWholeLetters(bytes), 'utf-8') ?? lettersOf(bytes, likeliestOf(bytes));
}

/**
 * The encoding that is assumed for a file if it has to be guessed; for an address book, that of its cards that are not in UTF-8.
 * Null if the encoding is certain. Pure.
 */
export function guessedEncodingOf(bytes: Uint8Array): Encoding | null {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return utf16;
  return decoded(bytes, 'utf-8') !== null ? null : likeliestOf(bytes);
}

/** An encoding that a file may be in, and some of its words when read in it. */
export interface EncodingCandidate {
  readonly encoding: Encoding;
  /** Empty if there is nothing to compare. */
  readonly sample: string;
}

/** The encodings among which a person may choose, the likeliest first. Pure. */
export function candidatesOf(bytes: Uint8Array): readonly EncodingCandidate[] {
  const words = wordsBeyondAscii(bytes);
  const isLikelyUtf16 = utf16Of(bytes) !== null;
  const order = [guessedEncodingOf(bytes) ?? 'utf-8', ...likeliestEncodings(bytes), ...ENCODINGS];
  return [...new Set(order)].map((encoding) => {
    const isUtf16 = encoding === 'utf-16le' || encoding === 'utf-16be';
    // A sample that begins in the middle of a letter's octets would be unreadable.
    const octets = isUtf16 ? bytes.subarray(0, 4 * LONGEST_SAMPLE) : words;
    if (isUtf16 !== isLikelyUtf16) return { encoding, sample: '' };
    const sample = lettersOf(octets, encoding)
      .replace(/^\uFEFF/, '')
      .replaceAll(/[\s\0]+/g, ' ');
    return { encoding, sample: sample.slice(0, LONGEST_SAMPLE).trim() };
  });
}

/** The text of a file in the encoding that a person has chosen. Never throws. Pure. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  const isOfCards = encoding !== 'utf-16le' && encoding !== 'utf-16be' && areCards(bytes);
  return isOfCards ? cardsOf(withWholeLetters(bytes), encoding) : lettersOf(bytes, encoding);
}

function areCards(bytes: Uint8Array): boolean {
  return /^(?:ï»¿)?\s*begin\s*:\s*vcard/i.test(LATIN.decode(bytes.subarray(0, 200)));
}

function isCalendar(bytes: Uint8Array): boolean {
  return /^(?:ï»¿)?\s*begin\s*:\s*v(?:calendar|event)/i.test(LATIN.decode(bytes.subarray(0, 200)));
}

/**
 * Lines of calendars and cards are folded by octets, even within a letter (RFC 5545 §3.1, RFC 6350 §3.2), so the octets of a
 * split letter are moved before the fold. In a single-byte encoding that does not change the unfolded text.
 */
function withWholeLetters(bytes: Uint8Array): Uint8Array {
  const whole = Uint8Array.from(bytes);
  for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, feed + 1)) {
    const fold = feed > 0 && bytes[feed - 1] === CARRIAGE_RETURN ? feed - 1 : feed;
    const isFold = bytes[feed + 1] === SPACE || bytes[feed + 1] === TAB;
    if (!isFold || fold === 0 || (bytes[fold - 1] as number) < 0x80) continue;
    let after = feed + 2;
    while (after < feed + 5 && isContinuation(bytes[after])) after += 1;
    whole.set(bytes.subarray(feed + 2, after), fold);
    whole.set(bytes.subarray(fold, feed + 2), fold + after - (feed + 2));
  }
  return whole;
}

const isContinuation = (octet: number | undefined): boolean => octet !== undefined && octet >> 6 === 0b10;

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const beginning = bytes.subarray(0, 2_000);
  // Of a letter's two octets one names the script. Octets this low appear in no other text.
  const scripts = [0, 0];
  beginning.forEach((octet, i) => {
    if (octet < TAB) scripts[i % 2] = (scripts[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = scripts;
  const many = Math.max(2, beginning.length / 5);
  if (odd > many && even < odd / 10) return 'utf-16le';
  return even > many && odd < even / 10 ? 'utf-16be' : null;
}

/** Null if it is not in that encoding, or if the encoding is unknown. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  // Throwing an exception for each card of a large book would take longer than reading it.
  if (encoding === 'utf-8') {
    const text = UTF8.decode(bytes);
    if (!text.includes(REPLACEMENT)) return text;
    if (!holdsReplacement(bytes)) return null;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const UTF8 = new TextDecoder();
/** The character that stands for octets that are no letter. */
const REPLACEMENT = '\uFFFD';

/** Whether the text itself contains the replacement character. */
function holdsReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  return false;
}

/** May also be UTF-8, although not all of it is valid: a letter may have been cut, or come from another file. */
function likeliestOf(bytes: Uint8Array): Encoding {
  const letters = UTF8.decode(wordsBeyondAscii(bytes)).match(/[^\0-\x7F]/gu) ?? [];
  const broken = letters.filter((letter) => letter === REPLACEMENT).length;
  if (letters.length - broken >= WHOLE_FOR_EACH_BROKEN * broken) return 'utf-8';
  return likeliestEncodings(bytes)[0] ?? 'windows-1252';
}

const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20] as const;

/**
 * Reads each card by itself, and each line in the character set that it names (`CHARSET=SHIFT_JIS`, from vCard 2.1). One name is
 * too short to tell single-byte encodings apart, so all cards that are not in UTF-8 decide together.
 */
function cardsOf(bytes: Uint8Array, chosen: Encoding | null = null): string {
  // One letter for each octet, so that positions in this string are positions in the octets.
  const letters = LATIN.decode(bytes);
  const begins = [...letters.matchAll(BEGIN_OF_CARD)].map(({ index }) => index);
  // What comes before the first card belongs to it.
  const cards = begins.map((at, i) => {
    const [from, to] = [i === 0 ? 0 : at, begins[i + 1] ?? bytes.length];
    return { from, to, text: decoded(bytes.subarray(from, to), 'utf-8') };
  });
  const others = cards.flatMap(({ from, to, text }) => (text === null ? [bytes.subarray(from, to)] : []));
  const encoding = chosen ?? likeliestOf(concatenated(others));
  return cards
    .map(({ from, to, text }) => text ?? linesOf(bytes.subarray(from, to), letters.slice(from, to), encoding))
    .join('');
}

const LATIN = new TextDecoder('latin1');
const BEGIN_OF_CARD = /^(?:ï»¿)?[ \t]*begin[ \t]*:[ \t]*vcard/gim;
/** The part of a line before its value. */
const NAMED = /^[^:\r\n]*;[ \t]*charset=([\w.:-]+?)[;:]/i;

function linesOf(card: Uint8Array, letters: string, encoding: Encoding): string {
  const read = (octets: Uint8Array, named: string | null): string =>
    (named === null ? null : decoded(octets, named)) ?? decoded(octets, 'utf-8') ?? lettersOf(octets, encoding);
  if (!/charset=/i.test(letters)) return read(card, null);
  let text = '';
  let [begun, named] = [0, null as string | null];
  for (let from = 0; from < card.length;) {
    const feed = letters.indexOf('\n', from);
    const to = feed < 0 ? card.length : feed + 1;
    // A folded line continues the line before it.
    if (letters[from] !== ' ' && letters[from] !== '\t') {
      const charset = NAMED.exec(letters.slice(from, to))?.[1]?.toLowerCase() ?? null;
      if (charset !== null || named !== null) {
        text += read(card.subarray(begun, from), named);
        begun = from;
      }
      named = charset;
    }
    from = to;
  }
  return text + read(card.subarray(begun), named);
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
