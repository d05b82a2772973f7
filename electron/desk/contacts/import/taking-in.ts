import type { ImportChoices } from '../../../shared/contacts.ts';
import { fold } from '../../../shared/fold.ts';
import { displayNumber, type CountryCode } from '../../../shared/phone.ts';
import type { Refusal } from '../../../shared/result.ts';
import type { ContactField, ImportOutcome, ImportRowView } from '../../../shared/views.ts';
import { soundOf } from '../names.ts';
import { emptyContact, fieldsOf, type WholeContact } from '../whole.ts';
import type { Book } from './book.ts';
import type { ContactDraft, ReadRow } from './drafts.ts';

/** What a row did. */
export interface Taken {
  readonly view: ImportRowView;
  /** Null: it was refused. */
  readonly change: {
    /** Null: he was not there. */
    readonly before: WholeContact | null;
    readonly after: WholeContact;
    readonly draft: ContactDraft;
  } | null;
}

/**
 * Takes one row after the other into a book: of somebody who is there what is missing is filled in, and whoever is not there is added.
 * The same whether it is done or only looked at.
 */
export class TakingIn {
  readonly #book: Book;
  readonly #choices: ImportChoices;
  readonly #names: Map<string, number>;
  readonly #country: CountryCode;
  readonly #isErased: (number: string) => boolean;
  readonly #now: number;

  /** @param names of everybody who is there, by how they sound */
  constructor(
    book: Book,
    choices: ImportChoices,
    names: Map<string, number>,
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
    if (!read.ok) return { view: rowView(read.line, 'refused', read.what, read.reason), change: null };
    const { draft } = read;
    const what = draft.name;
    if (draft.numbers.some(({ number }) => this.#isErased(number)))
      return refusedRow(draft.line, what, {
        code: 'erased',
        message: 'This person was erased for good. Add him by hand if he wants to be here again.',
      });
    const owners = new Set(
      draft.numbers.map(({ number }) => this.#book.ownerOf(number)).filter((owner) => owner !== null),
    );
    if (owners.size > 1)
      return refusedRow(draft.line, what, {
        code: 'two-customers',
        message: 'These numbers belong to two customers who are here already. Merge them first.',
      });
    const [owner] = owners;
    const alike = owner === undefined ? (this.#names.get(soundOf(draft.name)) ?? null) : null;
    const joined = owner ?? (this.#choices.alike === 'join' ? alike : null);
    if (joined === null || joined === undefined) return this.#add(draft, what, alike);
    return this.#change(draft, what, this.#book.whole(joined));
  }

  #add(draft: ContactDraft, what: string, alike: number | null): Taken {
    const empty = { row: { ...emptyContact(this.#now), id: 0 }, numbers: [], tags: [] };
    const after = this.#book.add(this.#filled(empty, draft, true));
    const sound = soundOf(draft.name);
    if (sound !== '' && alike === null) this.#names.set(sound, after.row.id);
    const other = alike === null ? null : this.#book.whole(alike);
    const reason = leftOutOf(draft) ?? (other === null ? null : likeWho(other, this.#country));
    return { view: rowView(draft.line, 'new', what, reason), change: { before: null, after, draft } };
  }

  #change(draft: ContactDraft, what: string, before: WholeContact): Taken {
    const after = this.#choices.known === 'leave' ? before : this.#filled(before, draft, false);
    const isSame = JSON.stringify(after) === JSON.stringify(before);
    if (!isSame) this.#book.put(after);
    const view = rowView(draft.line, isSame ? 'same' : 'changed', what, leftOutOf(draft));
    return { view, change: { before, after, draft } };
  }

  #filled({ row, numbers, tags }: WholeContact, draft: ContactDraft, isNew: boolean): WholeContact {
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
        // Nothing that somebody wrote down is lost.
        notes: row.notes.includes(draft.notes) ? row.notes : [row.notes, draft.notes].filter(Boolean).join('\n'),
        fields: JSON.stringify(mergedFields(fieldsOf(row), draft.fields, replaces)),
      },
      numbers: [
        ...numbers.map((mine) => ({
          ...mine,
          label: mine.label || (draft.numbers.find(({ number }) => number === mine.number)?.label ?? ''),
        })),
        ...draft.numbers.filter(({ number }) => !numbers.some((mine) => mine.number === number)),
      ],
      tags: [...new Set([...tags, ...given])].toSorted((a, b) => a - b),
    };
  }
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
    if (known === undefined) merged.push(field);
    else if (replaces || known.value === '') merged[at] = { name: known.name, value: field.value };
  }
  return merged;
}

function leftOutOf({ leftOut }: ContactDraft): Refusal | null {
  if (leftOut.length === 0) return null;
  const what = leftOut.join('; ').slice(0, 200);
  return { code: 'left-out', message: `Left out, because it cannot be read: ${what}`, details: { what } };
}

function likeWho({ row, numbers }: WholeContact, country: CountryCode): Refusal {
  const [first] = numbers;
  const who = [row.name, first === undefined ? '' : displayNumber(first.number, country)].filter(Boolean).join(' ');
  return { code: 'alike', message: `There is somebody of a like name: ${who}`, details: { who } };
}

function rowView(line: number, outcome: ImportOutcome, what: string, reason: Refusal | null): ImportRowView {
  return { line, outcome, what, reason };
}

function refusedRow(line: number, what: string, reason: Refusal): Taken {
  return { view: rowView(line, 'refused', what, reason), change: null };
}
