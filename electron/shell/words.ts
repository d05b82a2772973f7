import type { Settings } from '../features/settings/table.ts';
import type { LineState } from '../features/lines/contract.ts';

/** What the system shows of us outside the window, in the language of the window. */
interface ShellWords {
  readonly show: string;
  readonly quit: string;
  readonly line: Readonly<Record<LineState | 'none', string>>;
  readonly waiting: (n: number) => string;
  readonly wrote: string;
  readonly missedCall: string;
  readonly picture: string;
  /** @param who null: nobody is named */
  readonly flagged: (who: string | null, rule: string) => string;
  readonly overdue: (who: string | null, minutes: number) => string;
  /** @param what null: it is not said */
  readonly due: (what: string | null) => string;
  readonly inTray: { readonly title: string; readonly body: string };
  /** Before a host is opened for the first time. */
  readonly newHost: {
    readonly title: (host: string) => string;
    readonly body: string;
    readonly open: string;
    readonly cancel: string;
  };
}

const en: ShellWords = {
  show: 'Show Counterline',
  quit: 'Quit: the line stops working',
  line: {
    ready: 'Line ready',
    starting: 'Line starting',
    searching: 'No network yet',
    attention: 'The line needs you',
    reconnecting: 'Line lost',
    off: 'Line off',
    none: 'No modem yet',
  },
  waiting: (n) => (n === 1 ? '1 customer waits' : `${n} customers wait`),
  wrote: 'A customer wrote.',
  missedCall: 'Missed call',
  picture: 'Sent a picture.',
  flagged: (who, rule) => `${rule}: ${who ?? 'a customer'}`,
  overdue: (who, minutes) => `${who ?? 'A customer'} has waited ${minutes} minutes.`,
  due: (what) => (what === null ? 'Something is due now.' : `Due now: ${what}`),
  inTray: {
    title: 'Counterline goes on working',
    body: 'Texts still come in and go out. Find it in the tray, or start it again to see it. Settings change this.',
  },
  newHost: {
    title: (host) => `Open ${host} in the browser?`,
    body: 'The link to your other program in the settings leads there. Open it only if you set that up yourself.',
    open: 'Open',
    cancel: 'Cancel',
  },
};

const de: ShellWords = {
  show: 'Counterline zeigen',
  quit: 'Beenden: die Leitung arbeitet nicht mehr',
  line: {
    ready: 'Leitung bereit',
    starting: 'Leitung startet',
    searching: 'Noch kein Netz',
    attention: 'Die Leitung braucht Sie',
    reconnecting: 'Leitung verloren',
    off: 'Leitung aus',
    none: 'Noch kein Modem',
  },
  waiting: (n) => (n === 1 ? '1 Kunde wartet' : `${n} Kunden warten`),
  wrote: 'Ein Kunde hat geschrieben.',
  missedCall: 'Anruf verpasst',
  picture: 'Hat ein Bild geschickt.',
  flagged: (who, rule) => `${rule}: ${who ?? 'ein Kunde'}`,
  overdue: (who, minutes) => `${who ?? 'Ein Kunde'} wartet seit ${minutes} Minuten.`,
  due: (what) => (what === null ? 'Jetzt ist etwas fällig.' : `Jetzt fällig: ${what}`),
  inTray: {
    title: 'Counterline arbeitet weiter',
    body: 'SMS kommen weiter an und gehen hinaus. Sie finden es neben der Uhr, oder starten Sie es noch einmal. In den Einstellungen lässt sich das ändern.',
  },
  newHost: {
    title: (host) => `${host} im Browser öffnen?`,
    body: 'Dorthin führt der Link zu Ihrem anderen Programm in den Einstellungen. Öffnen Sie ihn nur, wenn Sie das selbst so eingestellt haben.',
    open: 'Öffnen',
    cancel: 'Abbrechen',
  },
};

/** @param systemLocale what the computer is set to */
export function shellWords(language: Settings['language'], systemLocale: string): ShellWords {
  const wanted = language === 'system' ? systemLocale.slice(0, 2) : language;
  return wanted === 'de' ? de : en;
}
