import type { OwnerWords } from '../owner-words.ts';

export const deOwner: OwnerWords = {
  waiting: {
    one: (who, since) => `${who} wartet seit ${since} auf Antwort.`,
    several: (count, who, since) => `${count} Kunden warten auf Antwort, ${who} seit ${since}.`,
  },
  appointmentTask: {
    'ring-up': (who, when) => `${who} anrufen: keine Antwort zu ${when}`,
    'too-late': (who, when) => `${who} möchte ${when} ändern, zu spät für SMS`,
    'no-slots': (who, when) => `${who} möchte eine andere Zeit als ${when}, nichts ist frei`,
    'may-have-cancelled': (who, when) => `${who} hat alle SMS beendet: fragen, ob ${when} gilt`,
  },
  mail: {
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
