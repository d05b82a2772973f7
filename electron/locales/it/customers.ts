import type { CustomerWords } from '../customer-words.ts';

const REPEATS = {
  week: 'ogni settimana',
  'two-weeks': 'ogni 2 settimane',
  'four-weeks': 'ogni 4 settimane',
  month: 'ogni mese',
} as const;

/** Short, in letters that fit one text. */
export const itCustomers: CustomerWords = {
  opening: {
    today: (time) => `oggi alle ${time}`,
    tomorrow: (time) => `domani alle ${time}`,
    on: (day, time) => `${day} alle ${time}`,
    closedToday: 'chiuso',
    closed: (shop, opens, place) =>
      `${shop}: ora siamo chiusi. ${opens === null ? 'Risponderemo al rientro.' : `Apriamo ${opens}.`}${place < 2 ? '' : ` Posto in coda: ${place}.`}`,
  },
  appointments: {
    when: (day, time) => `${day} alle ${time}`,
    booked: (shop, what, when) => `${shop}: ${what}, appuntamento ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what}, nuovo appuntamento ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} di ${when}, annullato.`,
    reminder: (shop, what, when) => `${shop}: ${what}, ${when}.`,
    followUp: (shop, what, when) => `${shop}: viene? ${what}, ${when}.`,
    ask: 'Risponda C: vengo, R: altra ora, X: disdire.',
    askOnly: 'Risponda C: vengo.',
    confirmed: (when) => `Grazie. A ${when}.`,
    cancelled: (what, when) => `${what} di ${when}, annullato.`,
    tooLate: 'Non si può più cambiare per SMS. La ricontatteremo.',
    slots: (list) => `Che ora?\n${list}\nRisponda con il numero, o R per altre.`,
    taken: "Quell'ora è appena stata presa.",
    noSlots: 'A breve niente di libero. La ricontatteremo.',
    refill: (shop, what, when, until) =>
      `${shop}: si è liberato ${when} per ${what}. Risponda C: lo prendo, X: no. Resta suo fino alle ${until}.`,
    refillDeclined: 'Va bene. Resta in lista di attesa.',
    next: (what, when) => `Prossimo appuntamento: ${what}, ${when}.`,
    nothing: 'Non ha appuntamenti da noi.',
    services: (list) => `Cosa desidera?\n${list}\nRisponda con il numero.`,
    repeats: (every, times) => `Poi ${REPEATS[every]}, ${times} appuntamenti in tutto.`,
    following: 'Vale anche per tutti i successivi.',
  },
  orders: {
    column: { open: 'in lavorazione', ready: 'pronto', done: 'ritirato' },
    told: {
      open: (shop, order) =>
        `${shop}: abbiamo il suo ordine ${order}. Scriva STATUS ${order} per sapere a che punto è.`,
      ready: (shop, order) => `${shop}: il suo ordine ${order} è pronto.`,
      done: (shop, order) => `${shop}: il suo ordine ${order} è stato ritirato. Grazie.`,
    },
    moved: (shop, order, column) => `${shop}: il suo ordine ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: il suo ordine ${order} la sta ancora aspettando.`,
    status: (order, column) => `Ordine ${order}: ${column}.`,
    unknown: (order) => `Non troviamo l'ordine ${order} con il suo numero. Qualcuno guarderà.`,
    none: 'Non troviamo ordini con il suo numero. Qualcuno guarderà.',
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} per ${reason}. Si paga qui: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Grazie, ${amount} per ${reason} ricevuti.`,
  },
  consent: {
    stopLine: 'Basta offerte? Rispondi STOP',
    offersWords: 'SI ALLE OFFERTE',
    stopped: (shop) => `${shop}: non riceverà più SMS da noi. START per riceverli di nuovo.`,
    started: (shop) => `${shop}: riceverà di nuovo i nostri SMS. STOP per fermarli.`,
    help: (shop) =>
      `${shop}: una persona legge i suoi messaggi. STOP ferma tutti gli SMS automatici, START li riprende.`,
    askOffers: (shop) => `${shop}: vuole ricevere le nostre offerte per SMS? Risponda SI. Altrimenti non faccia nulla.`,
    offers: (shop) => `${shop}: riceverà le nostre offerte per SMS. STOP per fermarle.`,
  },
  person: {
    word: 'PERSONA',
    offer: (word) => `Risponda ${word} per parlare con noi.`,
    coming: 'Uno di noi le risponderà qui.',
  },
};
