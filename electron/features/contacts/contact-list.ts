import { notFound } from '../../shared/not-found.ts';
import type { ContactGroup, WrittenContact } from '../../shared/contacts.ts';
import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { displayNumber, parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ContactEntryDto, ContactField, ContactPageDto, ContactDto, FoundCustomerDto } from './contract.ts';
import type { ContactNumberRow, ContactRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishConversation } from '../conversations/publish.ts';
import { contactEntry, toContactDto } from './contact-dto.ts';
import type { ErasureRegister } from './erasure-register.ts';
import { isMonthFirstCountry, readDay } from '../imports/wall-words.ts';
import type { ContactFields } from './fields.ts';
import type { Groups } from './groups.ts';
import { cleanName } from './names.ts';
import { emptyContact, fieldsOf, saveContact, wholeOf, type ContactAggregate } from './contact-aggregate.ts';

const MOST_WORDS = 10;
/** A search finds at most this many customers; more words narrow it down. */
const MOST_FOUND = 200;
const PREVIEWED = 5;

interface ContactListDeps {
  readonly groups: Groups;
  readonly fields: ContactFields;
  readonly erased: ErasureRegister;
}

/**
 * Where the next page begins. By name it holds the name and the id, since that customer may be gone by then; in a group it is how
 * many came before.
 */
const PLACE_BY_NAME = /^(\d{1,15}) (.*)$/s;
const PLACE_IN_GROUP = /^\d{1,9}$/;

/** The shop's customers, whether or not they have ever written. */
export class ContactList {
  readonly #context: DeskContext;
  readonly #deps: ContactListDeps;
  /** The members that were found for a group, kept for the pages after the first. */
  #found: { readonly group: string; readonly rows: readonly ContactRow[] } | null = null;

  constructor(context: DeskContext, deps: ContactListDeps) {
    this.#context = context;
    this.#deps = deps;
    context.events.on(({ type }) => {
      if (type === 'contacts.changed') this.#found = null;
    });
  }

