import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';

/** What a column says about its orders: the shop is working on them, the customer is to come, or nothing is left to do. */
export const ORDER_STAGES = ['open', 'ready', 'done'] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

export const MOST_COLUMNS = 12;
const words = z.string().trim().max(MAX_TEXT_LENGTH);

/** A column of the board. */
export const orderColumn = z.strictObject({
  /** Empty means that the column is named after its stage, in the current language. */
  name: z.string().trim().max(40),
  stage: z.enum(ORDER_STAGES),
  /** Whether the customer gets a text when their order is moved here. */
  tells: z.boolean(),
  /** In the owner's words; empty means the program's words in the customer's language. */
  text: words,
  /** After this many days in the column the customer is reminded once; 0 means never. */
  nudgeDays: z.number().int().min(0).max(60),
  nudgeText: words,
});
export type OrderColumn = z.infer<typeof orderColumn>;

export const ORDER_REFERENCE = /^[\p{L}\p{N}#][\p{L}\p{N}#./_ -]{0,19}$/u;

/** The shop's own number for an order, as printed on the slip. */
export const orderReference = z
  .string()
  .trim()
  .regex(ORDER_REFERENCE, 'an order’s number has up to 20 letters and digits');

export const LONGEST_ORDER_NOTE = 500;

export const newOrder = z.strictObject({
  reference: orderReference,
  /** In any usual spelling; empty means that nobody gets a text. */
  number: z.string().trim().max(40),
  name: z.string().trim().max(60),
  /** What the order is for. */
  note: z.string().trim().max(LONGEST_ORDER_NOTE),
});
export type NewOrder = z.infer<typeof newOrder>;

/** The variables that a text about an order may contain. */
export const ORDER_VARIABLES = ['first_name', 'name', 'shop', 'order', 'what', 'column', 'hours', 'today'] as const;
