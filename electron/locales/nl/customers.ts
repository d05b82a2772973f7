import type { CustomerWords } from '../customer-words.ts';

const REPEATS = {
  week: 'elke week',
  'two-weeks': 'elke 2 weken',
  'four-weeks': 'elke 4 weken',
  month: 'elke maand',
} as const;

/** Short, in letters that fit one text. */
export const nlCustomers: CustomerWords = {
  opening: {
    today: (time) => `vandaag om ${time}`,
    tomorrow: (time) => `morgen om ${time}`,
    on: (day, time) => `op ${day} om ${time}`,
    closedToday: 'gesloten',
    closed: (shop, opens, place) =>
      `${shop}: We zijn nu gesloten. ${opens === null ? 'We antwoorden als we terug zijn.' : `We gaan ${opens} open.`}${place < 2 ? '' : ` U bent nummer ${place} in de rij.`}`,
  },
  appointments: {
    when: (day, time) => `${day} om ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} is geboekt voor ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} is nu op ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} op ${when} gaat niet door.`,
    reminder: (shop, what, when) => `${shop}: ${what} op ${when}.`,
    followUp: (shop, what, when) => `${shop}: Komt u? ${what} op ${when}.`,
    ask: 'Antwoord C: ik kom, R: andere tijd, X: afzeggen.',
    askOnly: 'Antwoord C: ik kom.',
    confirmed: (when) => `Dank u. Tot ${when}.`,
    cancelled: (what, when) => `${what} op ${when} is afgezegd.`,
    tooLate: 'Dat kan niet meer per sms. We nemen contact op.',
    slots: (list) => `Welke tijd?\n${list}\nAntwoord met het nummer, of R voor andere.`,
    taken: 'Die tijd is net bezet.',
    noSlots: 'Er is binnenkort niets vrij. We nemen contact op.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} is vrijgekomen voor ${what}. Antwoord C: ik neem het, X: nee. Tot ${until} is het voor u.`,
    refillDeclined: 'Goed. U blijft op de wachtlijst.',
    next: (what, when) => `Uw volgende afspraak: ${what}, ${when}.`,
    nothing: 'U heeft bij ons geen afspraak.',
    services: (list) => `Wat wilt u?\n${list}\nAntwoord met het nummer.`,
    repeats: (every, times) => `Daarna ${REPEATS[every]}, ${times} afspraken in totaal.`,
    following: 'Dit geldt ook voor alle latere afspraken.',
  },
  orders: {
    column: { open: 'in behandeling', ready: 'klaar om op te halen', done: 'opgehaald' },
    told: {
      open: (shop, order) =>
        `${shop}: we hebben uw bestelling ${order}. Stuur STATUS ${order} om te vragen hoe ver die is.`,
      ready: (shop, order) => `${shop}: uw bestelling ${order} ligt klaar.`,
      done: (shop, order) => `${shop}: uw bestelling ${order} is opgehaald. Bedankt.`,
    },
    moved: (shop, order, column) => `${shop}: uw bestelling ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: uw bestelling ${order} ligt nog voor u klaar.`,
    status: (order, column) => `Bestelling ${order}: ${column}.`,
    unknown: (order) => `Onder uw nummer vinden we geen bestelling ${order}. Iemand kijkt ernaar.`,
    none: 'Onder uw nummer vinden we geen bestelling. Iemand kijkt ernaar.',
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} voor ${reason}. U kunt hier betalen: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Bedankt, ${amount} voor ${reason} is binnen.`,
  },
  consent: {
    stopLine: 'Geen aanbiedingen meer? Antwoord STOP',
    offersWords: 'JA VOOR AANBIEDINGEN',
    stopped: (shop) => `${shop}: U krijgt geen sms meer van ons. START om ze weer te krijgen.`,
    started: (shop) => `${shop}: U krijgt onze sms weer. STOP om te stoppen.`,
    help: (shop) => `${shop}: Een mens leest wat u hier schrijft. STOP stopt alle automatische sms, START hervat ze.`,
    askOffers: (shop) =>
      `${shop}: Wilt u af en toe onze aanbiedingen per sms? Antwoord JA. Zo niet, dan hoeft u niets te doen.`,
    offers: (shop) => `${shop}: U krijgt onze aanbiedingen per sms. STOP om te stoppen.`,
  },
  person: {
    word: 'MENS',
    offer: (word) => `Antwoord ${word} om met ons te praten.`,
    coming: 'Iemand van ons antwoordt u hier.',
  },
};
