import type { ShellWords } from '../shell-words.ts';

export const deShell: ShellWords = {
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
