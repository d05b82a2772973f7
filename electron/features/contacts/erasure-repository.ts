import { ERASED_ENTRY } from '../../shared/appointments.ts';
import { deletingTexts, SETTLED } from './deleting-texts.ts';
import { Repository } from '../../core/db/repository.ts';

/** Tables whose rows hold a number and nothing else that is worth keeping. */
const OF_NUMBER = [
  'consent_questions',
  'open_questions',
  'closed_answers',
  'concatenation_references',
  'recurring_texts',
  'group_text_receivers',
  'survey_runs',
  'early_reports',
] as const;
const NUMBER_COLUMN: Readonly<Partial<Record<(typeof OF_NUMBER)[number], string>>> = { early_reports: 'recipient' };

const CONVERSATIONS = '(SELECT id FROM conversations WHERE number = @number)';

/**
 * Removes a person from everything that is kept. What was done for them remains as a time and a kind of event, without a person.
 */
export class ErasureRepository extends Repository {
  readonly #ofNumber = OF_NUMBER.map((table) =>
    this.prepare<[string]>(`DELETE FROM ${table} WHERE ${NUMBER_COLUMN[table] ?? 'number'} = ?`),
  );
  readonly #messages = `(SELECT id FROM messages WHERE conversation_id IN ${CONVERSATIONS})`;
  readonly #groups = `(SELECT id FROM part_groups WHERE message_id IN ${this.#messages})`;
  readonly #statements = [
    // What was told other programs of them; what they keep is theirs to erase.
    `DELETE FROM webhook_deliveries WHERE instr(body, '"' || @number || '"') > 0`,
    // These hold the messages as they came from the network, with the number and the words.
    `DELETE FROM received_pdus WHERE message_id IN ${this.#messages} OR group_id IN ${this.#groups}`,
    `DELETE FROM part_groups WHERE message_id IN ${this.#messages}`,
    `DELETE FROM conversations WHERE number = @number`,
    `UPDATE appointments SET number = NULL, name = '', note = '', seen = CASE WHEN uid IS NULL THEN NULL ELSE '${ERASED_ENTRY}' END WHERE number = @number`,
    `UPDATE orders SET number = NULL, name = '', note = '' WHERE number = @number`,
    `UPDATE payments SET number = NULL, reason = '' WHERE number = @number`,
    `DELETE FROM refill_offers WHERE entry_id IN (SELECT id FROM waiting_list WHERE number = @number)`,
    `DELETE FROM waiting_list WHERE number = @number`,
  ].map((sql) => this.prepare<[{ number: string }]>(sql));
  readonly #texts = this.prepare<[{ number: string }], { id: number }>(
    `SELECT m.id FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE c.number = @number AND m.id IS NOT c.last_message_id AND ${SETTLED} ORDER BY m.id`,
  );
  readonly #unsettled = this.prepare<[{ number: string }], { id: number }>(
    `SELECT id FROM messages WHERE conversation_id IN ${CONVERSATIONS} AND NOT (${SETTLED})`,
  );
  readonly #lastText = this.prepare<[{ number: string }]>(
    'UPDATE conversations SET last_message_id = (SELECT max(id) FROM messages WHERE conversation_id = conversations.id) WHERE number = @number',
  );
  readonly #deleteTexts = deletingTexts(this.database);
  readonly #discard = this.prepare<[string]>('INSERT INTO erasing (number) VALUES (?) ON CONFLICT DO NOTHING');
  readonly #forgetConsent = this.prepare<[string]>('DELETE FROM consent_events WHERE number = ?');
  readonly #keepAgain = this.prepare('DELETE FROM erasing');
  // This includes chains of merges: customers merged with somebody who was merged with them.
  readonly #merges = this.prepare<[{ id: number }]>(
    `WITH RECURSIVE merged (id) AS (
       SELECT @id UNION SELECT m.gone_id FROM contact_merges m JOIN merged ON m.kept_id = merged.id
       UNION SELECT m.kept_id FROM contact_merges m JOIN merged ON m.gone_id = merged.id)
     DELETE FROM contact_merges WHERE kept_id IN merged OR gone_id IN merged`,
  );
  readonly #ofImports = this.prepare<[{ id: number }]>('DELETE FROM contact_import_changes WHERE contact_id = @id');
  // The number may have belonged to somebody else when a list was imported.
  readonly #inImports = this.prepare<[string]>(
    `DELETE FROM contact_import_changes WHERE instr(coalesce(before, '') || after || consented, '"' || ? || '"') > 0`,
  );
  // Delivery reports belong to no received message; they hold the number with its digits swapped.
  readonly #reports = this.prepare<[string]>(
    'DELETE FROM received_pdus WHERE message_id IS NULL AND group_id IS NULL AND instr(pdu, ?) > 0',
  );
  readonly #remove = this.prepare<[number]>('DELETE FROM contacts WHERE id = ?');
  readonly #busy = this.prepare<[string], { n: number }>(
    `SELECT 1 AS n FROM messages WHERE number = ? AND direction = 'out' AND state = 'sending' LIMIT 1`,
  );
  readonly #upcoming = this.prepare<[string, number], { n: number }>(
    `SELECT 1 AS n FROM appointments WHERE number = ? AND state IN ('booked', 'confirmed', 'moving') AND ends_at > ? LIMIT 1`,
  );
  readonly #ordered = this.prepare<[string], { n: number }>(
    'SELECT 1 AS n FROM orders WHERE number = ? AND over_at IS NULL LIMIT 1',
  );
  readonly #numbers = this.prepare<[], { number: string }>(
    `SELECT number FROM contact_numbers UNION SELECT number FROM conversations
     UNION SELECT number FROM appointments WHERE number IS NOT NULL UNION SELECT number FROM orders WHERE number IS NOT NULL
     UNION SELECT number FROM waiting_list WHERE number IS NOT NULL`,
  );

  /** All numbers in the data. */
  numbers(): readonly string[] {
    return this.#numbers.all().map(({ number }) => number);
  }

  /** Whether a message to this number is being sent right now. */
  isSending(number: string): boolean {
    return this.#busy.get(number) !== undefined;
  }

  /** Whether they have an appointment to come, or an order that is still to be collected. */
  isExpected(number: string, now: number): boolean {
    return this.#upcoming.get(number, now) !== undefined || this.#ordered.get(number) !== undefined;
  }

  /** The messages to and from a number that have come to an end, except the last one of each conversation. */
  texts(number: string): readonly number[] {
    return this.#texts.all({ number }).map(({ id }) => id);
  }

  /** Call it inside a transaction. */
  text(id: number): void {
    return this.#deleteTexts([id]);
  }

  /** Deletes what still waits to go out to a number, so that it is not sent. Call it inside a transaction. */
  unsettled(number: string): void {
    this.#deleteTexts(this.#unsettled.all({ number }).map(({ id }) => id));
    this.#lastText.run({ number });
  }

  /** Call it inside a transaction. */
  number(number: string): void {
    for (const statement of this.#ofNumber) statement.run(number);
    for (const statement of this.#statements) statement.run({ number });
    this.#reports.run(swappedDigits(number));
    this.#inImports.run(number);
    this.#discard.run(number);
    this.#forgetConsent.run(number);
    this.#keepAgain.run();
  }

  /** Call it inside a transaction. */
  contact(id: number): void {
    this.#merges.run({ id });
    this.#ofImports.run({ id });
    this.#remove.run(id);
  }

  /** What `work` deletes also disappears from the database's log; the search indexes remove words at once. */
  forGood<T>(work: () => T): T {
    const answer = work();
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    return answer;
  }
}

/** The digits as an address field of a TPDU holds them (3GPP TS 23.040, 9.1.2.5). */
function swappedDigits(number: string): string {
  const digits = number.replace(/\D/g, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}F`;
  return even.replace(/(.)(.)/g, '$2$1');
}
