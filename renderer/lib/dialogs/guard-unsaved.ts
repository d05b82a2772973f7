import { onMount, untrack } from 'svelte';
import { useUnsaved } from './unsaved.ts';

/**
 * Whoever leaves the dialog or the page that a component stands in is asked first, as long as something in it is written and not saved.
 * Called while the component is made; it ends with the component.
 */
export function guardUnsaved(isUnsaved: () => boolean): void {
  const unsaved = useUnsaved();
  onMount(() => unsaved.guard(isUnsaved));
}

/** Whether what is written is otherwise than it is now. @param current plain data that JSON can hold */
export function changedFromNow(current: () => unknown): () => boolean {
  const before = JSON.stringify(untrack(current));
  return () => JSON.stringify(current()) !== before;
}
