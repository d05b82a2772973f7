/** What a file that is not in UTF-8 may be in, the likeliest first: Windows in the West and in central Europe, DOS, and an old Mac. */
const CANDIDATES = ['windows-1252', 'windows-1250', 'cp850', 'macintosh'] as const;
/** What a person may say that a table is in, where its letters look wrong. */
export const ENCODINGS = [
  ...CANDIDATES,
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-15',
  'shift_jis',
  'gb18030',
  'utf-8',
  'utf-16le',
  'utf-16be',
] as const;
export type Encoding = (typeof ENCODINGS)[number];
/** The upper half of code page 850, which no browser decodes. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';
const WESTERN = /[äöüßéèêëàâáçñíîïìóôòúùûåæøœãõÿ]/iu;
const IN_WORDS = /['’‘´`\u00AD·-]/u;
type OneOctet = (typeof CANDIDATES)[number];
/** A letter of UTF-8 may be broken for each so many that are not: in an encoding of one octet next to none would look like one. */
const WHOLE_FOR_EACH_BROKEN = 2;
/** So many letters beyond ASCII, with what stands beside them, tell enough. */
const LOOKED_AT = 4_000;

/**
 * The words of a file, in whichever encoding a program wrote it: UTF-8; UTF-16 with or without its mark; of the encodings of one octet
 * the one whose letters make words. Address cards may each be in another one. Never throws. Pure.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  const text = decoded(bytes, 'utf-8');
  if (text !== null) return text;
  if (areCards(bytes)) return cardsOf(withWholeLetters(bytes));
  return isCalendar(bytes) ? decodeCalendar(withWholeLetters(bytes)) : lettersOf(bytes, likeliestOf(bytes));
}

function decodeCalendar(bytes: Uint8Array): string {
  return decoded(bytes, 'utf-8') ?? lettersOf(bytes, likeliestOf(bytes));
}

/** What a file is taken to be in, where that is a guess; of an address book those of its cards that are not in UTF-8. Null: it is certain. Pure. */
export function guessedEncodingOf(bytes: Uint8Array): Encoding | null {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return utf16;
  return decoded(bytes, 'utf-8') !== null ? null : likeliestOf(bytes);
}

/** The words of a file in the encoding that a person has chosen. Never throws. Pure. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  const isOfCards = encoding !== 'utf-16le' && encoding !== 'utf-16be' && areCards(bytes);
  return isOfCards ? cardsOf(withWholeLetters(bytes), encoding) : lettersOf(bytes, encoding);
}

function lettersOf(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'cp850') return new TextDecoder(encoding).decode(bytes);
  return new TextDecoder('latin1')
    .decode(bytes.map((octet) => (octet < 0x80 ? octet : 0x00)))
    .replace(/\0/g, (_, i: number) => CP850[(bytes[i] ?? 0x80) - 0x80] ?? '\0');
}

function areCards(bytes: Uint8Array): boolean {
  return /^(?:ï»¿)?\s*begin\s*:\s*vcard/i.test(LATIN.decode(bytes.subarray(0, 200)));
}

function isCalendar(bytes: Uint8Array): boolean {
  return /^(?:ï»¿)?\s*begin\s*:\s*v(?:calendar|event)/i.test(LATIN.decode(bytes.subarray(0, 200)));
}

/**
 * Lines of calendars and cards are folded by octets, also within a letter (RFC 5545 §3.1, RFC 6350 §3.2): what belongs to the letter goes
 * before the fold. In an encoding of one octet that changes nothing of what is unfolded.
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
  const zeros = [0, 0];
  beginning.forEach((octet, i) => {
    if (octet === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = Math.max(2, beginning.length / 5);
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

/** Null: it is not in that encoding, or nobody knows which one that is. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  // An exception for each card of a large book takes longer than to read it.
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
/** What stands for octets that are no letter. */
const REPLACEMENT = '\uFFFD';

/** Somebody has written the sign itself. */
function holdsReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  return false;
}

/** UTF-8 as well: a letter may have been cut, or come out of another file. */
function likeliestOf(bytes: Uint8Array): OneOctet | 'utf-8' {
  const sample = beyondAscii(bytes);
  const letters = UTF8.decode(sample).match(/[^\0-\x7F]/gu) ?? [];
  const broken = letters.filter((letter) => letter === REPLACEMENT).length;
  if (letters.length - broken >= WHOLE_FOR_EACH_BROKEN * broken) return 'utf-8';
  const costs = CANDIDATES.map((encoding) => ({ encoding, cost: costOf(lettersOf(sample, encoding)) }));
  return costs.toSorted((a, b) => a.cost - b.cost)[0]?.encoding ?? CANDIDATES[0];
}

/** The octets that are no ASCII, each with its neighbours; spaces for what is between. */
function beyondAscii(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  let found = 0;
  for (let i = 0; i < bytes.length && found < LOOKED_AT; i++) {
    const octet = bytes[i] as number;
    if (octet >= 0x80) found += 1;
    if (octet >= 0x80 || (bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) sample.push(octet);
    else if (sample.at(-1) !== 0x20) sample.push(0x20);
  }
  return Uint8Array.from(sample);
}

/** How little what stands within words looks like letters of words. */
function costOf(text: string): number {
  let cost = 0;
  for (const { 0: before = '', index } of text.matchAll(/\p{L}(?=[^\0-\x7F])/gu)) {
    const letter = text[index + before.length] ?? '';
    // A quote or a dash ends a word.
    const isEnd = /\p{P}/u.test(letter) && !/\p{L}/u.test(text[index + before.length + 1] ?? '');
    if (IN_WORDS.test(letter) || isEnd) continue;
    if (/[\x80-\x9F\uFFFD]/.test(letter)) cost += 3;
    else if (!/\p{L}/u.test(letter)) cost += 2;
    else if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) cost += 2;
    else if (!WESTERN.test(letter)) cost += 0.5;
  }
  // A dash stands between numbers, a letter does not.
  cost += 2 * (text.match(/(?<=\d)(?=[^\0-\x7F])\p{L}(?=\d)/gu) ?? []).length;
  for (const { 0: word } of text.matchAll(/(?<!\p{L})[^\0-\x7F](?=\p{L})/gu)) {
    if (/[\x80-\x9F\uFFFD]/.test(word)) cost += 3;
    else if (!/[\p{L}\p{P}]/u.test(word)) cost += 2;
    else if (/\p{L}/u.test(word) && !WESTERN.test(word)) cost += 0.5;
  }
  return cost;
}

const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20] as const;

/**
 * Each card by itself, and each line in the character set that it names (`CHARSET=SHIFT_JIS`, of vCard 2.1). A name alone is too short to
 * tell encodings of one octet apart: that is told by all cards that are not in UTF-8.
 */
function cardsOf(bytes: Uint8Array, chosen: Encoding | null = null): string {
  // A letter for each octet: what is found there is there in the octets.
  const letters = LATIN.decode(bytes);
  const begins = [...letters.matchAll(BEGIN_OF_CARD)].map(({ index }) => index);
  // What stands before the first one belongs to it.
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
/** Of a line, before its value. */
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
    // What is folded goes on with the line before it.
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
