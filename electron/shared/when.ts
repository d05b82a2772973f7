/**
 * Parses points in time as people type them, in English and German: `tomorrow 8`, `in 2 hours`, `mon 9:30`, `24.12. 14:00`,
 * `18:00`, `morgen um 8`, `nächste Woche`. Uses the computer's own time zone.
 */

const UNITS: readonly (readonly [pattern: RegExp, ms: number])[] = [
  [/^(m|min|mins|minutes?|minuten?)\.?$/, 60_000],
  [/^(h|hours?|std|stunden?)\.?$/, 3_600_000],
];
const DAY_UNIT = /^(d|days?|tag|tage|tagen)$/;
const WEEK_UNIT = /^(w|weeks?|wochen?)$/;

const WEEKDAYS: readonly RegExp[] = [
  /^(sun|sunday|so|sonntag)$/,
  /^(mon|monday|mo|montag)$/,
  /^(tue|tues|tuesday|di|dienstag)$/,
  /^(wed|wednesday|mi|mittwoch)$/,
  /^(thu|thur|thurs|thursday|do|donnerstag)$/,
  /^(fri|friday|fr|freitag)$/,
  /^(sat|saturday|sa|samstag|sonnabend)$/,
];

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  einer: 1,
  einem: 1,
  einen: 1,
  eine: 1,
  ein: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  acht: 8,
  zehn: 10,
  zwölf: 12,
};

/** The hour at which work begins, used if only a day is named. */
const MORNING = 8;
const AFTERNOON = 14;
const PARTS_OF_DAY: Readonly<Record<string, number>> = {
  morning: MORNING,
  früh: MORNING,
  noon: 12,
  mittag: 12,
  afternoon: AFTERNOON,
  nachmittag: AFTERNOON,
  evening: 18,
  abend: 18,
  tonight: 18,
};

interface NamedDay {
  readonly date: Date;
  readonly named: 'weekday' | 'other';
}
interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** The instant that somebody means, after `nowMs`; null if the input names none. */
export function parseWhen(input: string, nowMs: number): number | null {
  const words = wordsOf(input.toLowerCase());
  if (words.length === 0) return null;
  const now = new Date(nowMs);
  const relative = parseRelative(words, now);
  if (relative !== null) return relative > nowMs ? relative : null;

  let day: NamedDay | null = null;
  let partOfDay: number | null = null;
  let time: TimeOfDay | null = null;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const two = `${word} ${words[i + 1] ?? ''}`;
    const parsedTwo: NamedDay | null = day === null ? parseDayName(two, now) : null;
    const parsedDay: NamedDay | null = parsedTwo ?? (day === null ? parseDayName(word, now) : null);
    if (parsedDay !== null) {
      day = parsedDay;
      if (parsedTwo !== null) i += 1;
      continue;
    }
    const part: number | undefined = partOfDay === null ? PARTS_OF_DAY[word] : undefined;
    if (part !== undefined) {
      partOfDay = part;
      continue;
    }
    const parsedTime: TimeOfDay | null = time === null ? parseTime(word, day !== null || words.length > 1) : null;
    if (parsedTime === null) return null;
    time = parsedTime;
  }
  if (day === null && time === null && partOfDay === null) return null;
  if (partOfDay !== null) {
    // Eight in the evening is 20:00.
    const isHalf = time !== null && time.hour < 12 && partOfDay >= AFTERNOON;
    time = time === null ? { hour: partOfDay, minute: 0 } : { ...time, hour: time.hour + (isHalf ? 12 : 0) };
  }
  const date = day?.date ?? now;
  const at = (days: number): number =>
    new Date(
      date.getFullYear(),
      date.getMonth(),
      date.getDate() + days,
      time?.hour ?? MORNING,
      time?.minute ?? 0,
    ).getTime();
  if (at(0) > nowMs) return at(0);
  // "18:00" typed after six means tomorrow; "mon 9" typed on a Monday at noon means next week; a date in the past is a mistake.
  if (day === null) return at(1);
  return day.named === 'weekday' ? at(7) : null;
}