  /** Customers sorted by name. @param input a name, words of the notes or fields, or a number in any spelling; empty: all */
  async page(
    groupId: string | null,
    input: string,
    after: string | null,
    limit: number,
  ): Promise<Result<ContactPageDto>> {
    const { store } = this.#context;
    const query = input.replaceAll('\0', ' ');
    const view = (rows: readonly ContactRow[], next: string | null, total: number | null): Result<ContactPageDto> =>
      ok({ items: rows.map((row) => contactEntry(this.#context, row)), next, total });
    if (after !== null && !(groupId === null ? PLACE_BY_NAME : PLACE_IN_GROUP).test(after))
      return refuse('bad-input.after');
    if (groupId !== null) {
      const rows = await this.#membersOf(groupId, after !== null);
      if (rows === null) return refuse('not-found.group');
      const fitting = query.trim() === '' ? rows : this.#within(rows, query);
      const from = after === null ? 0 : Number(after);
      const next = from + limit < fitting.length ? String(from + limit) : null;
      return view(fitting.slice(from, from + limit), next, fitting.length);
    }
    if (query.trim() !== '') {
      const found = this.#lookUp(query, MOST_FOUND);
      return view(found, null, found.length < MOST_FOUND ? found.length : null);
    }
    const [, id = '0', folded = ''] = PLACE_BY_NAME.exec(after ?? '') ?? [];
    const rows = store.contacts.page(folded, Number(id), limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last !== undefined ? `${last.id} ${last.folded}` : null;
    return view(page, next, store.contacts.count);
  }

  /** Customers to pick from while a name or a number is typed; those of whom no number is known cannot be picked. */
  lookUp(query: string, limit: number): Result<readonly FoundCustomerDto[]> {
    const { store, clock } = this.#context;
    const country = this.#context.country();
    const found = this.#lookUp(query.replaceAll('\0', ' '), limit).flatMap((row) => {
      const lastVisitAt = store.contactFacts.visits(row.id, clock.now()).last;
      return store.contacts.numberRows(row.id).map(({ number, label }) => {
        const shown = displayNumber(number, country);
        return { name: row.name, who: row.name || shown, number, displayNumber: shown, label, lastVisitAt };
      });
    });
    return ok(found.slice(0, limit));
  }

  /** The members of a group, or everybody, that match the query, sorted by name. */
  async members(groupId: string | null, query: string): Promise<readonly ContactRow[] | null> {
    const all = groupId === null ? this.#everybody() : await this.#membersOf(groupId, false);
    return all === null || query.trim() === '' ? all : this.#within(all, query);
  }

  /** Who would belong to a group with these conditions. */
  async preview(
    group: Pick<ContactGroup, 'match' | 'conditions'>,
  ): Promise<{ readonly total: number; readonly first: readonly ContactEntryDto[] }> {
    const rows = byName(await this.#deps.groups.members(group));
    return { total: rows.length, first: rows.slice(0, PREVIEWED).map((row) => contactEntry(this.#context, row)) };
  }

  get(id: string): Result<ContactDto> {
    const row = this.#row(id);
    return row === null ? notFound('customer') : ok(toContactDto(this.#context, row));
  }

  /** @param id null: a new customer */
  save(id: string | null, changes: Partial<WrittenContact>): Result<ContactDto> {
    const { store, clock } = this.#context;
    const before = id === null ? null : this.#row(id);
    if (id !== null && before === null) return notFound('customer');
    const whole = before === null ? null : wholeOf(store, before);
    const input = { ...writtenOf(whole), ...changes };
    const numbers = this.#numbersOf(input, before?.id ?? null);
    if (!numbers.ok) return numbers;
    const name = cleanName(input.name);
    if (numbers.value.length === 0 && name === '') return refuse('nobody.contact');
    const monthFirst = isMonthFirstCountry(this.#context.country());
    const birthday = input.birthday === '' ? null : readDay(input.birthday, monthFirst, clock.now());
    if (input.birthday !== '' && birthday === null) return refuse('bad-date');
    const asBefore = new Set(before === null ? [] : fieldsOf(before).map(writtenField));
    const fields = input.fields
      .filter(({ value }) => value !== '')
      // A field that nobody has changed is not checked again.
      .map((field) => ({ field, read: asBefore.has(writtenField(field)) ? field : this.#deps.fields.read(field) }));
    const unread = fields.find(({ read }) => read === null);
    if (unread !== undefined) return refuse('bad-field', { name: unread.field.name, value: unread.field.value });
    const tags = input.tagIds.map((tag) => rowOf('tag', tag)).filter((tag) => tag !== null);
    const known = new Set(store.lists.tags.all().map((tag) => tag.id));
    const saved = this.#context.unit(() => {
      const row = before ?? { ...emptyContact(clock.now()), id: store.contacts.insert(emptyContact(clock.now())) };
      const { language } = input;
      const changed: ContactRow = {
        ...row,
        name,
        language,
        birthday,
        notes: input.notes.trim(),
        fields: JSON.stringify(fields.map(({ read }) => read)),
      };
      const kept = tags.filter((tag) => known.has(tag));
      saveContact(store, { row: changed, numbers: numbers.value, tags: kept });
      // A customer who is added by hand is here again, even if they were erased before.
      for (const { number } of numbers.value) this.#deps.erased.forget(number);
      return changed;
    });
    this.#announce([saved.id]);
    return ok(toContactDto(this.#context, saved));
  }

  /** Gives several customers a tag or takes it away; returns the ids of those it changed. */
  setTag(ids: readonly string[], tagId: string, has: boolean): Result<{ readonly ids: readonly string[] }> {
    const { store } = this.#context;
    const tag = rowOf('tag', tagId);
    if (tag === null || store.lists.tags.byId(tag) === null) return notFound();
    const changed = this.#context.unit(() =>
      ids.flatMap((id) => {
        const row = this.#row(id);
        if (row === null || store.contacts.tags(row.id).includes(tag) === has) return [];
        if (has) store.contacts.addTag(row.id, tag);
        else store.contacts.removeTag(row.id, tag);
        return [row.id];
      }),
    );
    this.#announce(changed);
    return ok({ ids: changed.map((row) => idOf('contact', row)) });
  }

  #announce(rows: readonly number[]): void {
    const { store, events } = this.#context;
    for (const row of rows) {
      const contact = store.contacts.byId(row);
      if (contact === null) continue;
      events.emit({ type: 'contact.changed', value: toContactDto(this.#context, contact) });
      for (const id of store.conversations.ofContact(row)) publishConversation(this.#context, id);
    }
    if (rows.length > 0) events.emit({ type: 'contacts.changed', value: { many: false } });
  }

  #numbersOf(input: WrittenContact, own: number | null): Result<readonly ContactNumberRow[]> {
    const { store } = this.#context;
    const country = this.#context.country();
    const numbers: ContactNumberRow[] = [];
    for (const { number, label } of input.numbers) {
      const party = parseRecipient(number, country);
      if (party?.kind !== 'phone') return refuse('bad-number.written', { number });
      const owner = store.contacts.ofNumber(party.value);
      if (owner !== null && owner.id !== own)
        return refuse('number-taken.named', {
          number: displayNumber(party.value, country),
          who: owner.name,
          contactId: idOf('contact', owner.id),
        });
      if (!numbers.some((each) => each.number === party.value)) numbers.push({ number: party.value, label });
    }
    return ok(numbers);
  }

  #lookUp(query: string, most: number): readonly ContactRow[] {
    const { store } = this.#context;
    const digits = digitsOf(query);
    const byNumber = digits === null ? [] : store.contacts.withDigits(digits, most);
    const words = wordsOf(query);
    const byWords = words.length === 0 ? [] : store.contacts.withWords(words, most);
    const seen = new Set(byNumber.map(({ id }) => id));
    return [...byNumber, ...byWords.filter(({ id }) => !seen.has(id))].slice(0, most);
  }

  #within(rows: readonly ContactRow[], query: string): readonly ContactRow[] {
    const { store } = this.#context;
    const words = wordsOf(query);
    const digits = digitsOf(query);
    return rows.filter(
      (row) =>
        (digits !== null && store.contacts.numbers(row.id).some((number) => number.includes(digits))) ||
        words.every((word) => fold(`${row.name} ${row.notes} ${row.fields}`).includes(word)),
    );
  }

  async #membersOf(groupId: string, goesOn: boolean): Promise<readonly ContactRow[] | null> {
    if (goesOn && this.#found?.group === groupId) return this.#found.rows;
    const group = this.#deps.groups.views.find((each) => each.id === groupId);
    if (group === undefined) return null;
    const rows = byName(await this.#deps.groups.members(group));
    this.#found = { group: groupId, rows };
    return rows;
  }

  #everybody(): readonly ContactRow[] {
    const { contacts } = this.#context.store;
    const all: ContactRow[] = [];
    for (let after = 0; ;) {
      const rows = contacts.after(after, 1_000);
      const last = rows.at(-1);
      if (last === undefined) return byName(all);
      all.push(...rows);
      after = last.id;
    }
  }

  #row(id: string): ContactRow | null {
    const row = rowOf('contact', id);
    return row === null ? null : this.#context.store.contacts.byId(row);
  }
}

/** The customer in the form in which somebody would have entered them. */
function writtenOf(whole: ContactAggregate | null): WrittenContact {
  return {
    name: whole?.row.name ?? '',
    numbers: [...(whole?.numbers ?? [])],
    language: whole?.row.language ?? null,
    birthday: whole?.row.birthday ?? '',
    notes: whole?.row.notes ?? '',
    fields: whole === null ? [] : [...fieldsOf(whole.row)],
    tagIds: (whole?.tags ?? []).map((tag) => idOf('tag', tag)),
  };
}

function writtenField({ name, value }: ContactField): string {
  return JSON.stringify([name, value]);
}

function byName(rows: readonly ContactRow[]): readonly ContactRow[] {
  return rows
    .map((row) => [fold(row.name), row] as const)
    .toSorted(([a, one], [b, other]) => (a === b ? one.id - other.id : a < b ? -1 : 1))
    .map(([, row]) => row);
}

/** The digits of a number that every spelling of it shares; null: the query is not a number. */
function digitsOf(query: string): string | null {
  const digits = /^[+\d\s./()-]+$/.test(query) ? query.replace(/\D/g, '').replace(/^0+/, '') : '';
  return digits.length < 3 ? null : digits;
}

/** The words of a query, each once, and no more of them than anybody searches for. */
function wordsOf(query: string): readonly string[] {
  return [...new Set(fold(query).split(/\s+/).filter(Boolean))].slice(0, MOST_WORDS);
}
