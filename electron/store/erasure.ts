import { ERASED_ENTRY } from './appointments.ts';
import { deletingTexts, SETTLED } from './deleting-texts.ts';
import type { StatementSource } from './statements.ts';

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

/** Takes a person out of everything that is kept. What was done for him stays as a time and a thing, without whom. */
export function erasureRepository(database: StatementSource) {
  const ofNumber = OF_NUMBER.map((table) =>
    database.prepare<[string]>(`DELETE FROM ${table} WHERE ${NUMBER_COLUMN[table] ?? 'number'} = ?`),
  );
  const conversations = '(SELECT id FROM conversations WHERE number = @number)';
  const messages = `(SELECT id FROM messages WHERE conversation_id IN ${conversations})`;
  const groups = `(SELECT id FROM part_groups WHERE message_id IN ${messages})`;
  const statements = [
    // What was told other programs of him; what they keep is theirs to erase.
    `DELETE FROM webhook_deliveries WHERE instr(body, '"' || @number || '"') > 0`,
    // As they came from the network, with the number and the words.
    `DELETE FROM received_pdus WHERE message_id IN ${messages} OR group_id IN ${groups}`,
    `DELETE FROM part_groups WHERE message_id IN ${messages}`,
    `DELETE FROM conversations WHERE number = @number`,
    `UPDATE appointments SET number = NULL, name = '', note = '', seen = CASE WHEN uid IS NULL THEN NULL ELSE '${ERASED_ENTRY}' END WHERE number = @number`,
    `UPDATE orders SET number = NULL, name = '', note = '' WHERE number = @number`,
    `UPDATE payments SET number = NULL, reason = '' WHERE number = @number`,
    `DELETE FROM refill_offers WHERE entry_id IN (SELECT id FROM waiting_list WHERE number = @number)`,
    `DELETE FROM waiting_list WHERE number = @number`,
  ].map((sql) => database.prepare<[{ number: string }]>(sql));
  const texts = database.prepare<[{ number: string }], { id: number }>(
    `SELECT m.id FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE c.number = @number AND m.id IS NOT c.last_message_id AND ${SETTLED} ORDER BY m.id`,
  );
  const unsettled = database.prepare<[{ number: string }], { id: number }>(
    `SELECT id FROM messages WHERE conversation_id IN ${conversations} AND NOT (${SETTLED})`,
  );
  const lastText = database.prepare<[{ number: string }]>(
    'UPDATE conversations SET last_message_id = (SELECT max(id) FROM messages WHERE conversation_id = conversations.id) WHERE number = @number',
  );
  const deleteTexts = deletingTexts(database);
  const letGo = database.prepare<[string]>('INSERT INTO erasing (number) VALUES (?) ON CONFLICT DO NOTHING');
  const forgetConsent = database.prepare<[string]>('DELETE FROM consent_events WHERE number = ?');
  const keepAgain = database.prepare('DELETE FROM erasing');
  // Those of a chain as well: who was made one with somebody who was made one with him.
  const merges = database.prepare<[{ id: number }]>(
    `WITH RECURSIVE his (id) AS (
       SELECT @id UNION SELECT m.gone_id FROM contact_merges m JOIN his ON m.kept_id = his.id
       UNION SELECT m.kept_id FROM contact_merges m JOIN his ON m.gone_id = his.id)
     DELETE FROM contact_merges WHERE kept_id IN his OR gone_id IN his`,
  );
  const ofImports = database.prepare<[{ id: number }]>('DELETE FROM contact_import_changes WHERE contact_id = @id');
  // A number that was somebody else's when a list was brought in.
  const inImports = database.prepare<[string]>(
    `DELETE FROM contact_import_changes WHERE instr(coalesce(before, '') || after || consented, '"' || ? || '"') > 0`,
  );
  // Delivery reports are of no text that came in: the number stands in them with its digits swapped.
  const reports = database.prepare<[string]>(
    'DELETE FROM received_pdus WHERE message_id IS NULL AND group_id IS NULL AND instr(pdu, ?) > 0',
  );
  const remove = database.prepare<[number]>('DELETE FROM contacts WHERE id = ?');
  const busy = database.prepare<[string], { n: number }>(
    `SELECT 1 AS n FROM messages WHERE number = ? AND direction = 'out' AND state = 'sending' LIMIT 1`,
  );
  const upcoming = database.prepare<[string, number], { n: number }>(
    `SELECT 1 AS n FROM appointments WHERE number = ? AND state IN ('booked', 'confirmed', 'moving') AND ends_at > ? LIMIT 1`,
  );
  const ordered = database.prepare<[string], { n: number }>(
    'SELECT 1 AS n FROM orders WHERE number = ? AND over_at IS NULL LIMIT 1',
  );
  const numbers = database.prepare<[], { number: string }>(
    `SELECT number FROM contact_numbers UNION SELECT number FROM conversations
     UNION SELECT number FROM appointments WHERE number IS NOT NULL UNION SELECT number FROM orders WHERE number IS NOT NULL
     UNION SELECT number FROM waiting_list WHERE number IS NOT NULL`,
  );
  return {
    /** All there are anywhere. */
    numbers: (): readonly string[] => numbers.all().map(({ number }) => number),
    /** A text to it is on its way this moment. */
    isSending: (number: string): boolean => busy.get(number) !== undefined,
    /** He is still to come, or something still to be collected. */
    isExpected: (number: string, now: number): boolean =>
      upcoming.get(number, now) !== undefined || ordered.get(number) !== undefined,
    /** Texts to and from a number that nothing will happen to any more, but for the last one of each conversation. */
    texts: (number: string): readonly number[] => texts.all({ number }).map(({ id }) => id),
    /** Inside a transaction. */
    text: (id: number): void => deleteTexts([id]),
    /** What still waits to go out to a number does not go out. Inside a transaction. */
    unsettled(number: string): void {
      deleteTexts(unsettled.all({ number }).map(({ id }) => id));
      lastText.run({ number });
    },
    /** Inside a transaction. */
    number(number: string): void {
      for (const statement of ofNumber) statement.run(number);
      for (const statement of statements) statement.run({ number });
      reports.run(swappedDigits(number));
      inImports.run(number);
      letGo.run(number);
      forgetConsent.run(number);
      keepAgain.run();
    },
    /** Inside a transaction. */
    contact(id: number): void {
      merges.run({ id });
      ofImports.run({ id });
      remove.run(id);
    },
    /** What was deleted by `work` is gone from the log as well; the search indexes take words out at once. */
    forGood<T>(work: () => T): T {
      const answer = work();
      database.pragma('wal_checkpoint(TRUNCATE)');
      return answer;
    },
  };
}

/** As an address field of a TPDU holds them (3GPP TS 23.040, 9.1.2.5). */
function swappedDigits(number: string): string {
  const digits = number.replace(/\D/g, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}F`;
  return even.replace(/(.)(.)/g, '$2$1');
}