const GERMAN_DAY =
  '(?:mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|abend|nachmittag|\\d)';
/** The German word “am”, not the English hours before noon. */
const GERMAN_AM = new RegExp(`(?<=\\s)am\\s+(?=${GERMAN_DAY}(?!\\p{L}))`, 'gu');

/** The words that carry meaning, with times in one spelling. */
function wordsOf(typed: string): readonly string[] {
  return withColons(typed)
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/half an hour|(?:einer )?halben? stunde/g, '30 min')
    .replace(/anderthalb stunden/g, '90 min')
    .replace(/(?:the )?day after tomorrow/g, 'übermorgen')
    .replace(/(\d)\s*uhr\b(?!\s*\d\d\b)/g, '$1:00')
    .replace(/(\d:\d\d):00/g, '$1')
    .replace(GERMAN_AM, '')
    .replace(/(\d)\s*(am|pm)\b/g, '$1$2')
    .replace(/(?<![\p{L}\d])(at|on|by|um|am|bis|gegen|the|in the)(?!\p{L})/gu, ' ')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

/** Rewrites `14.30 Uhr`, `14 Uhr 30` and `2.30 pm` with a colon. */
function withColons(text: string): string {
  return text
    .replace(/(\d)\.(\d\d)\s*(uhr|am|pm)\b/g, '$1:$2 $3')
    .replace(/(\d)\s*uhr\s*([0-5]\d)\b/g, '$1:$2')
    .replace(/(\d:\d\d) uhr\b/g, '$1');
}

/** `in 2 hours`, `30 min`, `in einer Stunde`, `3 days`. Days keep the time of day. */
function parseRelative(words: readonly string[], now: Date): number | null {
  const rest = words[0] === 'in' ? words.slice(1) : words;
  const [first, second] =
    rest.length === 1 ? (/^(\d+)([a-z]+)$/.exec(rest[0] as string)?.slice(1) ?? []) : rest.length === 2 ? rest : [];
  if (first === undefined || second === undefined) return null;
  const amount = /^\d{1,4}(\.\d{1,2})?$/.test(first) ? Number(first) : NUMBER_WORDS[first];
  if (amount === undefined) return null;
  for (const [pattern, ms] of UNITS) if (pattern.test(second)) return now.getTime() + amount * ms;
  const days = DAY_UNIT.test(second) ? amount : WEEK_UNIT.test(second) ? amount * 7 : null;
  if (days === null || !Number.isInteger(days)) return null;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, now.getHours(), now.getMinutes()).getTime();
}

