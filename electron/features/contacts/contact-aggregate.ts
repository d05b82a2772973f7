import type { ContactField } from './contract.ts';
import type { ContactNumberRow, ContactRow } from './repository.ts';
import type { Store } from '../../core/context.ts';

/** A customer together with their numbers and tags. */
export interface ContactAggregate {
  readonly row: ContactRow;
  readonly numbers: readonly ContactNumberRow[];
  readonly tags: readonly number[];
}

export function wholeOf(store: Store, row: ContactRow): ContactAggregate {
  return { row, numbers: store.contacts.numberRows(row.id), tags: store.contacts.tags(row.id) };
}

/** Adds a new customer, whose numbers belong to nobody yet. */
export function addWhole(store: Store, contact: ContactAggregate): ContactAggregate {
  const id = store.contacts.insert(contact.row);
  store.contacts.addNumbers(id, contact.numbers);
  for (const tag of contact.tags) store.contacts.addTag(id, tag);
  return { ...contact, row: { ...contact.row, id } };
}

/** Replaces what is stored with the given customer, numbers and tags. */
export function saveContact(store: Store, { row, numbers, tags }: ContactAggregate): void {
  const { contacts } = store;
  contacts.update(row);
  contacts.setNumbers(row.id, numbers);
  const before = contacts.tags(row.id);
  for (const tag of before) if (!tags.includes(tag)) contacts.removeTag(row.id, tag);
  for (const tag of tags) if (!before.includes(tag)) contacts.addTag(row.id, tag);
}

export const fieldsOf = (row: Pick<ContactRow, 'fields'>): readonly ContactField[] =>
  JSON.parse(row.fields) as ContactField[];

/** The row of a customer of whom nothing is known yet. */
export function emptyContact(at: number): Omit<ContactRow, 'id'> {
  return {
    name: '',
    language: null,
    notes: '',
    fields: '[]',
    blocked_at: null,
    zone: null,
    birthday: null,
    created_at: at,
  };
}
