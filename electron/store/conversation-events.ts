import type { Database } from './sqlite.ts';

export interface ConversationEventRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly at: number;
  readonly kind: string;
}

/** What happened in a conversation beside texts: missed calls. */
export function conversationEventsRepository(database: Database) {
  const insert = database.prepare<[number, number, string]>(
    'INSERT INTO conversation_events (conversation_id, at, kind) VALUES (?, ?, ?)',
  );
  const between = database.prepare<[number, number, number], ConversationEventRow>(
    `SELECT id, conversation_id, at, kind FROM conversation_events
     WHERE conversation_id = ? AND at >= ? AND at < ? ORDER BY at, id`,
  );
  return {
    add: (conversationId: number, at: number, kind: string): number =>
      Number(insert.run(conversationId, at, kind).lastInsertRowid),
    /** From one instant up to, not including, another. */
    between: (conversationId: number, from: number, until: number): readonly ConversationEventRow[] =>
      between.all(conversationId, from, until),
  };
}
