import { notFound } from '../../shared/not-found.ts';
import { MOST_FIELDS } from '../../shared/contacts.ts';
import type { ConversationSnapshot } from '../conversations/contract.ts';
import type { ContactField, ContactDto, contactsContract } from './contract.ts';
import type { Input } from '../../shared/contract.ts';
import { conversationId, lineId, messageId, rowOf } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ContactRow } from './repository.ts';
import type { ConversationRow } from '../conversations/repository.ts';
import { isZone } from '../opening-hours/wall-hours.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishConversation, publishMessages } from '../conversations/publish.ts';
import { restoreStatus, undoRecordOf } from '../conversations/undo-record.ts';
import { toContactDto } from './contact-dto.ts';
import type { ErasureRegister } from './erasure-register.ts';
import { fieldsOf } from './contact-aggregate.ts';
import { cleanName } from './names.ts';
import { logEvent } from '../conversations/event-log.ts';

/** What the shop knows of its customers. */
export class Contacts {
  readonly #context: DeskContext;
  readonly #erased: ErasureRegister;

  constructor(context: DeskContext, erased: ErasureRegister) {
    this.#context = context;
    this.#erased = erased;
  }

  /** The customer of a conversation, even if nothing is known of them yet. */
  get(id: string): Result<ContactDto> {
    const row = this.#conversation(id);
    if (row === null) return notFound('conversation');
    const contact = this.#context.store.contacts.ofNumber(row.number);
    return ok(contact === null ? this.#stranger(row) : this.#toDto(contact));
  }

  change(id: string, change: Input<typeof contactsContract, 'contacts.change'>['change']): Result<ContactDto> {
    const { store } = this.#context;
    const row = this.#conversation(id);
    if (row === null) return notFound('conversation');
    if (change.zone != null && !isZone(change.zone)) return refuse('bad-input.time-zone');
    const before = store.contacts.ofNumber(row.number);
    if (
      change.field !== undefined &&
      withField(before === null ? [] : fieldsOf(before), change.field).length > MOST_FIELDS
    )
      return refuse('bad-input.most-fields', { most: MOST_FIELDS });
    const contact = this.#context.unit(() => {
      const known = store.contacts.findOrCreate(row.number, this.#context.clock.now());
      // A customer who was erased, has written and is entered again is here again.
      this.#erased.forget(row.number);
      const { name, language, zone, notes, field } = change;
      const changed: ContactRow = {
        ...known,
        ...(name === undefined ? {} : { name: cleanName(name) }),
        ...(language === undefined ? {} : { language }),
        ...(zone === undefined ? {} : { zone }),
        ...(notes === undefined ? {} : { notes: notes.trim() }),
        ...(field === undefined ? {} : { fields: JSON.stringify(withField(fieldsOf(known), field)) }),
      };
      store.contacts.update(changed);
      return changed;
    });
    // In another time zone the quiet hours differ, so messages held for them are checked again.
    publishMessages(this.#context, change.zone === undefined ? [] : store.queue.releaseHeld(['quiet-hours']));
    this.#announce(contact.id);
    return ok(this.#toDto(contact));
  }

  /**
   * Somebody was named where a number was written down: for an appointment, an order. A customer without a name gets it.
   * Must run inside a unit of work.
   */
  learnName(number: string | null, name: string): void {
    const { store, clock } = this.#context;
    const learned = cleanName(name);
    if (number === null || learned === '' || (store.contacts.ofNumber(number)?.name ?? '') !== '') return;
    const known = store.contacts.findOrCreate(number, clock.now());
    this.#erased.forget(number);
    store.contacts.update({ ...known, name: learned });
    this.#announce(known.id);
  }

  /** Messages from a blocked number are kept, but nobody is asked to look at them. */
  block(
    id: string,
    blocked: boolean,
  ): Result<{ contact: ContactDto; before: readonly ConversationSnapshot[]; cancelledIds: readonly string[] }> {
    const { store, clock } = this.#context;
    const row = this.#conversation(id);
    if (row === null) return notFound('conversation');
    const [contact, before, cancelled] = this.#context.unit(() => {
      const known = store.contacts.findOrCreate(row.number, clock.now());
      const changed = { ...known, blocked_at: blocked ? clock.now() : null };
      store.contacts.update(changed);
      const conversations = store.conversations.ofContact(known.id);
      const snapshots = conversations.map((each) => store.conversations.byId(each)).filter((each) => each !== null);
      for (const conversation of conversations) {
        // After the number is unblocked, the conversation opens with the next message.
        if (blocked) {
          store.conversations.setStatus(conversation, 'closed', null);
          store.conversations.markRead(conversation);
        }
        logEvent(this.#context, conversation, blocked ? 'blocked' : 'unblocked');
      }
      const numbers = blocked ? store.contacts.numbers(known.id) : [];
      const taken = numbers.flatMap((number) => store.queue.cancelAutomatic(number, 'blocked'));
      publishMessages(this.#context, taken);
      return [changed, snapshots.map((each) => undoRecordOf(store, each)), taken] as const;
    });
    this.#announce(contact.id);
    return ok({ contact: this.#toDto(contact), before, cancelledIds: cancelled.map(messageId) });
  }

  /** Undoes a block, including the messages it canceled and the conversations it marked as read. */
  undoBlock({
    conversationId: id,
    snapshots,
    cancelledIds,
  }: Input<typeof contactsContract, 'contacts.undoBlock'>): Result<ContactDto> {
    const { store, clock } = this.#context;
    const row = this.#conversation(id);
    if (row === null) return notFound('conversation');
    const contact = this.#context.unit(() => {
      const known = store.contacts.findOrCreate(row.number, clock.now());
      const changed = { ...known, blocked_at: null };
      store.contacts.update(changed);
      const own = new Set(store.conversations.ofContact(known.id));
      for (const snapshot of snapshots) {
        const conversation = store.conversations.byId(rowOf('conversation', snapshot.id) ?? 0);
        if (conversation === null || !own.has(conversation.id)) continue;
        if (restoreStatus(store, conversation, snapshot))
          store.conversations.setUnread(conversation.id, snapshot.unread, snapshot.readUpTo);
      }
      const messages = cancelledIds.map((each) => rowOf('message', each)).filter((each) => each !== null);
      for (const conversation of own) logEvent(this.#context, conversation, 'unblocked');
      publishMessages(this.#context, store.queue.revive(messages, 'blocked', clock.now()));
      return changed;
    });
    this.#announce(contact.id);
    return ok(this.#toDto(contact));
  }

  /**
   * Moves everything of the second customer to the first.
   * @param keepId the id of a conversation or of a contact, as is `goneId`
   */
  merge(keepId: string, goneId: string): Result<{ mergeId: number; contact: ContactDto }> {
    const merged = this.#context.unit(() => this.#mergeOf(keepId, goneId));
    if (!merged.ok) return merged;
    this.#announce(merged.value.contact.id);
    return ok({ mergeId: merged.value.mergeId, contact: this.#toDto(merged.value.contact) });
  }

  /** What a merge would result in; nothing is changed. */
  previewMerge(keepId: string, goneId: string): Result<ContactDto> {
    return this.#context.unit(() => {
      const merged = this.#mergeOf(keepId, goneId);
      return merged.ok ? ok(this.#toDto(merged.value.contact)) : merged;
    }, true);
  }

  /** Call it inside a unit of work. */
  #mergeOf(keepId: string, goneId: string): Result<{ readonly mergeId: number; readonly contact: ContactRow }> {
    const { store, clock } = this.#context;
    const [kept, gone] = [this.#contactOf(keepId), this.#contactOf(goneId)];
    if (kept === null || gone === null) return notFound('conversation');
    if (kept.id === gone.id) return refuse('bad-input.same-customer');
    if ((kept.blocked_at === null) !== (gone.blocked_at === null)) return refuse('one-blocked');
    const contact = mergedContact(kept, gone);
    const tags = { kept: store.contacts.tags(kept.id), gone: store.contacts.tags(gone.id) };
    const before = { kept, gone, goneNumbers: store.contacts.numbers(gone.id), merged: contact, tags };
    const mergeId = store.contacts.merge(before, clock.now());
    return ok({ mergeId, contact });
  }

  /** The contact with this id, or the customer of the conversation with this id, who is added if they are not there yet. */
  #contactOf(id: string): ContactRow | null {
    const { store, clock } = this.#context;
    const contact = rowOf('contact', id);
    if (contact !== null) return store.contacts.byId(contact);
    const conversation = this.#conversation(id);
    return conversation === null ? null : store.contacts.findOrCreate(conversation.number, clock.now());
  }

  unmerge(mergeId: number): Result<ContactDto> {
    const { store } = this.#context;
    const two = this.#context.unit(() => store.contacts.unmerge(mergeId));
    if (two === 'later first') return refuse('too-late.merged-since');
    const kept = two === null ? null : store.contacts.byId(two.kept);
    if (two === null || kept === null) return refuse('too-late.undone');
    this.#announce(two.kept);
    this.#announce(two.gone);
    return ok(this.#toDto(kept));
  }

  /** The customer of a number about which nobody has entered anything. */
  #stranger(row: ConversationRow): ContactDto {
    const shown = displayNumber(row.number, this.#context.country());
    return {
      id: null,
      name: '',
      language: null,
      zone: null,
      notes: '',
      fields: [],
      blockedAt: null,
      birthday: null,
      tagIds: [],
      createdAt: null,
      numbers: [{ number: row.number, label: '', displayNumber: shown, optedOut: row.opted_out === 1 }],
      conversations: [{ id: conversationId(row.id), displayNumber: shown, lineId: lineId(row.line_id) }],
      texts: this.#context.store.messages.countsOf([row.id]),
    };
  }

  #announce(contact: number): void {
    const row = this.#context.store.contacts.byId(contact);
    if (row !== null) this.#context.events.emit({ type: 'contact.changed', value: this.#toDto(row) });
    for (const id of this.#context.store.conversations.ofContact(contact)) publishConversation(this.#context, id);
  }

  #toDto(contact: ContactRow): ContactDto {
    return toContactDto(this.#context, contact);
  }

  #conversation(id: string): ConversationRow | null {
    const row = rowOf('conversation', id);
    return row === null ? null : this.#context.store.conversations.byId(row);
  }
}

/** What the kept contact lacks comes from the other, so that nothing known of either is lost. */
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
    zone: kept.zone ?? gone.zone,
    birthday: kept.birthday ?? gone.birthday,
    notes: [kept.notes, gone.notes, otherName].filter((part) => part !== '').join('\n'),
    fields: JSON.stringify(fields),
    blocked_at: kept.blocked_at ?? gone.blocked_at,
    created_at: Math.min(kept.created_at, gone.created_at),
  };
}

/** Replaces the field of that name in its place, or adds it behind the others. */
function withField(
  fields: readonly ContactField[],
  { name, value }: { readonly name: string; readonly value: string | null },
): readonly ContactField[] {
  const cleaned = cleanName(name);
  const at = fields.findIndex((field) => field.name.toLowerCase() === cleaned.toLowerCase());
  if (value === null) return at < 0 ? fields : fields.toSpliced(at, 1);
  const field = { name: at < 0 ? cleaned : (fields[at] as ContactField).name, value: value.trim() };
  return at < 0 ? [...fields, field] : fields.with(at, field);
}
