import type { StatementSource } from '../../core/db/statements.ts';

/** A SQL condition for messages that have come to an end: they do not wait to go out, and nobody has to decide about them. */
export const SETTLED = `state IN ('received', 'sent', 'delivered', 'failed', 'expired', 'cancelled')`;

/** Deletes messages with everything that belongs to them: received PDUs, parts, and their words in the search index. */
export function deletingTexts(database: StatementSource): (ids: readonly number[]) => void {
  const statements = [
    `DELETE FROM received_pdus WHERE message_id IN (SELECT value FROM json_each(@ids))
       OR group_id IN (SELECT id FROM part_groups WHERE message_id IN (SELECT value FROM json_each(@ids)))`,
    'DELETE FROM part_groups WHERE message_id IN (SELECT value FROM json_each(@ids))',
    'DELETE FROM messages WHERE id IN (SELECT value FROM json_each(@ids))',
  ].map((sql) => database.prepare<[{ ids: string }]>(sql));
  return (ids) => {
    for (const statement of statements) statement.run({ ids: JSON.stringify(ids) });
  };
}
