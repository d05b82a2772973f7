import type { ConversationEventKind } from '../features/conversations/contract.ts';
import type { StatementSource } from './statements.ts';

export interface ConversationEventRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly at: number;
  readonly kind: ConversationEventKind;
  readonly detail: string | null;
  readonly author: string | null;
}

const COLUMNS = 'id, conversation_id, at, kind, detail, author';

/** What happened in a conversation beside texts, private notes among it. */
export function conversationEventsRepository(database: StatementSource) {
  const insert = database.prepare<[Omit<ConversationEventRow, 'id'>]>(
    `INSERT INTO conversation_events (conversation_id, at, kind, detail, author)
     VALUES (@conversation_id, @at, @kind, @detail, @author)`,
  );
  const byId = database.prepare<[number], ConversationEventRow>(
    `SELECT ${COLUMNS} FROM conversation_events WHERE id = ?`,
  );
  const between = database.prepare<[number, number, number], ConversationEventRow>(
    `SELECT ${COLUMNS} FROM conversation_events WHERE conversation_id = ? AND at >= ? AND at < ? ORDER BY at, id`,
  );
  const ofKinds = database.prepare<[string, number, number], ConversationEventRow>(
    `SELECT ${COLUMNS} FROM conversation_events INDEXED BY conversation_events_by_kind
     WHERE kind IN (SELECT value FROM json_each(?)) AND at >= ? ORDER BY at DESC LIMIT ?`,
  );
  const setDetail = database.prepare<[string, number]>('UPDATE conversation_events SET detail = ? WHERE id = ?');
  const remove = database.prepare<[number]>('DELETE FROM conversation_events WHERE id = ?');
  return {
    byId: (id: number): ConversationEventRow | null => byId.get(id) ?? null,
    add: (event: Omit<ConversationEventRow, 'id'>): ConversationEventRow => ({
      id: Number(insert.run(event).lastInsertRowid),
      ...event,
    }),
    /** From one instant up to, not including, another. */
    between: (conversationId: number, from: number, until: number): readonly ConversationEventRow[] =>
      between.all(conversationId, from, until),
    /** Of these kinds since an instant, the newest first. */
    ofKinds: (kinds: readonly ConversationEventKind[], since: number, limit: number): readonly ConversationEventRow[] =>
      ofKinds.all(JSON.stringify(kinds), since, limit),
    setDetail: (id: number, detail: string): void => void setDetail.run(detail, id),
    remove: (id: number): void => void remove.run(id),
  };
}
