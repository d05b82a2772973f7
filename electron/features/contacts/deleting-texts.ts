import type { StatementSource } from '../../core/db/statements.ts';

/** What came to an end: nothing waits to go out, and nobody has to decide about it. For a WHERE. */
export const SETTLED = `state IN ('received', 'sent', 'delivered', 'failed', 'expired', 'cancelled')`;

/** Takes out texts with all that hangs on them: what came from the network, parts, their words in the search index. */
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
