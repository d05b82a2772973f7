import type { PublicEvent } from '../core/rest-route.ts';
import { conversationsEvents } from '../features/conversations/routes.ts';
import { linesEvents } from '../features/lines/routes.ts';
import { messagingEvents } from '../features/messaging/routes.ts';
import { ordersEvents } from '../features/orders/routes.ts';
import { paymentsEvents } from '../features/payments/routes.ts';
import type { ContractEvent, EventName } from './contract.ts';

const EVENTS = [messagingEvents, conversationsEvents, linesEvents, ordersEvents, paymentsEvents] as const;

/** What the features need to tell what happens. */
type Services = Parameters<typeof ordersEvents>[0];

/** What happens, as other programs are told it, by its name. */
export type PublicEventTable = ReadonlyMap<EventName, PublicEvent<never>>;

export function publicEventsOf(services: Services): PublicEventTable {
  return new Map(EVENTS.flatMap((events) => Object.entries(events(services))) as [EventName, PublicEvent<never>][]);
}

/** Null: it is nobody's business. */
export function toPublicEvent(
  table: PublicEventTable,
  { type, value }: ContractEvent,
): { readonly event: EventName; readonly data: object } | null {
  const data = table.get(type)?.toData(value as never) ?? null;
  return data === null ? null : { event: type, data };
}
