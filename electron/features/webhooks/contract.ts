import { z } from 'zod';
import { id } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { WebhookEvent } from '../../shared/webhook-words.ts';
import { webhook } from '../../shared/webhooks.ts';

/** Another program that is told what happens. */
export interface WebhookDto {
  readonly id: string;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
  readonly enabled: boolean;
  /** How many it has not been told yet. */
  readonly waiting: number;
  readonly last: WebhookDeliveryDto | null;
}

export interface WebhookDeliveryDto {
  readonly id: number;
  readonly event: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  /** Of the last attempt: an HTTP status, or why there was none. */
  readonly outcome: string | null;
  readonly createdAt: number;
  /** When it is tried next, or was settled. */
  readonly at: number;
}

/** Programs that are told what happens. */
export const webhooksContract = {
  methods: {
    'webhooks.list': method(z.strictObject({}), answer<readonly WebhookDto[]>()),
    /** Answers: `secret`: what it is signed with, said this once. */
    'webhooks.save': method(
      webhook.safeExtend({ id: id.nullable() }),
      answer<{ readonly webhook: WebhookDto; readonly secret: string | null }>(),
    ),
    'webhooks.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly WebhookDto[]>()),
    /** What it was told, the newest first. */
    'webhooks.log': method(z.strictObject({ id }), answer<readonly WebhookDeliveryDto[]>()),
    'webhooks.test': method(z.strictObject({ id }), answer<WebhookDeliveryDto>()),
    'webhooks.sendAgain': method(z.strictObject({ deliveryId: z.number().int().min(1) }), answer<WebhookDeliveryDto>()),
  },
  events: {
    /** A program was told something, or is to be. */
    'webhooks.changed': event<{ readonly id: string }>(),
  },
} satisfies Contract;
