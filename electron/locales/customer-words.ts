import type { Repeat } from '../shared/appointments.ts';
import type { OrderStage } from '../shared/orders.ts';

/** When the shop opens, and that it is closed. */
export interface OpeningWording {
  readonly today: (time: string) => string;
  readonly tomorrow: (time: string) => string;
  /** On a weekday of the next days, or a date farther away. */
  readonly on: (day: string, time: string) => string;
  readonly closedToday: string;
  /** What is said where the owner has written nothing of their own; `opens` null: nobody knows when. */
  readonly closed: (shop: string, opens: string | null, place: number) => string;
}

/** What is said about an appointment. `what` is the service, `when` its day and time. */
export interface AppointmentWording {
  readonly when: (day: string, time: string) => string;
  readonly booked: (shop: string, what: string, when: string) => string;
  readonly moved: (shop: string, what: string, when: string) => string;
  readonly calledOff: (shop: string, what: string, when: string) => string;
  readonly reminder: (shop: string, what: string, when: string) => string;
  readonly followUp: (shop: string, what: string, when: string) => string;
  /** Behind a reminder: how it is answered. Never a word that ends all texts. */
  readonly ask: string;
  /** The same where it is too late to change it by text. */
  readonly askOnly: string;
  readonly confirmed: (when: string) => string;
  readonly cancelled: (what: string, when: string) => string;
  readonly tooLate: string;
  readonly slots: (list: string) => string;
  readonly taken: string;
  readonly noSlots: string;
  /** A time has come free. `until`: how long it is kept for them. Never a word that ends all texts. */
  readonly refill: (shop: string, what: string, when: string, until: string) => string;
  readonly refillDeclined: string;
  readonly next: (what: string, when: string) => string;
  readonly nothing: string;
  readonly services: (list: string) => string;
  /** Behind what is said of the first of several appointments: how they repeat, and how many there are. */
  readonly repeats: (every: Repeat['every'], times: number) => string;
  /** Behind what is said of one that repeats: it goes for all that follow. */
  readonly following: string;
}

/** What is said about an order. */
export interface OrderWording {
  /** What it means that it stands in a column of no name. */
  readonly column: Readonly<Record<OrderStage, string>>;
  /** Told by itself, by what the column means. */
  readonly told: Readonly<Record<OrderStage, (shop: string, order: string) => string>>;
  /** Told by itself, of a column that the owner has given a name. */
  readonly moved: (shop: string, order: string, column: string) => string;
  readonly nudge: (shop: string, order: string) => string;
  /** An answer: one line for each. */
  readonly status: (order: string, column: string) => string;
  readonly unknown: (order: string) => string;
  readonly none: string;
}

/** What is said about a payment. The link stands at the end, where phones make it one. */
export interface PaymentWording {
  readonly ask: (shop: string, amount: string, reason: string, link: string) => string;
  readonly thanks: (shop: string, amount: string, reason: string) => string;
}

/** What the desk says by itself about texting: without advertising. */
export interface ConsentWording {
  /** How to get no more offers, at the end of one. */
  readonly stopLine: string;
  /** What the code at the counter has the customer's phone write. A single word would be asked by accident: “Offers?” */
  readonly offersWords: string;
  readonly stopped: (shop: string) => string;
  readonly started: (shop: string) => string;
  readonly help: (shop: string) => string;
  /** Whether offers are wanted: answered by a yes of the lexicon. */
  readonly askOffers: (shop: string) => string;
  readonly offers: (shop: string) => string;
}

/** Said by itself, with the name of the shop. */
export type ConsentNotice = Exclude<keyof ConsentWording, 'stopLine' | 'offersWords'>;

/** To a customer who wants to talk to somebody rather than to a program. */
export interface PersonWording {
  /** What they answer with. */
  readonly word: string;
  readonly offer: (word: string) => string;
  readonly coming: string;
}

/** Everything that is written to customers in one language: short, and in letters that fit one text. */
export interface CustomerWords {
  readonly opening: OpeningWording;
  readonly appointments: AppointmentWording;
  readonly orders: OrderWording;
  readonly payments: PaymentWording;
  readonly consent: ConsentWording;
  readonly person: PersonWording;
}
