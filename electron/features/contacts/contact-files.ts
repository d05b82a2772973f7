import { notFound } from '../../shared/not-found.ts';
import { rowOf } from '../../shared/ids.ts';
import { internationalNumber } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ContactRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import type { ContactList } from './contact-list.ts';
import { csvLine, toCsv } from '../../shared/csv.ts';
import type { Slices } from '../../core/slices.ts';
import { toVcard } from './vcard-writer.ts';
import { fieldsOf } from './contact-aggregate.ts';
import { PersonalData } from './personal-data.ts';

/** Exports customers as files for other programs, and everything that is kept of one customer as a page to read. */
export class ContactFiles {
  readonly #context: DeskContext;
  readonly #list: ContactList;

  readonly #slices: Slices;

  constructor(context: DeskContext, list: ContactList, slices: Slices) {
    this.#context = context;
    this.#list = list;
    this.#slices = slices;
  }

  /** @param groupId null: everybody @param ids only these customers; empty: everybody in the group */
  async export(
    format: 'table' | 'cards',
    groupId: string | null,
    query: string,
    ids: readonly string[],
  ): Promise<Result<{ readonly text: string; readonly count: number }>> {
    const members = await this.#list.members(groupId, query);
    if (members === null) return refuse('not-found.group');
    const chosen = new Set(ids.map((id) => rowOf('contact', id)));
    const rows = ids.length === 0 ? members : members.filter(({ id }) => chosen.has(id));
    const text = format === 'cards' ? this.#cards(rows) : this.#table(rows);
    return ok({ text: await text, count: rows.length });
  }

  async #cards(rows: readonly ContactRow[]): Promise<string> {
    const { store } = this.#context;
    const names = new Map(store.lists.tags.all().map(({ id, name }) => [id, name]));
    const cards = await this.#slices.reckon(rows, (row) =>
      toVcard({
        row,
        numbers: store.contacts.numberRows(row.id),
        tags: store.contacts.tags(row.id).flatMap((tag) => names.get(tag) ?? []),
      }),
    );
    return cards.join('');
  }

  /** The table has the headings that the import knows. */
  async #table(rows: readonly ContactRow[]): Promise<string> {
    const { store } = this.#context;
    const names = new Map(store.lists.tags.all().map(({ id, name }) => [id, name]));
    const all = await this.#slices.reckon(rows, (row) => ({
      row,
      numbers: store.contacts.numberRows(row.id),
      fields: fieldsOf(row),
    }));
    const phones = all.reduce((most, { numbers }) => Math.max(most, numbers.length), 1);
    const fields = [...new Set(all.flatMap((each) => each.fields.map(({ name }) => name)))];
    const head = [
      'Name',
      ...Array.from({ length: phones }, (_, i) =>
        ['Label', 'Value', 'Opted out'].map((what) => `Phone ${i + 1} - ${what}`),
      ).flat(),
      'Birthday',
      'Language',
      'Tags',
      'Consent',
      'Notes',
      ...fields,
    ];
    const lines = await this.#slices.reckon(all, ({ row, numbers, fields: own }) => {
      const values = new Map(own.map(({ name, value }) => [name, value]));
      // It says yes only if all of their numbers agree; else it would also claim it of the numbers that do not.
      const agrees =
        numbers.length > 0 &&
        numbers.every(({ number }) => !store.optOuts.has(number) && store.consent.wants(number, 'offer'));
      return csvLine([
        row.name,
        ...Array.from({ length: phones }, (_, n) => {
          const { number = '', label = '' } = numbers[n] ?? {};
          return [label, internationalNumber(number), store.optOuts.has(number) ? 'yes' : ''];
        }).flat(),
        row.birthday ?? '',
        row.language ?? '',
        store.contacts
          .tags(row.id)
          .flatMap((tag) => names.get(tag) ?? [])
          .join('; '),
        agrees ? 'yes' : '',
        row.notes,
        ...fields.map((name) => values.get(name) ?? ''),
      ]);
    });
    return [toCsv([head]), ...lines].join('');
  }

  /** Everything that is kept of one person, as a page to read and to print. */
  personalData(id: string): Result<{ readonly page: string }> {
    const row = rowOf('contact', id);
    const contact = row === null ? null : this.#context.store.contacts.byId(row);
    if (contact === null) return notFound('customer');
    return ok({ page: new PersonalData(this.#context, contact).page });
  }
}
