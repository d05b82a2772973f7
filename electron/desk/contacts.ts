import type { ConversationSnapshot, Input } from '../shared/contract.ts';
import { conversationId, idOf, lineId, rowOf } from '../shared/ids.ts';
import { displayNumber } from '../shared/phone.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { ContactField, ContactView } from '../shared/views.ts';
import type { ContactRow } from '../store/contacts.ts';
import type { ConversationRow } from '../store/conversations.ts';
import { announceConversation, announceMessage, type DeskContext } from './context.ts';
import { snapshotOf } from './snapshot.ts';
import { announceEvent, record } from './timeline.ts';

/** Names a person keeps short. */
const MAX_NAME_LENGTH = 80;

/** What the shop knows of its customers. */
export class Contacts {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** Of the customer of a conversation, also where nothing is known of him yet. */
  get(id: string): Result<ContactView> {
    const row = this.#conversation(id);
    if (row === null) return notFound();
    const contact = this.#context.store.contacts.ofNumber(row.number);
    return ok(contact === null ? this.#stranger(row) : this.#view(contact));
  }

  change(id: string, change: Input<'contacts.change'>['change']): Result<ContactView> {
    const { store } = this.#context;
    const row = this.#conversation(id);
    if (row === null) return notFound();
    const contact = store.transaction(() => {
      const known = store.contacts.findOrCreate(row.number, this.#context.clock.now());
      const { name, language, notes, fields } = change;
      const changed: ContactRow = {
        ...known,
        ...(name === undefined ? {} : { name: cleanName(name) }),
        ...(language === undefined ? {} : { language }),
        ...(notes === undefined ? {} : { notes: notes.trim() }),
        ...(fields === undefined ? {} : { fields: JSON.stringify(fields.map(cleanField)) }),
      };
      store.contacts.update(changed);
      return changed;
    });
    this.#announce(contact.id);
    return ok(this.#view(contact));
  }

  /** A blocked number’s texts are kept, but nobody is asked to look. */
  block(id: string, blocked: boolean): Result<{ contact: ContactView; before: readonly ConversationSnapshot[] }> {
    const { store, clock } = this.#context;
    const row = this.#conversation(id);
    if (row === null) return notFound();
    const [contact, events, before, cancelled] = store.transaction(() => {
      const known = store.contacts.findOrCreate(row.number, clock.now());
      const changed = { ...known, blocked_at: blocked ? clock.now() : null };
      store.contacts.update(changed);
      const conversations = store.conversations.ofContact(known.id);
      const snapshots = conversations.map((each) => store.conversations.byId(each)).filter((each) => each !== null);
      const noted = conversations.map((conversation) => {
        // Unblocked, it opens with the next text.
        if (blocked) {
          store.conversations.setStatus(conversation, 'closed', null);
          store.conversations.markRead(conversation);
        }
        return record(this.#context, conversation, blocked ? 'blocked' : 'unblocked');
      });
      const numbers = blocked ? store.contacts.numbers(known.id) : [];
      const taken = numbers.flatMap((number) => store.messages.cancelAutomatic(number, 'blocked'));
      return [changed, noted, snapshots.map(snapshotOf), taken] as const;
    });
    for (const message of cancelled) announceMessage(this.#context, message, 'message.changed');
    for (const event of events) announceEvent(this.#context, event);
    this.#announce(contact.id);
    return ok({ contact: this.#view(contact), before });
  }

  /** All of the second customer goes to the first. */
  merge(keepId: string, goneId: string): Result<{ mergeId: number; contact: ContactView }> {
    const { store, clock } = this.#context;
    const [keepRow, goneRow] = [this.#conversation(keepId), this.#conversation(goneId)];
    if (keepRow === null || goneRow === null) return notFound();
    const now = clock.now();
    const merged = store.transaction(() => {
      const kept = store.contacts.findOrCreate(keepRow.number, now);
      const gone = store.contacts.findOrCreate(goneRow.number, now);
      if (kept.id === gone.id) return null;
      const contact = mergedContact(kept, gone);
      const mergeId = store.contacts.merge(
        { kept, gone, goneNumbers: store.contacts.numbers(gone.id), merged: contact },
        now,
      );
      return { mergeId, contact };
    });
    if (merged === null) return refuse('bad-input', 'These are one customer already.');
    this.#announce(merged.contact.id);
    return ok({ mergeId: merged.mergeId, contact: this.#view(merged.contact) });
  }

  unmerge(mergeId: number): Result<ContactView> {
    const { store } = this.#context;
    const two = store.transaction(() => store.contacts.unmerge(mergeId));
    const kept = two === null ? null : store.contacts.byId(two.kept);
    if (two === null || kept === null) return refuse('too-late', 'This was undone already.');
    this.#announce(two.kept);
    this.#announce(two.gone);
    return ok(this.#view(kept));
  }

  /** Nobody has written anything down about this number. */
  #stranger(row: ConversationRow): ContactView {
    const shown = displayNumber(row.number, this.#context.country());
    return {
      id: null,
      name: '',
      language: null,
      notes: '',
      fields: [],
      blockedAt: null,
      numbers: [{ number: row.number, displayNumber: shown }],
      conversations: [{ id: conversationId(row.id), displayNumber: shown, lineId: lineId(row.line_id) }],
      texts: this.#context.store.messages.countsOf([row.id]),
    };
  }

  #announce(contact: number): void {
    for (const id of this.#context.store.conversations.ofContact(contact)) announceConversation(this.#context, id);
  }

  #view(contact: ContactRow): ContactView {
    const { store } = this.#context;
    const country = this.#context.country();
    const conversations = store.conversations
      .ofContact(contact.id)
      .map((id) => store.conversations.byId(id))
      .filter((row) => row !== null);
    return {
      id: idOf('k', contact.id),
      name: contact.name,
      language: contact.language,
      notes: contact.notes,
      fields: JSON.parse(contact.fields) as ContactField[],
      blockedAt: contact.blocked_at,
      numbers: store.contacts
        .numbers(contact.id)
        .map((number) => ({ number, displayNumber: displayNumber(number, country) })),
      conversations: conversations.map(({ id, number, line_id }) => ({
        id: conversationId(id),
        displayNumber: displayNumber(number, country),
        lineId: lineId(line_id),
      })),
      texts: store.messages.countsOf(conversations.map(({ id }) => id)),
    };
  }

  #conversation(id: string): ConversationRow | null {
    const row = rowOf('c', id);
    return row === null ? null : this.#context.store.conversations.byId(row);
  }
}

/** What the kept one lacks comes from the other; nothing of what either knows is lost. */
function mergedContact(kept: ContactRow, gone: ContactRow): ContactRow {
  const fields = JSON.parse(kept.fields) as ContactField[];
  for (const field of JSON.parse(gone.fields) as ContactField[]) {
    if (!fields.some(({ name, value }) => name === field.name && value === field.value)) fields.push(field);
  }
  const otherName = kept.name !== '' && gone.name !== '' && gone.name !== kept.name ? gone.name : '';
  return {
    ...kept,
    name: kept.name === '' ? gone.name : kept.name,
    language: kept.language ?? gone.language,
    notes: [kept.notes, gone.notes, otherName].filter((part) => part !== '').join('\n'),
    fields: JSON.stringify(fields),
    blocked_at: kept.blocked_at ?? gone.blocked_at,
    created_at: Math.min(kept.created_at, gone.created_at),
  };
}

/** A name is one line that shows, whatever was pasted. */
function cleanName(name: string): string {
  return (
    name
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control and zero-width characters are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim()
      .slice(0, MAX_NAME_LENGTH)
      .toWellFormed()
  );
}

function cleanField({ name, value }: ContactField): ContactField {
  return { name: cleanName(name), value: value.trim() };
}

function notFound(): Result<never> {
  return refuse('not-found', 'There is no such conversation.');
}
