import type { ShellWords } from '../shell-words.ts';

export const deShell: ShellWords = {
  show: 'Counterline anzeigen',
  quit: 'Beenden (die Leitung arbeitet nicht mehr)',
  line: {
    ready: 'Verbunden',
    starting: 'Wird verbunden…',
    searching: 'Netz wird gesucht…',
    attention: 'Eingriff nötig',
    reconnecting: 'Getrennt',
    off: 'Aus',
    none: 'Noch kein Modem',
  },
  waiting: (n) => (n === 1 ? '1 Kunde wartet' : `${n} Kunden warten`),
  wrote: 'Ein Kunde hat geschrieben.',
  missedCall: 'Verpasster Anruf',
  picture: 'Hat ein Bild geschickt.',
  flagged: (who, rule) => `${rule}: ${who ?? 'ein Kunde'}`,
  overdue: (who, minutes) => `${who ?? 'Ein Kunde'} wartet seit ${minutes} Minuten.`,
  due: (what) => (what === null ? 'Jetzt ist etwas fällig.' : `Jetzt fällig: ${what}`),
  edit: {
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    learn: 'Zum Wörterbuch hinzufügen',
    noSuggestions: 'Keine Vorschläge',
  },
  inTray: {
    title: 'Counterline läuft weiter',
    body: 'Nachrichten werden weiter gesendet und empfangen. Sie finden es im Infobereich, oder starten Sie es erneut, um das Fenster zu öffnen. In den Einstellungen können Sie das ändern.',
  },
  newHost: {
    title: (host) => `${host} im Browser öffnen?`,
    body: 'Dorthin führt der Link zu Ihrem anderen Programm in den Einstellungen. Öffnen Sie ihn nur, wenn Sie das selbst so eingestellt haben.',
    open: 'Öffnen',
    cancel: 'Abbrechen',
  },
};
