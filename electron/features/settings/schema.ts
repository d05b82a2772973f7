import { z } from 'zod';
import { HAND_OVER } from './constants.ts';

/** Of the shop; what is left out stays. */
export const shopSettings = z
  .strictObject({
    shopName: z.string().max(80),
    /** Two letters; null: the SIM's. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    handOver: z.enum(HAND_OVER),
  })
  .partial();
export type ShopSettings = z.infer<typeof shopSettings>;
