import { LONGEST_NOTES, MOST_FIELDS, MOST_NUMBERS, type ImportChoices } from '../../../shared/contacts.ts';
import { fold } from '../../../shared/fold.ts';
import { displayNumber, type CountryCode } from '../../../shared/phone.ts';
import { type Refusal, refusal } from '../../../shared/result.ts';
import type { ContactField } from '../contract.ts';
import type { ImportOutcome, ImportRowDto } from '../../imports/contract.ts';
import { isSameName, mayBeOne, nameKey } from '../names.ts';
import { emptyContact, fieldsOf, type ContactAggregate } from '../contact-aggregate.ts';
import type { Book } from './dry-run-repository.ts';
import type { ContactDraft, ReadRow } from './drafts.ts';

/** The result of a row. */
export interface Taken {
  readonly view: ImportRowDto;
  /** What the row says, with only those of its numbers that belong to this customer; null: it says nothing. */
  readonly draft: ContactDraft | null;
  /** Null: the row was refused. */
  readonly change: {
    /** Null: the customer did not exist before. */
    readonly before: ContactAggregate | null;
    readonly after: ContactAggregate;
  } | null;
}

/**
 * Takes one row after the other into a book: it fills in what an existing customer lacks and adds those who do not exist yet. A
 * dry run works the same way.
 */
export class ImportMerger {
  readonly #book: Book;
  readonly #choices: ImportChoices;
  readonly #names: ReadonlyMap<string, number>;
  /** The names that this list has added. */
  readonly #fresh = new Map<string, number>();
  readonly #country: CountryCode;
  readonly #isErased: (number: string) => boolean;
  readonly #now: number;

  /** @param names all existing customers by the sound of their names */
  constructor(
    book: Book,
    choices: ImportChoices,
    names: ReadonlyMap<string, number>,
    about: { readonly country: CountryCode; readonly isErased: (number: string) => boolean; readonly now: number },
  ) {
    this.#book = book;
    this.#choices = choices;
    this.#names = names;
    this.#country = about.country;
    this.#isErased = about.isErased;
    this.#now = about.now;
  }

