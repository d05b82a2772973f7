import { LEXICONS } from '../../locales/customers.ts';
import { CUSTOMER_LANGUAGES } from '../../locales/customer-languages.ts';
import { phrasesIn, wordsIn } from '../../shared/phrases.ts';
import { fold } from '../../shared/fold.ts';

/** What a short answer to a question about an appointment says; none of the times that were offered is another time as well. */
export type ShortAnswer =
  | { readonly is: 'confirm' | 'move' | 'cancel' | 'unclear' }
  /** Counted from 1, as it was offered. */
  | { readonly is: 'choice'; readonly n: number };

/** A time somebody was told. */
export interface ToldTime {
  /** `HH:MM` */
  readonly time: string;
  /** Of its day, 0 Sunday. */
  readonly weekday: number;
  /** How many days from today. */
  readonly ahead: number;
}

/** What the customer was told, against which times and days in their answer are read. */
export interface Asked {
  /** When the appointment is that it is about; null: about none yet. */
  readonly appointment: ToldTime | null;
  /** What was offered, in order; empty: nothing was. */
  readonly offered: readonly ToldTime[];
}

/** Longer is no short answer: a person reads it. */
const LONGEST = 160;
const UNCLEAR: ShortAnswer = { is: 'unclear' };

/** Of all languages: what is a yes in one is none of a no in another. */
const ALL = CUSTOMER_LANGUAGES.map((language) => LEXICONS[language].reply);

/** What a message asks to be answered with, whatever its language. */
const LETTERS = { confirm: ['c', 'y', 'k', 'kk'], move: ['r'], cancel: ['x'], none: ['0'] } as const;
type Meaning = keyof typeof LETTERS;

const FIGURES = ['1', '2', '3', '4', '5', '6'];
const CHOICES: ReadonlyMap<string, number> = new Map([
  ...FIGURES.map((figure, i) => [figure, i + 1] as const),
  ...ALL.flatMap(({ choices }) => numbered(choices)).map(([word, i]) => [word, i + 1] as const),
]);

/** Greetings and wishes: a part of the day in them is none that is meant. */
const GREETINGS = ALL.flatMap(({ greetings }) => greetings ?? []);

/** Said with a no, and with a yes only by somebody who has more to say. */
const REGRET = new Set(ALL.flatMap(({ regrets }) => wordsIn(regrets)));

/** How many days from today. */
const RELATIVE: ReadonlyMap<string, number> = new Map(ALL.flatMap(({ days }) => numbered(days)));

/** Say nothing here: politeness, and what stands around a number or a time. */
const NOISE = new Set(ALL.flatMap(({ noise }) => wordsIn(noise)));

const THUMBS_UP = /[👍👌✅✔🆗🙂😀😊😃😄🤝]/u;
const THUMBS_DOWN = /[👎❌🚫😢😞🙁]/u;

const WEEKDAY_OF: ReadonlyMap<string, number> = new Map(ALL.flatMap(({ weekdays }) => numbered(weekdays)));

/** The longest is tried first. */
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
 * Reads a short answer. Everything in it has to be understood, and to say one thing: whatever is left over, contradicts itself or
 * names another time is for a person. Pure.
 */
export function shortAnswerIn(text: string, asked: Asked): ShortAnswer {
  if (text.length > LONGEST) return UNCLEAR;
  const folded = GREETINGS.reduce((left, each) => left.replace(each, ' '), fold(text.replace(/[’'`´]/g, ' ')));
  // A day of the month: nothing here is told by it.
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
    // “The second one” is no first.
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
  // Of another day or time, it may be about another appointment.
  const isThis = asked.appointment !== null && fits(asked.appointment, times, days);
  if (times.length + days.length > 0 && !isThis) return UNCLEAR;
  if (is === 'confirm' && regrets) return UNCLEAR;
  // To ask for another time is one way to want it; to ask about the rest is not to say it.
  return isQuestion && is !== 'move' ? UNCLEAR : { is };
}

/** A no, and politeness after it. */
const NO = new RegExp(
  `^(?:${ALL.flatMap(({ no }) => wordsIn(no)).join('|')})(?: (?:${[
    ...REGRET,
    ...CUSTOMER_LANGUAGES.flatMap((language) => phrasesIn(LEXICONS[language].polite)),
  ].join('|')}))*$`,
);

/** Nothing but a no: to an offer that is an answer, to “are you coming?” it may be one to something else. Pure. */
export function isNo(text: string): boolean {
  return NO.test(
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}

type DayTest = (told: ToldTime) => boolean;
/** Of a bare “at 3” nobody knows which half of the day it is. */
type Alternatives = readonly string[];

const onRelative = (ahead: number | undefined): readonly DayTest[] =>
  ahead === undefined ? [] : [(told) => told.ahead === ahead];

function fits(told: ToldTime, times: readonly Alternatives[], days: readonly DayTest[]): boolean {
  return times.every((either) => either.includes(told.time)) && days.every((isOn) => isOn(told));
}

/** “am 1.”, “the 2nd”, “on the 3rd of May”, “1. Dezember”; “the 2nd one” is a choice. */
const DATES = ALL.flatMap(({ dates }) => dates ?? []);

/** After such a word a number is an hour, not the one of a list. */
const HOUR_AFTER_WORD = new RegExp(
  `\\b(?:${ALL.flatMap(({ beforeHour }) => wordsIn(beforeHour)).join('|')}) (\\d{1,2})\\b`,
  'g',
);

/** The words of numbered lines, each with the number of its line. */
function numbered(lines: readonly string[]): readonly (readonly [string, number])[] {
  return lines.flatMap((line, i) => wordsIn(line).map((word) => [word, i] as const));
}

/** Which of what was offered: by its number, or by a time or day that only one of them has. */
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
  // The old time, once more.
  const isOld = appointment !== null && fits(appointment, times, days);
  return is === 'confirm' && isOld && named.length === 0 ? { is: 'confirm' } : UNCLEAR;
}

/** Times of day as people write them, taken out of the text: 10:30, 10.30, 10h30, 10 Uhr, 10am, 2 pm; um 3. */
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
