import { LEXICONS } from '../../locales/customers.ts';
import { CUSTOMER_LANGUAGES } from '../../locales/customer-languages.ts';
import { phrasesIn, wordsIn } from '../../shared/phrases.ts';
import { fold } from '../../shared/fold.ts';

/** What a short answer to a question about an appointment says. “None of the times offered” also means another time. */
export type ShortAnswer =
  | { readonly is: 'confirm' | 'move' | 'cancel' | 'unclear' }
  /** Counted from 1, in the order offered. */
  | { readonly is: 'choice'; readonly n: number };

/** A time that the customer was told. */
export interface ToldTime {
  /** `HH:MM` */
  readonly time: string;
  /** The weekday of its date, 0 is Sunday. */
  readonly weekday: number;
  /** How many days from today. */
  readonly ahead: number;
}

/** What the customer was told: times and days in their answer are read against it. */
export interface Asked {
  /** The time of the appointment in question; null if there is none yet. */
  readonly appointment: ToldTime | null;
  /** The times offered, in order; empty if there were none. */
  readonly offered: readonly ToldTime[];
}

/** A longer text is not a short answer, so a person reads it. */
const LONGEST = 160;
const UNCLEAR: ShortAnswer = { is: 'unclear' };

/** All languages are used together: no word for yes in one of them means no in another. */
const ALL = CUSTOMER_LANGUAGES.map((language) => LEXICONS[language].reply);

/** The letters that a message asks for as an answer, in any language. */
const LETTERS = { confirm: ['c', 'y', 'k', 'kk'], move: ['r'], cancel: ['x'], none: ['0'] } as const;
type Meaning = keyof typeof LETTERS;

const FIGURES = ['1', '2', '3', '4', '5', '6'];
const CHOICES: ReadonlyMap<string, number> = new Map([
  ...FIGURES.map((figure, i) => [figure, i + 1] as const),
  ...ALL.flatMap(({ choices }) => numbered(choices)).map(([word, i]) => [word, i + 1] as const),
]);

/** Greetings and wishes: a part of the day named in one of these is not meant as a time. */
const GREETINGS = ALL.flatMap(({ greetings }) => greetings ?? []);

/** Regrets go with a no; a customer who adds one to a yes has more to say. */
const REGRET = new Set(ALL.flatMap(({ regrets }) => wordsIn(regrets)));

/** How many days from today. */
const RELATIVE: ReadonlyMap<string, number> = new Map(ALL.flatMap(({ days }) => numbered(days)));

/** Words that mean nothing here: politeness, and what surrounds a number or a time. */
const NOISE = new Set(ALL.flatMap(({ noise }) => wordsIn(noise)));

const THUMBS_UP = /[👍👌✅✔🆗🙂😀😊😃😄🤝]/u;
const THUMBS_DOWN = /[👎❌🚫😢😞🙁]/u;

const WEEKDAY_OF: ReadonlyMap<string, number> = new Map(ALL.flatMap(({ weekdays }) => numbered(weekdays)));

/** The longest phrase is tried first. */
const MEANINGS = (Object.keys(LETTERS) as Meaning[])
  .flatMap((is) =>
    [...LETTERS[is], ...ALL.flatMap((reply) => reply[is].flatMap(phrasesIn))].map((phrase) => ({
      is,
      words: phrase.split(' '),
    })),
  )
  .toSorted((a, b) => b.words.length - a.words.length);
const BY_FIRST = Map.groupBy(MEANINGS, ({ words }) => words[0] ?? '');

/**
 * Reads a short answer. Everything in it must be understood and agree: an answer with anything left over, a contradiction or
 * another time is for a person. Pure.
 */
