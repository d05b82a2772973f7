/** What a report can be about, in the order they are offered. */
export const REPORT_NAMES = [
  'week',
  'volume',
  'answers',
  'satisfaction',
  'consent',
  'appointments',
  'delivery',
  'costs',
  'line',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** One number of a report. What each means stands in the window's words. */
export const FIGURES = [
  // Texts.
  'received',
  'sent',
  'sent-by-people',
  'sent-by-itself',
  // Talks.
  'talks',
  'answered-by-people',
  'answered-by-itself',
  'unanswered',
  'first-answer-median',
  'first-answer-p90',
  'resolution-median',
  'resolution-p90',
  'waiting-now',
  'waiting-longest',
  // Surveys.
  'asked',
  'answered',
  'content',
  'score-mean',
  'recommendation',
  // Consent.
  'opt-outs',
  'opt-ins',
  'offers-agreed',
  // Appointments.
  'kept',
  'missed',
  'cancelled',
  'moved',
  'to-come',
  // Delivery.
  'delivered',
  'unreported',
  'failed',
  'uncertain',
  // Costs.
  'parts',
  'cost',
  'bundle-used',
  'bundle-left',
  // Line.
  'uptime',
  'away',
  'unwatched',
] as const;
export type FigureKey = (typeof FIGURES)[number];

export const CHARTS = [
  'texts-by-time',
  'texts-by-hour',
  'talks-by-time',
  'first-answer-by-time',
  'first-answer-spread',
  'resolution-by-time',
  'scores',
  'recommendations',
  'consent-by-time',
  'appointments-by-time',
  'delivery-by-time',
  'delivery-causes',
  'parts-by-time',
  'cost-by-time',
  'uptime-by-time',
] as const;
export type ChartKey = (typeof CHARTS)[number];

/** How a number is to be read: how many, a part of 1, milliseconds, in the shop's currency, on a scale. */
export type FigureUnit = 'count' | 'share' | 'ms' | 'money' | 'score';

/** Up to how long a first answer took, in minutes; the last: longer. */
export const SPREAD_MINUTES = [5, 15, 60, 240, 480, null] as const;

/** The longest that can be looked at, in days. */
export const LONGEST_REPORT_DAYS = 1_100;
