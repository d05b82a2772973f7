import type { ImportTarget } from '../../../shared/contact-words.ts';
import {
  LONGEST_FIELD_VALUE,
  LONGEST_LABEL,
  LONGEST_NOTES,
  LONGEST_TAG,
  MOST_NUMBERS,
  type ImportChoices,
} from '../../../shared/contacts.ts';
import { fold } from '../../../shared/fold.ts';
import { callingCodeOf, type CountryCode } from '../../../shared/phone.ts';
import { type Refusal, refusal } from '../../../shared/result.ts';
import type { ContactField } from '../contract.ts';
import { isMobile, isPhone, phonesInCell, type PhoneCell } from '../../imports/phone-cell.ts';
import { plainHeading } from '../../imports/table.ts';
import { isMonthFirstCountry, isMonthFirstIn, readDay, saysNo, saysYes } from '../../imports/wall-words.ts';
import type { ContactFields } from '../fields.ts';
import { cleanName } from '../names.ts';
import { labelOfHeading } from './columns.ts';
import { SEVERAL, type Sheet, type SheetRow } from './parsed-table.ts';

const MOST_TAGS_OF_ROW = 20;
/** The calling code of Italy, where the leading zero is part of the number. */
const ITALY = '39';
const COUNTRY_HEADING = /country|land|pays|pais|paese|dial|calling/;
/** A longer text says more than yes or no. */
const LONGEST_WORDS = 120;
/** The date since when it is so, behind the word. */
const SINCE =
  /(?:\s*,)?\s*(?:(?:am|seit|on|since|le|vom|per)\s+)?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?\S*)?$/i;
/** Words in a form that can be compared: programs write `OPTED_IN`, people `opted-in`. */
const said = (cell: string): string => plainHeading(cell.trim().slice(0, LONGEST_WORDS).replace(SINCE, ''));
const YES = /^(?:ok|ja bitte|opted in|opt in|granted|given|erteilt|gegeben|subscribed|active|aktiv|evet|ano)$/;
const agrees = (cell: string): boolean =>
  !isOut(cell) && (YES.test(said(cell)) || saysYes(said(cell)) || saysYes(cell));
/** This also counts in a column for consent: whatever was said before, an opt-out is the last word. */
const IS_OUT =
  /^stop$|(?<!(?:nicht|not|never|nie) )(?<!\p{L})(?:stopped|unsubscribed?|opted out|opt out|abgemeldet|widerruf|widerrufen|zuruckgezogen|widersprochen|withdrawn|revoked|desabonnee?|desinscrite?)(?!\p{L})/u;
const isOut = (cell: string): boolean => IS_OUT.test(said(cell));
const denies = (cell: string): boolean => saysNo(cell) || isOut(cell);
/** In a column for opt-outs these words say that the customer still wants messages. */
const STILL_IN = /^(?:subscribed|opted in|opt in|hayir)$/;
/** Whatever is in a column for opt-outs, be it a date or a reason, means an opt-out. */
const saysOut = (cell: string): boolean => !saysNo(cell) && !STILL_IN.test(said(cell));
/** Labels that a program writes if nobody has labeled a number. */
const SAYS_NOTHING = /^(?:other|main|voice|pref|custom|sonstige?s?|andere|haupt.*|autre|otro|altro|phone|telefon)?$/i;
/** A fax or a pager gets no messages. */
const NOT_TEXTED = /(?<!\p{L})(?:tele)?fax(?:nummer|nr|number)?(?!\p{L})|pager/iu;
/** The first of these that occurs separates the tags; the others are then part of a tag's name. */
const TAG_SEPARATORS = [SEVERAL, ';', '|', ','] as const;
/** Tags and groups that address books put everybody in. */
const EVERYBODYS_TAG = /^\*|^(?:my ?contacts|meine kontakte|starred|contacts|kontakte)$/i;

/** A row of the file, read as a customer. */
export interface ContactDraft {
  readonly line: number;
  readonly name: string;
  /** Mobile numbers come first. */
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
  readonly language: string | null;
  readonly birthday: string | null;
  readonly notes: string;
  readonly fields: readonly ContactField[];
  readonly tags: readonly string[];
  readonly agreesToOffers: boolean;
  readonly deniesOffers: boolean;
  /** The text that says so, and the numbers it applies to; null: no opt-out. */
  readonly optedOut: { readonly wording: string; readonly numbers: readonly string[] } | null;
  /** What in the row could not be read, as it is written there. */
  readonly leftOut: readonly string[];
}

export type ReadRow =
  | { readonly ok: true; readonly draft: ContactDraft }
  | { readonly ok: false; readonly line: number; readonly what: string; readonly reason: Refusal };

export interface Reading {
  readonly country: CountryCode;
  readonly fields: Pick<ContactFields, 'read'>;
  /** Nobody is born after this instant; UTC epoch milliseconds. */
  readonly now: number;
  /** As {@link isMonthFirst} determines it. */
  readonly monthFirst: boolean;
}

/**
 * Whether the dates of a list are written as in the United States: one date that can only be read so decides it for all. Pure.
 */
