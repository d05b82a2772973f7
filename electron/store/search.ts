import { fold } from '../shared/fold.ts';
import { searchDigits, type SearchQuery } from '../shared/search-query.ts';
import { CONVERSATION_COLUMNS, CONVERSATION_JOINS, type ConversationRow } from './conversations.ts';
import type { Database, Statement } from './sqlite.ts';

/** A text or a note that was found. */
export interface HitRow {
  readonly conversation_id: number;
  readonly message_id: number | null;
  readonly event_id: number | null;
  readonly direction: 'in' | 'out' | null;
  readonly at: number;
  readonly text: string;
}

type Parameters = Readonly<Record<string, string | number | null>>;

/** Below this many names and numbers that fit, they are looked up; above it the newest conversations are gone through. */
const FEW = 2_000;
/** The index knows three letters in a row; shorter words are looked for in what the longer ones found. */
const INDEXED_LENGTH = 3;

/** Finds conversations by name, number and state, and texts and notes by their words. */
export function searchRepository(database: Database) {
  const statements = new Map<string, Statement<[Parameters]>>();
  const prepared = <R>(sql: string): Statement<[Parameters], R> => {
    const made = statements.get(sql) ?? database.prepare<[Parameters]>(sql);
    statements.set(sql, made);
    return made as Statement<[Parameters], R>;
  };

  const countUpTo = (sql: string, parameters: Parameters): number =>
    prepared<{ n: number }>(`SELECT count(*) AS n FROM (${sql} LIMIT ${FEW + 1})`).get(parameters)?.n ?? 0;

  return {
    /** Conversations whose customer or state fits, the newest first. @param me who stands at the counter, for `is:mine` */
    conversations(query: SearchQuery, limit: number, me: number | null): readonly ConversationRow[] {
      const { conditions, parameters } = conversationConditions(query, me);
      const named = [...query.from, ...query.terms].map((term, i) => whoFits(term, i, parameters));
      if (query.before !== null) conditions.push('c.last_activity_at < @before');
      if (query.after !== null) conditions.push('c.last_activity_at >= @after');
      const [first] = named;
      const few = first?.few != null && countUpTo(first.few, parameters) <= FEW;
      const people = named.map(({ few: sql, all }, i) => (sql !== null && (few || i > 0) ? `c.id IN (${sql})` : all));
      const where = [...conditions, ...people].join(' AND ');
      const index = few || conditions.length > 0 ? '' : 'INDEXED BY conversations_by_activity';
      return prepared<ConversationRow>(
        `SELECT ${CONVERSATION_COLUMNS} FROM conversations c ${index} ${CONVERSATION_JOINS}
         WHERE c.drawer = 0 AND ${where === '' ? '1' : where} ORDER BY c.last_activity_at DESC, c.id DESC LIMIT @limit`,
      ).all({ ...parameters, limit });
    },

    /** Texts and notes that hold all the words, the newest first. */
    hits(query: SearchQuery, limit: number, me: number | null): readonly HitRow[] {
      const match = matchOf(query.terms);
      if (match === null) return [];
      const { conditions, parameters } = conversationConditions(query, me);
      query.from.forEach((term, i) => {
        const { few, all } = whoFits(term, i, parameters);
        conditions.push(few === null ? all : `c.id IN (${few})`);
      });
      const short = query.terms.filter((term) => !isIndexed(term));
      short.forEach((term, i) => (parameters[`short${i}`] = `%${escapeLike(term)}%`));
      const where = (text: string, at: string): string =>
        [
          ...conditions,
          ...short.map((_, i) => `${text} LIKE @short${i} ESCAPE '\\'`),
          ...(query.before === null ? [] : [`${at} < @before`]),
          ...(query.after === null ? [] : [`${at} >= @after`]),
        ]
          .map((condition) => ` AND ${condition}`)
          .join('');
      const values = { ...parameters, match, limit };
      // The customer's own words only, where somebody asks for what is from him.
      const direction = query.from.length > 0 ? `AND m.direction = 'in'` : '';
      const texts = prepared<HitRow>(
        `SELECT m.conversation_id, m.id AS message_id, NULL AS event_id, m.direction, m.created_at AS at, m.text
         FROM message_search s CROSS JOIN messages m ON m.id = s.rowid CROSS JOIN conversations c ON c.id = m.conversation_id
         LEFT JOIN contact_numbers n ON n.number = c.number LEFT JOIN contacts contact ON contact.id = n.contact_id
         WHERE message_search MATCH @match ${direction}${where('m.text', 'm.created_at')}
         ORDER BY s.rowid DESC LIMIT @limit`,
      ).all(values);
      const notes =
        query.from.length > 0
          ? []
          : prepared<HitRow>(
              `SELECT e.conversation_id, NULL AS message_id, e.id AS event_id, NULL AS direction, e.at, e.detail AS text
               FROM note_search s CROSS JOIN conversation_events e ON e.id = s.rowid CROSS JOIN conversations c ON c.id = e.conversation_id
               WHERE note_search MATCH @match${where('e.detail', 'e.at')} ORDER BY s.rowid DESC LIMIT @limit`,
            ).all(values);
      return notes.length === 0 ? texts : [...texts, ...notes].toSorted((a, b) => b.at - a.at).slice(0, limit);
    },
  };
}

