import type { AppointmentState } from '../../shared/appointments.ts';
import { Repository } from '../../core/db/repository.ts';
import { Talks } from './talks.ts';
import type { Statement } from '../../core/db/sqlite.ts';
import type { StatementSource } from '../../core/db/statements.ts';

/** A quarter of an hour in UTC, which is the unit in which things are counted. */
export const QUARTER_MS = 900_000;

/** From an instant up to, but not including, another, on these lines (row numbers as JSON). */
export interface Counted {
  readonly from: number;
  readonly until: number;
  readonly lines: string;
}

/** The instants at which stretches of time begin, in order; the last stretch ends with the range. */
export interface ByDay extends Counted {
  readonly days: readonly number[];
}

export interface TextCount {
  /** The index of the day. */
  readonly day: number;
  /** `in`, or the purpose for which the message was sent. */
  readonly kind: string;
  readonly texts: number;
  readonly parts: number;
}

export interface OutcomeCount {
  readonly day: number;
  readonly state: string;
  readonly reason: string;
  readonly texts: number;
}

export interface TalkBehindRow {
  readonly conversation_id: number | null;
  readonly message_id: number | null;
  readonly began_at: number;
}

export interface UptimeCount {
  readonly day: number;
  /** The time watched, over all lines together. */
  readonly watched_ms: number;
  readonly ready_ms: number;
  /** The time of the line that was watched longest, which is how long the program ran. */
  readonly ran_ms: number;
}

export interface TextBehindRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly at: number;
  readonly text: string;
  readonly parts: number;
}

export interface VisitCount {
  readonly quarter: number;
  readonly state: AppointmentState;
  readonly moved: 0 | 1;
  readonly is_over: 0 | 1;
  readonly n: number;
}

export interface VisitBehindRow {
  readonly number: string | null;
  readonly name: string;
  readonly at: number;
  readonly state: AppointmentState;
  readonly moved: 0 | 1;
  readonly is_over: 0 | 1;
}

type Range = Pick<Counted, 'from' | 'until'>;
type Limited<T> = T & { readonly limit: number };

type DayParameters = Counted & { readonly days: string };

function parametersOf({ days, ...range }: ByDay): DayParameters {
  return { ...range, days: JSON.stringify(days) };
}

const OF_LINES = 'line_id IN (SELECT value FROM json_each(@lines))';

const MOVED = `booked_for <> date || ' ' || time`;
const BEHIND_COLUMNS = 'id, conversation_id, text, part_count AS parts';

