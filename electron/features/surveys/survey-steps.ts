import { MOODS, SCALES } from '../../shared/survey-words.ts';
import type { SurveyStep } from '../../shared/surveys.ts';
import type { CustomerSurveyDto } from './contract.ts';
import { choiceIn, scoreIn } from './score.ts';

/** The question, with the possible answers where the text does not name them. */
export function askingText({ kind, text, choices }: SurveyStep): string {
  return kind === 'choice' ? `${text}\n${choices.map((choice, i) => `${i + 1} ${choice}`).join('\n')}` : text;
}

export function answerTo(
  step: SurveyStep,
  text: string,
): { readonly score: number | null; readonly words: string } | null {
  switch (step.kind) {
    case 'satisfaction':
    case 'recommendation':
      return scoreIn(text, SCALES[step.kind]);
    case 'choice': {
      const chosen = choiceIn(text, step.choices);
      return chosen === null ? null : { score: chosen, words: text.trim() };
    }
    case 'words':
      return text.trim() === '' ? null : { score: null, words: text.trim() };
  }
}

/** How content the answer is; null for a question without a scale, or for an answer in between. */
export function moodOf({ kind }: Pick<SurveyStep, 'kind'>, score: number | null): 'low' | 'high' | null {
  if ((kind !== 'satisfaction' && kind !== 'recommendation') || score === null) return null;
  const { low, high } = MOODS[kind];
  return score <= low ? 'low' : score >= high ? 'high' : null;
}

export function saidOf(
  step: SurveyStep,
  score: number | null,
  words: string,
): Pick<CustomerSurveyDto, 'score' | 'mood' | 'words'> {
  switch (step.kind) {
    case 'satisfaction':
    case 'recommendation':
      return { score: `${score}/${SCALES[step.kind].to}`, mood: moodOf(step, score), words };
    case 'choice':
      return { score: step.choices[score ?? 0] ?? '', mood: null, words: '' };
    case 'words':
      return { score: null, mood: null, words };
  }
}
