import type { Desk } from '../app/desk.ts';
import type { ContractEvent } from '../app/contract.ts';
import type { OrderView } from '../features/orders/contract.ts';
import { toPayment } from './payment-schemas.ts';
import { toConversation, toConversationEvent, toLine, toMessage, toOrder } from './schemas.ts';

/** What happens, as other programs are told it; null: it is none of theirs. */
export function publicEventOf(desk: () => Desk): (event: ContractEvent) => { event: string; data: unknown } | null {
  return (event) => publicEvent(event, (order) => toOrder(order, desk().orders.columns.of(order)));
}

function publicEvent(
  event: ContractEvent,
  orderOf: (order: OrderView) => unknown,
): { event: string; data: unknown } | null {
  switch (event.type) {
    case 'message.received':
    case 'message.changed':
      return { event: event.type, data: toMessage(event.value) };
    case 'conversation.changed':
      return { event: event.type, data: toConversation(event.value) };
    case 'conversation.event':
      // Notes are private.
      return event.value.kind === 'note' ? null : { event: event.type, data: toConversationEvent(event.value) };
    case 'order.changed':
      return { event: event.type, data: orderOf(event.value) };
    case 'payment.changed':
      return { event: event.type, data: toPayment(event.value) };
    case 'line.changed':
      return { event: event.type, data: toLine(event.value) };
    case 'conversation.eventRemoved':
    case 'contact.changed':
    case 'contacts.changed':
    case 'groupText.changed':
    case 'import.progress':
    case 'conversation.typing':
    case 'conversation.overdue':
    case 'conversation.flagged':
    case 'task.due':
    case 'tasks.changed':
    case 'appointments.changed':
    case 'webhooks.changed':
    case 'app.restored':
    case 'app.changed':
      return null;
  }
}
