import type { ContactRow } from '../repository.ts';
import type { Store } from '../../../core/context.ts';
import { addWhole, saveContact, wholeOf, type ContactAggregate } from '../contact-aggregate.ts';

/** Where an import looks customers up and writes them down. */
export interface Book {
  ownerOf(number: string): number | null;
  whole(id: number): ContactAggregate;
  /** Somebody new; answers them with their id. */
  add(contact: ContactAggregate): ContactAggregate;
  put(contact: ContactAggregate): void;
  /** By its name; made where there is none. Null: there are too many. */
  tag(name: string): number | null;
}

/** More would be no list any more. */
const MOST_TAGS = 500;
/** Around the circle of colours, so that neighbours differ. */
const HUE_STEP = 137;

/** Writes at once: inside a unit of work. */
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

/** Keeps what would be written in memory, before what is there: for a look at what would come of it. */
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
