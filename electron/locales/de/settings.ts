import type { SettingWords } from '../setting-words.ts';

const minutes = (n: number): string => `${n} min`;
const hours = (n: number): string => (n === 1 ? '1 Stunde' : `${n} Stunden`);

export const deSettings: SettingWords = {
  shopName: { label: 'Name des Geschäfts', hint: 'Steht oben links.' },
  customerLanguage: {
    label: 'Sprache für Kunden',
    hint: 'Für automatische Nachrichten, solange Sie die Sprache eines Kunden nicht kennen.',
    options: { auto: 'Die Sprache Ihres Landes' },
  },
  failover: {
    label:
      'Ist eine Leitung fünf Minuten gestört, dürfen ihre automatischen Nachrichten über eine andere Leitung gesendet werden',
  },
  partPrice: {
    label: 'Preis pro SMS',
    hint: 'Was Ihr Anbieter berechnet; 0 bei einer Flatrate.',
    bad: 'Geben Sie einen Betrag wie 0,07 ein.',
  },
  bundleParts: {
    label: 'Im Tarif enthaltene SMS pro Monat',
    hint: 'Nur SMS darüber hinaus kosten extra; 0, wenn keine enthalten sind.',
    bad: 'Geben Sie eine ganze Zahl ein, etwa 1000.',
  },
  bundleDay: { label: 'Tarif erneuert sich am Tag', option: String },
  theme: { label: 'Design', options: { system: 'System', light: 'Hell', dark: 'Dunkel' } },
  density: { label: 'Zeilenabstand', options: { comfortable: 'Komfortabel', compact: 'Kompakt' } },
  language: { label: 'Sprache', options: { system: 'System' } },
  undoSeconds: {
    label: 'Senden rückgängig machen für',
    option: (n) => (n === 0 ? 'Aus' : n === 1 ? '1 Sekunde' : `${n} Sekunden`),
  },
  enterSends: { label: 'Enter sendet (sonst Strg+Enter)' },
  notify: { label: 'Benachrichtigen, wenn ein Kunde schreibt' },
  notifyShowsText: { label: 'Name und Nachricht in Benachrichtigungen zeigen' },
  sound: { label: 'Ton abspielen' },
  overdueMinutes: {
    label: 'Alarmieren, wenn ein Kunde gewartet hat',
    hint: 'Nur Öffnungszeiten zählen.',
    option: (n) => (n === 0 ? 'Nie' : minutes(n)),
  },
  ownerMinutes: { label: 'Wenn ein Kunde gewartet hat', option: (n) => (n === 0 ? 'Nie' : minutes(n)) },
  closeToTray: { label: 'Nach dem Schließen des Fensters im Infobereich weiterlaufen' },
  startAtLogin: { label: 'Beim Anmelden starten' },
  hours: {
    label: 'Öffnungszeiten',
    hint: 'Wann jemand da ist, um zu antworten. Außerhalb dieser Zeiten wird niemand alarmiert.',
    none: 'Geschlossen',
  },
  textingHours: {
    label: 'Sendezeiten für automatische Nachrichten',
    hint: 'Automatische Nachrichten werden nur in diesen Zeiten gesendet (Ortszeit des Kunden). Was Sie selbst schreiben, wird immer sofort gesendet.',
    none: 'Nie',
  },
  weeklyParts: {
    label: 'Höchstzahl automatischer Nachrichten pro Kunde und Woche',
    hint: 'In SMS gezählt, über alles Automatische.',
    option: (n) => (n === 0 ? 'Keine Grenze' : `${n} SMS`),
  },
  closedAnswer: {
    label: 'Außerhalb der Öffnungszeiten eine Abwesenheitsnachricht senden',
    hint: 'Sagt, wann Sie öffnen. Wird einmal pro Schließung gesendet, nie während eines Gesprächs mit dem Kunden.',
  },
  followUpHours: {
    label: 'Keine Antwort: erneut fragen nach',
    hint: 'Bleibt auch das ohne Antwort, bekommen Sie die Aufgabe anzurufen.',
    option: (n) => (n === 0 ? 'Nie' : hours(n)),
  },
  refillMinutes: {
    label: 'Wie lange ein Angebot der Warteliste gilt',
    option: (n) => (n === 0 ? 'Keine Angebote' : n < 60 ? `${n} Minuten` : n === 60 ? '1 Stunde' : `${n / 60} Stunden`),
  },
  bookByText: {
    label: 'Kunden können per SMS buchen',
    hint: 'Wer „Termin“ schreibt, bekommt Leistungen und freie Zeiten angeboten.',
  },
};
