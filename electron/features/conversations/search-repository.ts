import { fold } from '../../shared/fold.ts';
import { searchDigits, type SearchQuery } from '../../shared/search-query.ts';
import { CONVERSATION_COLUMNS, CONVERSATION_JOINS, type ConversationRow } from './repository.ts';
import type { Statement } from '../../core/db/sqlite.ts';
import { Repository } from '../../core/db/repository.ts';

/** A message or note that was found. */
export interface HitRow {
  readonly conversation_id: number;
  readonly message_id: number | null;
  readonly event_id: number | null;
  readonly direction: 'in' | 'out' | null;
  readonly at: number;
  readonly text: string;
}

type Parameters = Record<string, string | number | null>;

/** Nobody searches for more words at once. */
const MOST_WORDS = 10;
/** Up to this many matching names and numbers are looked up; above it, the newest conversations are gone through instead. */
const FEW_PEOPLE = 2_000;
/** For up to this many conversations all messages are read through; above it, the words are looked up first. */
const FEW_CONVERSATIONS = 300;
/**
 * The index holds sequences of three letters. Shorter words are searched in what the longer ones found, or else in the newest
 * messages.
 */
const INDEXED_LENGTH = 3;
/** At most this many messages are read for words that the index does not hold. */
const READ_AT_MOST = 8_000;
/** The clock may have been set back in between, so messages this close to a date are checked one by one. */
const CLOCK_SLACK_MS = 86_400_000;

/** What is searched for, and where. */
interface Looked {
  readonly query: SearchQuery;
  /** The statement's parameters, which are filled as it is put together. */
  readonly parameters: Parameters;
  readonly places: Places;
  readonly words: readonly string[];
  /** The query for the index; null if it holds none of the words. */
  readonly match: string | null;
}

const TEXT_COLUMNS = 'm.conversation_id, m.id AS message_id, NULL AS event_id, m.direction, m.created_at AS at, m.text';

function joinedTo(table: 'm' | 'e'): string {
  return `CROSS JOIN conversations c ON c.id = ${table}.conversation_id
        LEFT JOIN contact_numbers n ON n.number = c.number LEFT JOIN contacts contact ON contact.id = n.contact_id`;
}

function conditionOf({ places }: Looked): readonly string[] {
  return places.condition === null ? [] : [places.condition];
}

function heldIn(text: string, all: boolean, words: readonly string[]): readonly string[] {
  return words.flatMap((word, i) => (all || !isIndexed(word) ? [`fold(${text}) LIKE @word${i} ESCAPE '\\'`] : []));
}

function datedBy(at: string, { query, parameters }: Looked): readonly string[] {
  if (query.before !== null) parameters['before'] = query.before;
  if (query.after !== null) parameters['after'] = query.after;
  return [...(query.before === null ? [] : [`${at} < @before`]), ...(query.after === null ? [] : [`${at} >= @after`])];
}

