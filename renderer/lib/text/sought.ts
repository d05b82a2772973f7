import { fold } from '../../../electron/shared/fold.ts';
import type { SoughtFor } from '../../../electron/locales/synonyms.ts';
import { t } from './catalogue.svelte.ts';

/**
 * Whether something is what somebody looks for: each of the typed words begins one of its own words, or one it is also known by.
 * @param names what it says itself; @param id what its other words stand under
 */
export function isSought(query: string, names: string, id: string = ''): boolean {
  const words = fold(`${names} ${t.synonyms[id as SoughtFor] ?? ''}`).split(/[^\p{L}\p{N}]+/u);
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
