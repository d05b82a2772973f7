import type { DeskContext } from '../../core/context.ts';
import { displayNumber } from '../../shared/phone.ts';
import type { ContactRow } from './repository.ts';
import { fieldsOf } from './contact-aggregate.ts';

type Rows = readonly (readonly string[])[];

/** Even a customer with many messages gets a single file. */
const MOST_TEXTS = 20_000;

/** Everything that is kept of one person, as a page to read and to print. */
export class PersonalData {
  readonly #context: DeskContext;
  readonly #contact: ContactRow;
  readonly #numbers: readonly { readonly number: string; readonly label: string }[];
  readonly #conversations: readonly number[];
  readonly #time: Intl.DateTimeFormat;

  constructor(context: DeskContext, contact: ContactRow) {
    this.#context = context;
    this.#contact = contact;
    this.#numbers = context.store.contacts.numberRows(contact.id);
    this.#conversations = context.store.conversations.ofContact(contact.id);
    const timeZone = context.calendar.zone;
    this.#time = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  }

  get page(): string {
    const title = this.#contact.name || (this.#numbers[0]?.number ?? '');
    return pageOf(title, this.#at(this.#context.clock.now()), [
      { title: 'What is known', rows: this.#known() },
      { title: 'Consent', rows: this.#consents() },
      { title: 'Texts', rows: this.#texts() },
      { title: 'What happened, and notes', rows: this.#events() },
      { title: 'Appointments', rows: this.#appointments() },
      { title: 'Orders', rows: this.#orders() },
      { title: 'What they answered when asked how it was', rows: this.#surveys() },
      { title: 'Texts that repeat', rows: this.#repeated() },
      { title: 'To do', rows: this.#tasks() },
    ]);
  }

  #at(instant: number | null): string {
    return instant === null ? '' : this.#time.format(instant);
  }

  #known(): Rows {
    const { store } = this.#context;
    const country = this.#context.country();
    const contact = this.#contact;
    const tagNames = new Map(store.lists.tags.all().map((tag) => [tag.id, tag.name]));
    const tags = store.contacts.allTags(contact.id).flatMap((tag) => tagNames.get(tag) ?? []);
    const known: Rows = [
      ['Name', contact.name],
      ...this.#numbers.map(({ number, label }) => [
        `Number${label === '' ? '' : ` (${label})`}`,
        displayNumber(number, country),
      ]),
      ['Birthday', contact.birthday ?? ''],
      ['Language', contact.language ?? ''],
      ['Time zone', contact.zone ?? ''],
      ['Tags', tags.join(', ')],
      ['Blocked since', this.#at(contact.blocked_at)],
      ['Added', this.#at(contact.created_at)],
      ...fieldsOf(contact).map(({ name, value }) => [name, value]),
      ['Notes', contact.notes],
      ...this.#numbers.flatMap(({ number }) => (store.optOuts.has(number) ? [['Opted out', number]] : [])),
    ];
    return known.filter(([, value]) => value !== '');
  }

  #consents(): Rows {
    return this.#numbers.flatMap(({ number }) =>
      this.#context.store.consent
        .ofNumber(number, MOST_TEXTS)
        .map((each) => [
          this.#at(each.at),
          number,
          each.purpose,
          each.state,
          each.source,
          each.wording,
          each.author ?? '',
        ]),
    );
  }

  #texts(): Rows {
    return this.#conversations
      .flatMap((each) => this.#context.store.messages.ofConversation(each, Number.MAX_SAFE_INTEGER, MOST_TEXTS))
      .toSorted((a, b) => a.created_at - b.created_at)
      .map((text) => [
        this.#at(text.received_at ?? text.sent_at ?? text.created_at),
        text.direction === 'in' ? 'received' : 'sent',
        text.state,
        text.text,
      ]);
  }

  #events(): Rows {
    return this.#conversations
      .flatMap((each) => this.#context.store.conversationEvents.between(each, 0, Number.MAX_SAFE_INTEGER))
      .toSorted((a, b) => a.at - b.at)
      .map((event) => [this.#at(event.at), event.kind, event.detail ?? '', event.author ?? '']);
  }

  #appointments(): Rows {
    const { store } = this.#context;
    const services = new Map(store.services.all().map(({ id, name }) => [id, name]));
    return this.#numbers.flatMap(({ number }) =>
      store.appointments
        .ofNumber(number, MOST_TEXTS)
        .map((each) => [`${each.date} ${each.time}`, services.get(each.service_id) ?? '', each.state, each.note]),
    );
  }

  #orders(): Rows {
    return this.#numbers.flatMap(({ number }) =>
      this.#context.store.orders
        .ofNumber(number, 0)
        .map((each) => [this.#at(each.created_at), each.reference, each.note, this.#at(each.over_at)]),
    );
  }

  #surveys(): Rows {
    const { store } = this.#context;
    const names = new Map(store.surveys.all().map(({ id, name }) => [id, name]));
    const numbers = this.#numbers.map(({ number }) => number);
    return store.surveyRuns
      .ofNumbers(numbers, MOST_TEXTS)
      .map((each) => [
        this.#at(each.at),
        names.get(each.survey_id) ?? '',
        each.score === null ? '' : String(each.score),
        each.words,
      ]);
  }

  #repeated(): Rows {
    return this.#numbers.flatMap(({ number }) =>
      this.#context.store.recurring
        .ofNumber(number)
        .map((each) => [this.#at(each.created_at), each.text, each.ended ?? '']),
    );
  }

  #tasks(): Rows {
    return this.#conversations.flatMap((each) =>
      this.#context.store.tasks
        .ofConversation(each)
        .map((task) => [this.#at(task.created_at), task.text, this.#at(task.due_at)]),
    );
  }
}

function pageOf(
  who: string,
  input: string,
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
<p>All that is kept of this person, as of ${html(input)}.</p>
${tables.join('\n')}
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string);
