import type { SettingWords } from '../setting-words.ts';

const minutes = (n: number): string => `${n} min`;
const hours = (n: number): string => (n === 1 ? '1 Stunde' : `${n} Stunden`);

export const deSettings: SettingWords = {
  shopName: { label: 'Name des Ladens', hint: 'Steht oben links.' },
  customerLanguage: {
    label: 'Sprache für Kunden',
    hint: 'Für automatische Nachrichten, solange Sie die Sprache eines Kunden nicht kennen.',
    options: { auto: 'Die Sprache Ihres Landes' },
  },
  failover: { label: 'Ist eine Leitung fünf Minuten gestört, dürfen ihre automatischen SMS über eine andere gehen.' },
  partPrice: {
    label: 'Preis eines SMS-Teils',
    hint: 'Was Ihr Anbieter nimmt; 0 bei einer Flatrate.',
    bad: 'Schreiben Sie es wie 0,07.',
  },
  bundleParts: {
    label: 'Teile in Ihrem Tarif, im Monat',
    hint: 'Nur die darüber hinaus werden bezahlt; 0 ohne solche.',
    bad: 'Schreiben Sie eine ganze Zahl, etwa 1000.',
  },
  bundleDay: { label: 'Beginnt neu am Tag', option: String },
  theme: { label: 'Farben', options: { system: 'Wie der Computer', light: 'Hell', dark: 'Dunkel' } },
  density: { label: 'Zeilen', options: { comfortable: 'Locker', compact: 'Dicht' } },
  language: { label: 'Sprache', options: { system: 'Wie der Computer' } },
  undoSeconds: {
    label: 'Eine SMS lässt sich zurücknehmen für',
    option: (n) => (n === 0 ? 'Gar nicht' : n === 1 ? '1 Sekunde' : `${n} Sekunden`),
  },
  enterSends: { label: 'Enter sendet (sonst tut es Strg+Enter)' },
  notify: { label: 'Mitteilung zeigen, wenn ein Kunde schreibt' },
  notifyShowsText: { label: 'Mit Namen und Worten des Kunden' },
  sound: { label: 'Einen Ton spielen' },
  overdueMinutes: {
    label: 'Lauter rufen, wenn ein Kunde gewartet hat',
    hint: 'Nur in den Öffnungszeiten gezählt.',
    option: (n) => (n === 0 ? 'Nie' : minutes(n)),
  },
  ownerMinutes: { label: 'Wenn ein Kunde gewartet hat', option: (n) => (n === 0 ? 'Nie' : minutes(n)) },
  closeToTray: { label: 'Beim Schließen des Fensters arbeitet die Leitung neben der Uhr weiter' },
  startAtLogin: { label: 'Beim Anmelden starten' },
  hours: {
    label: 'Öffnungszeiten',
    hint: 'Wann jemand da ist, um zu antworten. Außerhalb dieser Zeiten wird niemand lauter gerufen.',
    none: 'Geschlossen',
  },
  textingHours: {
    label: 'Wann Kunden von selbst SMS bekommen',
    hint: 'Erinnerungen, Umfragen und Angebote warten auf diese Zeiten, nach der Uhr des Kunden. Was Sie selbst schreiben, geht jederzeit hinaus.',
    none: 'Nie',
  },
  weeklyParts: {
    label: 'Höchstens bekommt ein Kunde von selbst in einer Woche',
    hint: 'Gezählt über alles, was von selbst hinausgeht. Eine lange SMS zählt als mehrere.',
    option: (n) => (n === 0 ? 'Keine Grenze' : `${n} SMS`),
  },
  closedAnswer: {
    label: 'Solange geschlossen ist, sagen, wann Sie öffnen',
    hint: 'Einmal je Schließung, und nie, während Sie mit dem Kunden sprechen.',
  },
  followUpHours: {
    label: 'Keine Antwort auf eine Frage: noch einmal fragen nach',
    hint: 'Danach gibt es eine Aufgabe, den Kunden anzurufen.',
    option: (n) => (n === 0 ? 'Nie' : hours(n)),
  },
  refillMinutes: {
    label: 'So lange hat jemand auf der Warteliste Zeit, einen frei gewordenen Termin zu nehmen',
    option: (n) =>
      n === 0 ? 'Keinen anbieten' : n < 60 ? `${n} Minuten` : n === 60 ? '1 Stunde' : `${n / 60} Stunden`,
  },
  bookByText: {
    label: 'Kunden dürfen per SMS buchen',
    hint: 'Wer „Termin“ schreibt, bekommt Leistungen und freie Zeiten angeboten.',
  },
};