/** The data that reports are made of. */
export class ReportsRepository extends Repository {
  readonly #texts = this.prepare<[DayParameters], TextCount>(
    `${this.#perDay('kind, sum(texts) AS texts, sum(parts) AS parts', 'text_counts')} GROUP BY n, kind`,
  );
  readonly #received = this.prepare<[Counted], { quarter: number; texts: number }>(
    `SELECT quarter, sum(texts) AS texts FROM text_counts
     WHERE quarter >= @from / ${QUARTER_MS} AND quarter < @until / ${QUARTER_MS} AND kind = 'in' AND ${OF_LINES} GROUP BY quarter`,
  );
  readonly #outcomes = this.prepare<[DayParameters], OutcomeCount>(
    `${this.#perDay('state, reason, sum(texts) AS texts', 'outcome_counts', 'AND texts > 0')} GROUP BY n, state, reason`,
  );
  readonly #began = `began_at >= @from AND began_at < @until AND ${OF_LINES}`;
  readonly #gathered = new Talks();
  readonly #talks: Statement<[Counted], { n: number }>;
  readonly #talkAt = this.prepare<[number], TalkBehindRow>(
    'SELECT conversation_id, message_id, began_at FROM talks WHERE id = ?',
  );
  readonly #settleTalk = this.prepare<[number]>(
    'UPDATE talks SET by_itself = 1 WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = ?)',
  );
  readonly #uptime = this.prepare<[DayParameters], UptimeCount>(
    `SELECT day, sum(watched_ms) AS watched_ms, sum(ready_ms) AS ready_ms, sum(ran_ms) AS ran_ms FROM (
       ${this.#perDay('sum(watched_ms) AS watched_ms, sum(ready_ms) AS ready_ms, max(watched_ms) AS ran_ms', 'line_uptime')}
       GROUP BY n, t.quarter) GROUP BY day`,
  );
  readonly #firstWatched = this.prepare<[{ lines: string }], { quarter: number; ran: number }>(
    `SELECT quarter, max(watched_ms) AS ran FROM line_uptime WHERE ${OF_LINES} GROUP BY quarter ORDER BY quarter LIMIT 1`,
  );
  readonly #watched = this.prepare<[{ line: number; quarter: number; watched: number; ready: number }]>(
    `INSERT INTO line_uptime (line_id, quarter, watched_ms, ready_ms) VALUES (@line, @quarter, @watched, @ready)
     ON CONFLICT DO UPDATE SET watched_ms = watched_ms + excluded.watched_ms, ready_ms = ready_ms + excluded.ready_ms`,
  );
  readonly #asked = this.prepare<[Range], { n: number }>(
    'SELECT count(*) AS n FROM survey_runs WHERE asked_at >= @from AND asked_at < @until',
  );
  readonly #answered = this.prepare<[Range], { n: number }>(
    `SELECT count(*) AS n FROM survey_runs r WHERE asked_at >= @from AND asked_at < @until
       AND EXISTS (SELECT 1 FROM survey_answers a WHERE a.run_id = r.id)`,
  );
  readonly #scores = this.prepare<[Range], { survey_id: number; step: number; score: number; n: number }>(
    `SELECT r.survey_id, a.step, a.score, count(*) AS n FROM survey_answers a JOIN survey_runs r ON r.id = a.run_id
     WHERE a.at >= @from AND a.at < @until AND a.score IS NOT NULL GROUP BY 1, 2, 3`,
  );
  readonly #scoresBehind = this.prepare<
    [Range],
    { survey_id: number; step: number; score: number | null; words: string; at: number; number: string }
  >(
    `SELECT r.survey_id, a.step, a.score, a.words, a.at, r.number FROM survey_answers a JOIN survey_runs r ON r.id = a.run_id
     WHERE a.at >= @from AND a.at < @until ORDER BY a.at DESC`,
  );
  readonly #askedBehind = this.prepare<[Limited<Range>], { at: number; number: string; isAnswered: 0 | 1 }>(
    `SELECT asked_at AS at, number, EXISTS (SELECT 1 FROM survey_answers a WHERE a.run_id = r.id) AS isAnswered
     FROM survey_runs r WHERE asked_at >= @from AND asked_at < @until ORDER BY asked_at DESC LIMIT @limit`,
  );
  readonly #consent = this.prepare<[Range], { quarter: number; purpose: string; state: string; n: number }>(
    `SELECT at / ${QUARTER_MS} AS quarter, purpose, state, count(*) AS n FROM consent_events
     WHERE at >= @from AND at < @until GROUP BY 1, 2, 3`,
  );
  readonly #consentBehind = this.prepare<
    [Limited<Range> & { purpose: string; state: string }],
    { at: number; number: string; wording: string; message_id: number | null }
  >(
    `SELECT at, number, wording, message_id FROM consent_events
     WHERE at >= @from AND at < @until AND purpose = @purpose AND state = @state ORDER BY at DESC LIMIT @limit`,
  );
  readonly #visits = this.prepare<[Range & { now: number }], VisitCount>(
    `SELECT starts_at / ${QUARTER_MS} AS quarter, state, ${MOVED} AS moved, ends_at <= @now AS is_over, count(*) AS n FROM appointments
     WHERE starts_at >= @from AND starts_at < @until GROUP BY 1, 2, 3, 4`,
  );
  readonly #visitsBehind = this.prepare<[Range & { now: number }], VisitBehindRow>(
    `SELECT number, name, starts_at AS at, state, ${MOVED} AS moved, ends_at <= @now AS is_over FROM appointments
     WHERE starts_at >= @from AND starts_at < @until ORDER BY starts_at DESC`,
  );
  readonly #receivedBehind = this.prepare<[Limited<Counted>], TextBehindRow>(
    `SELECT ${BEHIND_COLUMNS}, created_at AS at FROM messages INDEXED BY messages_by_creation
     WHERE created_at >= @from AND created_at < @until AND direction = 'in' AND ${OF_LINES}
       AND (SELECT is_system FROM conversations c WHERE c.id = conversation_id) = 0
     ORDER BY created_at DESC LIMIT @limit`,
  );
  readonly #sentBehind = this.prepare<[Limited<Counted> & { purposes: string }], TextBehindRow>(
    `SELECT ${BEHIND_COLUMNS}, sent_at AS at FROM messages INDEXED BY messages_by_sending
     WHERE sent_at >= @from AND sent_at < @until AND direction = 'out' AND ${OF_LINES}
       AND purpose IN (SELECT value FROM json_each(@purposes))
     ORDER BY sent_at DESC LIMIT @limit`,
  );
  readonly #throughBehind = this.#outcomesBehindBy('messages_by_creation');
  readonly #otherBehind = this.#outcomesBehindBy('messages_by_state');
  readonly #conversationOf = this.prepare<[string], { id: number }>(
    'SELECT id FROM conversations WHERE number = ? ORDER BY last_activity_at DESC LIMIT 1',
  );
  readonly #waitingSince = this.prepare<[], { n: number; since: number | null }>(
    `SELECT count(*) AS n, min(waiting_since) AS since FROM conversations WHERE +status = 'open' AND waiting_since IS NOT NULL`,
  );
  readonly #lines = this.prepare<[], { id: number; kind: string }>('SELECT id, kind FROM lines');

  constructor(database: StatementSource) {
    super(database);
    this.database.aggregate<number>('gather_talks', {
      start: 0,
      // The parameters are named one by one: SQLite learns their number by counting them, which the library's types do not
      // express.
      step: ((
        count: number,
        id: number,
        began: number,
        from: number,
        at: number,
        closed: number,
        person: number,
        itself: number,
      ) => this.#gathered.add(count, id, began, from, at, closed, person, itself)) as (
        total: number,
        next: number,
      ) => number,
    });
    // The function that this statement calls exists only now.
    this.#talks = this.prepare(
      `SELECT gather_talks(id, began_at, answered_from, answered_at, closed_at, by_person, by_itself) AS n FROM talks
       INDEXED BY talks_by_begin WHERE ${this.#began}`,
    );
  }

  texts(range: ByDay): readonly TextCount[] {
    return this.#texts.all(parametersOf(range));
  }

  /** Messages from customers, by quarter of an hour. */
  received(range: Counted): readonly { readonly quarter: number; readonly texts: number }[] {
    return this.#received.all(range);
  }

  /** By when the messages were written. */
  outcomes(range: ByDay): readonly OutcomeCount[] {
    return this.#outcomes.all(parametersOf(range));
  }

  /** The talks that began in the range. The result is valid until the next call. */
  talks(range: Counted): Talks {
    this.#gathered.clear();
    this.#talks.get(range);
    return this.#gathered;
  }

  talk(id: number): TalkBehindRow | null {
    return this.#talkAt.get(id) ?? null;
  }

  /** No customer waits for anything that was said in the conversation, so its talk counts as settled by itself. */
  settleTalk(conversation: number): void {
    this.#settleTalk.run(conversation);
  }

  uptime(range: ByDay): readonly UptimeCount[] {
    return this.#uptime.all(parametersOf(range));
  }

  /** Since when any of these lines is watched; null if none ever was. */
  watchedSince(lines: string): number | null {
    const first = this.#firstWatched.get({ lines });
    // Of its first quarter of an hour only the last part was watched, because watching began in the middle of it.
    return first === undefined ? null : (first.quarter + 1) * QUARTER_MS - first.ran;
  }

  addUptime(line: number, quarter: number, watchedMs: number, readyMs: number): void {
    this.#watched.run({ line, quarter, watched: watchedMs, ready: readyMs });
  }

  surveysAsked(range: Range): number {
    return this.#asked.get(range)?.n ?? 0;
  }

  /** Of the customers asked in the range, how many have answered at any time. */
  surveysAnswered(range: Range): number {
    return this.#answered.get(range)?.n ?? 0;
  }

  scores(range: Range) {
    return this.#scores.all(range);
  }

  scoresBehind(range: Range) {
    return this.#scoresBehind.all(range);
  }

  askedBehind(range: Range, limit: number) {
    return this.#askedBehind.all({ ...range, limit });
  }

  consent(range: Range) {
    return this.#consent.all(range);
  }

  consentBehind(range: Range, purpose: string, state: string, limit: number) {
    return this.#consentBehind.all({ ...range, purpose, state, limit });
  }

  /** Appointments by the day they are for; those that are not over at `now` are still to come. */
  visits(range: Range, now: number): readonly VisitCount[] {
    return this.#visits.all({ ...range, now });
  }

  visitsBehind(range: Range, now: number): readonly VisitBehindRow[] {
    return this.#visitsBehind.all({ ...range, now });
  }

  receivedBehind(range: Counted, limit: number): readonly TextBehindRow[] {
    return this.#receivedBehind.all({ ...range, limit });
  }

  sentBehind(range: Counted, purposes: readonly string[], limit: number): readonly TextBehindRow[] {
    return this.#sentBehind.all({ ...range, purposes: JSON.stringify(purposes), limit });
  }

  /** @param reason null means any */
  outcomesBehind(
    range: Counted,
    states: readonly string[],
    reason: string | null,
    limit: number,
  ): readonly TextBehindRow[] {
    const statement = states.some((state) => state === 'sent' || state === 'delivered')
      ? this.#throughBehind
      : this.#otherBehind;
    return statement.all({ ...range, states: JSON.stringify(states), reason, limit });
  }

  /** The conversation that was last active with a number; null if there is none. */
  conversationOf(number: string): number | null {
    return this.#conversationOf.get(number)?.id ?? null;
  }

  waiting(): { readonly n: number; readonly since: number | null } {
    return this.#waitingSince.get() ?? { n: 0, since: null };
  }

  /** The shop's lines: its SIMs, or the Demo line as long as there is no SIM. */
  lines(): string {
    const all = this.#lines.all();
    const sims = all.filter(({ kind }) => kind === 'sim');
    return JSON.stringify((sims.length > 0 ? sims : all).map(({ id }) => id));
  }

  // Summed up by day in the database, because there would be thousands of rows by quarter of an hour.
  #perDay(columns: string, table: string, where = ''): string {
    return `WITH day (n, first, next) AS MATERIALIZED (
       SELECT key, value / ${QUARTER_MS}, coalesce(lead(value) OVER (ORDER BY key), @until) / ${QUARTER_MS} FROM json_each(@days))
     SELECT n AS day, ${columns} FROM day CROSS JOIN ${table} t ON t.quarter >= day.first AND t.quarter < day.next
     WHERE ${OF_LINES} ${where}`;
  }

  // Nearly all messages arrived; the few others are found by their state.
  #outcomesBehindBy(index: string) {
    return this.prepare<[Limited<Counted> & { states: string; reason: string | null }], TextBehindRow>(
      `SELECT ${BEHIND_COLUMNS}, created_at AS at FROM messages INDEXED BY ${index}
     WHERE created_at >= @from AND created_at < @until AND direction = 'out' AND ${OF_LINES}
       AND state IN (SELECT value FROM json_each(@states)) AND (@reason IS NULL OR coalesce(reason, '') = @reason)
     ORDER BY created_at DESC LIMIT @limit`,
    );
  }
}
