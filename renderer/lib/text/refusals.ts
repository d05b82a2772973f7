import { fillSentence, type Refusal, type RefusalKey } from '../../../electron/shared/result.ts';
import { t } from './catalogue.svelte.ts';

/** Why the desk refused something, in the language of the window; in the desk's own words where only those are known. */
export function refusalWords({ code, variant, message, details }: Refusal): string {
  const key = variant === undefined ? code : `${code}.${variant}`;
  const sentence = key in t.refusals ? t.refusals[key as RefusalKey] : undefined;
  return sentence === undefined ? message : fillSentence(sentence, details);
}
