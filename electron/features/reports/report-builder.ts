import { conversationId, messageId } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import type { FigureKey, FigureUnit } from '../../shared/report-words.ts';
import type { BehindDto, ChartDto, FigureDto, ReportPlace } from '../../shared/reports.ts';
import type { Counted, TextBehindRow, TextCount } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Grid } from './time-buckets.ts';

/** How many entries are listed behind a figure. */
export const BEHIND_SHOWN = 200;
const PREVIEW_LENGTH = 140;

/** The input of a report. */
export interface Making {
  readonly context: DeskContext;
  readonly grid: Grid;
  readonly now: number;
  /** The grid's range, for the shop's lines. */
  readonly counted: Counted;
  /** The messages of the grid's days. They are read once, however often they are asked for. */
  readonly texts: () => readonly TextCount[];
}

export interface Made {
  readonly figures: readonly FigureDto[];
  readonly charts: readonly ChartDto[];
}

/** One report: its figures and charts, and the entries behind a place in it, with the most telling first. */
export interface Report {
  readonly read: (making: Making) => Made;
  readonly behind: (making: Making, place: ReportPlace) => readonly BehindDto[];
}

export function making(context: DeskContext, grid: Grid): Making {
  const { reports } = context.store;
  return over(context, grid, { ...grid.range, lines: reports.lines() });
}

/** The same input, limited to one stretch of the grid. */
export function within(
  { context, grid, counted }: Making,
  range: { readonly from: number; readonly until: number },
): Making {
  return over(context, grid, { ...counted, ...range });
}

function over(context: DeskContext, grid: Grid, counted: Counted): Making {
  let texts: readonly TextCount[] | null = null;
  return {
    context,
    grid,
    now: context.clock.now(),
    counted,
    texts: () => (texts ??= context.store.reports.texts({ ...counted, days: grid.days })),
  };
}

/** The input for the stretch that a place in a time chart stands for; null if there is none. */
export function atCategory(report: Making, place: ReportPlace): Making | null {
  if (!('chart' in place)) return report;
  const stretch = report.grid.stretch(place.category);
  return stretch === null ? null : within(report, stretch);
}

export function figure(
  key: FigureKey,
  unit: FigureUnit,
  value: number | null,
  { of = null, opens = 'list' }: Partial<Pick<FigureDto, 'of' | 'opens'>> = {},
): FigureDto {
  return { key, unit, value, of, opens };
}

/** A part as a share of a whole; null if the whole is zero. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/**
 * The value that this share of the values does not exceed, by nearest rank.
 * @param sorted ascending
 * @param part above 0, up to 1
 * @returns null if there are no values
 */
export function percentile(sorted: ArrayLike<number>, part: number): number | null {
  return sorted.length === 0 ? null : (sorted[Math.ceil(part * sorted.length) - 1] as number);
}

export function textBehind(context: DeskContext, row: TextBehindRow): BehindDto {
  const conversation = context.store.conversations.byId(row.conversation_id);
  return {
    conversationId: conversationId(row.conversation_id),
    messageId: messageId(row.id),
    who: conversation?.name ?? displayNumber(conversation?.number ?? '', context.country()),
    at: row.at,
    text: row.text.slice(0, PREVIEW_LENGTH).toWellFormed(),
    value: null,
    unit: null,
  };
}

/** An entry that stands for a number, which may never have had a conversation with us. */
export function numberBehind(
  context: DeskContext,
  number: string | null,
  behind: { readonly at: number } & Partial<Omit<BehindDto, 'conversationId' | 'at'>>,
): BehindDto {
  const { store } = context;
  const found = number === null ? null : store.reports.conversationOf(number);
  const name = number === null ? '' : (store.contacts.ofNumber(number)?.name ?? '');
  return {
    messageId: null,
    text: null,
    value: null,
    unit: null,
    who: name || (number === null ? '' : displayNumber(number, context.country())),
    ...behind,
    conversationId: found === null ? null : conversationId(found),
  };
}