/** Finds conversations by name, number and state, and messages and notes by their words. */
export class SearchRepository extends Repository {
  readonly #statements = new Map<string, Statement<[Parameters]>>();
  readonly #bounds = this.prepare<[], { low: number | null; high: number | null }>(
    // Each is selected by itself, from its end of the table: together they would scan the whole table.
    'SELECT (SELECT min(id) FROM messages) AS low, (SELECT max(id) FROM messages) AS high',
  );
  readonly #from = this.prepare<[number], { id: number; created_at: number }>(
    'SELECT id, created_at FROM messages WHERE id >= ? ORDER BY id LIMIT 1',
  );

  /**
   * Conversations whose customer or state matches, the newest first.
   * @param me the person at the counter, for `is:mine`
   */
  conversations(query: SearchQuery, limit: number, me: number | null): readonly ConversationRow[] {
    const parameters: Parameters = { limit };
    const people = this.#peopleWho([...query.from, ...query.terms], query.from.length, parameters);
    const states = stateConditions(query, me, parameters);
    const conditions = ['c.is_system = 0', ...states, ...people.map(({ sql }) => sql)];
    if (query.before !== null) {
      parameters['before'] = query.before;
      conditions.push('c.last_activity_at < @before');
    }
    if (query.after !== null) {
      parameters['after'] = query.after;
      conditions.push('c.last_activity_at >= @after');
    }
    const goesThroughAll = states.length === 0 && people.every(({ few }) => !few);
    return this.#prepared<ConversationRow>(
      `SELECT ${CONVERSATION_COLUMNS} FROM (
           SELECT c.id FROM conversations c ${goesThroughAll ? 'INDEXED BY conversations_by_activity' : ''}
             LEFT JOIN contact_numbers n ON n.number = c.number LEFT JOIN contacts contact ON contact.id = n.contact_id
           WHERE ${conditions.join(' AND ')} ORDER BY c.last_activity_at DESC, c.id DESC LIMIT @limit
         ) page CROSS JOIN conversations c ON c.id = page.id ${CONVERSATION_JOINS}
         ORDER BY c.last_activity_at DESC, c.id DESC`,
    ).all(parameters);
  }

  /** Messages and notes that contain all the words, the newest first. */
  hits(query: SearchQuery, limit: number, me: number | null): readonly HitRow[] {
    if (query.terms.length === 0) return [];
    const parameters: Parameters = { limit };
    const places = this.#placesOf(query, me, parameters);
    if (places.ids?.length === 0) return [];
    const words = [...new Set(query.terms.map(fold))].slice(0, MOST_WORDS);
    words.forEach((word, i) => (parameters[`word${i}`] = `%${escapeLike(word)}%`));
    const looked: Looked = { query, parameters, places, words, match: matchOf(words) };
    return [...this.#textHits(looked), ...this.#noteHits(looked)].toSorted((a, b) => b.at - a.at).slice(0, limit);
  }

  #textHits(looked: Looked): readonly HitRow[] {
    const { query, parameters, places, words, match } = looked;
    // Only the customer's own words count if somebody asks for messages from them.
    const heard = query.from.length > 0 ? [`m.direction = 'in'`] : [];
    const dated = datedBy('m.created_at', looked);
    if (places.ids !== null) {
      parameters['ids'] = JSON.stringify(places.ids);
      const where = [...heard, ...this.#rangedBy('m.id', looked), ...dated, ...heldIn('m.text', true, words)];
      return this.#prepared<HitRow>(
        `SELECT ${TEXT_COLUMNS} FROM json_each(@ids) place CROSS JOIN messages m ON m.conversation_id = place.value
           WHERE ${where.join(' AND ')} ORDER BY m.id DESC LIMIT @limit`,
      ).all(parameters);
    }
    const condition = conditionOf(looked);
    const rest = [...heard, ...dated, ...condition, ...heldIn('m.text', match === null, words)];
    const others = condition.length > 0 ? joinedTo('m') : '';
    if (match !== null) parameters['match'] = match;
    if (words.every(isIndexed)) {
      // Read in the index's own order, the newest first, so it ends with the last hit that is shown.
      const where = whereOf(['message_search MATCH @match', ...this.#rangedBy('s.rowid', looked), ...rest]);
      return this.#prepared<HitRow>(
        `SELECT ${TEXT_COLUMNS} FROM message_search s CROSS JOIN messages m ON m.id = s.rowid ${others}
           ${where} ORDER BY s.rowid DESC LIMIT @limit`,
      ).all(parameters);
    }
    // What the index cannot decide is read, up to a limit.
    const found =
      match === null
        ? `SELECT id FROM messages m ${whereOf(this.#rangedBy('m.id', looked))} ORDER BY id DESC LIMIT ${READ_AT_MOST}`
        : `SELECT rowid AS id FROM message_search ${whereOf(['message_search MATCH @match', ...this.#rangedBy('rowid', looked)])}
             ORDER BY rowid DESC LIMIT ${READ_AT_MOST}`;
    return this.#prepared<HitRow>(
      `SELECT ${TEXT_COLUMNS} FROM (${found}) s CROSS JOIN messages m ON m.id = s.id ${others}
         ${whereOf(rest)} ORDER BY m.id DESC LIMIT @limit`,
    ).all(parameters);
  }

  #noteHits(looked: Looked): readonly HitRow[] {
    const { query, parameters, places, words, match } = looked;
    if (query.from.length > 0) return [];
    const condition = conditionOf(looked);
    const within = places.ids === null ? condition : ['e.conversation_id IN (SELECT value FROM json_each(@ids))'];
    if (places.ids !== null) parameters['ids'] = JSON.stringify(places.ids);
    if (match !== null) parameters['match'] = match;
    const joined = places.ids === null && condition.length > 0 ? joinedTo('e') : '';
    const source =
      match === null
        ? `conversation_events e INDEXED BY notes_by_conversation`
        : `note_search s CROSS JOIN conversation_events e ON e.id = s.rowid`;
    const where = [
      `e.kind = 'note'`,
      ...(match === null ? [] : ['note_search MATCH @match']),
      ...datedBy('e.at', looked),
      ...within,
      ...heldIn('e.detail', match === null, words),
    ];
    return this.#prepared<HitRow>(
      `SELECT e.conversation_id, NULL AS message_id, e.id AS event_id, NULL AS direction, e.at, e.detail AS text
         FROM ${source} ${joined} ${whereOf(where)} ORDER BY e.id DESC LIMIT @limit`,
    ).all(parameters);
  }

  #rangedBy(id: string, { query, parameters }: Looked): readonly string[] {
    if (query.before !== null) parameters['beforeId'] = this.#idAt(query.before + CLOCK_SLACK_MS);
    if (query.after !== null) parameters['afterId'] = this.#idAt(query.after - CLOCK_SLACK_MS);
    // FTS5 only seeks to integers, and JavaScript numbers arrive as REAL, which would make it go through everything newer.
    return [
      ...(query.before === null ? [] : [`${id} < CAST(@beforeId AS INTEGER)`]),
      ...(query.after === null ? [] : [`${id} >= CAST(@afterId AS INTEGER)`]),
    ];
  }

  #prepared<R>(sql: string): Statement<[Parameters], R> {
    const made = this.#statements.get(sql) ?? this.prepare<[Parameters]>(sql);
    this.#statements.set(sql, made);
    return made as Statement<[Parameters], R>;
  }

  /** The first message written at an instant or after it. Ids grow with time. */
  #idAt(instant: number): number {
    const all = this.#bounds.get();
    let low = all?.low ?? 0;
    let high = (all?.high ?? 0) + 1;
    while (low < high) {
      const middle: number = Math.floor((low + high) / 2);
      const found = this.#from.get(middle);
      if (found === undefined || found.created_at >= instant) high = middle;
      else low = found.id + 1;
    }
    return low;
  }

  #isFew(sql: string, parameters: Parameters): boolean {
    const rows = this.#prepared<{ n: number }>(`SELECT count(*) AS n FROM (${sql} LIMIT ${FEW_PEOPLE + 1})`);
    return (rows.get(parameters)?.n ?? 0) <= FEW_PEOPLE;
  }

  /**
   * Makes one condition for each name or number that is asked for.
   * @param names how many of them are matched against names only, not against notes and fields
   */
  #peopleWho(
    terms: readonly string[],
    names: number,
    parameters: Parameters,
  ): readonly { sql: string; few: boolean }[] {
    return terms.map((term, i) => {
      const { lookedUp, goneThrough } = whoFits(term, i, i < names, parameters);
      const few = this.#isFew(lookedUp, parameters);
      return { sql: few ? `c.id IN (${lookedUp})` : goneThrough, few };
    });
  }

  /** The conversations whose messages are searched: all of them, one by one if they are few, or those that meet a condition. */
  #placesOf(query: SearchQuery, me: number | null, parameters: Parameters): Places {
    const conditions = [
      ...stateConditions(query, me, parameters),
      ...this.#peopleWho(query.from, query.from.length, parameters).map(({ sql }) => sql),
    ];
    if (conditions.length === 0) return { ids: null, condition: null };
    const condition = conditions.join(' AND ');
    const rows = this.#prepared<{ id: number }>(
      `SELECT c.id FROM conversations c LEFT JOIN contact_numbers n ON n.number = c.number
       LEFT JOIN contacts contact ON contact.id = n.contact_id WHERE ${condition} LIMIT ${FEW_CONVERSATIONS + 1}`,
    ).all(parameters);
    return { condition, ids: rows.length > FEW_CONVERSATIONS ? null : rows.map(({ id }) => id) };
  }
}

