import type { CustomerWords } from '../customer-words.ts';

const REPEATS = {
  week: 'cada semana',
  'two-weeks': 'cada 2 semanas',
  'four-weeks': 'cada 4 semanas',
  month: 'cada mes',
} as const;

/** Short, in letters that fit one text. */
export const ptCustomers: CustomerWords = {
  opening: {
    today: (time) => `hoje as ${time}`,
    tomorrow: (time) => `amanha as ${time}`,
    on: (day, time) => `${day} as ${time}`,
    closedToday: 'fechado',
    closed: (shop, opens, place) =>
      `${shop}: estamos fechados. ${opens === null ? 'Respondemos quando voltarmos.' : `Abrimos ${opens}.`}${place < 2 ? '' : ` Lugar na fila: ${place}.`}`,
  },
  appointments: {
    when: (day, time) => `${day} as ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} marcado para ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} passou para ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} de ${when} foi desmarcado.`,
    reminder: (shop, what, when) => `${shop}: ${what}, ${when}.`,
    followUp: (shop, what, when) => `${shop}: vem? ${what}, ${when}.`,
    ask: 'Responda C: vou, R: outra hora, X: desmarcar.',
    askOnly: 'Responda C: vou.',
    confirmed: (when) => `Obrigado. Até ${when}.`,
    cancelled: (what, when) => `${what} de ${when} foi desmarcado.`,
    tooLate: 'Ja nao é possivel mudar por SMS. Entraremos em contacto.',
    slots: (list) => `Qual hora?\n${list}\nResponda com o numero, ou R para outras.`,
    taken: 'Essa hora acabou de ser ocupada.',
    noSlots: 'Nada livre em breve. Entraremos em contacto.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} ficou livre para ${what}. Responda C: quero, X: nao. É seu até às ${until}.`,
    refillDeclined: 'Certo. Continua na lista de espera.',
    next: (what, when) => `Proxima marcacao: ${what}, ${when}.`,
    nothing: 'Nao tem nenhuma marcacao connosco.',
    services: (list) => `O que deseja?\n${list}\nResponda com o numero.`,
    repeats: (every, times) => `Repete-se ${REPEATS[every]}, ${times} marcacoes ao todo.`,
    following: 'Vale para todas as marcacoes seguintes.',
  },
  orders: {
    column: { open: 'em preparacao', ready: 'pronta', done: 'levantada' },
    told: {
      open: (shop, order) => `${shop}: temos a sua encomenda ${order}. Envie STATUS ${order} para saber como esta.`,
      ready: (shop, order) => `${shop}: a sua encomenda ${order} esta pronta.`,
      done: (shop, order) => `${shop}: a sua encomenda ${order} foi levantada. Obrigado.`,
    },
    moved: (shop, order, column) => `${shop}: a sua encomenda ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: a sua encomenda ${order} continua à sua espera.`,
    status: (order, column) => `Encomenda ${order}: ${column}.`,
    unknown: (order) => `Nao ha encomenda ${order} com o seu numero. Alguém vai ver.`,
    none: 'Nao ha encomenda com o seu numero. Alguém vai ver.',
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} por ${reason}. Pode pagar aqui: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Obrigado, recebemos ${amount} por ${reason}.`,
  },
  consent: {
    stopLine: 'Sem mais ofertas? Responda STOP',
    offersWords: 'SIM A OFERTAS',
    stopped: (shop) => `${shop}: nao enviaremos mais SMS. START para voltar a receber.`,
    started: (shop) => `${shop}: enviaremos SMS de novo. STOP para parar.`,
    help: (shop) => `${shop}: uma pessoa le as suas mensagens. STOP para os SMS automaticos, START retoma.`,
    askOffers: (shop) => `${shop}: quer receber as nossas ofertas por SMS? Responda SIM. Se nao, ignore.`,
    offers: (shop) => `${shop}: enviaremos as nossas ofertas por SMS. STOP para parar.`,
  },
  person: {
    word: 'PESSOA',
    offer: (word) => `Responda ${word} para falar connosco.`,
    coming: 'Um de nós responde aqui.',
  },
};
