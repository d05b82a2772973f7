import { z } from 'zod';
import type { ConversationId, MessageId } from './ids.ts';
import { CHARTS, FIGURES, REPORT_NAMES, type ChartKey, type FigureKey, type FigureUnit } from './report-words.ts';

const date = z.iso.date();

/** Days of the shop's wall clock, both included. */
export const reportRange = z.strictObject({ name: z.enum(REPORT_NAMES), from: date, to: date });
export type ReportRange = z.infer<typeof reportRange>;

/** A figure, or one place in a chart. */
export const reportPlace = z.union([
  z.strictObject({ figure: z.enum(FIGURES) }),
  z.strictObject({ chart: z.enum(CHARTS), series: z.string().max(60), category: z.string().max(60) }),
]);
export type ReportPlace = z.infer<typeof reportPlace>;

export interface FigureDto {
  readonly key: FigureKey;
  readonly unit: FigureUnit;
  /** Null: there is nothing to tell it from. */
  readonly value: number | null;
  /** Of how many; null: of nothing that could be counted. */
  readonly of: number | null;
  /** The same in the time of the same length before; absent where that is not told. */
  readonly before?: number | null;
  /** What is behind it: a list, the view of who waits, nothing that could be opened. */
  readonly opens: 'list' | 'waiting' | null;
}

export interface ChartSeries {
  /** A purpose, a state, a weekday from 1 on Monday: as the chart counts. */
  readonly key: string;
  /** One for each category; null: there was nothing. */
  readonly values: readonly (number | null)[];
  /** In a column of its own, beside the others' that stand upon each other. */
  readonly beside?: true;
}

export interface ChartDto {
  readonly key: ChartKey;
  readonly unit: FigureUnit;
  /** What the categories are: the first day of a stretch of time, an hour, a code that has words. */
  readonly axis: 'time' | 'hour' | 'spread' | 'score' | 'reason';
  readonly categories: readonly string[];
  /** Of reasons, a plain sentence each; absent where the category says it. */
  readonly sentences?: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Columns upon each other, columns beside each other's line, a table of shades, bars with words. */
  readonly form: 'stacked' | 'lines' | 'shades' | 'bars';
  readonly opens: boolean;
}

export interface ReportDto extends ReportRange {
  /** IANA: whose days and hours these are. */
  readonly zone: string;
  readonly grouping: 'day' | 'week' | 'month';
  readonly madeAt: number;
  /** ISO 4217, for money. */
  readonly currency: string;
  readonly figures: readonly FigureDto[];
  readonly charts: readonly ChartDto[];
}

/** One conversation behind a figure. */
export interface BehindDto {
  /** Null: it is not kept any more, or there was none. */
  readonly conversationId: ConversationId | null;
  readonly messageId: MessageId | null;
  readonly who: string;
  readonly at: number;
  /** The words, if there were any. */
  readonly text: string | null;
  /** What is told of it, in the unit: how long it took, which score. */
  readonly value: number | null;
  readonly unit: FigureUnit | null;
}

export interface BehindPage {
  readonly items: readonly BehindDto[];
  /** There are more than are listed. */
  readonly hasMore: boolean;
}

/** Of the weekly summary by mail, as many as are read on a phone. */
export const WEEK_FIGURES = ['received', 'sent', 'talks', 'first-answer-median', 'opt-outs', 'kept', 'parts'] as const;
export type WeekFigure = (typeof WEEK_FIGURES)[number];
