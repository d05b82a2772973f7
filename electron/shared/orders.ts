import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';

/** What it means that an order stands in a column: the shop is at it; the customer is to come; nothing is left to do. */
export const ORDER_STAGES = ['open', 'ready', 'done'] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

export const MOST_COLUMNS = 12;
const words = z.string().trim().max(MAX_TEXT_LENGTH);

/** A column of the board. */
export const orderColumn = z.strictObject({
  /** Empty: as its stage is called, in whatever language. */
  name: z.string().trim().max(40),
  stage: z.enum(ORDER_STAGES),
  /** Whether the customer is told by text when their order comes here. */
  tells: z.boolean(),
  /** In the owner's words; empty: in the program's and the customer's language. */
  text: words,
  /** After so many days here the customer is reminded, once; 0: never. */
  nudgeDays: z.number().int().min(0).max(60),
  nudgeText: words,
});
export type OrderColumn = z.infer<typeof orderColumn>;

export const ORDER_REFERENCE = /^[\p{L}\p{N}#][\p{L}\p{N}#./_ -]{0,19}$/u;

/** The shop's own number of an order, as it stands on the slip. */
export const orderReference = z
  .string()
  .trim()
  .regex(ORDER_REFERENCE, 'an order’s number has up to 20 letters and digits');

export const LONGEST_ORDER_NOTE = 500;

export const newOrder = z.strictObject({
  reference: orderReference,
  /** In any usual spelling; empty: nobody is texted. */
  number: z.string().trim().max(40),
  name: z.string().trim().max(60),
  /** What it is. */
  note: z.string().trim().max(LONGEST_ORDER_NOTE),
});
export type NewOrder = z.infer<typeof newOrder>;

/** What a text about an order is filled with. */
export const ORDER_VARIABLES = ['first_name', 'name', 'shop', 'order', 'what', 'column', 'hours', 'today'] as const;
