import { ENCODINGS, lettersOf, type Encoding } from './encodings.ts';

/** Encodings that are told apart by their letters; the others are known by their marks or are nearly the same as one of these. */
const GUESSED = ENCODINGS.filter((encoding) => !/^utf|^iso-8859-15$/.test(encoding));
/** This many octets beyond ASCII, with the words around them, tell enough. */
const LOOKED_AT = 1_000;
const LONGEST_WORD = 40;

/**
 * The letters beyond ASCII in the names and places of a language. An entry with a neighboring letter counts only beside that
 * letter: Portuguese has `õ` only before `e`, where Hungarian lists in another encoding show `õ` at the end.
 */
const ALPHABETS: readonly string[][] = [
  'ä ö ü ß Ä Ö Ü',
  'à â ç é è ê aë oë uë ië î aï oï uï ô ù û ü ÿ œ À Â Ç É È Ê Ë Î Ï Ô Ù Û Ü Œ',
  'á é í ñ ó ú ü Á É Í Ñ Ó Ú Ü',
  'á â ão ãe ã à ç é ê í ó ô õe ú Á Â Ã À Ç É Ê Í Ó Ô Õ Ú',
  'à è é ì í î ò ó ù ú À È É Ì Ò Ù',
  'ië eë oë eï aï oï uï é è ö ü ó á É Ö Ü',
  'å ä ö é ü Å Ä Ö É Ü',
  'æ ø å é ö Æ Ø Å É Ö',
  'á é í ó ö ő ú ü ű Á É Í Ó Ö Ő Ú Ü Ű',
  'á č ď é ě í ň ó ř š ť ú ů ý ž Á Č Ď É Ě Í Ň Ó Ř Š Ť Ú Ů Ý Ž',
  'á ä č ď é í ĺ ľ ň ó ô ŕ š ť ú ý ž Á Č Ď É Í Ĺ Ľ Ň Ó Ô Ŕ Š Ť Ú Ý Ž',
  'ą ć ę ł ń ó ś ź ż Ą Ć Ę Ł Ń Ó Ś Ź Ż',
  'ă â î ş ţ Ă Â Î Ş Ţ',
  'č ć đ š ž Č Ć Đ Š Ž',
  'ç ğ ı ö ş ü â î û Ç İ Ö Ş Ü',
  'ą č ę ė į š ų ū ž Ą Č Ę Ė Į Š Ų Ū Ž',
  'ā č ē ģ ī ķ ļ ņ š ū ž Ā Č Ē Ģ Ī Ķ Ļ Ņ Š Ū Ž',
].map((letters) => letters.split(' '));
/** Languages that few write, whose letters also appear in lists of many others when those are read in the wrong encoding. */
const RARE_ALPHABETS: readonly string[][] = ['á ð é í ó ú ý þ æ ö Á Ð É Í Ó Ú Ý Þ Æ Ö', 'õ ä ö ü š ž Õ Ä Ö Ü Š Ž'].map(
  (letters) => letters.split(' '),
);

const ALL_ALPHABETS = [...ALPHABETS, ...RARE_ALPHABETS];
/** The alphabets that contain a letter, one bit for each in the order of {@link ALL_ALPHABETS}. */
const ALPHABETS_OF: ReadonlyMap<string, number> = new Map(
  [...new Set(ALL_ALPHABETS.flat())].map((letter) => [
    letter,
    ALL_ALPHABETS.reduce((bits, alphabet, i) => (alphabet.includes(letter) ? bits | (1 << i) : bits), 0),
  ]),
);

