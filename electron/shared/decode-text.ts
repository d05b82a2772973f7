/** What a file that is not in UTF-8 may be in, the likeliest first: Windows in the West and in central Europe, DOS, and an old Mac. */
const CANDIDATES = ['windows-1252', 'windows-1250', 'cp850', 'macintosh'] as const;
/** The upper half of code page 850, which no browser decodes. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';
const WESTERN = /[äöüßéèêëàâáçñíîïìóôòúùûåæøœãõÿ]/iu;
const IN_WORDS = /['’‘´`\u00AD·-]/u;
/** Letters of the beginning tell enough. */
const LOOKED_AT = 200_000;

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
    : ofOneOctet(bytes);
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

function ofOneOctet(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, LOOKED_AT);
  const costs = CANDIDATES.map((encoding) => ({ encoding, cost: costOf(inOneOctet(sample, encoding)) }));
  const [best] = costs.toSorted((a, b) => a.cost - b.cost);
  return inOneOctet(bytes, best?.encoding ?? 'windows-1252');
}

function inOneOctet(bytes: Uint8Array, encoding: (typeof CANDIDATES)[number]): string {
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

/** Each card by itself, and each line in the character set that it names (`CHARSET=SHIFT_JIS`, of vCard 2.1). */
function cardsOf(bytes: Uint8Array): string {
  const cards: Uint8Array[] = [];
  const lines: Uint8Array[] = [];
  let text = '';
  const end = (): void => {
    const card = concatenated(cards.splice(0));
    text += decoded(card, 'utf-8') ?? linesOf(card);
  };
  for (let from = 0; from < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const to = feed < 0 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(from, to));
    from = to;
  }
  for (const line of lines) {
    if (/^\s*begin\s*:\s*vcard/i.test(asciiOf(line)) && cards.length > 0) end();
    cards.push(line);
  }
  end();
  return text;
}

function linesOf(card: Uint8Array): string {
  const plain: Uint8Array[] = [];
  let text = '';
  let named: string | null = null;
  const end = (): void => {
    const rest = concatenated(plain.splice(0));
    text += (named === null ? null : decoded(rest, named)) ?? decoded(rest, 'utf-8') ?? ofOneOctet(rest);
  };
  for (let from = 0; from < card.length;) {
    const feed = card.indexOf(LINE_FEED, from);
    const to = feed < 0 ? card.length : feed + 1;
    const line = card.subarray(from, to);
    from = to;
    const ascii = asciiOf(line);
    // What is folded goes on with the line before it.
    if (!/^[ \t]/.test(ascii)) {
      const charset = /^[^:]*;\s*charset=([\w.:-]+?)[;:]/i.exec(ascii)?.[1]?.toLowerCase() ?? null;
      if (charset !== null || named !== null) end();
      named = charset;
    }
    plain.push(line);
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