function parseDayName(word: string, now: Date): NamedDay | null {
  const inDays = (days: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  if (/^(today|heute)$/.test(word)) return { date: inDays(0), named: 'other' };
  if (/^(tomorrow|tmrw|morgen)$/.test(word)) return { date: inDays(1), named: 'other' };
  if (/^(übermorgen|uebermorgen)$/.test(word)) return { date: inDays(2), named: 'other' };
  if (/^(next week|nächste woche|naechste woche)$/.test(word))
    return { date: inDays((8 - now.getDay()) % 7 || 7), named: 'other' };
  const nextDay = /^(?:next|nächsten|naechsten|kommenden) (\S+)$/.exec(word)?.[1] ?? word;
  const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(nextDay.replace(/\.$/, '')));
  if (weekday >= 0) {
    const days = (weekday - now.getDay() + 7) % 7;
    return { date: inDays(days === 0 && nextDay !== word ? 7 : days), named: 'weekday' };
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(word);
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(word);
  const [d, m, y] = iso !== null ? iso.slice(1).toReversed() : ((dotted ?? slashed)?.slice(1) ?? []);
  if (d === undefined || m === undefined) return null;
  const date = new Date(Number(y ?? now.getFullYear()), Number(m) - 1, Number(d));
  // Rejects dates like February 31.
  if (date.getMonth() !== Number(m) - 1) return null;
  const past = date.getTime() < inDays(0).getTime();
  if (past && y === undefined) date.setFullYear(date.getFullYear() + 1);
  return { date, named: 'other' };
}

/** Accepts `18:00`, `9.30` and `5pm`, and `8` beside a day. */
function parseTime(word: string, bareHours: boolean): TimeOfDay | null {
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?$/.exec(word);
  if (match === null) return null;
  const [, digits, minutes, half] = match;
  if (minutes === undefined && half === undefined && !bareHours) return null;
  let hour = Number(digits);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  const minute = Number(minutes ?? 0);
  return hour > 23 || minute > 59 ? null : { hour, minute };
}

const PROMISES: readonly (readonly [pattern: RegExp, what: 'call' | 'answer'])[] = [
  [/\b(?:i|we)(?:['’]ll| will| can)(?: \w+)? (?:call|ring|phone)\b(.*)/i, 'call'],
  [/\b(?:ich|wir) (?:rufe?n?|melde?n?)\b(.*?)(?:\ban\b|\bzurück(?!\p{L})|(?<!\d)\.(?=\s|$)|[!?]|$)/iu, 'call'],
  [/\b(?:i|we)(?:['’]ll| will)(?: \w+)? (?:get back|let you know|text|write|tell you|send)\b(.*)/i, 'answer'],
];
const IN_A_WHILE =
  /\b(?:in half an hour|in einer halben stunde)\b|\bin (?:an?|one|two|three|four|five|\d{1,3}|einer|einem|zwei|drei|vier|fünf) (?:hours?|minutes?|min|days?|weeks?|stunden?|minuten?|tag|tagen|wochen?)\b/;
const DAY =
  /(?<![\p{L}\d])(?:\d{1,2}\.\d{1,2}\.(?:\d{4})?|today|tonight|the day after tomorrow|tomorrow|next week|heute(?: abend)?|morgen(?: früh)?|übermorgen|nächste woche|(?:next |nächsten |kommenden )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag))(?!\p{L})/u;
/** A bare number is a time only after a word that says so: “three photos” is none. */
const TIME =
  /\b(?:by|at|around|before|until|um|bis|gegen|vor) (\d{1,2})(?:[:.](\d{2}))?(?: ?(am|pm|uhr|o.clock)\b)?(?![\d:])|\b(\d{1,2}):(\d{2})(?: ?(am|pm)\b)?(?![\d.])|\b(\d{1,2}) ?(am|pm|uhr|o.clock)\b/;

/** What a message promises and until when: "I'll call you tomorrow by 5". Null if it promises nothing with a time. */
export function promiseIn(text: string, nowMs: number): { what: 'call' | 'answer'; dueAt: number } | null {
  for (const [pattern, what] of PROMISES) {
    const promised = pattern.exec(text)?.[1]?.toLowerCase();
    if (promised === undefined) continue;
    const rest = withColons(promised);
    const phrase = IN_A_WHILE.exec(rest)?.[0] ?? [DAY.exec(rest)?.[0] ?? '', timeIn(rest)].join(' ');
    const dueAt = parseWhen(phrase, nowMs);
    if (dueAt !== null) return { what, dueAt };
  }
  return null;
}

/** As `HH:MM`. "By 5" in a shop means 17:00: nobody promises a call at five in the morning. */
function timeIn(rest: string): string {
  const match = TIME.exec(rest);
  if (match === null) return '';
  const [hour, minute, half] =
    match[1] !== undefined
      ? match.slice(1, 4)
      : match[4] !== undefined
        ? match.slice(4, 7)
        : [match[7], undefined, match[8]];
  const named = Number(hour);
  const isHalf = half === 'am' || half === 'pm';
  const hours = !isHalf && named >= 1 && named <= 7 ? named + 12 : named;
  return `${hours}:${minute ?? '00'}${isHalf ? half : ''}`;
}
