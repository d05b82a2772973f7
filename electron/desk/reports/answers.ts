import { conversationId, messageId } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { SPREAD_MINUTES } from '../../shared/report-words.ts';
import type { BehindView, FigureView, ReportPlace } from '../../shared/reports.ts';
import type { TalkBehindRow } from '../../store/reports.ts';
import type { OpenTime } from '../calendar/open-time.ts';
import type { DeskContext } from '../context.ts';
import { Sums } from './grid.ts';
import { atCategory, BEHIND_SHOWN, figure, percentile, share, type Made, type Making, type Report } from './making.ts';

const MINUTE_MS = 60_000;
const MEDIAN = 0.5;
const P90 = 0.9;
export const SPREAD = SPREAD_MINUTES.map((minutes) => (minutes === null ? 'longer' : String(minutes)));
const BY = ['people', 'itself', 'nobody'] as const;

/** How soon customers are answered, by whom, and how long it takes until all is settled: of the talks that began then. */
export const answers: Report = {
  read(making: Making): Made {
    const { context, grid, counted } = making;
    const times = timesOf(context, counted.from);
    const byTime = new Sums(grid.categories.length);
    const spread = new Sums(SPREAD.length);
    const first = new Durations(grid.categories.length);
    const settled = new Durations(grid.categories.length);
    for (const talk of context.store.reports.talks(counted)) {
      const category = grid.categoryOf(talk[0]);
      byTime.add(whoAnswered(talk[4], talk[5]), category, 1);
      const answered = firstAnswerMs(times, talk[1], talk[2]);
      if (answered !== null) {
        first.add(category, answered);
        spread.add('talks', spreadOf(answered), 1);
      }
      if (talk[3] !== null) settled.add(category, times.between(talk[0], talk[3]));
    }
    return {
      figures: [
        ...talkFigures((by) => byTime.total(by)),
        ...first.figures('first-answer-median', 'first-answer-p90'),
        ...settled.figures('resolution-median', 'resolution-p90'),
        ...waitingFigures(making),
      ],
      charts: [
        {
          key: 'first-answer-by-time',
          unit: 'ms',
          axis: 'time',
          categories: grid.categories,
          series: first.series(),
          form: 'lines',
          opens: true,
        },
        {
          key: 'first-answer-spread',
          unit: 'count',
          axis: 'spread',
          categories: SPREAD,
          series: spread.series(['talks']),
          form: 'bars',
          opens: true,
        },
        {
          key: 'talks-by-time',
          unit: 'count',
          axis: 'time',
          categories: grid.categories,
          series: byTime.series(BY),
          form: 'stacked',
          opens: true,
        },
        {
          key: 'resolution-by-time',
          unit: 'ms',
          axis: 'time',
          categories: grid.categories,
          series: settled.series(),
          form: 'lines',
          opens: true,
        },
      ],
    };
  },

  behind(making: Making, place: ReportPlace): readonly BehindView[] {
    const at = 'chart' in place && place.chart === 'first-answer-spread' ? making : atCategory(making, place);
    if (at === null) return [];
    const { context, counted } = at;
    const times = timesOf(context, counted.from);
    const measure = measureOf(times, place);
    const found = context.store.reports.talksBehind(counted).flatMap((row) => {
      const value = measure(row);
      return value === null ? [] : [{ row, value }];
    });
    // What took longest is what somebody looks for.
    if (found.some(({ value }) => value > 0)) found.sort((a, b) => b.value - a.value);
    return found.slice(0, BEHIND_SHOWN + 1).map(({ row, value }) => talkBehind(context, row, value));
  },
};

/** Of first answers and of talks until they were closed. */
class Durations {
  readonly #all: number[] = [];
  readonly #byCategory: readonly number[][];

  constructor(width: number) {
    this.#byCategory = Array.from({ length: width }, () => []);
  }

  add(category: number | null, ms: number): void {
    if (category === null) return;
    this.#all.push(ms);
    this.#byCategory[category]?.push(ms);
  }

