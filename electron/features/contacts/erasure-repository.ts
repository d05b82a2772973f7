import { ERASED_ENTRY } from '../../shared/appointments.ts';
import { deletingTexts, SETTLED } from './deleting-texts.ts';
import { Repository } from '../../core/db/repository.ts';

/** Tables with a number in them and nothing else that is worth keeping. */
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

/** Takes a person out of everything that is kept. What was done for them stays as a time and a thing, without whom. */
export class ErasureRepository extends Repository {
  readonly #ofNumber = OF_NUMBER.map((table) =>
    this.prepare<[string]>(`DELETE FROM ${table} WHERE ${NUMBER_COLUMN[table] ?? 'number'} = ?`),
  );
  readonly #messages = `(SELECT id FROM messages WHERE conversation_id IN ${CONVERSATIONS})`;
  readonly #groups = `(SELECT id FROM part_groups WHERE message_id IN ${this.#messages})`;
  readonly #statements = [
    // What was told other programs of them; what they keep is theirs to erase.
    `DELETE FROM webhook_deliveries WHERE instr(body, '"' || @number || '"') > 0`,
    // As they came from the network, with the number and the words.
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
  // Those of a chain as well: who was made one with somebody who was made one with them.
  readonly #merges = this.prepare<[{ id: number }]>(
    `WITH RECURSIVE merged (id) AS (
       SELECT @id UNION SELECT m.gone_id FROM contact_merges m JOIN merged ON m.kept_id = merged.id
       UNION SELECT m.kept_id FROM contact_merges m JOIN merged ON m.gone_id = merged.id)
     DELETE FROM contact_merges WHERE kept_id IN merged OR gone_id IN merged`,
  );
  readonly #ofImports = this.prepare<[{ id: number }]>('DELETE FROM contact_import_changes WHERE contact_id = @id');
  // A number that was somebody else's when a list was brought in.
  readonly #inImports = this.prepare<[string]>(
    `DELETE FROM contact_import_changes WHERE instr(coalesce(before, '') || after || consented, '"' || ? || '"') > 0`,
  );
  // Delivery reports are of no text that came in: the number stands in them with its digits swapped.
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

  /** All there are anywhere. */
  numbers(): readonly string[] {
    return this.#numbers.all().map(({ number }) => number);
  }

  /** A text to it is on its way this moment. */
  isSending(number: string): boolean {
    return this.#busy.get(number) !== undefined;
  }

  /** They are still to come, or something still to be collected. */
  isExpected(number: string, now: number): boolean {
    return this.#upcoming.get(number, now) !== undefined || this.#ordered.get(number) !== undefined;
  }

  /** Texts to and from a number that nothing will happen to any more, but for the last one of each conversation. */
  texts(number: string): readonly number[] {
    return this.#texts.all({ number }).map(({ id }) => id);
  }

  /** Inside a transaction. */
  text(id: number): void {
    return this.#deleteTexts([id]);
  }

  /** What still waits to go out to a number does not go out. Inside a transaction. */
  unsettled(number: string): void {
    this.#deleteTexts(this.#unsettled.all({ number }).map(({ id }) => id));
    this.#lastText.run({ number });
  }

  /** Inside a transaction. */
  number(number: string): void {
    for (const statement of this.#ofNumber) statement.run(number);
    for (const statement of this.#statements) statement.run({ number });
    this.#reports.run(swappedDigits(number));
    this.#inImports.run(number);
    this.#discard.run(number);
    this.#forgetConsent.run(number);
    this.#keepAgain.run();
  }

  /** Inside a transaction. */
  contact(id: number): void {
    this.#merges.run({ id });
    this.#ofImports.run({ id });
    this.#remove.run(id);
  }

  /** What was deleted by `work` is gone from the log as well; the search indexes take words out at once. */
  forGood<T>(work: () => T): T {
    const answer = work();
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    return answer;
  }
}

/** As an address field of a TPDU holds them (3GPP TS 23.040, 9.1.2.5). */
function swappedDigits(number: string): string {
  const digits = number.replace(/\D/g, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}F`;
  return even.replace(/(.)(.)/g, '$2$1');
}
