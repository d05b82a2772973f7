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

/** Who agreed to being texted, or asked for an end of it: a ledger that is only ever added to. */
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
   * Whether the ledger lets a purpose through: offers where they were agreed to and nothing was taken back since, the rest
   * where it was not taken back. That somebody wants texts again brings back all but offers.
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

  /** A text may ask for no more: the first one stands until a person has decided. */
  ask(number: string, conversation: number, message: number, at: number): void {
    this.#ask.run(number, conversation, message, at);
  }

  /** The text a person has to decide about; null: none. */
  question(number: string): { readonly message_id: number; readonly at: number } | null {
    return this.#question.get(number) ?? null;
  }

  /** True: there was a question. */
  settle(number: string): boolean {
    return this.#settle.run(number).changes > 0;
  }
}
