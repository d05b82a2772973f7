/** What a file that is not in UTF-8 may be in, the likeliest first: Windows in the West and in central Europe, DOS, and an old Mac. */
const CANDIDATES = ['windows-1252', 'windows-1250', 'cp850', 'macintosh'] as const;
/** The upper half of code page 850, which no browser decodes. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';
const WESTERN = /[äöüßéèêëàâáçñíîïìóôòúùûåæøœãõÿ]/iu;
const IN_WORDS = /['’‘´`\u00AD·-]/u;
type OneOctet = (typeof CANDIDATES)[number];
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
  return /^\s*begin\s*:\s*vcard/i.test(String.fromCharCode(...bytes.subarray(0, 100)))
    ? cardsOf(bytes)
    : inOneOctet(bytes, likeliestOf(bytes));
}

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
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function likeliestOf(bytes: Uint8Array): OneOctet {
  const sample = beyondAscii(bytes);
  const costs = CANDIDATES.map((encoding) => ({ encoding, cost: costOf(inOneOctet(sample, encoding)) }));
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

function inOneOctet(bytes: Uint8Array, encoding: OneOctet): string {
  if (encoding !== 'cp850') return new TextDecoder(encoding).decode(bytes);
  return new TextDecoder('latin1')
    .decode(bytes.map((octet) => (octet < 0x80 ? octet : 0x00)))
    .replace(/\0/g, (_, i: number) => CP850[(bytes[i] ?? 0x80) - 0x80] ?? '\0');
}

/** How little what stands within words looks like letters of words. */
function costOf(text: string): number {
  let cost = 0;
  for (const { 0: before = '', index } of text.matchAll(/\p{L}(?=[^\0-\x7F])/gu)) {
    const letter = text[index + before.length] ?? '';
    if (IN_WORDS.test(letter)) continue;
    if (/[\x80-\x9F\uFFFD]/.test(letter)) cost += 3;
    else if (!/\p{L}/u.test(letter)) cost += 2;
    else if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) cost += 2;
    else if (!WESTERN.test(letter)) cost += 0.5;
  }
  for (const { 0: word } of text.matchAll(/(?<!\p{L})[^\0-\x7F](?=\p{L})/gu)) {
    if (/[\x80-\x9F\uFFFD]/.test(word)) cost += 3;
    else if (!/[\p{L}\p{P}]/u.test(word)) cost += 2;
    else if (/\p{L}/u.test(word) && !WESTERN.test(word)) cost += 0.5;
  }
  return cost;
}

const LINE_FEED = 0x0a;

/**
 * Each card by itself, and each line in the character set that it names (`CHARSET=SHIFT_JIS`, of vCard 2.1). A name alone is too short to
 * tell encodings of one octet apart: that is told by all cards that are not in UTF-8.
 */
function cardsOf(bytes: Uint8Array): string {
  const cards: { readonly octets: Uint8Array; readonly text: string | null }[] = [];
  let lines: Uint8Array[] = [];
  const end = (): void => {
    const octets = concatenated(lines);
    lines = [];
    cards.push({ octets, text: decoded(octets, 'utf-8') });
  };
  for (const line of linesIn(bytes)) {
    if (/^\s*begin\s*:\s*vcard/i.test(asciiOf(line)) && lines.length > 0) end();
    lines.push(line);
  }
  end();
  const others = cards.flatMap(({ octets, text }) => (text === null ? [octets] : []));
  const encoding = likeliestOf(concatenated(others));
  return cards.map(({ octets, text }) => text ?? linesOf(octets, encoding)).join('');
}

function* linesIn(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const to = feed < 0 ? bytes.length : feed + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

function linesOf(card: Uint8Array, encoding: OneOctet): string {
  let lines: Uint8Array[] = [];
  let text = '';
  let named: string | null = null;
  const end = (): void => {
    const octets = concatenated(lines);
    lines = [];
    text +=
      (named === null ? null : decoded(octets, named)) ?? decoded(octets, 'utf-8') ?? inOneOctet(octets, encoding);
  };
  for (const line of linesIn(card)) {
    const ascii = asciiOf(line);
    // What is folded goes on with the line before it.
    if (!/^[ \t]/.test(ascii)) {
      const charset = /^[^:]*;\s*charset=([\w.:-]+?)[;:]/i.exec(ascii)?.[1]?.toLowerCase() ?? null;
      if (charset !== null || named !== null) end();
      named = charset;
    }
    lines.push(line);
  }
  end();
  return text;
}

/** What stands before the colon, for what it says of the rest. */
const asciiOf = (line: Uint8Array): string => String.fromCharCode(...line.subarray(0, 200));

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
