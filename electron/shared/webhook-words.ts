/** Events that other programs can be told about, named as in the event stream. */
export const WEBHOOK_EVENTS = [
  'message.received',
  'message.changed',
  'conversation.event',
  'order.changed',
  'payment.changed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