  figures(median: FigureView['key'], p90: FigureView['key']): readonly FigureView[] {
    const sorted = Float64Array.from(this.#all).sort();
    const of = sorted.length;
    return [
      figure(median, 'ms', percentile(sorted, MEDIAN), { of }),
      figure(p90, 'ms', percentile(sorted, P90), { of }),
    ];
  }

  series(): readonly { readonly key: string; readonly values: readonly (number | null)[] }[] {
    const sorted = this.#byCategory.map((values) => Float64Array.from(values).sort());
    return [
      { key: 'median', values: sorted.map((values) => percentile(values, MEDIAN)) },
      { key: 'p90', values: sorted.map((values) => percentile(values, P90)) },
    ];
  }
}

/** The talks' figures of a stretch of time, for what looks at several reports at once. */
export function answerFigures({ context, counted }: Making): Made['figures'] {
  const times = timesOf(context, counted.from);
  const by = new Map<string, number>();
  const first: number[] = [];
  for (const talk of context.store.reports.talks(counted)) {
    const who = whoAnswered(talk[4], talk[5]);
    by.set(who, (by.get(who) ?? 0) + 1);
    const answered = firstAnswerMs(times, talk[1], talk[2]);
    if (answered !== null) first.push(answered);
  }
  const of = first.length;
  return [
    ...talkFigures((who) => by.get(who) ?? 0),
    figure('first-answer-median', 'ms', percentile(Float64Array.from(first).sort(), MEDIAN), { of }),
  ];
}

function talkFigures(total: (by: (typeof BY)[number]) => number): readonly FigureView[] {
  const talks = BY.reduce((sum, by) => sum + total(by), 0);
  return [
    figure('talks', 'count', talks),
    figure('answered-by-people', 'share', share(total('people'), talks), { of: talks }),
    figure('answered-by-itself', 'share', share(total('itself'), talks), { of: talks }),
    figure('unanswered', 'share', share(total('nobody'), talks), { of: talks }),
  ];
}

function waitingFigures({ context, now }: Making): readonly FigureView[] {
  const { n, since } = context.store.reports.waiting();
  const longest = since === null ? null : context.calendar.openTime(since, now).between(since, now);
  return [
    figure('waiting-now', 'count', n, { opens: n === 0 ? null : 'waiting' }),
    figure('waiting-longest', 'ms', longest, { opens: n === 0 ? null : 'waiting' }),
  ];
}

/** From before the first talk began, for its customer may have waited before. */
function timesOf(context: DeskContext, from: number): OpenTime {
  return context.calendar.openTime(from - 31 * 24 * 60 * MINUTE_MS, context.clock.now());
}

function firstAnswerMs(times: OpenTime, from: number | null, at: number | null): number | null {
  return from === null || at === null ? null : times.between(from, at);
}

function whoAnswered(byPerson: 0 | 1, byItself: 0 | 1): (typeof BY)[number] {
  return byPerson === 1 ? 'people' : byItself === 1 ? 'itself' : 'nobody';
}

function spreadOf(ms: number): number {
  return SPREAD_MINUTES.findIndex((minutes) => minutes === null || ms <= minutes * MINUTE_MS);
}

/** What is told of a talk that belongs there; null: it does not. 0 where nothing was measured. */
function measureOf(times: OpenTime, place: ReportPlace): (row: TalkBehindRow) => number | null {
  const first = (row: TalkBehindRow): number | null => firstAnswerMs(times, row.answered_from, row.answered_at);
  const settled = (row: TalkBehindRow): number | null =>
    row.closed_at === null ? null : times.between(row.began_at, row.closed_at);
  const by =
    (wanted: (typeof BY)[number] | null) =>
    (row: TalkBehindRow): number | null =>
      wanted === null || whoAnswered(row.by_person, row.by_itself) === wanted ? (first(row) ?? 0) : null;
  if ('figure' in place) {
    switch (place.figure) {
      case 'first-answer-median':
      case 'first-answer-p90':
        return first;
      case 'resolution-median':
      case 'resolution-p90':
        return settled;
      case 'answered-by-people':
        return by('people');
      case 'answered-by-itself':
        return by('itself');
      case 'unanswered':
        return by('nobody');
      default:
        return by(null);
    }
  }
  switch (place.chart) {
    case 'first-answer-by-time':
      return first;
    case 'resolution-by-time':
      return settled;
    case 'first-answer-spread': {
      const wanted = SPREAD.indexOf(place.category);
      return (row) => {
        const ms = first(row);
        return ms !== null && spreadOf(ms) === wanted ? ms : null;
      };
    }
    default:
      return by(BY.find((who) => who === place.series) ?? null);
  }
}

function talkBehind(context: DeskContext, row: TalkBehindRow, value: number): BehindView {
  const { store } = context;
  const conversation = row.conversation_id === null ? null : store.conversations.byId(row.conversation_id);
  const message = row.message_id === null ? null : store.messages.byId(row.message_id);
  return {
    conversationId: conversation === null ? null : conversationId(conversation.id),
    messageId: message === null ? null : messageId(message.id),
    who: conversation === null ? '' : (conversation.name ?? displayNumber(conversation.number, context.country())),
    at: row.began_at,
    text: message === null ? null : message.text.slice(0, 140).toWellFormed(),
    value: value === 0 && row.answered_at === null ? null : value,
    unit: 'ms',
  };
}
