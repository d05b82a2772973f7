/** The subjects of reports, in the order in which they are offered. */
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

/** The numbers of the reports. The window's words explain each. */
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

/** How a number is to be read: a count, a share of 1, milliseconds, an amount in the shop's currency, or a score on a scale. */
export type FigureUnit = 'count' | 'share' | 'ms' | 'money' | 'score';

/** The upper limits, in minutes, of the classes of first answers; null, the last, means any longer time. */
export const SPREAD_MINUTES = [5, 15, 60, 240, 480, null] as const;

/** The longest range of a report, in days. */
export const LONGEST_REPORT_DAYS = 1_100;
