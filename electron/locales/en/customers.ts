import type { CustomerWords } from '../customer-words.ts';

/** Short, in letters that fit one text. */
export const enCustomers: CustomerWords = {
  opening: {
    today: (time) => `today at ${time}`,
    tomorrow: (time) => `tomorrow at ${time}`,
    on: (day, time) => `on ${day} at ${time}`,
    closedToday: 'closed',
    closed: (shop, opens, place) =>
      `${shop}: We are closed now. ${opens === null ? 'We will answer when we are back.' : `We open ${opens}.`}${place < 2 ? '' : ` You are number ${place} in line.`}`,
  },
  appointments: {
    when: (day, time) => `${day} at ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} is booked for ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} is now on ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} on ${when} is called off.`,
    reminder: (shop, what, when) => `${shop}: ${what} on ${when}.`,
    followUp: (shop, what, when) => `${shop}: Are you coming? ${what} on ${when}.`,
    ask: 'Reply C to confirm, R for another time, X to call it off.',
    askOnly: 'Reply C to confirm.',
    confirmed: (when) => `Thank you. See you on ${when}.`,
    cancelled: (what, when) => `${what} on ${when} is called off.`,
    tooLate: 'It is too late to change that by text. We will get back to you.',
    slots: (list) => `Which time?\n${list}\nReply with the number, or R for others.`,
    taken: 'That time has just gone.',
    noSlots: 'We have nothing free soon. We will get back to you.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} has come free for ${what}. Reply C to take it, X if not. It is yours until ${until}.`,
    refillDeclined: 'All right. You stay on the waiting list.',
    next: (what, when) => `Your next appointment: ${what}, ${when}.`,
    nothing: 'You have no appointment with us.',
    services: (list) => `What would you like?\n${list}\nReply with the number.`,
  },
  orders: {
    column: { open: 'in hand', ready: 'ready to collect', done: 'collected' },
    told: {
      open: (shop, order) => `${shop}: we have your order ${order}. Text STATUS ${order} to ask how far it is.`,
      ready: (shop, order) => `${shop}: your order ${order} is ready to collect.`,
      done: (shop, order) => `${shop}: your order ${order} has been collected. Thank you.`,
    },
    moved: (shop, order, column) => `${shop}: your order ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: your order ${order} is still here for you.`,
    status: (order, column) => `Order ${order}: ${column}.`,
    unknown: (order) => `We find no order ${order} under your number. Somebody will look.`,
    none: 'We find no order under your number. Somebody will look.',
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} for ${reason}. You can pay here: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Thank you, ${amount} for ${reason} has arrived.`,
  },
  consent: {
    stopLine: 'No more offers? Reply STOP',
    offersWords: 'YES TO OFFERS',
    stopped: (shop) => `${shop}: You will get no more texts from us. START brings them back.`,
    started: (shop) => `${shop}: You will get our texts again. STOP ends them.`,
    help: (shop) =>
      `${shop}: A person reads what you text here. STOP ends all texts we send by ourselves, START brings them back.`,
    askOffers: (shop) =>
      `${shop}: Would you like our offers by text now and then? Reply YES. If not, you need do nothing.`,
    offers: (shop) => `${shop}: You will get our offers by text. STOP ends them.`,
  },
  person: {
    word: 'PERSON',
    offer: (word) => `Reply ${word} to talk to one of us.`,
    coming: 'One of us will answer you here.',
  },
};
