import { rowOf } from '../../shared/ids.ts';
import { displayNumber, internationalNumber } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ContactRow } from '../../store/contacts.ts';
import type { DeskContext } from '../../core/context.ts';
import type { ContactList } from './contact-list.ts';
import { csvLine, toCsv } from '../../shared/csv.ts';
import type { Slices } from '../../core/slices.ts';
import { toVcard } from './vcard-writer.ts';
import { fieldsOf } from './contact-aggregate.ts';

/** So that whoever writes long still gets one file. */
const MOST_TEXTS = 20_000;

/** Customers as files for other programs, and all that is kept of one as a page to read. */
export class ContactFiles {
  readonly #context: DeskContext;
  readonly #list: ContactList;

  readonly #slices: Slices;

  constructor(context: DeskContext, list: ContactList, slices: Slices) {
    this.#context = context;
    this.#list = list;
    this.#slices = slices;
  }

  /** @param groupId null: everybody @param ids these alone; empty: all of the group */
  async export(
    format: 'table' | 'cards',
    groupId: string | null,
    query: string,
    ids: readonly string[],
  ): Promise<Result<{ readonly text: string; readonly count: number }>> {
    const members = await this.#list.members(groupId, query);
    if (members === null) return refuse('not-found', 'This group is not there any more.');
    const chosen = new Set(ids);
    const rows = ids.length === 0 ? members : members.filter(({ id }) => chosen.has(`k${id}`));
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

  /** With the headings the import knows. */
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
      // Of all his numbers, or else it would be said of those that do not.
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
    const { store, clock, calendar } = this.#context;
    const row = rowOf('k', id);
    const contact = row === null ? null : store.contacts.byId(row);
    if (contact === null) return refuse('not-found', 'This customer is not there any more.');
    const numbers = store.contacts.numberRows(contact.id);
    const time = new Intl.DateTimeFormat('sv-SE', { timeZone: calendar.zone, dateStyle: 'short', timeStyle: 'short' });
    const at = (instant: number | null): string => (instant === null ? '' : time.format(instant));
    const conversations = store.conversations.ofContact(contact.id);
    const tagNames = new Map(store.lists.tags.all().map((tag) => [tag.id, tag.name]));
    const known: readonly (readonly string[])[] = [
      ['Name', contact.name],
      ...numbers.map(({ number, label }) => [
        `Number${label === '' ? '' : ` (${label})`}`,
        displayNumber(number, this.#context.country()),
      ]),
      ['Birthday', contact.birthday ?? ''],
      ['Language', contact.language ?? ''],
      ['Time zone', contact.zone ?? ''],
      [
        'Tags',
        store.contacts
          .allTags(contact.id)
          .flatMap((tag) => tagNames.get(tag) ?? [])
          .join(', '),
      ],
      ['Blocked since', at(contact.blocked_at)],
      ['Written down', at(contact.created_at)],
      ...fieldsOf(contact).map(({ name, value }) => [name, value]),
      ['Notes', contact.notes],
      ...numbers.flatMap(({ number }) => (store.optOuts.has(number) ? [['Wants no texts', number]] : [])),
    ].filter(([, value]) => value !== '');
    const consents = numbers.flatMap(({ number }) =>
      store.consent
        .ofNumber(number, MOST_TEXTS)
        .map((each) => [at(each.at), number, each.purpose, each.state, each.source, each.wording, each.author ?? '']),
    );
    const texts = conversations
      .flatMap((each) => store.messages.ofConversation(each, Number.MAX_SAFE_INTEGER, MOST_TEXTS))
      .toSorted((a, b) => a.created_at - b.created_at)
      .map((text) => [
        at(text.received_at ?? text.sent_at ?? text.created_at),
        text.direction === 'in' ? 'from him' : 'to him',
        text.state,
        text.text,
      ]);
    const events = conversations
      .flatMap((each) => store.conversationEvents.between(each, 0, Number.MAX_SAFE_INTEGER))
      .toSorted((a, b) => a.at - b.at)
      .map((event) => [at(event.at), event.kind, event.detail ?? '', event.author ?? '']);
    const appointments = numbers.flatMap(({ number }) =>
      store.appointments
        .ofNumber(number, MOST_TEXTS)
        .map((each) => [`${each.date} ${each.time}`, this.#serviceOf(each.service_id), each.state, each.note]),
    );
    const orders = numbers.flatMap(({ number }) =>
      store.orders
        .ofNumber(number, 0)
        .map((each) => [at(each.created_at), each.reference, each.note, at(each.over_at)]),
    );
    const surveys = store.surveyRuns
      .ofNumbers(
        numbers.map(({ number }) => number),
        MOST_TEXTS,
      )
      .map((each) => [
        at(each.at),
        store.surveys.all().find(({ id: survey }) => survey === each.survey_id)?.name ?? '',
        each.score === null ? '' : String(each.score),
        each.words,
      ]);
    const repeated = numbers.flatMap(({ number }) =>
      store.recurring.ofNumber(number).map((each) => [at(each.created_at), each.text, each.ended ?? '']),
    );
    const tasks = conversations.flatMap((each) =>
      store.tasks.ofConversation(each).map((task) => [at(task.created_at), task.text, at(task.due_at)]),
    );
    return ok({
      page: pageOf(contact.name || (numbers[0]?.number ?? ''), at(clock.now()), [
        { title: 'What is known', rows: known },
        { title: 'Consent', rows: consents },
        { title: 'Texts', rows: texts },
        { title: 'What happened, and notes', rows: events },
        { title: 'Appointments', rows: appointments },
        { title: 'Orders', rows: orders },
        { title: 'What he answered when asked how it was', rows: surveys },
        { title: 'Texts that repeat', rows: repeated },
        { title: 'To do', rows: tasks },
      ]),
    });
  }

  #serviceOf(id: number): string {
    return this.#context.store.services.all().find((each) => each.id === id)?.name ?? '';
  }
}

function pageOf(
  who: string,
  written: string,
  sections: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[],
): string {
  const tables = sections
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ title, rows }) =>
        `<h2>${html(title)}</h2>\n<table>\n${rows
          .map((row) => `<tr>${row.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`)
          .join('\n')}\n</table>`,
    );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${html(who)}</title>
<style>
body { font: 15px/1.45 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
td { border-bottom: 1px solid #ddd; padding: 4px 10px 4px 0; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
<h1>${html(who)}</h1>
<p>All that is kept of this person, as of ${html(written)}.</p>
${tables.join('\n')}
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string);