/**
 * Conversations whose customer's name or number holds a word: as a query that finds them by the index, where it can, and as
 * a condition on those that are gone through. Writes its parameters into `parameters`.
 */
function whoFits(
  term: string,
  i: number,
  parameters: Record<string, string | number | null>,
): { readonly few: string | null; readonly all: string } {
  const folded = fold(term);
  const digits = searchDigits(term);
  parameters[`name${i}`] = `%${escapeLike(folded)}%`;
  parameters[`match${i}`] = quoted(folded);
  if (digits !== null) parameters[`digits${i}`] = `%${digits}%`;
  const byNumber = digits === null ? '' : `SELECT id FROM conversations WHERE number LIKE @digits${i}`;
  // A name of another script may hold digits as well.
  const byName = `SELECT who.id FROM contact_search s CROSS JOIN contact_numbers kn ON kn.contact_id = s.rowid
    CROSS JOIN conversations who ON who.number = kn.number WHERE contact_search MATCH @match${i}`;
  const queries = [...(isIndexed(term) ? [byName] : []), ...(byNumber === '' ? [] : [byNumber])];
  return {
    few: isIndexed(term) ? queries.join(' UNION ') : null,
    all: `(contact.folded LIKE @name${i} ESCAPE '\\'${digits === null ? '' : ` OR c.number LIKE @digits${i}`})`,
  };
}

const STATES: Readonly<Record<SearchQuery['is'][number], string>> = {
  unread: 'c.unread > 0',
  open: `c.status = 'open'`,
  waiting: `c.status = 'open' AND c.waiting_since IS NOT NULL`,
  snoozed: 'c.snoozed_until IS NOT NULL',
  closed: `c.status = 'closed'`,
  mine: 'c.assignee_id = @me',
  failed: `c.id IN (SELECT conversation_id FROM messages WHERE state IN ('failed', 'uncertain'))`,
};

function conversationConditions(
  query: SearchQuery,
  me: number | null,
): { conditions: string[]; parameters: Record<string, string | number | null> } {
  const parameters: Record<string, string | number | null> = { me, before: query.before, after: query.after };
  const conditions = query.is.map((state) => STATES[state]);
  if (query.hasNote)
    conditions.push(
      `EXISTS (SELECT 1 FROM conversation_events note WHERE note.conversation_id = c.id AND note.kind = 'note')`,
    );
  query.tags.forEach((tag, i) => {
    parameters[`tag${i}`] = `${escapeLike(tag)}%`;
    conditions.push(
      `c.id IN (SELECT ct.conversation_id FROM tags t JOIN conversation_tags ct ON ct.tag_id = t.id
         WHERE t.removed = 0 AND t.name LIKE @tag${i} ESCAPE '\\')`,
    );
  });
  return { conditions, parameters };
}

function escapeLike(term: string): string {
  return term.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** An FTS5 query for all words; null where none is long enough to be looked up. */
function matchOf(terms: readonly string[]): string | null {
  const long = terms.filter(isIndexed);
  if (long.length === 0) return null;
  return long
    .map((term) => {
      // The index takes off accents, but knows nothing of ß.
      const spellings = new Set([term, term.replaceAll('ß', 'ss'), term.replaceAll(/ss/gi, 'ß')]);
      const usable = [...spellings].filter((each) => [...each].length >= INDEXED_LENGTH);
      return usable.length === 1 ? quoted(term) : `(${usable.map(quoted).join(' OR ')})`;
    })
    .join(' AND ');
}

/** As one phrase of an FTS5 query. */
function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/** Whether the index can look it up: as it is written, not only as it is folded. */
function isIndexed(term: string): boolean {
  return [...term].length >= INDEXED_LENGTH && [...fold(term)].length >= INDEXED_LENGTH;
}
