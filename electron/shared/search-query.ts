import { fold } from './fold.ts';

/** The states that `is:` accepts. */
export const SEARCH_STATES = ['unread', 'open', 'waiting', 'snoozed', 'closed', 'mine', 'failed'] as const;
export type SearchState = (typeof SEARCH_STATES)[number];

/** What somebody typed into the search, parsed. */
export interface SearchQuery {
  /** Words and "phrases in quotes"; all of them must be found. */
  readonly terms: readonly string[];
  readonly from: readonly string[];
  readonly tags: readonly string[];
  /** UTC epoch milliseconds; `before` itself is not included. */
  readonly before: number | null;
  readonly after: number | null;
  readonly is: readonly SearchState[];
  readonly hasNote: boolean;
  /** Operators whose value is not understood, as they were written. */
  readonly unknownOperators: readonly string[];
}

const TOKEN =
  /(?:(from|tag|before|after|is|has):\s*)?(?:"([^"]*)"?|((?<=from:\s*)\+?\d[\d\s()./\u2010-\u2015-]*\d(?!\S)|\S+))/giu;
/** An operator that is still being typed. */
const UNFINISHED = /^(?:from|tag|before|after|is|has):$/i;

/** Parses a query like `brake from:ana tag:repair after:2026-11-01 is:unread`. Instants are local midnights. */
export function parseSearch(input: string): SearchQuery {
  const terms: string[] = [];
  const from: string[] = [];
  const tags: string[] = [];
  const is: SearchState[] = [];
  const unknownOperators: string[] = [];
  let before: number | null = null;
  let after: number | null = null;
  let hasNote = false;
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  for (const [whole, operator, quoted, bare] of input.replace(/[\u0000-\u001f]/g, ' ').matchAll(TOKEN)) {
    const value = (quoted ?? bare ?? '').trim();
    if (value === '' || UNFINISHED.test(value)) continue;
    switch (operator?.toLowerCase()) {
      case undefined:
        terms.push(value);
        break;
      case 'from':
        from.push(value);
        break;
      case 'tag':
        tags.push(value);
        break;
      case 'before':
      case 'after': {
        const day = parseDay(value);
        if (day === null) unknownOperators.push(whole);
        else if (operator?.toLowerCase() === 'before') before = new Date(day.year, day.month, day.day).getTime();
        // `after` a day begins with the next day; after a month or a year, it begins when that ends.
        else after = new Date(day.year + day.span[0], day.month + day.span[1], day.day + day.span[2]).getTime();
        break;
      }
      case 'is': {
        const state = SEARCH_STATES.find((known) => known === value.toLowerCase());
        if (state === undefined) unknownOperators.push(whole);
        else is.push(state);
        break;
      }
      case 'has':
        if (/^notes?$/i.test(value)) hasNote = true;
        else unknownOperators.push(whole);
        break;
      default:
        terms.push(whole);
    }
  }
  return { terms, from, tags, before, after, is, hasNote, unknownOperators };
}

interface Day {
  readonly year: number;
  /** Counted from 0. */
  readonly month: number;
  readonly day: number;
  /** The length of the date's range: years, months, days. */
  readonly span: readonly [number, number, number];
}

/** `2026`, `2026-11`, `2026-11-03`, `3.11.2026`, `today`, `yesterday`. */
function parseDay(value: string): Day | null {
  const back = { today: 0, heute: 0, yesterday: 1, gestern: 1 }[value.toLowerCase()];
  if (back !== undefined) {
    const now = new Date();
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
    return { year: day.getFullYear(), month: day.getMonth(), day: day.getDate(), span: [0, 0, 1] };
  }
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  const [year, month, day] = iso !== null ? iso.slice(1) : german !== null ? german.slice(1).toReversed() : [];
  if (year === undefined) return null;
  const [m, d] = [Number(month ?? 1), Number(day ?? 1)];
  // Rejects dates like February 31.
  if (m < 1 || new Date(Number(year), m - 1, d).getMonth() !== m - 1) return null;
  const span =
    day !== undefined ? ([0, 0, 1] as const) : month !== undefined ? ([0, 1, 0] as const) : ([1, 0, 0] as const);
  return { year: Number(year), month: m - 1, day: d, span };
}

const NUMBER = /^[\d\s+()./\u2010-\u2015-]+$/;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})$/;

/**
 * The digits with which a number is stored, from any spelling of it; null if the term is no number. At least three digits are
 * needed.
 */
export function searchDigits(term: string): string | null {
  if (!NUMBER.test(term) || DATE.test(term.trim())) return null;
  const digits = term.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < 3 ? null : digits;
}

/** Whether the query asks for nothing. */
export function isEmptySearch({ terms, from, tags, before, after, is, hasNote }: SearchQuery): boolean {
  const asked = terms.length + from.length + tags.length + is.length;
  return asked === 0 && before === null && after === null && !hasNote;
}

/** Where terms appear in a text, ignoring case and accents: start and end in UTF-16 units, in order and without overlaps. */
export function findTerms(text: string, terms: readonly string[]): readonly (readonly [start: number, end: number])[] {
  const wanted = terms.map(fold).filter((term) => term !== '');
  if (wanted.length === 0) return [];
  // Folding changes lengths, so each folded unit remembers the character from which it came.
  let folded = '';
  const origin: number[] = [];
  const characters = [...text];
  const starts: number[] = [];
  let offset = 0;
  characters.forEach((character, i) => {
    starts.push(offset);
    offset += character.length;
    const letters = fold(character);
    for (let n = 0; n < letters.length; n++) origin.push(i);
    folded += letters;
  });
  const found: [number, number][] = [];
  for (const term of wanted) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      const [first, last] = [origin[at] as number, origin[at + term.length - 1] as number];
      found.push([starts[first] as number, starts[last + 1] ?? text.length]);
    }
  }
  const kept: (readonly [number, number])[] = [];
  for (const hit of found.toSorted((a, b) => a[0] - b[0])) if (hit[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(hit);
  return kept;
}
