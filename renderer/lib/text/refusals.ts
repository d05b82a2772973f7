import type { Refusal } from '../../../electron/shared/result.ts';
import { t, words } from './catalogue.svelte.ts';

/** Why the desk refused something, in the language of the window; the desk's own English sentence where there is none. */
export function refusalWords({ code, message, details }: Refusal): string {
  const own = words.language === 'en' ? undefined : t.refusals[code];
  // What it is about stands in braces.
  const about = (key: string): string => {
    const value = details?.[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return own?.replace(/\{(\w+)\}/g, (_, key: string) => about(key)) ?? message;
}
