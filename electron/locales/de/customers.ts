import type { CustomerWords } from '../customer-words.ts';

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
    reminder: (shop, what, when) => `${shop}: ${what} am ${when}.`,
    followUp: (shop, what, when) => `${shop}: Kommen Sie? ${what} am ${when}.`,
    ask: 'Antworten Sie C: ich komme, R: andere Zeit, X: Absage.',
    askOnly: 'Antworten Sie C: ich komme.',
    confirmed: (when) => `Danke. Bis ${when}.`,
    cancelled: (what, when) => `${what} am ${when} ist abgesagt.`,
    tooLate: 'Das geht per SMS nicht mehr. Wir melden uns bei Ihnen.',
    slots: (list) => `Welche Zeit?\n${list}\nAntworten Sie mit der Zahl, oder R für andere.`,
    taken: 'Diese Zeit ist gerade vergeben worden.',
    noSlots: 'Wir haben bald nichts frei. Wir melden uns bei Ihnen.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} ist ein Termin frei geworden: ${what}. Antworten Sie C: nehme ich, X: nein. Bis ${until} ist er für Sie frei.`,
    refillDeclined: 'In Ordnung. Sie bleiben auf der Warteliste.',
    next: (what, when) => `Ihr nächster Termin: ${what}, ${when}.`,
    nothing: 'Sie haben bei uns keinen Termin.',
    services: (list) => `Was möchten Sie?\n${list}\nAntworten Sie mit der Zahl.`,
  },
  orders: {
    column: { open: 'in Arbeit', ready: 'abholbereit', done: 'abgeholt' },
    told: {
      open: (shop, order) =>
        `${shop}: Wir haben Ihren Auftrag ${order}. Mit STATUS ${order} fragen Sie, wie weit er ist.`,
      ready: (shop, order) => `${shop}: Ihr Auftrag ${order} liegt zum Abholen bereit.`,
      done: (shop, order) => `${shop}: Ihr Auftrag ${order} ist abgeholt. Vielen Dank.`,
    },
    moved: (shop, order, column) => `${shop}: Ihr Auftrag ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: Ihr Auftrag ${order} liegt noch für Sie bereit.`,
    status: (order, column) => `Auftrag ${order}: ${column}.`,
    unknown: (order) => `Unter Ihrer Nummer finden wir keinen Auftrag ${order}. Es schaut jemand nach.`,
    none: 'Unter Ihrer Nummer finden wir keinen Auftrag. Es schaut jemand nach.',
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} für ${reason}. Hier können Sie zahlen: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Danke, ${amount} für ${reason} sind angekommen.`,
  },
  consent: {
    stopLine: 'Keine Angebote mehr? Antwort STOP',
    offersWords: 'JA ZU ANGEBOTEN',
    stopped: (shop) => `${shop}: Sie bekommen keine SMS mehr von uns. Mit START wieder.`,
    started: (shop) => `${shop}: Sie bekommen unsere SMS wieder. STOP beendet sie.`,
    help: (shop) =>
      `${shop}: Hier liest ein Mensch mit. STOP beendet alle SMS, die wir von selbst senden, START bringt sie zurück.`,
    askOffers: (shop) =>
      `${shop}: Möchten Sie ab und zu unsere Angebote per SMS? Antworten Sie JA. Sonst müssen Sie nichts tun.`,
    offers: (shop) => `${shop}: Sie bekommen unsere Angebote per SMS. STOP beendet sie.`,
  },
  person: {
    word: 'MENSCH',
    offer: (word) => `Mit ${word} antworten, um mit uns zu sprechen.`,
    coming: 'Jemand von uns antwortet Ihnen hier.',
  },
};