/** The cost of each kind of letter: the likelier an encoding, the lower its cost. */
const COSTS = {
  /** A letter of no language that has the other letters. */
  stranger: 1,
  rare: 0.03,
  /** A letter of a second language. */
  second: 0.3,
  /** A sign within a word, or beside it where no such sign belongs. */
  sign: 2,
  /** A dash or dots right after a word, or an invisible character within it. */
  unlikely: 0.5,
  capital: 2,
  uncommon: 0.05,
  /** A small letter at the beginning of a word. */
  small: 0.1,
  /** Letters of two scripts in one word. */
  mixed: 2,
  /** A letter between digits, where a dash belongs. */
  betweenDigits: 2,
  /** A control character or an unassigned one. */
  control: 3,
  /** There are so many of these that nearly all octets form one. */
  ideograph: 0.2,
  hangul: 0.1,
  rareIdeograph: 1,
} as const;
const IN_WORDS = /['’‘´`·-]/u;
const BEFORE_WORDS = /[„“‘‚«»¿¡#§•·–]/u;
const AFTER_WORDS = /[”“’‘»®™©²³°ªº]/u;
const UNLIKELY = /[–—…\u00AD]/u;

/**
 * The encodings that the octets of a text may be in if it is not UTF-8, the likeliest first. In the right one, characters within
 * words are letters, small ones follow small ones, all are of one script, and one language has all of them. Pure.
 */
export function likeliestEncodings(bytes: Uint8Array): readonly Encoding[] {
  const sample = wordsBeyondAscii(bytes);
  return GUESSED.map((encoding) => ({ encoding, cost: costOf(sample, encoding) }))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ encoding }) => encoding);
}

/** The words that have an octet beyond ASCII, with a neighboring digit if there is one, separated by spaces. Pure. */
export function wordsBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  let beyond = 0;
  for (let from = 0; from < bytes.length && beyond < LOOKED_AT;) {
    let to = from;
    let own = 0;
    while (to < bytes.length && isOfWord(bytes[to] as number) && to - from < LONGEST_WORD) {
      if ((bytes[to] as number) >= 0x80) own += 1;
      to += 1;
    }
    if (own > 0) sample.push(...bytes.subarray(from, to), SPACE);
    beyond += own;
    from = Math.max(to, from + 1);
  }
  return Uint8Array.from(sample);
}

const SPACE = 0x20;
/** Letters, digits, and everything that another encoding may turn into a letter: the second octets of Shift_JIS begin at `@`. */
const isOfWord = (octet: number): boolean =>
  octet >= 0x40 || (octet >= 0x30 && octet <= 0x39) || octet === 0x27 || octet === 0x2d;

function costOf(sample: Uint8Array, encoding: Encoding): number {
  const text = lettersOf(sample, encoding);
  return spellingOf(text) + (isOfIdeographs(encoding) ? ideographsOf(text, sample, encoding) : languageOf(text));
}

const isOfIdeographs = (encoding: Encoding): boolean =>
  ['shift_jis', 'gb18030', 'euc-jp', 'big5', 'euc-kr'].includes(encoding);
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** How little the text looks like words of any language. */
function spellingOf(text: string): number {
  let cost = COSTS.betweenDigits * count(text, /(?<=\d)(?=[^\0-\x7F])\p{L}(?=\d)/gu);
  cost += COSTS.control * count(text, /[\x80-\x9F\uFFFD\p{Co}\p{Cn}]/gu);
  // A capital is followed by small letters, and a word in capitals has no small letter before them.
  cost += COSTS.capital * count(text, /(?<=\p{Ll})\p{Lu}/gu);
  cost += COSTS.capital * count(text, /(?<=\p{Lu})(?=[^\0-\x7F])\p{Lu}(?=\p{Ll})/gu);
  for (const { 0: word } of text.matchAll(/\S+/gu)) {
    const [isLatin, isOther] = [/[A-Za-z]/.test(word), OTHER_SCRIPTS.test(word)];
    if (isLatin && isOther) cost += COSTS.mixed * count(word, /[^\0-\x7F]/gu);
    for (const { 0: sign, index } of word.matchAll(/(?=[^\0-\x7F\x80-\x9F\uFFFD])[^\p{Ll}\p{Lu}\p{Lo}\p{M}]/gu)) {
      const isBehind = /\p{L}/u.test(word[index - 1] ?? '');
      const isBefore = /\p{L}/u.test(word[index + 1] ?? '');
      if (UNLIKELY.test(sign)) cost += isBehind ? COSTS.unlikely : 0;
      else if (
        isBehind && isBefore
          ? !IN_WORDS.test(sign)
          : isBefore
            ? !BEFORE_WORDS.test(sign)
            : isBehind && !AFTER_WORDS.test(sign)
      )
        cost += COSTS.sign;
    }
  }
  // Names and headings begin with a capital in scripts that have capitals.
  cost += COSTS.small * count(text, /(?<!\p{L})(?=[\p{Script=Cyrillic}\p{Script=Greek}])\p{Ll}/gu);
  // Each encoding of Cyrillic turns the same octets into other letters, so the one that yields the most common letters is
  // likeliest.
  cost += COSTS.uncommon * count(text, /(?=\p{Script=Cyrillic})[^оеаинтсрвлкмдпу]/giu);
  // These end abbreviations; no word continues after them.
  cost += COSTS.sign * count(text, /[ªº](?=\p{L})/gu);
  // Vowel points are not written in names, and never on letters of another script.
  cost += COSTS.stranger * count(text, /[\u0591-\u05C7\u064B-\u065F\u0670]/g);
  cost += COSTS.mixed * count(text, /(?<=\p{Script=Latin})\p{M}/gu);
  return cost;
}

