import type { ConsentEventSource, ConsentPurpose } from './contract.ts';
import { Repository } from '../../core/db/repository.ts';

export interface ConsentEventRow {
  readonly id: number;
  readonly number: string;
  readonly purpose: ConsentPurpose;
  readonly state: 'granted' | 'withdrawn';
  readonly source: ConsentEventSource;
  readonly wording: string;
  readonly message_id: number | null;
  readonly author: string | null;
  readonly at: number;
}

/** The ledger of who agreed to be texted and who opted out. Entries are only ever added. */
export class ConsentRepository extends Repository {
  readonly #add = this.prepare<[Omit<ConsentEventRow, 'id'>]>(
    `INSERT INTO consent_events (number, purpose, state, source, wording, message_id, author, at)
     VALUES (@number, @purpose, @state, @source, @wording, @message_id, @author, @at)`,
  );
  readonly #ofNumber = this.prepare<[string, number], ConsentEventRow>(
    `SELECT id, number, purpose, state, source, wording, message_id, author, at FROM consent_events
     WHERE number = ? ORDER BY id DESC LIMIT ?`,
  );
  readonly #states = this.prepare<[string], Pick<ConsentEventRow, 'purpose' | 'state'>>(
    'SELECT purpose, state FROM consent_events WHERE number = ? ORDER BY id DESC',
  );
  readonly #ask = this.prepare<[string, number, number, number]>(
    `INSERT INTO consent_questions (number, conversation_id, message_id, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (number) DO NOTHING`,
  );
  readonly #question = this.prepare<[string], { message_id: number; at: number }>(
    'SELECT message_id, at FROM consent_questions WHERE number = ?',
  );
  readonly #settle = this.prepare<[string]>('DELETE FROM consent_questions WHERE number = ?');

  add(event: Omit<ConsentEventRow, 'id'>): void {
    this.#add.run(event);
  }

  /** The newest first. */
  ofNumber(number: string, limit: number): readonly ConsentEventRow[] {
    return this.#ofNumber.all(number, limit);
  }

  /**
   * Whether the ledger allows a purpose. Offers need a consent that was not taken back since; the rest only must not have been
   * taken back. A customer who wants messages again gets everything back except offers.
   */
  wants(number: string, purpose: Exclude<ConsentPurpose, 'all'>): boolean {
    for (const entry of this.#states.iterate(number)) {
      if (entry.purpose === purpose) return entry.state === 'granted';
      if (entry.purpose !== 'all') continue;
      if (purpose === 'offer' && entry.state === 'withdrawn') return false;
      if (purpose !== 'offer' && entry.state === 'granted') return true;
    }
    return purpose !== 'offer';
  }

  /** Notes a message that may ask for no more. The first one stands until a person has decided. */
  ask(number: string, conversation: number, message: number, at: number): void {
    this.#ask.run(number, conversation, message, at);
  }

  /** Returns the message a person has to decide about; null if there is none. */
  question(number: string): { readonly message_id: number; readonly at: number } | null {
    return this.#question.get(number) ?? null;
  }

  /** Returns true if there was a question. */
  settle(number: string): boolean {
    return this.#settle.run(number).changes > 0;
  }
}
