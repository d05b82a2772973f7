import { conversationId, messageId } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { SPREAD_MINUTES } from '../../shared/report-words.ts';
import type { BehindDto, FigureDto, ReportPlace } from '../../shared/reports.ts';
import type { TalkBehindRow } from './repository.ts';
import type { Talks } from './talks.ts';
import type { OpenTime } from '../opening-hours/open-time.ts';
import type { DeskContext } from '../../core/context.ts';
import { Sums } from './time-buckets.ts';
import {
  atCategory,
  BEHIND_SHOWN,
  figure,
  percentile,
  share,
  type Made,
  type Making,
  type Report,
} from './report-builder.ts';

const MINUTE_MS = 60_000;
const MEDIAN = 0.5;
const P90 = 0.9;
export const SPREAD = SPREAD_MINUTES.map((minutes) => (minutes === null ? 'longer' : String(minutes)));
const BY = ['people', 'itself', 'nobody'] as const;

/**
 * How soon customers are answered, by whom, and how long it takes to settle everything, for the talks that began in the range.
 */
export const answers: Report = {
  read(making: Making): Made {
    const { context, grid, counted } = making;
    const times = timesOf(context, counted.from);
    const byTime = new Sums(grid.categories.length);
    const spread = new Sums(SPREAD.length);
    const first = new Durations(grid.categories.length);
    const settled = new Durations(grid.categories.length);
    const talks = context.store.reports.talks(counted);
    for (let talk = 0; talk < talks.count; talk++) {
      const category = grid.categoryOf(talks.beganAt(talk));
      byTime.add(whoAnswered(talks, talk), category, 1);
      const answered = firstAnswerMs(times, talks, talk);
      if (answered !== null) {
        first.add(category, answered);
        spread.add('talks', spreadOf(answered), 1);
      }
      const closed = resolutionMs(times, talks, talk);
      if (closed !== null) settled.add(category, closed);
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

  behind(making: Making, place: ReportPlace): readonly BehindDto[] {
    const at = 'chart' in place && place.chart === 'first-answer-spread' ? making : atCategory(making, place);
    if (at === null) return [];
    const { context, counted } = at;
    const times = timesOf(context, counted.from);
    const { reports } = context.store;
    const talks = reports.talks(counted);
    const measure = measureOf(times, talks, place);
    const found: { readonly id: number; readonly value: number; readonly beganAt: number }[] = [];
    for (let talk = 0; talk < talks.count; talk++) {
      const value = measure(talk);
      if (value !== null) found.push({ id: talks.id(talk), value, beganAt: talks.beganAt(talk) });
    }
    // The slowest comes first because that is what somebody looks for; if nothing was measured, the newest comes first.
    found.sort((a, b) => b.value - a.value || b.beganAt - a.beganAt);
    return found.slice(0, BEHIND_SHOWN + 1).flatMap(({ id, value }) => {
      const row = reports.talk(id);
      return row === null ? [] : [talkBehind(context, row, value)];
    });
  },
};

/** Durations until first answers and until talks were closed. */
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

  figures(median: FigureDto['key'], p90: FigureDto['key']): readonly FigureDto[] {
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

/** The figures about talks in a range, for views that combine several reports. */
export function answerFigures({ context, counted }: Making): Made['figures'] {
  const times = timesOf(context, counted.from);
  const by = { people: 0, itself: 0, nobody: 0 };
  const talks = context.store.reports.talks(counted);
  const first = new Float64Array(talks.count);
  let of = 0;
  for (let talk = 0; talk < talks.count; talk++) {
    by[whoAnswered(talks, talk)] += 1;
    const answered = firstAnswerMs(times, talks, talk);
    if (answered !== null) first[of++] = answered;
  }
  const median = percentile(first.subarray(0, of).sort(), MEDIAN);
  return [...talkFigures((who) => by[who]), figure('first-answer-median', 'ms', median, { of })];
}

function talkFigures(total: (by: (typeof BY)[number]) => number): readonly FigureDto[] {
  const talks = BY.reduce((sum, by) => sum + total(by), 0);
  return [
    figure('talks', 'count', talks),
    figure('answered-by-people', 'share', share(total('people'), talks), { of: talks }),
    figure('answered-by-itself', 'share', share(total('itself'), talks), { of: talks }),
    figure('unanswered', 'share', share(total('nobody'), talks), { of: talks }),
  ];
}

function waitingFigures({ context, now }: Making): readonly FigureDto[] {
  const { n, since } = context.store.reports.waiting();
  const longest = since === null ? null : context.calendar.openTime(since, now).between(since, now);
  return [
    figure('waiting-now', 'count', n, { opens: n === 0 ? null : 'waiting' }),
    figure('waiting-longest', 'ms', longest, { opens: n === 0 ? null : 'waiting' }),
  ];
}

/** Starts before the first talk began, because its customer may have waited before that. */
function timesOf(context: DeskContext, from: number): OpenTime {
  return context.calendar.openTime(from - 31 * 24 * 60 * MINUTE_MS, context.clock.now());
}

/** Null if nobody here has answered while the customer waited. */
function firstAnswerMs(times: OpenTime, talks: Talks, talk: number): number | null {
  const at = talks.answeredAt(talk);
  return Number.isNaN(at) ? null : times.between(talks.answeredFrom(talk), at);
}

/** Null if nobody has closed it. */
function resolutionMs(times: OpenTime, talks: Talks, talk: number): number | null {
  const at = talks.closedAt(talk);
  return Number.isNaN(at) ? null : times.between(talks.beganAt(talk), at);
}

function whoAnswered(talks: Talks, talk: number): (typeof BY)[number] {
  return talks.isByPerson(talk) ? 'people' : talks.isByItself(talk) ? 'itself' : 'nobody';
}

function spreadOf(ms: number): number {
  return SPREAD_MINUTES.findIndex((minutes) => minutes === null || ms <= minutes * MINUTE_MS);
}

/** The value that is reported when nothing was measured. */
const UNMEASURED = -1;

/** Returns the value that is shown for a talk at this place; null if the talk does not belong there. */
function measureOf(times: OpenTime, talks: Talks, place: ReportPlace): (talk: number) => number | null {
  const first = (talk: number): number | null => firstAnswerMs(times, talks, talk);
  const settled = (talk: number): number | null => resolutionMs(times, talks, talk);
  const by =
    (wanted: (typeof BY)[number] | null) =>
    (talk: number): number | null =>
      wanted === null || whoAnswered(talks, talk) === wanted ? (first(talk) ?? UNMEASURED) : null;
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
      return (talk) => {
        const ms = first(talk);
        return ms !== null && spreadOf(ms) === wanted ? ms : null;
      };
    }
    default:
      return by(BY.find((who) => who === place.series) ?? null);
  }
}

function talkBehind(context: DeskContext, row: TalkBehindRow, value: number): BehindDto {
  const { store } = context;
  const conversation = row.conversation_id === null ? null : store.conversations.byId(row.conversation_id);
  const message = row.message_id === null ? null : store.messages.byId(row.message_id);
  return {
    conversationId: conversation === null ? null : conversationId(conversation.id),
    messageId: message === null ? null : messageId(message.id),
    who: conversation === null ? '' : (conversation.name ?? displayNumber(conversation.number, context.country())),
    at: row.began_at,
    text: message === null ? null : message.text.slice(0, 140).toWellFormed(),
    value: value === UNMEASURED ? null : value,
    unit: 'ms',
  };
}
