import { Temporal } from 'temporal-polyfill';
import { inPlainLetters } from '../../shared/composing.ts';
import type { ConsentLanguage } from '../../shared/consent-words.ts';
import type { Span, WeekHours } from '../../shared/hours.ts';
import { dateOf } from '../opening-hours/wall-hours.ts';

interface Words {
  readonly today: (time: string) => string;
  readonly tomorrow: (time: string) => string;
  /** On a weekday of the next days, or a date farther away. */
  readonly on: (day: string, time: string) => string;
  readonly closedToday: string;
  /** What is said where the owner has written nothing of their own; `opens` null: nobody knows when. */
  readonly closed: (shop: string, opens: string | null, place: number) => string;
}

/** Short, in letters that fit one text. */
const WORDS: Readonly<Record<ConsentLanguage, Words>> = {
  en: {
    today: (time) => `today at ${time}`,
    tomorrow: (time) => `tomorrow at ${time}`,
    on: (day, time) => `on ${day} at ${time}`,
    closedToday: 'closed',
    closed: (shop, opens, place) =>
      `${shop}: We are closed now. ${opens === null ? 'We will answer when we are back.' : `We open ${opens}.`}${place < 2 ? '' : ` You are number ${place} in line.`}`,
  },
  de: {
    today: (time) => `heute um ${time}`,
    tomorrow: (time) => `morgen um ${time}`,
    on: (day, time) => `am ${day} um ${time}`,
    closedToday: 'geschlossen',
    closed: (shop, opens, place) =>
      `${shop}: Wir haben gerade geschlossen. ${opens === null ? 'Wir antworten, sobald wir zurück sind.' : `Wir öffnen ${opens}.`}${place < 2 ? '' : ` Sie sind an ${place}. Stelle.`}`,
  },
  fr: {
    today: (time) => `aujourd'hui à ${time}`,
    tomorrow: (time) => `demain à ${time}`,
    on: (day, time) => `${day} à ${time}`,
    closedToday: 'fermé',
    closed: (shop, opens, place) =>
      `${shop} : nous sommes fermés. ${opens === null ? 'Nous répondrons à notre retour.' : `Nous ouvrons ${opens}.`}${place < 2 ? '' : ` Place dans la file : ${place}.`}`,
  },
  es: {
    today: (time) => `hoy a las ${time}`,
    tomorrow: (time) => `mañana a las ${time}`,
    on: (day, time) => `el ${day} a las ${time}`,
    closedToday: 'cerrado',
    closed: (shop, opens, place) =>
      `${shop}: ahora estamos cerrados. ${opens === null ? 'Responderemos a la vuelta.' : `Abrimos ${opens}.`}${place < 2 ? '' : ` Es el turno ${place}.`}`,
  },
  pt: {
    today: (time) => `hoje as ${time}`,
    tomorrow: (time) => `amanha as ${time}`,
    on: (day, time) => `${day} as ${time}`,
    closedToday: 'fechado',
    closed: (shop, opens, place) =>
      `${shop}: estamos fechados. ${opens === null ? 'Respondemos quando voltarmos.' : `Abrimos ${opens}.`}${place < 2 ? '' : ` Lugar na fila: ${place}.`}`,
  },
  nl: {
    today: (time) => `vandaag om ${time}`,
    tomorrow: (time) => `morgen om ${time}`,
    on: (day, time) => `op ${day} om ${time}`,
    closedToday: 'gesloten',
    closed: (shop, opens, place) =>
      `${shop}: We zijn nu gesloten. ${opens === null ? 'We antwoorden als we terug zijn.' : `We gaan ${opens} open.`}${place < 2 ? '' : ` U bent nummer ${place} in de rij.`}`,
  },
  it: {
    today: (time) => `oggi alle ${time}`,
    tomorrow: (time) => `domani alle ${time}`,
    on: (day, time) => `${day} alle ${time}`,
    closedToday: 'chiuso',
    closed: (shop, opens, place) =>
      `${shop}: ora siamo chiusi. ${opens === null ? 'Risponderemo al rientro.' : `Apriamo ${opens}.`}${place < 2 ? '' : ` Posto in coda: ${place}.`}`,
  },
};

/** A weekday says enough for so long. */
const WEEKDAY_WITHIN_DAYS = 6;

/** When the shop opens, as one says it: “tomorrow at 9:00”. */
export function openingWords(opensAt: number, now: number, zone: string, language: ConsentLanguage): string {
  const words = WORDS[language];
  const opening = Temporal.Instant.fromEpochMilliseconds(opensAt).toZonedDateTimeISO(zone);
  const time = `${opening.hour}:${String(opening.minute).padStart(2, '0')}`;
  const days = dateOf(now, zone).until(opening.toPlainDate(), { largestUnit: 'days' }).days;
  if (days === 0) return words.today(time);
  if (days === 1) return words.tomorrow(time);
  const style =
    days <= WEEKDAY_WITHIN_DAYS ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const);
  const day = new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone: zone }).format(opensAt);
  return words.on(inPlainLetters(day), time);
}

export function closedWords(shop: string, opens: string | null, place: number, language: ConsentLanguage): string {
  return WORDS[language].closed(shop, opens, place);
}

const MONDAY = 1;
const WEEK = Array.from({ length: 7 }, (_, i) => (MONDAY + i) % 7);
/** Any Sunday: only the names of its week's days are wanted. */
const A_SUNDAY = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;

/** The hours of an ordinary week in one line: “Mon-Fri 9:00-18:00, Sat 9:00-13:00”. Days without hours are left out. */
export function weekWords(week: WeekHours, language: ConsentLanguage): string {
  const names = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' });
  const nameOf = (day: number): string => inPlainLetters(names.format(A_SUNDAY + day * DAY_MS)).replace(/\.$/, '');
  const runs: { first: number; last: number; spans: string }[] = [];
  for (const day of WEEK) {
    const spans = spanWords(week[day] ?? []);
    const run = runs.at(-1);
    if (run?.spans === spans) run.last = day;
    else runs.push({ first: day, last: day, spans });
  }
  return runs
    .filter(({ spans }) => spans !== '')
    .map(({ first, last, spans }) => `${nameOf(first)}${first === last ? '' : `-${nameOf(last)}`} ${spans}`)
    .join(', ');
}

/** The hours of an ordinary week, each day by its full name with its hours, or that it has none. */
export function daysWords(week: WeekHours, language: ConsentLanguage): readonly string[] {
  const names = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
  return WEEK.map((day) => `${names.format(A_SUNDAY + day * DAY_MS)}: ${todayWords(week[day] ?? [], language)}`);
}

/** A day by its full name and date: “today, Wednesday 25 November 2026”. */
export function dayWords(at: number, zone: string, language: ConsentLanguage): string {
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: zone }).format(at);
  return `${new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(0, 'day')}, ${date}`;
}

export function localeOf(language: ConsentLanguage): string {
  return language === 'en' ? 'en-GB' : language;
}

/** The hours of one day, or that there are none. */
export function todayWords(spans: readonly Span[], language: ConsentLanguage): string {
  return spanWords(spans) || WORDS[language].closedToday;
}

function spanWords(spans: readonly Span[]): string {
  const short = (time: string): string => time.replace(/^0(?=\d)/, '');
  return spans.map(({ from, to }) => `${short(from)}-${short(to)}`).join(' + ');
}
