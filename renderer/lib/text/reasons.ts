import type { Reason } from '../../../electron/shared/reason.ts';
import { t } from './catalogue.svelte.ts';

/** Why something is as it is and what to do: in the language of the window, else the desk's own English. */
export function reasonWords({ code, sentence, remedy }: Reason): string {
  const [own, ownRemedy] = t.reasons[code] ?? [sentence, remedy];
  return [own, ownRemedy].filter((part) => part !== null).join(' ');
}
