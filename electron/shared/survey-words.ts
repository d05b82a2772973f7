/** The occasions after which a survey is sent. */
export const SURVEY_TRIGGERS = ['conversation', 'appointment', 'order'] as const;
export type SurveyTrigger = (typeof SURVEY_TRIGGERS)[number];

/** A score from 1 to 5; a score from 0 to 10; one of several choices; free text. */
export const STEP_KINDS = ['satisfaction', 'recommendation', 'choice', 'words'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** From worst to best. */
export const SCALES: Readonly<
  Record<'satisfaction' | 'recommendation', { readonly from: number; readonly to: number }>
> = {
  satisfaction: { from: 1, to: 5 },
  recommendation: { from: 0, to: 10 },
};

/**
 * Scores up to `low` mean discontent, and scores from `high` mean great content. For recommendations: detractors and promoters.
 */
export const MOODS: Readonly<
  Record<'satisfaction' | 'recommendation', { readonly low: number; readonly high: number }>
> = {
  satisfaction: { low: 2, high: 5 },
  recommendation: { low: 6, high: 9 },
};
