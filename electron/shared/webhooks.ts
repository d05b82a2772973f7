import { z } from 'zod';
import { WEBHOOK_EVENTS } from './webhook-words.ts';

/** Another program that is told what happens. */
export const webhook = z.strictObject({
  address: z
    .string()
    .trim()
    .max(500)
    .regex(/^https?:\/\/[^\s]+$/),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length),
  enabled: z.boolean(),
});
export type Webhook = z.infer<typeof webhook>;

/** The result of one attempt: an HTTP status, or why there was none. */
export type PostOutcome = { readonly status: number } | { readonly problem: 'unreachable' | 'slow' };

/** Posts to other programs. */
export interface WebhookPost {
  post(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<PostOutcome>;
}
