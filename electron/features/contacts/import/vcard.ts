/** One property of a card: `TEL;TYPE=CELL:+49...`. */
interface Property {
  /** The `item1` of `item1.TEL`; empty: no group. */
  readonly group: string;
  readonly name: string;
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** Decoded from quoted-printable, but with its escapes still in it. */
  readonly value: string;
}

/** A person of an address book, with the parts that a shop can use. */
export interface Card {
  /** The line of the file in which it begins, counted from 1. */
  readonly line: number;
  readonly name: string;
  readonly company: string;
  /** The preferred numbers come first. */
  readonly phones: readonly { readonly number: string; readonly label: string }[];
  /** The number that is marked as preferred; null: none is. */
  readonly preferred: string | null;
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
  /** Both dates as they are written in the card. */
  readonly birthday: string;
  readonly anniversary: string;
  readonly notes: string;
  readonly categories: readonly string[];
}

/** Pictures and keys make up most of the file, and a shop has no use for them. */
const SKIPPED: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);
/** Types of numbers that cannot receive messages. */
const NOT_TEXTED = /^(?:fax|pager|modem|bbs|isdn|textphone)$/i;
/** The same in labels such as `HomeFAX`. */
const NOT_TEXTED_LABEL = /fax|pager/i;
/** The rank of a number without a preference; preferences go from 1 to 100. */
const NO_PREFERENCE = 101;
const MOBILE = /^(?:cell|mobile|mobil|handy|iphone|car)$/i;
/** The parameter that a bare value of vCard 2.1 belongs to, as in `TEL;CELL;VOICE:`. */
const BARE_VALUE: Readonly<Record<string, string>> = {
  'quoted-printable': 'encoding',
  base64: 'encoding',
  '8bit': 'encoding',
  '7bit': 'encoding',
};

/** Cards from files that were joined although they did not end with a line break. */
const GLUED = /(end\s*:\s*vcard)[ \t]*(begin\s*:\s*vcard)/gi;

/**
 * Reads vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), also several cards in one file, as Outlook, Google, iPhones and Android
 * write them. What cannot be read is skipped; never throws. Pure.
 */
export function readVcards(text: string): readonly Card[] {
  const cards: Card[] = [];
  let properties: Property[] | null = null;
  let began = 0;
  /** A card within a card (AGENT of 2.1) belongs to somebody else. */
  let depth = 0;
  for (const { line, content } of logicalLines(text.replace(GLUED, '$1\n$2'))) {
    const marker = /^\s*(begin|end)\s*:\s*vcard\s*$/i.exec(content)?.[1]?.toLowerCase();
    if (marker === 'begin') {
      // A card without an end is over where the next one begins.
      depth = properties === null || depth === 0 ? 1 : depth + 1;
      if (depth === 1) {
        properties = [];
        began = line;
      }
    } else if (marker === 'end') {
      depth = Math.max(0, depth - 1);
      if (depth > 0 || properties === null) continue;
      cards.push(cardOf(began, properties));
      properties = null;
    } else if (depth === 1) {
      const property = propertyOf(content);
      if (property?.name === 'AGENT' && property.value.trim() === '') continue;
      if (property !== null && !SKIPPED.has(property.name)) properties?.push(property);
    }
  }
  if (properties !== null && properties.length > 0) cards.push(cardOf(began, properties));
  return cards;
}

/** Unfolds lines (RFC 6350 3.2), and joins the soft line breaks of quoted-printable in 2.1. */
function* logicalLines(text: string): Generator<{ readonly line: number; readonly content: string }> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (let i = 0; i < lines.length; i++) {
    const line = i + 1;
    const pieces = [lines[i] as string];
    if (pieces[0] === '') continue;
    if (/^[^:]*encoding=quoted-printable|^[^:]*;quoted-printable/i.test(pieces[0] as string)) {
      while (pieces.at(-1)?.endsWith('=') === true && i + 1 < lines.length && !isMarker(lines[i + 1] as string)) {
        pieces[pieces.length - 1] = (pieces.at(-1) as string).slice(0, -1);
        i++;
        pieces.push(lines[i] as string);
      }
    }
    while (/^[ \t]/.test(lines[i + 1] ?? '')) {
      i++;
      pieces.push((lines[i] as string).slice(1));
    }
    yield { line, content: pieces.join('') };
  }
}

