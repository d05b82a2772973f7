export type Shortcut = 'new-text' | 'close-conversation' | 'focus-list' | 'focus-search' | 'undo-send';

/** One table of shortcuts; what the window answers to and what it shows come from here. */
export const SHORTCUTS: readonly {
  readonly id: Shortcut;
  readonly keys: string;
  readonly key: string;
  readonly mod: 'alt' | 'ctrl';
}[] = [
  { id: 'new-text', keys: 'Alt N', key: 'n', mod: 'alt' },
  { id: 'close-conversation', keys: 'Alt E', key: 'e', mod: 'alt' },
  { id: 'focus-list', keys: 'Alt L', key: 'l', mod: 'alt' },
  { id: 'focus-search', keys: 'Ctrl F', key: 'f', mod: 'ctrl' },
  { id: 'undo-send', keys: 'Ctrl Z', key: 'z', mod: 'ctrl' },
];

export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.shiftKey || event.isComposing) return null;
  const ctrl = event.ctrlKey || event.metaKey;
  const found = SHORTCUTS.find(
    ({ key, mod }) =>
      event.key.toLowerCase() === key && (mod === 'alt' ? event.altKey && !ctrl : ctrl && !event.altKey),
  );
  return found?.id ?? null;
}

export function keysOf(id: Shortcut): string {
  return SHORTCUTS.find((shortcut) => shortcut.id === id)?.keys ?? '';
}
