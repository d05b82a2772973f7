import type { Refusal } from '../../electron/shared/result.ts';
import { t, words } from './catalogue.svelte.ts';

/** Why the desk refused something, in the language of the window; the desk's own English sentence where there is none. */
export function refusalWords({ code, message }: Refusal): string {
  return words.language === 'en' ? message : (t.refusals[code] ?? message);
}
