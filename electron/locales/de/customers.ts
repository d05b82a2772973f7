import type { CustomerWords } from '../customer-words.ts';

const REPEATS = {
  week: 'jede Woche',
  'two-weeks': 'alle 2 Wochen',
  'four-weeks': 'alle 4 Wochen',
  month: 'jeden Monat',
} as const;

/** Short, in letters that fit one text. */
export const deCustomers: CustomerWords = {
  opening: {
    today: (time) => `heute um ${time}`,
    tomorrow: (time) => `morgen um ${time}`,
    on: (day, time) => `am ${day} um ${time}`,
    closedToday: 'geschlossen',
    closed: (shop, opens, place) =>
      `${shop}: Wir haben gerade geschlossen. ${opens === null ? 'Wir antworten, sobald wir zurück sind.' : `Wir öffnen ${opens}.`}${place < 2 ? '' : ` Sie sind an ${place}. Stelle.`}`,
  },
  appointments: {
    when: (day, time) => `${day} um ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} ist gebucht für ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} ist jetzt am ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} am ${when} ist abgesagt.`,
    reminder: (shop, what, when) => `${shop}: Erinnerung: ${what} am ${when}.`,
    followUp: (shop, what, when) => `${shop}: Kommen Sie? ${what} am ${when}.`,
    ask: 'Antworten Sie C zum Bestätigen, R zum Verschieben, X zum Absagen.',
    askOnly: 'Antworten Sie C zum Bestätigen.',
    confirmed: (when) => `Danke. Bis ${when}.`,
    cancelled: (what, when) => `${what} am ${when} ist abgesagt.`,
    tooLate: 'Das lässt sich per SMS nicht mehr ändern. Wir melden uns bei Ihnen.',
    slots: (list) => `Welche Zeit passt?\n${list}\nAntworten Sie mit der Zahl, oder R für weitere Zeiten.`,
    taken: 'Diese Zeit wurde gerade vergeben.',
    noSlots: 'Wir haben demnächst nichts frei. Wir melden uns bei Ihnen.',
    refill: (shop, what, when, until) =>
      `${shop}: Ein Termin ist frei geworden: ${what}, ${when}. Antworten Sie C zum Buchen, X für nein. Für Sie reserviert bis ${until}.`,
    refillDeclined: 'In Ordnung. Sie bleiben auf der Warteliste.',
    next: (what, when) => `Ihr nächster Termin: ${what}, ${when}.`,
    nothing: 'Sie haben bei uns keinen bevorstehenden Termin.',
    services: (list) => `Was möchten Sie?\n${list}\nAntworten Sie mit der Zahl.`,
    repeats: (every, times) => `Danach ${REPEATS[every]}, insgesamt ${times} Termine.`,
    following: 'Das gilt auch für alle späteren Termine.',
  },
  orders: {
    column: { open: 'in Arbeit', ready: 'abholbereit', done: 'abgeholt' },
    told: {
      open: (shop, order) =>
        `${shop}: Wir haben Ihre Bestellung ${order}. Mit STATUS ${order} fragen Sie den Stand ab.`,
      ready: (shop, order) => `${shop}: Ihre Bestellung ${order} ist abholbereit.`,
      done: (shop, order) => `${shop}: Ihre Bestellung ${order} wurde abgeholt. Vielen Dank.`,
    },
    moved: (shop, order, column) => `${shop}: Ihre Bestellung ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: Ihre Bestellung ${order} liegt noch für Sie bereit.`,
    status: (order, column) => `Bestellung ${order}: ${column}.`,
    unknown: (order) => `Unter Ihrer Nummer finden wir keine Bestellung ${order}. Wir sehen nach.`,
    none: 'Unter Ihrer Nummer finden wir keine Bestellung. Wir sehen nach.',
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} für ${reason}. Hier können Sie zahlen: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Danke, wir haben ${amount} für ${reason} erhalten.`,
  },
  consent: {
    stopLine: 'Keine Angebote mehr? Antwort STOP',
    offersWords: 'JA ZU ANGEBOTEN',
    stopped: (shop) => `${shop}: Sie sind abgemeldet und bekommen keine SMS mehr. Mit START melden Sie sich wieder an.`,
    started: (shop) => `${shop}: Sie sind wieder angemeldet. Mit STOP melden Sie sich ab.`,
    help: (shop) =>
      `${shop}: Ihre Nachrichten hier liest ein Mensch. Mit STOP melden Sie sich von automatischen SMS ab, mit START wieder an.`,
    askOffers: (shop) =>
      `${shop}: Möchten Sie ab und zu unsere Angebote per SMS bekommen? Antworten Sie JA. Sonst brauchen Sie nichts zu tun.`,
    offers: (shop) => `${shop}: Sie bekommen jetzt unsere Angebote. Mit STOP melden Sie sich ab.`,
  },
  person: {
    word: 'MENSCH',
    offer: (word) => `Antworten Sie ${word}, um mit einem Menschen zu sprechen.`,
    coming: 'Ein Mensch antwortet Ihnen hier.',
  },
};