const isMarker = (line: string): boolean => /^\s*(?:begin|end)\s*:\s*vcard/i.test(line);

function propertyOf(content: string): Property | null {
  const colon = colonOf(content);
  if (colon < 0) return null;
  const [input = '', ...rest] = splitOutsideQuotes(content.slice(0, colon), ';');
  const named = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(input.trim());
  if (named === null) return null;
  const parameters = new Map<string, string[]>();
  for (const parameter of rest) {
    const [, key, value] = /^([\w-]+)\s*=(.*)$/s.exec(parameter.trim()) ?? [null, '', parameter.trim()];
    const name = key === '' ? (BARE_VALUE[value?.toLowerCase() ?? ''] ?? 'type') : (key ?? '').toLowerCase();
    const values = splitOutsideQuotes(value ?? '', ',').flatMap((each) => each.replaceAll('"', '').split(','));
    const plain = values.map((each) => each.trim().toLowerCase());
    const before = parameters.get(name);
    if (before === undefined) parameters.set(name, plain);
    else for (const each of plain) before.push(each);
  }
  const value = content.slice(colon + 1);
  const isQuoted = parameters.get('encoding')?.includes('quoted-printable') === true;
  return {
    group: (named[1] ?? '').toLowerCase(),
    name: (named[2] as string).toUpperCase(),
    parameters,
    value: isQuoted ? decodeQuotedPrintable(value, parameters.get('charset')?.[0] ?? null) : value,
  };
}

/** The first colon outside quotes. */
function colonOf(content: string): number {
  let quoted = false;
  for (let i = 0; i < content.length; i++) {
    if (content[i] === '"') quoted = !quoted;
    else if (content[i] === ':' && !quoted) return i;
  }
  // The quote never ends.
  return content.indexOf(':');
}

function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const pieces = [''];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (letter === separator && !quoted) pieces.push('');
    else pieces[pieces.length - 1] += letter;
  }
  return pieces;
}

/** RFC 2045 6.7. Uses the given character set, else whatever {@link TextDecoder} can read. */
function decodeQuotedPrintable(text: string, charset: string | null): string {
  const octets: number[] = [];
  const plain = new TextEncoder();
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === '=' ? /^[0-9a-f]{2}$/i.exec(text.slice(i + 1, i + 3))?.[0] : undefined;
    if (hex === undefined) {
      const letter = String.fromCodePoint(text.codePointAt(i) as number);
      octets.push(...plain.encode(letter));
      i += letter.length - 1;
    } else {
      octets.push(Number.parseInt(hex, 16));
      i += 2;
    }
  }
  const bytes = Uint8Array.from(octets);
  for (const name of [charset ?? 'utf-8', 'utf-8']) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // The character set is unknown, or the text is not really in it.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function cardOf(line: number, properties: readonly Property[]): Card {
  const values = (name: string): readonly string[] =>
    properties
      .filter((property) => property.name === name)
      .map(({ value }) => unescaped(value).trim())
      .filter((value) => value !== '');
  const structured = (name: string): readonly (readonly string[])[] =>
    properties
      .filter((property) => property.name === name)
      .map(({ value }) => splitUnescaped(value, ';').map((each) => unescaped(each).trim()));
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = structured('N')[0] ?? [];
  const [organisation = ''] = structured('ORG')[0] ?? [];
  const phones = phonesOf(properties).toSorted((a, b) => a.preference - b.preference);
  const fromParts = [prefix, given, middle, family, suffix].filter((each) => each !== '').join(' ');
  return {
    line,
    name: oneLine(values('FN')[0] ?? (fromParts || (values('NICKNAME')[0] ?? ''))),
    company: oneLine(organisation),
    phones: phones.map(({ number, label }) => ({ number, label })),
    preferred: phones.find(({ preference }) => preference < NO_PREFERENCE)?.number ?? null,
    emails: values('EMAIL').map(oneLine),
    addresses: structured('ADR')
      .map((parts) => oneLine(parts.filter((each) => each !== '').join(', ')))
      .filter((each) => each !== ''),
    birthday: dayOf(properties.find(({ name }) => name === 'BDAY')),
    anniversary: anniversaryOf(properties),
    notes: values('NOTE').join('\n'),
    categories: properties
      .filter(({ name }) => name === 'CATEGORIES')
      .flatMap(({ value }) => splitUnescaped(value, ',').map((each) => oneLine(unescaped(each))))
      .filter((each) => each !== ''),
  };
}

