import type { CustomerWords } from '../customer-words.ts';

const REPEATS = {
  week: 'every week',
  'two-weeks': 'every 2 weeks',
  'four-weeks': 'every 4 weeks',
  month: 'every month',
} as const;

/** Short, in letters that fit one text. */
export const enCustomers: CustomerWords = {
  opening: {
    today: (time) => `today at ${time}`,
    tomorrow: (time) => `tomorrow at ${time}`,
    on: (day, time) => `on ${day} at ${time}`,
    closedToday: 'closed',
    closed: (shop, opens, place) =>
      `${shop}: We're closed right now. ${opens === null ? "We'll reply when we're back." : `We open ${opens}.`}${place < 2 ? '' : ` You are number ${place} in line.`}`,
  },
  appointments: {
    when: (day, time) => `${day} at ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} is booked for ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} is now ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what}, ${when}, is canceled.`,
    reminder: (shop, what, when) => `${shop}: Reminder: ${what}, ${when}.`,
    followUp: (shop, what, when) => `${shop}: Are you coming? ${what}, ${when}.`,
    ask: 'Reply C to confirm, R to reschedule, X to cancel.',
    askOnly: 'Reply C to confirm.',
    confirmed: (when) => `Thank you. See you ${when}.`,
    cancelled: (what, when) => `${what}, ${when}, is canceled.`,
    tooLate: 'It is too late to change that by text. We will get back to you.',
    slots: (list) => `Which time?\n${list}\nReply with the number, or R for more times.`,
    taken: 'That time was just taken.',
    noSlots: 'We have no free times soon. We will get back to you.',
    refill: (shop, what, when, until) =>
      `${shop}: A slot opened up: ${what}, ${when}. Reply C to book it, X to pass. Held for you until ${until}.`,
    refillDeclined: 'All right. You stay on the waitlist.',
    next: (what, when) => `Your next appointment: ${what}, ${when}.`,
    nothing: 'You have no upcoming appointment with us.',
    services: (list) => `What would you like?\n${list}\nReply with the number.`,
    repeats: (every, times) => `Repeats ${REPEATS[every]}, ${times} appointments in all.`,
    following: 'This also applies to all later appointments.',
  },
  orders: {
    column: { open: 'in progress', ready: 'ready for pickup', done: 'picked up' },
    told: {
      open: (shop, order) => `${shop}: We got your order ${order}. Text STATUS ${order} to check on it.`,
      ready: (shop, order) => `${shop}: Your order ${order} is ready for pickup.`,
      done: (shop, order) => `${shop}: Your order ${order} was picked up. Thank you.`,
    },
    moved: (shop, order, column) => `${shop}: Your order ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: Your order ${order} is still waiting for you.`,
    status: (order, column) => `Order ${order}: ${column}.`,
    unknown: (order) => `We can't find order ${order} under your number. We will look into it.`,
    none: "We can't find an order under your number. We will look into it.",
  },
  payments: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} for ${reason}. You can pay here: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Thank you, we received ${amount} for ${reason}.`,
  },
  consent: {
    stopLine: 'No more offers? Reply STOP',
    offersWords: 'YES TO OFFERS',
    stopped: (shop) => `${shop}: You're unsubscribed and won't get more messages. Reply START to resubscribe.`,
    started: (shop) => `${shop}: You're subscribed again. Reply STOP to unsubscribe.`,
    help: (shop) =>
      `${shop}: A person reads your messages here. Reply STOP to unsubscribe from automatic messages, START to resubscribe.`,
    askOffers: (shop) =>
      `${shop}: Would you like to get our offers by text from time to time? Reply YES. If not, just ignore this.`,
    offers: (shop) => `${shop}: You're subscribed to our offers. Reply STOP to unsubscribe.`,
  },
  person: {
    word: 'PERSON',
    offer: (word) => `Reply ${word} to talk to a person.`,
    coming: 'A person will answer you here.',
  },
};
