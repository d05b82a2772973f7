import type { PublicEvent, RestRoute } from '../core/rest-route.ts';
import { appointmentsRoutes } from '../features/appointments/routes.ts';
import { consentRoutes } from '../features/consent/routes.ts';
import { contactsRoutes } from '../features/contacts/routes.ts';
import { conversationsEvents, conversationsRoutes } from '../features/conversations/routes.ts';
import { linesEvents, linesRoutes } from '../features/lines/routes.ts';
import { messagingEvents, messagingRoutes } from '../features/messaging/routes.ts';
import { ordersEvents, ordersRoutes } from '../features/orders/routes.ts';
import { paymentsEvents, paymentsRoutes } from '../features/payments/routes.ts';
import { reportsRoutes } from '../features/reports/routes.ts';
import { shopListsRoutes } from '../features/shop-lists/routes.ts';
import type { ContractEvent, EventName } from './contract.ts';
import type { Desk } from './desk.ts';

/** The REST API, of every feature that has a part of it. */
const ROUTES = [
  linesRoutes,
  messagingRoutes,
  conversationsRoutes,
  ordersRoutes,
  contactsRoutes,
  consentRoutes,
  shopListsRoutes,
  appointmentsRoutes,
  paymentsRoutes,
  reportsRoutes,
] as const;

const EVENTS = [messagingEvents, conversationsEvents, linesEvents, ordersEvents, paymentsEvents] as const;

export function restRoutesOf(desk: () => Desk): readonly RestRoute[] {
  return ROUTES.flatMap((routes) => routes(desk));
}

/** What happens, as other programs are told it, by its name. */
export type PublicEventTable = ReadonlyMap<EventName, PublicEvent<never>>;

export function publicEventsOf(desk: () => Desk): PublicEventTable {
  return new Map(EVENTS.flatMap((events) => Object.entries(events(desk))) as [EventName, PublicEvent<never>][]);
}

/** Null: it is nobody's business. */
export function toPublicEvent(
  table: PublicEventTable,
  { type, value }: ContractEvent,
): { readonly event: EventName; readonly data: object } | null {
  const data = table.get(type)?.toData(value as never) ?? null;
  return data === null ? null : { event: type, data };
}