/** The preference, where 1 is the most wanted: `PREF=1` (RFC 6350 5.3), `TYPE=PREF` of 3.0, `;PREF` of 2.1. */
function preferenceOf({ parameters }: Property): number {
  const [, input] = /^(\d{1,3})$/.exec(parameters.get('pref')?.[0] ?? '') ?? [];
  if (input !== undefined) return Math.min(Math.max(Number(input), 1), NO_PREFERENCE - 1);
  return parameters.get('type')?.includes('pref') === true ? 1 : NO_PREFERENCE;
}

function phonesOf(
  properties: readonly Property[],
): readonly (Card['phones'][number] & { readonly preference: number })[] {
  const labels = labelsOf(properties);
  return properties
    .filter(({ name }) => name === 'TEL')
    .flatMap((property) => {
      const types = property.parameters.get('type') ?? [];
      const isOther =
        types.some((type) => NOT_TEXTED.test(type)) || NOT_TEXTED_LABEL.test(appleLabel(property, labels));
      if (isOther && !types.some((type) => MOBILE.test(type))) return [];
      // RFC 3966: what follows a semicolon is not part of the number.
      const number = unescaped(property.value).replace(/^tel:/i, '').replace(/;.*$/s, '').trim();
      return number === ''
        ? []
        : [{ number, label: labelOf(property, types, labels), preference: preferenceOf(property) }];
    });
}

/** The label that its owner gave it, else its type. A mobile number is labeled so whatever other types it has. */
function labelOf(property: Property, types: readonly string[], labels: Labels): string {
  const own = appleLabel(property, labels);
  if (own !== '') return own;
  if (types.some((type) => MOBILE.test(type))) return 'mobile';
  return types.find((type) => type === 'home' || type === 'work') ?? '';
}

/** Labels by the group of the property they belong to. */
type Labels = ReadonlyMap<string, string>;

/** Read once for each card, since a card may have ten thousand numbers. If a group has two labels, the first counts. */
function labelsOf(properties: readonly Property[]): Labels {
  const labels = new Map<string, string>();
  for (const { group, name, value } of properties)
    if (name === 'X-ABLABEL' && !labels.has(group)) labels.set(group, value);
  return labels;
}

/** The label of a group, such as `item1.X-ABLabel:_$!<Mobile>!$_`, which iPhones write. */
function appleLabel({ group }: Property, labels: Labels): string {
  if (group === '') return '';
  const label = labels.get(group) ?? '';
  const [, ofApple] = /^_\$!<(.*)>!\$_$/s.exec(label.trim()) ?? [];
  // Apple's own labels are words of the program; all others were written by somebody.
  return oneLine(ofApple?.toLowerCase() ?? unescaped(label));
}

function dayOf(property: Property | undefined): string {
  if (property === undefined) return '';
  const value = property.value.trim();
  const omitted = property.parameters.get('x-apple-omit-year')?.[0];
  // The year is only a placeholder, since the format requires one.
  return omitted !== undefined && value.startsWith(omitted) ? `-${value.slice(omitted.length)}` : value;
}

function anniversaryOf(properties: readonly Property[]): string {
  const named = properties.find(({ name }) => name === 'ANNIVERSARY' || name === 'X-ANNIVERSARY');
  if (named !== undefined) return dayOf(named);
  const labels = labelsOf(properties);
  return dayOf(
    properties.find((property) => property.name === 'X-ABDATE' && /anniversary/i.test(appleLabel(property, labels))),
  );
}

/** Splits at unescaped separators; the pieces keep their escapes. */
function splitUnescaped(text: string, separator: ';' | ','): readonly string[] {
  const pieces = [''];
  for (const [piece] of text.matchAll(/\\[^]|[^]/gu)) {
    if (piece === separator) pieces.push('');
    else pieces[pieces.length - 1] += piece;
  }
  return pieces;
}

/** RFC 6350 3.4; some programs also escape quotes and other characters. */
function unescaped(text: string): string {
  return text.replace(/\\([\\;,:"'nN])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
