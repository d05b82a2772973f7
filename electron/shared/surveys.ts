import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { SURVEY_TRIGGERS, STEP_KINDS } from './survey-words.ts';

/** One question of a survey. */
export const surveyStep = z.strictObject({
  kind: z.enum(STEP_KINDS),
  text: z.string().trim().min(1).max(600),
  /** For `choice`: the possible answers, which customers pick by number or by words. */
  choices: z.array(z.string().trim().min(1).max(60)).max(9),
});
export type SurveyStep = z.infer<typeof surveyStep>;

export const survey = z.strictObject({
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean(),
  /** The occasions after which it is sent. */
  after: z.array(z.enum(SURVEY_TRIGGERS)).max(SURVEY_TRIGGERS.length),
  /** How long after the occasion it is sent. */
  delayMinutes: z
    .number()
    .int()
    .min(0)
    .max(7 * 24 * 60),
  steps: z.array(surveyStep).min(1).max(5),
  /** Sent at the end; empty means nothing. */
  thanks: z.string().trim().max(300),
  /** The tag for a customer who was not content, or who was very content; null means none. */
  lowTagId: z.string().max(LONGEST_ID).nullable(),
  highTagId: z.string().max(LONGEST_ID).nullable(),
});
export type Survey = z.infer<typeof survey>;

/** Reads a survey as it is stored: its name and, as JSON, the rest. Null if it cannot be read any more. */
export function parseSurvey(name: string, body: string): Survey | null {
  const read = survey.safeParse({ ...(JSON.parse(body) as object), name });
  return read.success ? read.data : null;
}
