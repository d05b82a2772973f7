/** What other programs can be told; as the event stream names it. */
export const WEBHOOK_EVENTS = [
  'message.received',
  'message.changed',
  'conversation.event',
  'order.changed',
  'payment.changed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
