import type { Reason } from '../../../electron/shared/reason.ts';
import { t } from './catalogue.svelte.ts';

/** Why something is as it is, and what to do: in the language of the window, else the desk's own English. */
export function reasonParts({ code, sentence, remedy }: Reason): readonly [sentence: string, remedy: string | null] {
  return t.reasons[code] ?? [sentence, remedy];
}

export function reasonWords(reason: Reason): string {
  return reasonParts(reason)
    .filter((part) => part !== null)
    .join(' ');
}
