import { notFound } from '../../shared/not-found.ts';
import { rowOf } from '../../shared/ids.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { DeskContext } from '../../core/context.ts';
import { LONGEST_APPOINTMENT_NAME, type Repeat } from '../../shared/appointments.ts';

/** What the counter enters to book an appointment. */
export interface Booking {
  readonly conversationId: string | null;
  /** The number as it is written, used if there is no conversation. Empty if nobody is texted. */
  readonly number: string;
  readonly name: string;
  readonly serviceId: string;
  /** Null for whoever is free. */
  readonly resourceId: string | null;
  readonly date: string;
  readonly time: string;
  /** How long it lasts; null for as long as the service. */
  readonly minutes?: number | null | undefined;
  readonly note: string;
  /** Null if it does not repeat. */
  readonly repeat?: Repeat | null | undefined;
  /** Whether the customer is told by text. */
  readonly tell: boolean;
}

/** Finds who comes, either by a conversation or by the number and name given. */
export class BookedCustomer {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** @returns the number to text, null for nobody, and the name */
  of({
    conversationId: id,
    number,
    name,
  }: Pick<Booking, 'conversationId' | 'number' | 'name'>): Result<{ number: string | null; name: string }> {
    const { store } = this.#context;
    const given = name.trim().slice(0, LONGEST_APPOINTMENT_NAME);
    if (id !== null) {
      const row = rowOf('conversation', id);
      const conversation = row === null ? null : store.conversations.byId(row);
      if (conversation === null) return notFound('conversation');
      return ok({
        number: conversation.number,
        name: given || (conversation.name ?? '').slice(0, LONGEST_APPOINTMENT_NAME),
      });
    }
    if (number.trim() === '') return given === '' ? refuse('nobody') : ok({ number: null, name: given });
    const party = parseRecipient(number, this.#context.country());
    if (party?.kind !== 'phone') return refuse('bad-number');
    const known = store.contacts.ofNumber(party.value)?.name ?? '';
    return ok({ number: party.value, name: given || known.slice(0, LONGEST_APPOINTMENT_NAME) });
  }
}