export function isMonthFirst({ rows }: Sheet, { targets }: ImportChoices, country: CountryCode): boolean {
  const column = targets.indexOf('birthday');
  if (column < 0) return isMonthFirstCountry(country);
  return isMonthFirstIn(
    rows.map(({ cells }) => cells[column] ?? ''),
    isMonthFirstCountry(country),
  );
}

/** What a row says of a customer, given what its columns hold. */
export function readRow(sheet: Sheet, row: SheetRow, choices: ImportChoices, reading: Reading): ReadRow {
  const { line } = row;
  const cellsOf = (target: ImportTarget): readonly string[] =>
    choices.targets.flatMap((each, i) => {
      const cell = row.cells[i]?.trim() ?? '';
      return each === target && cell !== '' ? [cell] : [];
    });
  const first = (target: ImportTarget): string => cellsOf(target)[0] ?? '';
  const leftOut: string[] = [];
  const numbers = numbersOf(sheet, row, choices, reading.country, leftOut);
  const company = first('field:Company');
  const whole = wholeName(first('name'), sheet.columns[choices.targets.indexOf('name')] ?? '');
  const name = cleanName(whole || [first('first-name'), first('last-name')].join(' ').trim() || company);
  const what = [name, numbers.map(({ number }) => number).join(', ') || cellsOf('phone').join(', ')]
    .filter((each) => each !== '')
    .join(' ');
  if (numbers.length === 0) {
    const reason: Refusal = cellsOf('phone').length === 0 ? refusal('no-number') : refusal('bad-number.in-row');
    return { ok: false, line, what, reason };
  }
  const input = first('birthday');
  const birthday = input === '' ? null : readDay(input, reading.monthFirst, reading.now);
  if (input !== '' && birthday === null) leftOut.push(input);
  const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/.exec(first('language').toLowerCase())?.[0] ?? null;
  return {
    ok: true,
    draft: {
      line,
      name,
      numbers,
      language,
      birthday,
      notes: cellsOf('notes').join('\n').toWellFormed().slice(0, LONGEST_NOTES).toWellFormed(),
      fields: fieldsOf(row, choices, reading, leftOut),
      tags: tagsOf(cellsOf('tags')),
      // A cell that says no outweighs one that says yes.
      agreesToOffers: cellsOf('consent').some(agrees) && !cellsOf('consent').some(denies),
      deniesOffers: cellsOf('consent').some(denies),
      optedOut: optedOutOf(
        sheet,
        row,
        choices,
        reading.country,
        cellsOf('opted-out').find(saysOut) ?? cellsOf('consent').find(isOut) ?? null,
        numbers,
      ),
      leftOut,
    },
  };
}

/** If one row of a list denies consent for a number, no other row can grant it. */
export function withDenials(rows: readonly ReadRow[]): readonly ReadRow[] {
  const numbersOfAll = rows.flatMap((row) => (row.ok && row.draft.deniesOffers ? row.draft.numbers : []));
  const denied = new Set(numbersOfAll.map(({ number }) => number));
  if (denied.size === 0) return rows;
  return rows.map((row) =>
    row.ok && row.draft.numbers.some(({ number }) => denied.has(number))
      ? { ...row, draft: { ...row.draft, agreesToOffers: false } }
      : row,
  );
}

/** `Berg, Ana` in a column `Name, first name` becomes `Ana Berg`, with the given name first as it is spoken. */
function wholeName(input: string, heading: string): string {
  const isFamilyFirst = /^(?:name|nachname|last name) (?:vorname|first name)$/.test(plainHeading(heading));
  const [family = '', given = '', ...more] = isFamilyFirst ? input.split(',') : [];
  return given.trim() !== '' && more.length === 0 ? `${given.trim()} ${family.trim()}` : input;
}

function numbersOf(
  { columns }: Sheet,
  row: SheetRow,
  { targets }: ImportChoices,
  country: CountryCode,
  leftOut: string[],
): ContactDraft['numbers'] {
  const { cells } = row;
  const found = new Map<string, string>();
  let asked = 0;
  targets.forEach((target, i) => {
    // A customer has no more numbers than this, and reading all of them would take long.
    if (target !== 'phone' || (cells[i] ?? '') === '' || asked === MOST_NUMBERS) return;
    asked += 1;
    const beside = besideLabel(cells, targets, i);
    if (NOT_TEXTED.test(beside ?? '')) return;
    const ofColumn = labelOfHeading(columns[i] ?? '');
    const { phones, leftOut: unread } = phonesOf({ columns }, cells, targets, i, country);
    leftOut.push(...unread);
    for (const { number, label: own } of phones) {
      if (NOT_TEXTED.test(own)) continue;
      const label = ownLabel(own) || ownLabel(beside ?? '') || ofColumn;
      if ((found.get(number) ?? '') === '') found.set(number, label);
    }
  });
  const preferred = phonesInCell(row.preferred ?? '', country).phones[0]?.number;
  // The numbering plan decides what kind of number it is; the label decides only where the plan cannot tell mobile numbers apart.
  const rank = ({ number, label }: ContactDraft['numbers'][number]): number =>
    (isMobile(number) ? 0 : 4) + (number === preferred ? 0 : 2) + (label === 'mobile' ? 0 : 1);
  return [...found].map(([number, label]) => ({ number, label })).toSorted((a, b) => rank(a) - rank(b));
}

