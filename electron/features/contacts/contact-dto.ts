import { conversationId, idOf, lineId } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import type { ContactEntryDto, ContactDto } from './contract.ts';
import type { ContactRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { fieldsOf } from './contact-aggregate.ts';

/** Everything that is known of a customer. */
export function toContactDto(context: Pick<DeskContext, 'store' | 'country'>, contact: ContactRow): ContactDto {
  const { store } = context;
  const country = context.country();
  const conversations = store.conversations
    .ofContact(contact.id)
    .map((id) => store.conversations.byId(id))
    .filter((row) => row !== null);
  return {
    id: idOf('contact', contact.id),
    name: contact.name,
    language: contact.language,
    zone: contact.zone,
    notes: contact.notes,
    fields: fieldsOf(contact),
    birthday: contact.birthday,
    tagIds: store.contacts.tags(contact.id).map((tag) => idOf('tag', tag)),
    blockedAt: contact.blocked_at,
    createdAt: contact.created_at,
    numbers: store.contacts.numberRows(contact.id).map(({ number, label }) => ({
      number,
      label,
      displayNumber: displayNumber(number, country),
      optedOut: store.optOuts.has(number),
    })),
    conversations: conversations.map(({ id, number, line_id }) => ({
      id: conversationId(id),
      displayNumber: displayNumber(number, country),
      lineId: lineId(line_id),
    })),
    texts: store.messages.countsOf(conversations.map(({ id }) => id)),
  };
}

/** A customer as the list of customers shows them. */
export function contactEntry(context: Pick<DeskContext, 'store' | 'country'>, contact: ContactRow): ContactEntryDto {
  const { store } = context;
  const country = context.country();
  const numbers = store.contacts
    .numberRows(contact.id)
    .map(({ number, label }) => ({ number, label, displayNumber: displayNumber(number, country) }));
  const optedOut = numbers.some(({ number }) => store.optOuts.has(number));
  return {
    id: idOf('contact', contact.id),
    name: contact.name,
    who: contact.name || (numbers[0]?.displayNumber ?? ''),
    numbers,
    tagIds: store.contacts.tags(contact.id).map((tag) => idOf('tag', tag)),
    blocked: contact.blocked_at !== null,
    optedOut,
    wantsOffers: !optedOut && numbers.some(({ number }) => store.consent.wants(number, 'offer')),
    birthday: contact.birthday,
  };
}
