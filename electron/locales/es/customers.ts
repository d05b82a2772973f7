import type { CustomerWords } from '../customer-words.ts';

const REPEATS = {
  week: 'cada semana',
  'two-weeks': 'cada 2 semanas',
  'four-weeks': 'cada 4 semanas',
  month: 'cada mes',
} as const;

/** Short, in letters that fit one text. */
export const esCustomers: CustomerWords = {
  opening: {
    today: (time) => `hoy a las ${time}`,
    tomorrow: (time) => `mañana a las ${time}`,
    on: (day, time) => `el ${day} a las ${time}`,
    closedToday: 'cerrado',
    closed: (shop, opens, place) =>
      `${shop}: ahora estamos cerrados. ${opens === null ? 'Responderemos a la vuelta.' : `Abrimos ${opens}.`}${place < 2 ? '' : ` Es el turno ${place}.`}`,
  },
  appointments: {
    when: (day, time) => `${day} a las ${time}`,
    booked: (shop, what, when) => `${shop}: ${what}, cita el ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what}, nueva cita el ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} del ${when}, anulada.`,
    reminder: (shop, what, when) => `${shop}: ${what} el ${when}.`,
    followUp: (shop, what, when) => `${shop}: ¿viene? ${what} el ${when}.`,
    ask: 'Responda C: voy, R: otra hora, X: anular.',
    askOnly: 'Responda C: voy.',
    confirmed: (when) => `Gracias. Hasta el ${when}.`,
    cancelled: (what, when) => `${what} del ${when}, anulada.`,
    tooLate: 'Ya no se puede cambiar por SMS. Le contactaremos.',
    slots: (list) => `¿Qué hora?\n${list}\nResponda con el numero, o R para otras.`,
    taken: 'Esa hora acaba de ocuparse.',
    noSlots: 'No hay nada libre pronto. Le contactaremos.',
    refill: (shop, what, when, until) =>
      `${shop}: ha quedado libre ${when} para ${what}. Responda C: lo tomo, X: no. Es suyo hasta las ${until}.`,
    refillDeclined: 'De acuerdo. Sigue en la lista de espera.',
    next: (what, when) => `Su proxima cita: ${what}, ${when}.`,
    nothing: 'No tiene ninguna cita con nosotros.',
    services: (list) => `¿Qué desea?\n${list}\nResponda con el numero.`,
    repeats: (every, times) => `Se repite ${REPEATS[every]}, ${times} citas en total.`,
    following: 'Vale para todas las citas siguientes.',
  },
  orders: {
    column: { open: 'en preparacion', ready: 'lista para recoger', done: 'recogida' },
    told: {
      open: (shop, order) => `${shop}: tenemos su pedido ${order}. Escriba STATUS ${order} para saber como va.`,
      ready: (shop, order) => `${shop}: su pedido ${order} esta listo para recoger.`,
      done: (shop, order) => `${shop}: su pedido ${order} se ha recogido. Gracias.`,
    },
    moved: (shop, order, column) => `${shop}: su pedido ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: su pedido ${order} le sigue esperando.`,
    status: (order, column) => `Pedido ${order}: ${column}.`,
    unknown: (order) => `No hay ningun pedido ${order} con su numero. Alguien lo mirara.`,
    none: 'No hay ningun pedido con su numero. Alguien lo mirara.',
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} por ${reason}. Puede pagar aquí: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Gracias, hemos recibido ${amount} por ${reason}.`,
  },
  consent: {
    stopLine: '¿Sin más ofertas? Responda STOP',
    offersWords: 'SI A OFERTAS',
    stopped: (shop) => `${shop}: no le enviaremos mas SMS. START para recibirlos de nuevo.`,
    started: (shop) => `${shop}: le enviaremos SMS de nuevo. STOP para no recibirlos.`,
    help: (shop) => `${shop}: una persona lee sus mensajes. STOP detiene los SMS automaticos, START los reanuda.`,
    askOffers: (shop) => `${shop}: ¿quiere recibir nuestras ofertas por SMS? Responda SI. Si no, no haga nada.`,
    offers: (shop) => `${shop}: le enviaremos nuestras ofertas por SMS. STOP para no recibirlas.`,
  },
  person: {
    word: 'PERSONA',
    offer: (word) => `Responda ${word} para hablar con nosotros.`,
    coming: 'Uno de nosotros le responderá aquí.',
  },
};
