import type { ReportView } from '../../shared/reports.ts';

/** What the owner is told. Neither numbers nor words of customers: mail passes through many hands. */
interface NoticeWording {
  readonly test: readonly [subject: string, text: string];
  readonly waiting: (count: number, since: string) => readonly [subject: string, text: string];
  readonly lineDown: (line: string, since: string, why: string) => readonly [subject: string, text: string];
  readonly lineUp: (line: string) => readonly [subject: string, text: string];
  readonly backup: (why: string) => readonly [subject: string, text: string];
  readonly week: readonly [subject: (range: string) => string, hint: string];
  readonly figures: Readonly<Record<(typeof WEEK_FIGURES)[number], string>>;
  readonly before: (value: string) => string;
}

/** Of the weekly summary, as many as are read on a phone. */
export const WEEK_FIGURES = ['received', 'sent', 'talks', 'first-answer-median', 'opt-outs', 'kept', 'parts'] as const;

export const NOTICE_WORDING: Readonly<Record<'en' | 'de', NoticeWording>> = {
  en: {
    test: ['This is a test', 'E-mail from Counterline arrives here.'],
    waiting: (count, since) =>
      count === 1
        ? ['A customer waits for an answer', `A customer has waited for an answer since ${since}.`]
        : [`${count} customers wait for an answer`, `${count} customers wait for an answer, the first since ${since}.`],
    lineDown: (line, since, why) => [
      'The line is not ready',
      `${line} has not been ready since ${since}, and neither sends nor receives. ${why}`,
    ],
    lineUp: (line) => ['The line is ready again', `${line} sends and receives again.`],
    backup: (why) => ['No backup was made', `The last backup could not be made. ${why}`],
    week: [(range) => `Your week, ${range}`, 'More of it stands on the page “Reports”.'],
    figures: {
      received: 'Texts received',
      sent: 'Texts sent',
      talks: 'Talks',
      'first-answer-median': 'First answer, median in minutes of opening time',
      'opt-outs': 'Wanted no more texts',
      kept: 'Appointments kept',
      parts: 'Parts sent',
    },
    before: (value) => `(before: ${value})`,
  },
  de: {
    test: ['Das ist eine Probe', 'E-Mail von Counterline kommt hier an.'],
    waiting: (count, since) =>
      count === 1
        ? ['Ein Kunde wartet auf Antwort', `Ein Kunde wartet seit ${since} auf Antwort.`]
        : [`${count} Kunden warten auf Antwort`, `${count} Kunden warten auf Antwort, der erste seit ${since}.`],
    lineDown: (line, since, why) => [
      'Die Leitung ist nicht bereit',
      `${line} ist seit ${since} nicht bereit und sendet und empfängt nichts. ${why}`,
    ],
    lineUp: (line) => ['Die Leitung ist wieder bereit', `${line} sendet und empfängt wieder.`],
    backup: (why) => ['Es wurde nicht gesichert', `Die letzte Sicherung kam nicht zustande. ${why}`],
    week: [(range) => `Ihre Woche, ${range}`, 'Mehr davon steht auf der Seite „Berichte“.'],
    figures: {
      received: 'SMS empfangen',
      sent: 'SMS gesendet',
      talks: 'Gespräche',
      'first-answer-median': 'Erste Antwort, Median in Minuten Öffnungszeit',
      'opt-outs': 'Wollten keine SMS mehr',
      kept: 'Termine eingehalten',
      parts: 'Teile gesendet',
    },
    before: (value) => `(davor: ${value})`,
  },
};

/** A line each. */
export function weekLines({ figures }: ReportView, wording: NoticeWording): readonly string[] {
  const written = (value: number | null | undefined, unit: string): string =>
    value == null ? '–' : String(unit === 'ms' ? Math.round(value / 60_000) : value);
  return WEEK_FIGURES.flatMap((key) => {
    const found = figures.find((each) => each.key === key);
    if (found === undefined) return [];
    const before = wording.before(written(found.before, found.unit));
    return [`${wording.figures[key]}: ${written(found.value, found.unit)} ${before}`];
  });
}
