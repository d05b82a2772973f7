import type { ConversationEventKind } from './contract.ts';
import { Repository } from '../../core/db/repository.ts';

export interface ConversationEventRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly at: number;
  readonly kind: ConversationEventKind;
  readonly detail: string | null;
  readonly author: string | null;
}

const COLUMNS = 'id, conversation_id, at, kind, detail, author';

/** Keeps the events of conversations other than messages, including private notes. */
export class ConversationEventsRepository extends Repository {
  readonly #insert = this.prepare<[Omit<ConversationEventRow, 'id'>]>(
    `INSERT INTO conversation_events (conversation_id, at, kind, detail, author)
     VALUES (@conversation_id, @at, @kind, @detail, @author)`,
  );
  readonly #byId = this.prepare<[number], ConversationEventRow>(
    `SELECT ${COLUMNS} FROM conversation_events WHERE id = ?`,
  );
  readonly #between = this.prepare<[number, number, number], ConversationEventRow>(
    `SELECT ${COLUMNS} FROM conversation_events WHERE conversation_id = ? AND at >= ? AND at < ? ORDER BY at, id`,
  );
  readonly #ofKinds = this.prepare<[string, number, number], ConversationEventRow>(
    `SELECT ${COLUMNS} FROM conversation_events INDEXED BY conversation_events_by_kind
     WHERE kind IN (SELECT value FROM json_each(?)) AND at >= ? ORDER BY at DESC LIMIT ?`,
  );
  readonly #setDetail = this.prepare<[string, number]>('UPDATE conversation_events SET detail = ? WHERE id = ?');
  readonly #remove = this.prepare<[number]>('DELETE FROM conversation_events WHERE id = ?');

  byId(id: number): ConversationEventRow | null {
    return this.#byId.get(id) ?? null;
  }

  add(event: Omit<ConversationEventRow, 'id'>): ConversationEventRow {
    return {
      id: Number(this.#insert.run(event).lastInsertRowid),
      ...event,
    };
  }

  /** The events from one instant up to, but not including, another. */
  between(conversationId: number, from: number, until: number): readonly ConversationEventRow[] {
    return this.#between.all(conversationId, from, until);
  }

  /** The events of these kinds since an instant, the newest first. */
  ofKinds(kinds: readonly ConversationEventKind[], since: number, limit: number): readonly ConversationEventRow[] {
    return this.#ofKinds.all(JSON.stringify(kinds), since, limit);
  }

  setDetail(id: number, detail: string): void {
    this.#setDetail.run(detail, id);
  }

  remove(id: number): void {
    this.#remove.run(id);
  }
}