const OTHER_SCRIPTS =
  /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * How many of the Latin letters beyond ASCII belong to no language that has the others. A list in one language contains names of
 * a second one; if there are more than two, the list is more likely read in the wrong encoding.
 */
function languageOf(text: string): number {
  /** How often letters appear, grouped by the alphabets that contain them in that position. */
  const groups = new Map<number, number>();
  for (const { 0: letter, index } of text.matchAll(/(?=[^\0-\x7Fªº])\p{Script=Latin}/gu)) {
    const ways = [letter, `${text[index - 1] ?? ''}${letter}`, `${letter}${text[index + 1] ?? ''}`];
    const of = ways.reduce((known, way) => known | (ALPHABETS_OF.get(way) ?? 0), 0);
    groups.set(of, (groups.get(of) ?? 0) + 1);
  }
  const costOfPair = (first: number, second: number): number => {
    let cost = 0;
    for (const [of, many] of groups) {
      const isFirst = (of & (1 << first)) !== 0;
      const isSecond = (of & (1 << second)) !== 0;
      const isRare = (isFirst && first >= ALPHABETS.length) || (!isFirst && isSecond && second >= ALPHABETS.length);
      cost += many * ((isFirst ? 0 : isSecond ? COSTS.second : COSTS.stranger) + (isRare ? COSTS.rare : 0));
    }
    return cost;
  };
  let least = Infinity;
  for (let first = 0; first < ALL_ALPHABETS.length; first++)
    for (let second = 0; second < ALL_ALPHABETS.length; second++) least = Math.min(least, costOfPair(first, second));
  return least;
}

/** The rows of the national standards that hold the common characters; for Japanese, kana are the best sign. */
const COMMON_ROWS: Readonly<Partial<Record<Encoding, readonly [from: number, to: number]>>> = {
  gb18030: [0xb0, 0xd7],
  'euc-jp': [0xa4, 0xcf],
  big5: [0xa4, 0xc6],
  'euc-kr': [0xb0, 0xc8],
};

function ideographsOf(text: string, sample: Uint8Array, encoding: Encoding): number {
  const ideographs =
    COSTS.ideograph * count(text, /\p{Script=Han}/gu) + COSTS.hangul * count(text, /\p{Script=Hangul}/gu);
  const rows = COMMON_ROWS[encoding];
  if (rows === undefined) return ideographs + COSTS.rareIdeograph * count(text, /[\uFF61-\uFF9F]/gu);
  const [from, to] = rows;
  let rare = 0;
  for (let i = 0; i < sample.length; i++) {
    const [row = 0, column = 0] = [sample[i], sample[i + 1]];
    if (row <= 0x80) continue;
    if (row < from || row > to || (column < 0xa1 && encoding !== 'big5')) rare += 1;
    i += 1;
  }
  return ideographs + COSTS.rareIdeograph * rare;
}
