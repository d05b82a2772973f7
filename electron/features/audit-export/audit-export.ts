import { notFound } from '../../shared/not-found.ts';
import { rowOf } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ProofEntryDto, ProofDto } from './contract.ts';
import { toCsv } from '../../shared/csv.ts';
import type { DeskContext } from '../../core/context.ts';
import { reasonOf } from '../messaging/reasons.ts';
import { sealed, shortSeal } from './chain.ts';

const MOST = 20_000;
export const PROOF_COLUMNS = ['at', 'what', 'text', 'state', 'references', 'by', 'seal'] as const;

/**
 * Everything that was said to and heard from one number, with consent and the network's references and reports, to show to
 * whoever asks for proof.
 */
export class AuditExport {
  readonly #context: DeskContext;
  readonly #shopName: () => string;

  constructor(context: DeskContext, shopName: () => string) {
    this.#context = context;
    this.#shopName = shopName;
  }

  /** @param number one of the customer's numbers */
  of(contactId: string, number: string): Result<ProofDto> {
    const { store, clock } = this.#context;
    const row = rowOf('contact', contactId);
    const contact = row === null ? null : store.contacts.byId(row);
    if (contact === null || !store.contacts.numbers(contact.id).includes(number)) return notFound('customer');
    const now = clock.now();
    const head: ProofEntryDto = {
      at: now,
      what: 'proof',
      text: `${this.#shopName()}: everything kept of ${number} by then`,
      state: '',
      references: '',
      by: '',
    };
    const entries = [
      head,
      ...[...this.#consent(number), ...this.#texts(contact.id, number), ...this.#events(contact.id, number)].toSorted(
        (a, b) => a.at - b.at,
      ),
    ];
    const rows = sealed(
      entries.map(({ at, what, text, state, references, by }) => [
        new Date(at).toISOString(),
        what,
        text,
        state,
        references,
        by,
      ]),
    );
    return ok({
      who: contact.name,
      number,
      entries,
      seal: shortSeal(rows.at(-1)?.at(-1) ?? ''),
      table: toCsv([PROOF_COLUMNS, ...rows]),
    });
  }

  #consent(number: string): readonly ProofEntryDto[] {
    return this.#context.store.consent.ofNumber(number, MOST).map((event) => ({
      at: event.at,
      what: `consent: ${event.purpose}`,
      text: event.wording,
      state: event.state,
      references: event.message_id === null ? '' : `text ${event.message_id}`,
      by: [event.source, event.author].filter(Boolean).join(', '),
    }));
  }

  #conversations(contact: number, number: string): readonly number[] {
    const { store } = this.#context;
    return store.conversations.ofContact(contact).filter((id) => store.conversations.byId(id)?.number === number);
  }

  #texts(contact: number, number: string): readonly ProofEntryDto[] {
    const { store } = this.#context;
    return this.#conversations(contact, number)
      .flatMap((id) => store.messages.ofConversation(id, Number.MAX_SAFE_INTEGER, MOST))
      .map((text) => ({
        at: text.received_at ?? text.sent_at ?? text.created_at,
        what: text.direction === 'in' ? 'text from the customer' : `text to the customer: ${text.purpose}`,
        text: text.text,
        state: [text.state, reasonOf(text.reason)?.sentence].filter(Boolean).join(': '),
        references: [`text ${text.id}`, ...store.parts.details(text.id).map(partWords)].join('; '),
        by: text.source ?? '',
      }));
  }

  /** Notes are left out, since they are the shop's own. */
  #events(contact: number, number: string): readonly ProofEntryDto[] {
    const { store } = this.#context;
    return this.#conversations(contact, number)
      .flatMap((id) => store.conversationEvents.between(id, 0, Number.MAX_SAFE_INTEGER))
      .filter(({ kind }) => kind !== 'note')
      .map((event) => ({
        at: event.at,
        what: event.kind,
        text: '',
        state: '',
        references: event.detail ?? '',
        by: event.author ?? '',
      }));
  }
}

/** A part of a message as the network knew it. */
function partWords(part: {
  readonly sequence: number;
  readonly reference: number | null;
  readonly sent_at: number | null;
  readonly delivered_at: number | null;
  readonly status: number | null;
}): string {
  const told = [
    part.reference === null ? null : `reference ${part.reference}`,
    part.sent_at === null ? null : `sent ${new Date(part.sent_at).toISOString()}`,
    part.delivered_at === null ? null : `delivered ${new Date(part.delivered_at).toISOString()}`,
    part.status === null ? null : `status ${part.status}`,
  ].filter((each) => each !== null);
  return `part ${part.sequence}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
}
