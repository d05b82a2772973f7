import type { AppointmentState } from '../shared/appointments.ts';
import type { Database, Statement } from './sqlite.ts';

/** A quarter of an hour, UTC: what is counted is counted by it. */
export const QUARTER_MS = 900_000;

/** From an instant up to, not including, another, on these lines (row numbers as JSON). */
export interface Counted {
  readonly from: number;
  readonly until: number;
  readonly lines: string;
}

export interface TextCount {
  readonly quarter: number;
  /** `in`, or what it was sent for. */
  readonly kind: string;
  readonly texts: number;
  readonly parts: number;
}

export interface OutcomeCount {
  readonly quarter: number;
  readonly state: string;
  readonly reason: string;
  readonly texts: number;
}

export interface TalkRow {
  readonly began_at: number;
  readonly answered_from: number | null;
  readonly answered_at: number | null;
  readonly closed_at: number | null;
  readonly by_person: 0 | 1;
  readonly by_itself: 0 | 1;
}

export interface TalkBehindRow extends TalkRow {
  readonly conversation_id: number | null;
  readonly message_id: number | null;
}

export interface UptimeCount {
  readonly quarter: number;
  /** Of all lines together. */
  readonly watched_ms: number;
  readonly ready_ms: number;
  /** Of the line that was looked after longest: so long the program ran. */
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

const OF_LINES = 'line_id IN (SELECT value FROM json_each(@lines))';

/** What the reports are made of. */
export function reportsRepository(database: Database) {
  const quarters = `quarter >= @from / ${QUARTER_MS} AND quarter < @until / ${QUARTER_MS}`;
  const texts = database.prepare<[Counted], TextCount>(
    `SELECT quarter, kind, sum(texts) AS texts, sum(parts) AS parts FROM text_counts
     WHERE ${quarters} AND ${OF_LINES} GROUP BY quarter, kind`,
  );
  const outcomes = database.prepare<[Counted], OutcomeCount>(
    `SELECT quarter, state, reason, sum(texts) AS texts FROM outcome_counts
     WHERE ${quarters} AND ${OF_LINES} AND texts > 0 GROUP BY quarter, state, reason`,
  );
  const began = `began_at >= @from AND began_at < @until AND ${OF_LINES}`;
  const talks = database
    .prepare<[Counted], TalkRow>(
      `SELECT began_at, answered_from, answered_at, closed_at, by_person, by_itself FROM talks WHERE ${began}`,
    )
    .raw() as unknown as Statement<[Counted], TalkTuple>;
  const talksBehind = database.prepare<[Counted], TalkBehindRow>(
    `SELECT conversation_id, message_id, began_at, answered_from, answered_at, closed_at, by_person, by_itself
     FROM talks WHERE ${began} ORDER BY began_at DESC`,
  );
  const uptime = database.prepare<[Counted], UptimeCount>(
    `SELECT quarter, sum(watched_ms) AS watched_ms, sum(ready_ms) AS ready_ms, max(watched_ms) AS ran_ms FROM line_uptime
     WHERE ${OF_LINES} AND ${quarters} GROUP BY quarter`,
  );
  const firstWatched = database.prepare<[{ lines: string }], { quarter: number | null }>(
    `SELECT min(quarter) AS quarter FROM line_uptime WHERE ${OF_LINES}`,
  );
  const watched = database.prepare<[{ line: number; quarter: number; watched: number; ready: number }]>(
    `INSERT INTO line_uptime (line_id, quarter, watched_ms, ready_ms) VALUES (@line, @quarter, @watched, @ready)
     ON CONFLICT DO UPDATE SET watched_ms = watched_ms + excluded.watched_ms, ready_ms = ready_ms + excluded.ready_ms`,
  );
  const asked = database.prepare<[Range], { quarter: number; n: number }>(
    `SELECT asked_at / ${QUARTER_MS} AS quarter, count(*) AS n FROM survey_runs
     WHERE asked_at >= @from AND asked_at < @until GROUP BY 1`,
  );
  const answered = database.prepare<[Range], { n: number }>(
    `SELECT count(*) AS n FROM survey_runs r WHERE asked_at >= @from AND asked_at < @until
       AND EXISTS (SELECT 1 FROM survey_answers a WHERE a.run_id = r.id)`,
  );
  const scores = database.prepare<[Range], { survey_id: number; step: number; score: number; n: number }>(
    `SELECT r.survey_id, a.step, a.score, count(*) AS n FROM survey_answers a JOIN survey_runs r ON r.id = a.run_id
     WHERE a.at >= @from AND a.at < @until AND a.score IS NOT NULL GROUP BY 1, 2, 3`,
  );
  const scoresBehind = database.prepare<
    [Range],
    { survey_id: number; step: number; score: number | null; words: string; at: number; number: string }
  >(
    `SELECT r.survey_id, a.step, a.score, a.words, a.at, r.number FROM survey_answers a JOIN survey_runs r ON r.id = a.run_id
     WHERE a.at >= @from AND a.at < @until ORDER BY a.at DESC`,
  );
  const askedBehind = database.prepare<[Limited<Range>], { at: number; number: string; isAnswered: 0 | 1 }>(
    `SELECT asked_at AS at, number, EXISTS (SELECT 1 FROM survey_answers a WHERE a.run_id = r.id) AS isAnswered
     FROM survey_runs r WHERE asked_at >= @from AND asked_at < @until ORDER BY asked_at DESC LIMIT @limit`,
  );
  const consent = database.prepare<[Range], { quarter: number; purpose: string; state: string; n: number }>(
    `SELECT at / ${QUARTER_MS} AS quarter, purpose, state, count(*) AS n FROM consent_events
     WHERE at >= @from AND at < @until GROUP BY 1, 2, 3`,
  );
  const consentBehind = database.prepare<
    [Limited<Range> & { purpose: string; state: string }],
    { at: number; number: string; wording: string; message_id: number | null }
  >(
    `SELECT at, number, wording, message_id FROM consent_events
     WHERE at >= @from AND at < @until AND purpose = @purpose AND state = @state ORDER BY at DESC LIMIT @limit`,
  );
  const moved = `booked_for <> date || ' ' || time`;
  const visits = database.prepare<[Range & { now: number }], VisitCount>(
    `SELECT starts_at / ${QUARTER_MS} AS quarter, state, ${moved} AS moved, ends_at <= @now AS is_over, count(*) AS n FROM appointments
     WHERE starts_at >= @from AND starts_at < @until GROUP BY 1, 2, 3, 4`,
  );
  const visitsBehind = database.prepare<[Range & { now: number }], VisitBehindRow>(
    `SELECT number, name, starts_at AS at, state, ${moved} AS moved, ends_at <= @now AS is_over FROM appointments
     WHERE starts_at >= @from AND starts_at < @until ORDER BY starts_at DESC`,
  );
  const behindColumns = 'id, conversation_id, text, part_count AS parts';
  const receivedBehind = database.prepare<[Limited<Counted>], TextBehindRow>(
    `SELECT ${behindColumns}, created_at AS at FROM messages INDEXED BY messages_by_creation
     WHERE created_at >= @from AND created_at < @until AND direction = 'in' AND ${OF_LINES}
       AND (SELECT drawer FROM conversations c WHERE c.id = conversation_id) = 0
     ORDER BY created_at DESC LIMIT @limit`,
  );
  const sentBehind = database.prepare<[Limited<Counted> & { purposes: string }], TextBehindRow>(
    `SELECT ${behindColumns}, sent_at AS at FROM messages INDEXED BY messages_by_sending
     WHERE sent_at >= @from AND sent_at < @until AND direction = 'out' AND ${OF_LINES}
       AND purpose IN (SELECT value FROM json_each(@purposes))
     ORDER BY sent_at DESC LIMIT @limit`,
  );
  const outcomesBehind = database.prepare<
    [Limited<Counted> & { states: string; reason: string | null }],
    TextBehindRow
  >(
    `SELECT ${behindColumns}, created_at AS at FROM messages INDEXED BY messages_by_creation
     WHERE created_at >= @from AND created_at < @until AND direction = 'out' AND ${OF_LINES}
       AND state IN (SELECT value FROM json_each(@states)) AND (@reason IS NULL OR coalesce(reason, '') = @reason)
     ORDER BY created_at DESC LIMIT @limit`,
  );
  const conversationOf = database.prepare<[string], { id: number }>(
    'SELECT id FROM conversations WHERE number = ? ORDER BY last_activity_at DESC LIMIT 1',
  );
  const waitingSince = database.prepare<[], { n: number; since: number | null }>(
    `SELECT count(*) AS n, min(waiting_since) AS since FROM conversations WHERE +status = 'open' AND waiting_since IS NOT NULL`,
  );
  const lines = database.prepare<[], { id: number; kind: string }>('SELECT id, kind FROM lines');
  return {
    texts: (range: Counted): readonly TextCount[] => texts.all(range),
    /** By when they were written. */
    outcomes: (range: Counted): readonly OutcomeCount[] => outcomes.all(range),
    /** Those that began then: {@link TalkRow} as tuples, for there are many. */
    talks: (range: Counted): readonly TalkTuple[] => talks.all(range),
    talksBehind: (range: Counted): readonly TalkBehindRow[] => talksBehind.all(range),
    uptime: (range: Counted): readonly UptimeCount[] => uptime.all(range),
    /** Since when any of these lines is looked after; null: none ever was. */
    watchedSince(lines: string): number | null {
      const quarter = firstWatched.get({ lines })?.quarter ?? null;
      return quarter === null ? null : quarter * QUARTER_MS;
    },
    addUptime: (line: number, quarter: number, watchedMs: number, readyMs: number): void =>
      void watched.run({ line, quarter, watched: watchedMs, ready: readyMs }),
    surveysAsked: (range: Range): readonly { quarter: number; n: number }[] => asked.all(range),
    /** Of those asked then, how many said anything at any time. */
    surveysAnswered: (range: Range): number => answered.get(range)?.n ?? 0,
    scores: (range: Range) => scores.all(range),
    scoresBehind: (range: Range) => scoresBehind.all(range),
    askedBehind: (range: Range, limit: number) => askedBehind.all({ ...range, limit }),
    consent: (range: Range) => consent.all(range),
    consentBehind: (range: Range, purpose: string, state: string, limit: number) =>
      consentBehind.all({ ...range, purpose, state, limit }),
    /** Appointments by the day they are for; those that are not over by `now` are still to come. */
    visits: (range: Range, now: number): readonly VisitCount[] => visits.all({ ...range, now }),
    visitsBehind: (range: Range, now: number): readonly VisitBehindRow[] => visitsBehind.all({ ...range, now }),
    receivedBehind: (range: Counted, limit: number): readonly TextBehindRow[] =>
      receivedBehind.all({ ...range, limit }),
    sentBehind: (range: Counted, purposes: readonly string[], limit: number): readonly TextBehindRow[] =>
      sentBehind.all({ ...range, purposes: JSON.stringify(purposes), limit }),
    /** @param reason null: any */
    outcomesBehind: (
      range: Counted,
      states: readonly string[],
      reason: string | null,
      limit: number,
    ): readonly TextBehindRow[] => outcomesBehind.all({ ...range, states: JSON.stringify(states), reason, limit }),
    /** The one last active with a number; null: there is none. */
    conversationOf: (number: string): number | null => conversationOf.get(number)?.id ?? null,
    waiting: (): { readonly n: number; readonly since: number | null } => waitingSince.get() ?? { n: 0, since: null },
    /** The shop's lines: its SIMs, or, as long as it has none, the Demo line. */
    lines(): string {
      const all = lines.all();
      const sims = all.filter(({ kind }) => kind === 'sim');
      return JSON.stringify((sims.length > 0 ? sims : all).map(({ id }) => id));
    },
  };
}

/** {@link TalkRow} in the order of its fields. */
export type TalkTuple = readonly [
  beganAt: number,
  answeredFrom: number | null,
  answeredAt: number | null,
  closedAt: number | null,
  byPerson: 0 | 1,
  byItself: 0 | 1,
];