interface Places {
  /** Null if there are too many to list. */
  readonly ids: readonly number[] | null;
  /** A condition on `c`, `n` and `contact`; null means all conversations. */
  readonly condition: string | null;
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/**
 * Conversations whose customer's name, number, notes or fields contain a word: as a query that finds them, and as a condition for
 * those that are gone through. Writes its parameters into `parameters`.
 */
function whoFits(
  term: string,
  i: number,
  isName: boolean,
  parameters: Parameters,
): { readonly lookedUp: string; readonly goneThrough: string } {
  const folded = fold(term);
  const digits = searchDigits(term);
  parameters[`name${i}`] = `%${escapeLike(folded)}%`;
  // A name in another script may also contain digits.
  const names = isIndexed(folded)
    ? `contact_search s CROSS JOIN contact_numbers kn ON kn.contact_id = s.rowid`
    : `contacts k CROSS JOIN contact_numbers kn ON kn.contact_id = k.id`;
  const fits = isIndexed(folded) ? `contact_search MATCH @match${i}` : `k.folded LIKE @name${i} ESCAPE '\\'`;
  if (isIndexed(folded)) parameters[`match${i}`] = `${isName ? 'name : ' : ''}${quoted(folded)}`;
  const byName = `SELECT who.id FROM ${names} CROSS JOIN conversations who ON who.number = kn.number WHERE ${fits}`;
  if (digits !== null) parameters[`digits${i}`] = `%${digits}%`;
  return {
    lookedUp: digits === null ? byName : `${byName} UNION SELECT id FROM conversations WHERE number LIKE @digits${i}`,
    goneThrough: `(contact.folded LIKE @name${i} ESCAPE '\\'${digits === null ? '' : ` OR c.number LIKE @digits${i}`})`,
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

/** Makes conditions on `c`, and writes their parameters into `parameters`. */
function stateConditions(query: SearchQuery, me: number | null, parameters: Parameters): readonly string[] {
  if (query.is.includes('mine')) parameters['me'] = me;
  return [
    ...query.is.map((state) => STATES[state]),
    ...(query.hasNote ? [`c.id IN (SELECT conversation_id FROM conversation_events WHERE kind = 'note')`] : []),
    ...query.tags.map((tag, i) => {
      parameters[`tag${i}`] = `${escapeLike(fold(tag))}%`;
      return `c.id IN (SELECT ct.conversation_id FROM tags t JOIN conversation_tags ct ON ct.tag_id = t.id
        WHERE t.removed = 0 AND fold(t.name) LIKE @tag${i} ESCAPE '\\')`;
    }),
  ];
}

function escapeLike(term: string): string {
  return term.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** An FTS5 query for all folded words; null if none is long enough for the index. */
function matchOf(words: readonly string[]): string | null {
  const long = words.filter(isIndexed);
  return long.length === 0 ? null : long.map(quoted).join(' AND ');
}

/** The word as one phrase of an FTS5 query. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** Whether the index can look up a folded word. */
function isIndexed(word: string): boolean {
  return [...word].length >= INDEXED_LENGTH;
}
