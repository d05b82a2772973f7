import type { CustomerWords } from '../customer-words.ts';

const REPEATS = {
  week: 'chaque semaine',
  'two-weeks': 'toutes les 2 semaines',
  'four-weeks': 'toutes les 4 semaines',
  month: 'chaque mois',
} as const;

/** Short, in letters that fit one text. */
export const frCustomers: CustomerWords = {
  opening: {
    today: (time) => `aujourd'hui à ${time}`,
    tomorrow: (time) => `demain à ${time}`,
    on: (day, time) => `${day} à ${time}`,
    closedToday: 'fermé',
    closed: (shop, opens, place) =>
      `${shop} : nous sommes fermés. ${opens === null ? 'Nous répondrons à notre retour.' : `Nous ouvrons ${opens}.`}${place < 2 ? '' : ` Place dans la file : ${place}.`}`,
  },
  appointments: {
    when: (day, time) => `${day} à ${time}`,
    booked: (shop, what, when) => `${shop} : ${what}, rendez-vous ${when}.`,
    moved: (shop, what, when) => `${shop} : ${what}, nouveau rendez-vous ${when}.`,
    calledOff: (shop, what, when) => `${shop} : ${what}, ${when} : annulé.`,
    reminder: (shop, what, when) => `${shop} : ${what}, ${when}.`,
    followUp: (shop, what, when) => `${shop} : venez-vous ? ${what}, ${when}.`,
    ask: 'Répondez C : je viens, R : autre heure, X : annuler.',
    askOnly: 'Répondez C : je viens.',
    confirmed: (when) => `Merci. A bientot, ${when}.`,
    cancelled: (what, when) => `${what}, ${when} : annulé.`,
    tooLate: 'Trop tard pour changer par SMS. Nous vous recontactons.',
    slots: (list) => `Quelle heure ?\n${list}\nRépondez par le numéro, ou R pour d'autres.`,
    taken: "Cette heure vient d'etre prise.",
    noSlots: 'Rien de libre prochainement. Nous vous recontactons.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} s'est libéré pour ${what}. Répondez C : je prends, X : non. Réservé pour vous jusqu'à ${until}.`,
    refillDeclined: 'Entendu. Vous restez sur la liste.',
    next: (what, when) => `Prochain rendez-vous : ${what}, ${when}.`,
    nothing: "Vous n'avez pas de rendez-vous chez nous.",
    services: (list) => `Que souhaitez-vous ?\n${list}\nRépondez par le numéro.`,
    repeats: (every, times) => `Ensuite ${REPEATS[every]}, ${times} rendez-vous en tout.`,
    following: 'Cela vaut aussi pour tous les suivants.',
  },
  orders: {
    column: { open: 'en cours', ready: 'prete', done: 'retirée' },
    told: {
      open: (shop, order) => `${shop}: nous avons votre commande ${order}. STATUS ${order} pour savoir où elle en est.`,
      ready: (shop, order) => `${shop}: votre commande ${order} est prete.`,
      done: (shop, order) => `${shop}: votre commande ${order} a été retirée. Merci.`,
    },
    moved: (shop, order, column) => `${shop}: votre commande ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: votre commande ${order} vous attend toujours.`,
    status: (order, column) => `Commande ${order}: ${column}.`,
    unknown: (order) => `Pas de commande ${order} à votre numéro. Quelqu'un va regarder.`,
    none: "Pas de commande à votre numéro. Quelqu'un va regarder.",
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop} : ${amount} pour ${reason}. Vous pouvez payer ici : ${link}`,
    thanks: (shop, amount, reason) => `${shop} : Merci, ${amount} pour ${reason} : bien reçu.`,
  },
  consent: {
    stopLine: "Plus d'offres ? Répondez STOP",
    offersWords: 'OUI AUX OFFRES',
    stopped: (shop) => `${shop} : vous ne recevrez plus de SMS de notre part. START pour reprendre.`,
    started: (shop) => `${shop} : vous recevrez de nouveau nos SMS. STOP pour arreter.`,
    help: (shop) =>
      `${shop} : une personne lit vos messages. STOP arrete tous nos SMS automatiques, START les reprend.`,
    askOffers: (shop) => `${shop} : souhaitez-vous recevoir nos offres par SMS ? Répondez OUI. Sinon, ne faites rien.`,
    offers: (shop) => `${shop} : vous recevrez nos offres par SMS. STOP pour arreter.`,
  },
  person: {
    word: 'HUMAIN',
    offer: (word) => `Répondez ${word} pour parler à l'un de nous.`,
    coming: "L'un de nous vous répondra ici.",
  },
};