  take(read: ReadRow): Taken {
    if (!read.ok) return refusedRow(read.line, read.what, read.reason, null);
    const { draft } = read;
    const refuse = (reason: Refusal): Taken => refusedRow(draft.line, draft.name, reason, draft);
    if (draft.numbers.some(({ number }) => this.#isErased(number))) return refuse(refusal('erased'));
    const owners = [...new Set(draft.numbers.flatMap(({ number }) => this.#book.ownerOf(number) ?? []))];
    const [owner] = owners;
    if (owner === undefined) return this.#unknown(draft);
    const named = owners.filter((each) => mayBeOne(this.#book.whole(each).row.name, draft.name));
    const [one] = named;
    // A family's landline or a company's number: the other customers who have it stay as they are.
    if (one !== undefined && named.length === 1) return this.#change(this.#without(draft, one), one);
    const free = this.#without(draft, null);
    if (one === undefined && free.draft.numbers.length > 0) return this.#add(free.draft, free.shared);
    if (owners.length > 1) return refuse(refusal('two-customers'));
    const reason = otherName(this.#book.whole(owner), this.#country);
    return this.#choices.known === 'fill' ? refuse(reason) : this.#change({ draft, shared: reason }, owner);
  }

  /** The row without the numbers that belong to another customer than this one. */
  #without(draft: ContactDraft, own: number | null): { readonly draft: ContactDraft; readonly shared: Refusal | null } {
    const owned = draft.numbers.map((each) => ({ each, owner: this.#book.ownerOf(each.number) }));
    const other = owned.find(({ owner }) => owner !== null && owner !== own)?.owner ?? null;
    const numbers = owned.filter(({ owner }) => owner === null || owner === own).map(({ each }) => each);
    return {
      draft: { ...draft, numbers },
      shared: other === null ? null : sharedNumber(this.#book.whole(other), this.#country),
    };
  }

  /** No customer has any of these numbers. */
  #unknown(draft: ContactDraft): Taken {
    const sound = nameKey(draft.name);
    const known = this.#names.get(sound);
    if (known !== undefined && this.#choices.alike === 'join') {
      const { row } = this.#book.whole(known);
      const isOther = row.birthday !== null && draft.birthday !== null && row.birthday !== draft.birthday;
      if (isSameName(row.name, draft.name) && !isOther) return this.#change({ draft, shared: null }, known);
    }
    const alike = known ?? this.#fresh.get(sound);
    return this.#add(draft, alike === undefined ? null : likeWho(this.#book.whole(alike), this.#country));
  }

  #add(draft: ContactDraft, reason: Refusal | null): Taken {
    const empty = { row: { ...emptyContact(this.#now), id: 0 }, numbers: [], tags: [] };
    const after = this.#book.add(this.#filled(empty, draft, true));
    const sound = nameKey(draft.name);
    if (sound !== '' && !this.#fresh.has(sound)) this.#fresh.set(sound, after.row.id);
    const view = toRowDto(draft.line, 'new', draft.name, leftOutOf(draft) ?? reason);
    return { view, draft, change: { before: null, after } };
  }

  #change({ draft, shared }: { readonly draft: ContactDraft; readonly shared: Refusal | null }, id: number): Taken {
    const before = this.#book.whole(id);
    const after = this.#choices.known === 'leave' ? before : this.#filled(before, draft, false);
    const isSame = JSON.stringify(after) === JSON.stringify(before);
    if (!isSame) this.#book.put(after);
    const view = toRowDto(draft.line, isSame ? 'same' : 'changed', draft.name, leftOutOf(draft) ?? shared);
    // If the customer stays as they are, the row's other numbers belong to nobody.
    const numbers = draft.numbers.filter(({ number }) => after.numbers.some((each) => each.number === number));
    return { view, draft: { ...draft, numbers }, change: { before, after } };
  }

  #filled({ row, numbers, tags }: ContactAggregate, draft: ContactDraft, isNew: boolean): ContactAggregate {
    const replaces = isNew || this.#choices.known === 'replace';
    const text = (mine: string, theirs: string): string => (theirs !== '' && (replaces || mine === '') ? theirs : mine);
    const wanted = this.#choices.tag === '' ? draft.tags : [...draft.tags, this.#choices.tag];
    const given = wanted.map((name) => this.#book.tag(name)).filter((tag) => tag !== null);
    return {
      row: {
        ...row,
        name: text(row.name, draft.name),
        language: text(row.language ?? '', draft.language ?? '') || null,
        birthday: text(row.birthday ?? '', draft.birthday ?? '') || null,
        // Nothing that somebody has written down is lost.
        notes: withNotes(row.notes, draft.notes),
        fields: JSON.stringify(mergedFields(fieldsOf(row), draft.fields, replaces)),
      },
      numbers: [
        ...numbers.map((mine) => ({
          ...mine,
          label: mine.label || (draft.numbers.find(({ number }) => number === mine.number)?.label ?? ''),
        })),
        ...draft.numbers.filter(({ number }) => !numbers.some((mine) => mine.number === number)),
      ].slice(0, MOST_NUMBERS),
      tags: [...new Set([...tags, ...given])].toSorted((a, b) => a - b),
    };
  }
}

/** Nothing that somebody has written down is lost. */
function withNotes(mine: string, theirs: string): string {
  const both = mine.includes(theirs) ? mine : [mine, theirs].filter(Boolean).join('\n');
  return both.length > LONGEST_NOTES ? mine : both;
}

function mergedFields(
  mine: readonly ContactField[],
  theirs: readonly ContactField[],
  replaces: boolean,
): readonly ContactField[] {
  const merged = [...mine];
  for (const field of theirs) {
    const at = merged.findIndex(({ name }) => fold(name) === fold(field.name));
    const known = merged[at];
    if (known === undefined) {
      if (merged.length < MOST_FIELDS) merged.push(field);
    } else if (replaces || known.value === '') merged[at] = { name: known.name, value: field.value };
  }
  return merged;
}

function leftOutOf({ leftOut }: ContactDraft): Refusal | null {
  if (leftOut.length === 0) return null;
  const what = leftOut.join('; ').slice(0, 200);
  return refusal('left-out', { what });
}

function displayNameOf({ row, numbers }: ContactAggregate, country: CountryCode): string {
  const [first] = numbers;
  return [row.name, first === undefined ? '' : displayNumber(first.number, country)].filter(Boolean).join(' ');
}

function likeWho(contact: ContactAggregate, country: CountryCode): Refusal {
  const who = displayNameOf(contact, country);
  return refusal('alike', { who });
}

function sharedNumber(contact: ContactAggregate, country: CountryCode): Refusal {
  const who = displayNameOf(contact, country);
  return refusal('shared-number', { who });
}

function otherName(contact: ContactAggregate, country: CountryCode): Refusal {
  const who = displayNameOf(contact, country);
  return refusal('other-name', { who });
}

function toRowDto(line: number, outcome: ImportOutcome, what: string, reason: Refusal | null): ImportRowDto {
  return { line, outcome, what, reason };
}

function refusedRow(line: number, what: string, reason: Refusal, draft: ContactDraft | null): Taken {
  return { view: toRowDto(line, 'refused', what, reason), draft, change: null };
}
