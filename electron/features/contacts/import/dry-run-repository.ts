import type { ContactRow } from '../repository.ts';
import type { Store } from '../../../core/context.ts';
import { addWhole, saveContact, wholeOf, type ContactAggregate } from '../contact-aggregate.ts';

/** Where an import looks up customers and writes them. */
export interface Book {
  ownerOf(number: string): number | null;
  whole(id: number): ContactAggregate;
  /** Adds a new customer and returns them with their id. */
  add(contact: ContactAggregate): ContactAggregate;
  put(contact: ContactAggregate): void;
  /** Finds a tag by its name, or adds it. Null: there are too many tags. */
  tag(name: string): number | null;
}

/** With more tags, the list of tags would be of no use. */
const MOST_TAGS = 500;
/** Steps around the color wheel, so that neighbors differ. */
const HUE_STEP = 137;

/** Writes to the database at once; call it inside a unit of work. */
export function storedBook(store: Store): Book {
  return {
    ownerOf: (number) => store.contacts.ofNumber(number)?.id ?? null,
    whole: (id) => wholeOf(store, store.contacts.byId(id) as ContactRow),
    add: (contact) => addWhole(store, contact),
    put: (contact) => saveContact(store, contact),
    tag(name) {
      const known = store.lists.tags.byName(name);
      if (known !== null) return known.id;
      const count = store.lists.tags.all().length;
      return count < MOST_TAGS ? store.lists.tags.insert({ name, hue: (count * HUE_STEP) % 360 }) : null;
    },
  };
}

/** Keeps in memory what would be written, on top of what is stored, to show what an import would do. */
export function dryRunRepository(store: Store): Book {
  const contacts = new Map<number, ContactAggregate>();
  const owners = new Map<string, number>();
  const tags = new Map<string, number>();
  let made = 0;
  const put = (contact: ContactAggregate): void => {
    contacts.set(contact.row.id, contact);
    for (const { number } of contact.numbers) owners.set(number, contact.row.id);
  };
  return {
    ownerOf: (number) => owners.get(number) ?? store.contacts.ofNumber(number)?.id ?? null,
    whole: (id) => contacts.get(id) ?? wholeOf(store, store.contacts.byId(id) as ContactRow),
    add(contact) {
      made += 1;
      const added = { ...contact, row: { ...contact.row, id: -made } };
      put(added);
      return added;
    },
    put,
    tag(name) {
      const known = tags.get(name.toLowerCase()) ?? store.lists.tags.byName(name)?.id;
      if (known !== undefined) return known;
      made += 1;
      tags.set(name.toLowerCase(), -made);
      return -made;
    },
  };
}
