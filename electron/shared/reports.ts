import { z } from 'zod';
import type { ConversationId, MessageId } from './ids.ts';
import { CHARTS, FIGURES, REPORT_NAMES, type ChartKey, type FigureKey, type FigureUnit } from './report-words.ts';

const date = z.iso.date();

/** Days of the shop's wall clock, the last one included. */
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
  /** Null if there is nothing to compute it from. */
  readonly value: number | null;
  /** The number of things it is computed from; null if there is no such count. */
  readonly of: number | null;
  /** The value for the range of the same length before; absent if it is not compared. */
  readonly before?: number | null;
  /** What opens behind it: a list, the view of waiting customers, or null for nothing. */
  readonly opens: 'list' | 'waiting' | null;
}

export interface ChartSeries {
  /** A purpose, a state, or a weekday (1 is Monday), depending on the chart. */
  readonly key: string;
  /** One value for each category; null means that there was nothing. */
  readonly values: readonly (number | null)[];
  /** Drawn in its own column, beside the stacked columns of the others. */
  readonly beside?: true;
}

export interface ChartDto {
  readonly key: ChartKey;
  readonly unit: FigureUnit;
  /** The kind of categories: the first day of a stretch of time, an hour, or a code that has words. */
  readonly axis: 'time' | 'hour' | 'spread' | 'score' | 'reason';
  readonly categories: readonly string[];
  /** For reasons, one plain sentence for each; absent if the category itself says it. */
  readonly sentences?: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Stacked columns, lines, a table of shades, or bars with words. */
  readonly form: 'stacked' | 'lines' | 'shades' | 'bars';
  readonly opens: boolean;
}

export interface ReportDto extends ReportRange {
  /** The IANA time zone to which the days and hours belong. */
  readonly zone: string;
  readonly grouping: 'day' | 'week' | 'month';
  readonly madeAt: number;
  /** The ISO 4217 code for amounts of money. */
  readonly currency: string;
  readonly figures: readonly FigureDto[];
  readonly charts: readonly ChartDto[];
}

/** One conversation behind a figure. */
export interface BehindDto {
  /** Null if it is no longer stored, or if there was none. */
  readonly conversationId: ConversationId | null;
  readonly messageId: MessageId | null;
  readonly who: string;
  readonly at: number;
  /** The message's words, if there were any. */
  readonly text: string | null;
  /** The value that counts for it, in the figure's unit: how long it took, or which score. */
  readonly value: number | null;
  readonly unit: FigureUnit | null;
}

export interface BehindPage {
  readonly items: readonly BehindDto[];
  /** There are more than the listed ones. */
  readonly hasMore: boolean;
}

/** The figures of the weekly summary by e-mail, no more than can be read on a phone. */
export const WEEK_FIGURES = ['received', 'sent', 'talks', 'first-answer-median', 'opt-outs', 'kept', 'parts'] as const;
export type WeekFigure = (typeof WEEK_FIGURES)[number];
