import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { SURVEY_TRIGGERS, STEP_KINDS } from './survey-words.ts';

/** One thing that is asked. */
export const surveyStep = z.strictObject({
  kind: z.enum(STEP_KINDS),
  text: z.string().trim().min(1).max(600),
  /** For `choice`: what can be answered, by its number or its words. */
  choices: z.array(z.string().trim().min(1).max(60)).max(9),
});
export type SurveyStep = z.infer<typeof surveyStep>;

export const survey = z.strictObject({
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean(),
  /** After what it is sent. */
  after: z.array(z.enum(SURVEY_TRIGGERS)).max(SURVEY_TRIGGERS.length),
  /** So long after it. */
  delayMinutes: z
    .number()
    .int()
    .min(0)
    .max(7 * 24 * 60),
  steps: z.array(surveyStep).min(1).max(5),
  /** Said at the end; empty: nothing is. */
  thanks: z.string().trim().max(300),
  /** What the customer is tagged with who was not content, or was very; null: nothing. */
  lowTagId: z.string().max(LONGEST_ID).nullable(),
  highTagId: z.string().max(LONGEST_ID).nullable(),
});
export type Survey = z.infer<typeof survey>;

/** As it is kept: the name and, as JSON, the rest; null: it cannot be read any more. */
export function parseSurvey(name: string, body: string): Survey | null {
  const read = survey.safeParse({ ...(JSON.parse(body) as object), name });
  return read.success ? read.data : null;
}