export function shortAnswerIn(text: string, asked: Asked): ShortAnswer {
  if (text.length > LONGEST) return UNCLEAR;
  const folded = GREETINGS.reduce((left, each) => left.replace(each, ' '), fold(text.replace(/[’'`´]/g, ' ')));
  // The text names a day of the month, which is never matched here.
  if (DATES.some((date) => date.test(folded))) return UNCLEAR;
  const up = THUMBS_UP.test(text);
  const down = THUMBS_DOWN.test(text);
  const said = new Set<string>();
  if (up) said.add('confirm');
  const { times, rest } = timesIn(folded);
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  const choices = new Set<number>();
  const days: DayTest[] = [];
  let regrets = false;
  for (let i = 0; i < words.length;) {
    const word = words[i] as string;
    const found = BY_FIRST.get(word)?.find((each) => each.words.every((w, n) => words[i + n] === w));
    // In “the second one”, “one” is not the first choice.
    const isOne = word === 'one' && choices.size > 0;
    const choice = asked.offered.length > 0 && !isOne ? CHOICES.get(word) : undefined;
    const day = WEEKDAY_OF.get(word);
    const ahead = RELATIVE.get(word);
    if (choice !== undefined) choices.add(choice);
    else if (found !== undefined) {
      said.add(found.is);
      for (const each of found.words) days.push(...onRelative(RELATIVE.get(each)));
    } else if (day !== undefined) days.push((told) => told.weekday === day);
    else if (ahead !== undefined) days.push(...onRelative(ahead));
    else if (REGRET.has(word)) regrets = true;
    else if (!isOne && !NOISE.has(word)) return UNCLEAR;
    i += choice === undefined && found !== undefined ? found.words.length : 1;
  }
  const isQuestion = text.includes('?');
  if (said.size > 1 || choices.size > 1 || down) return UNCLEAR;
  const [is] = said as Set<Meaning>;
  const [n] = choices;
  if (asked.offered.length > 0 && (is === undefined || is === 'confirm')) return choiceOf(n, times, days, asked, is);
  if (n !== undefined || is === undefined) return UNCLEAR;
  if (is === 'none') return asked.offered.length > 0 ? { is: 'move' } : UNCLEAR;
  // A different day or time may be about another appointment.
  const isThis = asked.appointment !== null && fits(asked.appointment, times, days);
  if (times.length + days.length > 0 && !isThis) return UNCLEAR;
  if (is === 'confirm' && regrets) return UNCLEAR;
  // A question about another time is a wish for it; any other question does not state what it asks.
  return isQuestion && is !== 'move' ? UNCLEAR : { is };
}

/** A no, with politeness after it. */
const NO = new RegExp(
  `^(?:${ALL.flatMap(({ no }) => wordsIn(no)).join('|')})(?: (?:${[
    ...REGRET,
    ...CUSTOMER_LANGUAGES.flatMap((language) => phrasesIn(LEXICONS[language].polite)),
  ].join('|')}))*$`,
);

/** The text is nothing but a no. That answers an offer, but after “are you coming?” it may answer something else. Pure. */
export function isNo(text: string): boolean {
  return NO.test(
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}

type DayTest = (told: ToldTime) => boolean;
/** The times that words may mean: with a bare “at 3”, the half of the day is unknown. */
type Alternatives = readonly string[];

const onRelative = (ahead: number | undefined): readonly DayTest[] =>
  ahead === undefined ? [] : [(told) => told.ahead === ahead];

function fits(told: ToldTime, times: readonly Alternatives[], days: readonly DayTest[]): boolean {
  return times.every((either) => either.includes(told.time)) && days.every((isOn) => isOn(told));
}

/** Dates such as “am 1.”, “the 2nd”, “on the 3rd of May”, “1. Dezember”; “the 2nd one” is a choice instead. */
const DATES = ALL.flatMap(({ dates }) => dates ?? []);

/** After one of these words a number is an hour and not a choice from a list. */
const HOUR_AFTER_WORD = new RegExp(
  `\\b(?:${ALL.flatMap(({ beforeHour }) => wordsIn(beforeHour)).join('|')}) (\\d{1,2})\\b`,
  'g',
);

/** The words of each line, paired with the line's number. */
function numbered(lines: readonly string[]): readonly (readonly [string, number])[] {
  return lines.flatMap((line, i) => wordsIn(line).map((word) => [word, i] as const));
}

/** Which of the times offered was chosen: by its number, or by a time or day that only one of them has. */
function choiceOf(
  n: number | undefined,
  times: readonly Alternatives[],
  days: readonly DayTest[],
  { offered, appointment }: Asked,
  is: 'confirm' | undefined,
): ShortAnswer {
  const named = offered.flatMap((slot, i) => (fits(slot, times, days) ? [i + 1] : []));
  if (n !== undefined)
    return n <= offered.length && (times.length + days.length === 0 || named.includes(n))
      ? { is: 'choice', n }
      : UNCLEAR;
  if (times.length + days.length === 0) return UNCLEAR;
  const [only, another] = named;
  if (only !== undefined && another === undefined) return { is: 'choice', n: only };
  // The customer repeats the old time.
  const isOld = appointment !== null && fits(appointment, times, days);
  return is === 'confirm' && isOld && named.length === 0 ? { is: 'confirm' } : UNCLEAR;
}

/** Takes times of day out of a text as people write them: 10:30, 10.30, 10h30, 10 Uhr, 10am, 2 pm; um 3. */
function timesIn(folded: string): { readonly times: readonly Alternatives[]; readonly rest: string } {
  const times: Alternatives[] = [];
  const rest = folded
    .replace(
      /\b(\d{1,2})(?:(?:[:.]|h)(\d{2})(?: ?(am|pm|uhr|h))?| ?(am|pm|uhr|h|o clock))\b/g,
      (_, hour: string, minute: string | undefined, after: string | undefined, bare: string | undefined) => {
        const half = after ?? bare;
        const twelve = Number(hour) % 12;
        const hours = half === 'pm' ? twelve + 12 : half === 'am' ? twelve : Number(hour);
        times.push([wall(hours, minute)]);
        return ' ';
      },
    )
    .replace(HOUR_AFTER_WORD, (whole, hour: string) => {
      const hours = Number(hour);
      if (hours > 23) return whole;
      times.push(hours < 12 ? [wall(hours, undefined), wall(hours + 12, undefined)] : [wall(hours, undefined)]);
      return ' ';
    });
  return { times, rest };
}

function wall(hours: number, minute: string | undefined): string {
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`;
}
