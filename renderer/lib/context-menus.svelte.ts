import type { MenuItem } from '../components/menu.svelte';

interface Open {
  /** What it is about, for those who hear it. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly x: number;
  readonly y: number;
}

/** The menu that the other mouse button or the menu key opens where the pointer is; one at a time. */
export class ContextMenus {
  current = $state.raw<Open | null>(null);
  #from: HTMLElement | null = null;

  /** In the place of the browser's own, which stays where words are marked or written. */
  open(event: MouseEvent, label: string, items: readonly MenuItem[]): void {
    const target = event.target as HTMLElement | null;
    if (items.length === 0 || target?.closest('input, textarea') != null) return;
    if (getSelection()?.isCollapsed === false && target !== null && getSelection()?.containsNode(target, true) === true)
      return;
    event.preventDefault();
    this.#from = document.activeElement as HTMLElement | null;
    this.current = { label, items, x: event.clientX, y: event.clientY };
  }

  /** The keyboard goes on where it was, unless what was chosen has taken it elsewhere. */
  close(): void {
    this.current = null;
    if (document.activeElement === document.body || document.activeElement === null) this.#from?.focus();
  }
}
