import type { Statement } from '../../core/db/sqlite.ts';
import { Repository } from '../../core/db/repository.ts';
import {
  type ConversationRow,
  type PageKey,
  type ListFilter,
  type PageParameters,
  FEW,
  NEWEST,
  LONGEST,
  VIEWS,
  sortingOf,
  CONVERSATION_COLUMNS,
  CONVERSATION_JOINS,
} from './repository.ts';

type Counted = Record<'open' | 'snoozed' | 'closed' | 'waiting' | 'mine' | 'assigned' | 'operator', number>;
const NOTHING: Counted = { open: 0, snoozed: 0, closed: 0, waiting: 0, mine: 0, assigned: 0, operator: 0 };

/** Reads the lists of conversations that a window shows, a page at a time, and how many each holds. */
export class ConversationListsRepository extends Repository {
  // Each combination of filters has its own statement and therefore its own plan.
  readonly #pages = new Map<string, Statement<[PageParameters], ConversationRow>>();
  readonly #withTag = this.prepare<[number], { id: number }>(
    `SELECT conversation_id AS id FROM conversation_tags WHERE tag_id = ? LIMIT ${FEW + 1}`,
  );
  readonly #withAssignee = this.prepare<[number], { id: number }>(
    `SELECT id FROM conversations WHERE assignee_id = ? LIMIT ${FEW + 1}`,
  );
  readonly #counts = this.prepare<[{ agent: number }], Counted>(
    `SELECT (SELECT count(*) FROM conversations WHERE is_system = 0 AND status = 'open') AS open,
       (SELECT count(*) FROM conversations WHERE snoozed_until IS NOT NULL AND +is_system = 0) AS snoozed,
       (SELECT count(*) FROM conversations WHERE is_system = 0 AND status = 'closed') AS closed,
       (SELECT count(*) FROM conversations WHERE +status = 'open' AND waiting_since IS NOT NULL) AS waiting,
       (SELECT count(*) FROM conversations WHERE assignee_id = @agent AND +status = 'open' AND +is_system = 0) AS mine,
       (SELECT count(*) FROM conversations WHERE assignee_id IS NOT NULL AND +status = 'open' AND +is_system = 0) AS assigned,
       (SELECT count(*) FROM conversations WHERE is_system = 1 AND unread > 0) AS operator`,
  );
  readonly #tagCounts = this.prepare<[], { tag: number; n: number }>(
    `SELECT ct.tag_id AS tag, count(*) AS n FROM conversation_tags ct CROSS JOIN conversations c ON c.id = ct.conversation_id
     WHERE c.status = 'open' AND c.is_system = 0 GROUP BY ct.tag_id`,
  );

  /** The page that follows `after`. */
  page(filter: ListFilter, after: PageKey | null, limit: number): readonly ConversationRow[] {
    const start = { at: sortingOf(filter).direction === 'ASC' ? -1 : Number.MAX_SAFE_INTEGER, id: 0 };
    const { tag, assignee } = filter;
    const few = this.#fewOf(filter);
    return this.#pageBy(filter, few).all({ ...(after ?? start), limit, tag, assignee, few });
  }

  /** The key from which the next page continues if a page ends with this row. */
  keyOf(filter: ListFilter, row: ConversationRow): PageKey {
    const at = {
      [NEWEST.key]: row.last_activity_at,
      [LONGEST.key]: row.waiting_since ?? 8_000_000_000_000_000 - row.last_activity_at,
      'c.waiting_since': row.waiting_since ?? 0,
      'c.snoozed_until': row.snoozed_until ?? 0,
    }[sortingOf(filter).key];
    return { at: at ?? 0, id: row.id };
  }

  /** @param agent who works now, whose conversations are counted as `mine`; 0: nobody says */
  counts(agent = 0): Counted {
    return this.#counts.get({ agent }) ?? NOTHING;
  }

  /** The number of open conversations for each tag. */
  tagCounts(): ReadonlyMap<number, number> {
    return new Map(this.#tagCounts.all().map(({ tag, n }) => [tag, n]));
  }

  #pageBy(filter: ListFilter, few: string | null): Statement<[PageParameters], ConversationRow> {
    const { key, direction } = sortingOf(filter);
    const where = [
      VIEWS[filter.view].where,
      `(${key}, c.id) ${direction === 'ASC' ? '>' : '<'} (@at, @id)`,
      ...(filter.tag === null
        ? []
        : ['EXISTS (SELECT 1 FROM conversation_tags WHERE conversation_id = c.id AND tag_id = @tag)']),
      ...(filter.assignee === null ? [] : ['+c.assignee_id = @assignee']),
    ].join(' AND ');
    const order = `ORDER BY ${key} ${direction}, c.id ${direction}`;
    // The rows are chosen before anything else about them is looked up.
    const sql = `SELECT ${CONVERSATION_COLUMNS} FROM (
        SELECT c.id FROM ${few === null ? 'conversations c' : 'json_each(@few) few CROSS JOIN conversations c ON c.id = few.value'}
        WHERE ${where} ${order} LIMIT @limit
      ) page CROSS JOIN conversations c ON c.id = page.id ${CONVERSATION_JOINS} ${order}`;
    const made = this.#pages.get(sql) ?? this.prepare<[PageParameters], ConversationRow>(sql);
    this.#pages.set(sql, made);
    return made;
  }

  #fewOf({ tag, assignee }: ListFilter): string | null {
    if (tag === null && assignee === null) return null;
    const rows = assignee === null ? this.#withTag.all(tag ?? 0) : this.#withAssignee.all(assignee);
    return rows.length > FEW ? null : JSON.stringify(rows.map(({ id }) => id));
  }
}