/** The numbers in a column, with their area or country code if a column before it holds that. */
function phonesOf(
  { columns }: Pick<Sheet, 'columns'>,
  cells: readonly string[],
  targets: readonly ImportTarget[],
  column: number,
  country: CountryCode,
): PhoneCell {
  const input = cells[column]?.trim() ?? '';
  const alone = phonesInCell(input, country);
  const isWithout = !targets.includes('phone-prefix') || !/^[(\d]/.test(input) || input.startsWith('00');
  if (isWithout) return alone;
  let [area, code] = ['', ''];
  const since = targets.lastIndexOf('phone', column - 1);
  for (let i = 0; i < column; i++) {
    const prefix = (cells[i] ?? '').replace(/[^\d+]/g, '');
    if (targets[i] !== 'phone-prefix' || prefix === '') continue;
    // An area code begins with one zero and applies to the next number; a country code applies to all.
    const isArea = /^0(?!0)/.test(prefix);
    const isCountry =
      /^(?:\+|00)/.test(prefix) || COUNTRY_HEADING.test(fold(columns[i] ?? '')) || prefix === callingCodeOf(country);
    if (!isArea && isCountry) code = prefix.replace(/^(?:\+|00)/, '');
    else if (i > since) area = prefix;
  }
  const digits = input.replace(/\D/g, '');
  // The number already includes its country code.
  if (code !== '' && digits.startsWith(code) && isPhone(`+${digits}`)) return phonesInCell(`+${input}`, country);
  const isWhole = input.startsWith('0') || alone.phones.some(({ number }) => isMobile(number));
  const national = area === '' || isWhole ? input : `${area} ${input}`;
  if (code === '' || code === callingCodeOf(country)) return phonesInCell(national, country);
  return phonesInCell(`+${code} ${code === ITALY ? national : national.replace(/^0/, '')}`, country);
}

/** The label that its owner gave a number; labels common to all programs become one word each. */
function ownLabel(input: string): string {
  const label = input.replace(/^\*\s*/, '').trim();
  if (SAYS_NOTHING.test(label)) return '';
  return labelOfHeading(label) || label.slice(0, LONGEST_LABEL).trim();
}

/** A column beside a number may apply to that number alone. */
function optedOutOf(
  { columns }: Sheet,
  { cells }: SheetRow,
  { targets }: ImportChoices,
  country: CountryCode,
  ofAll: string | null,
  numbers: ContactDraft['numbers'],
): ContactDraft['optedOut'] {
  if (ofAll !== null) return { wording: ofAll, numbers: numbers.map(({ number }) => number) };
  const found = targets.flatMap((target, i) => {
    const said = cells[i]?.trim() ?? '';
    if (target !== 'number-opted-out' || said === '' || !saysOut(said)) return [];
    const of = targets.lastIndexOf('phone', i);
    return phonesOf({ columns }, cells, targets, of, country).phones.map(({ number }) => ({ said, number }));
  });
  const [first] = found;
  return first === undefined ? null : { wording: first.said, numbers: found.map(({ number }) => number) };
}

/** The label from Google's pairs of columns: `Phone 1 - Label`, `Phone 1 - Value`. */
function besideLabel(cells: readonly string[], targets: readonly ImportTarget[], column: number): string | null {
  return targets[column - 1] === 'phone-label' ? (cells[column - 1] ?? '') : null;
}

function fieldsOf(
  { cells }: SheetRow,
  { targets }: ImportChoices,
  { fields, monthFirst }: Reading,
  leftOut: string[],
): readonly ContactField[] {
  return targets.flatMap((target, i) => {
    const cell = cells[i]?.trim() ?? '';
    if (!target.startsWith('field:') || cell === '') return [];
    const name = target.slice('field:'.length);
    const value = cell.replaceAll(SEVERAL, ', ').toWellFormed().slice(0, LONGEST_FIELD_VALUE).toWellFormed();
    const day = name === 'Anniversary' ? readDay(value, monthFirst, null) : null;
    const read = fields.read({ name, value: day ?? value });
    if (read === null) leftOut.push(`${name}: ${cell}`);
    return read === null ? [] : [read];
  });
}

function tagsOf(cells: readonly string[]): readonly string[] {
  const names = cells
    .flatMap((cell) => cell.split(TAG_SEPARATORS.find((separator) => cell.includes(separator)) ?? SEVERAL))
    .map((each) => each.trim().slice(0, LONGEST_TAG).trim())
    .filter((each) => each !== '' && !EVERYBODYS_TAG.test(each));
  return [...new Map(names.map((each) => [fold(each), each])).values()].slice(0, MOST_TAGS_OF_ROW);
}
