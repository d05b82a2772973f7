import { z } from 'zod';
import { id } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';
import type { StepKind } from '../../shared/survey-words.ts';
import { type Survey, survey } from '../../shared/surveys.ts';

export interface SurveyDto extends Survey {
  readonly id: string;
}

/** What a customer answered to one question. */
export interface CustomerSurveyDto {
  readonly survey: string;
  readonly at: number;
  readonly kind: StepKind;
  /** `4/5`, or the choice of the customer; null if there are only words. */
  readonly score: string | null;
  readonly mood: 'low' | 'high' | null;
  readonly words: string;
}

/** Surveys, and what customers answered. */
export const surveysContract = {
  methods: {
    'surveys.list': method(z.strictObject({}), answer<readonly SurveyDto[]>()),
    'surveys.save': method(survey.safeExtend({ id: id.nullable() }), answer<SurveyDto>()),
    'surveys.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly SurveyDto[]>()),
    /** The survey answers of one customer. */
    'surveys.ofCustomer': method(z.strictObject({ conversationId: id }), answer<readonly CustomerSurveyDto[]>()),
  },
  events: {},
} satisfies Contract;
