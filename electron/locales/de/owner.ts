import type { OwnerWords } from '../owner-words.ts';

export const deOwner: OwnerWords = {
  waiting: {
    one: (who, since) => `${who} wartet seit ${since} auf Antwort.`,
    several: (count, who, since) => `${count} Kunden warten auf Antwort, ${who} seit ${since}.`,
  },
  appointmentTask: {
    'ring-up': (who, when) => `${who} anrufen: keine Antwort zu ${when}`,
    'too-late': (who, when) => `${who} möchte ${when} ändern, zu spät für SMS`,
    'no-slots': (who, when) => `${who} möchte ${when} verschieben, nichts frei`,
    'may-have-cancelled': (who, when) => `${who} hat sich abgemeldet: fragen, ob ${when} noch gilt`,
  },
  mail: {
    test: ['Test-E-Mail', 'E-Mail von Counterline funktioniert.'],
    waiting: (count, since) =>
      count === 1
        ? ['Ein Kunde wartet auf Antwort', `Ein Kunde wartet seit ${since} auf Antwort.`]
        : [`${count} Kunden warten auf Antwort`, `${count} Kunden warten auf Antwort, der erste seit ${since}.`],
    lineDown: (line, since, why) => [
      'Ihre Leitung ist gestört',
      `${line} ist seit ${since} gestört und kann nicht senden oder empfangen. ${why}`,
    ],
    lineUp: (line) => ['Ihre Leitung ist wieder da', `${line} kann wieder senden und empfangen.`],
    backup: (why) => ['Sicherung fehlgeschlagen', `Die letzte Sicherung ist fehlgeschlagen. ${why}`],
    week: [(range) => `Ihre Woche, ${range}`, 'Mehr dazu auf der Seite „Berichte“.'],
    figures: {
      received: 'Nachrichten empfangen',
      sent: 'Nachrichten gesendet',
      talks: 'Gespräche',
      'first-answer-median': 'Zeit bis zur ersten Antwort (Median, Minuten der Öffnungszeit)',
      'opt-outs': 'Abgemeldet',
      kept: 'Wahrgenommene Termine',
      parts: 'SMS gesendet',
    },
    before: (value) => `(Vorwoche: ${value})`,
  },
};
