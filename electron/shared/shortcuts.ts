/** The one table of shortcuts: the keys that the window answers to and the sheet that lists them both come from here. */
export const SHORTCUTS = [
  { id: 'palette', mod: 'ctrl', key: 'k', group: 'everywhere' },
  { id: 'search', mod: 'ctrl', key: 'f', group: 'everywhere' },
  { id: 'new-text', mod: 'alt', key: 'n', group: 'everywhere' },
  { id: 'undo', mod: 'ctrl', key: 'z', group: 'everywhere' },
  { id: 'tasks', mod: 'alt', key: 't', group: 'everywhere' },
  { id: 'scheduled', mod: 'alt', key: 'w', group: 'everywhere' },
  { id: 'calendar', mod: 'alt', key: 'k', group: 'everywhere' },
  { id: 'orders', mod: 'alt', key: 'x', group: 'everywhere' },
  { id: 'customers', mod: 'alt', key: 'y', group: 'everywhere' },
  { id: 'reports', mod: 'alt', key: 'z', group: 'everywhere' },
  { id: 'notices', mod: 'alt', key: 'b', group: 'everywhere' },
  { id: 'settings', mod: 'ctrl', key: ',', group: 'everywhere' },
  { id: 'help', mod: 'none', key: 'F1', group: 'everywhere' },
  { id: 'sheet', mod: 'ctrl', key: '/', group: 'everywhere' },
  { id: 'back', mod: 'alt', key: 'ArrowLeft', group: 'going' },
  { id: 'forward', mod: 'alt', key: 'ArrowRight', group: 'going' },
  { id: 'focus-views', mod: 'alt', key: 'v', group: 'going' },
  { id: 'focus-list', mod: 'alt', key: 'l', group: 'going' },
  { id: 'focus-thread', mod: 'alt', key: 'h', group: 'going' },
  { id: 'focus-composer', mod: 'alt', key: 'r', group: 'going' },
  { id: 'focus-contact', mod: 'alt', key: 'i', group: 'going' },
  { id: 'next', mod: 'alt', key: 'ArrowDown', group: 'going' },
  { id: 'previous', mod: 'alt', key: 'ArrowUp', group: 'going' },
  { id: 'close', mod: 'alt', key: 'e', group: 'conversation' },
  { id: 'snooze', mod: 'alt', key: 's', group: 'conversation' },
  { id: 'assign', mod: 'alt', key: 'a', group: 'conversation' },
  { id: 'tag', mod: 'alt', key: 'g', group: 'conversation' },
  { id: 'task', mod: 'alt', key: 'o', group: 'conversation' },
  { id: 'call', mod: 'alt', key: 'c', group: 'conversation' },
  { id: 'suggested', mod: 'alt', key: 'q', group: 'conversation' },
  { id: 'unread', mod: 'alt', key: 'u', group: 'conversation' },
  { id: 'note', mod: 'alt', key: 'm', group: 'writing' },
  { id: 'templates', mod: 'alt', key: '/', group: 'writing' },
  { id: 'draft', mod: 'alt', key: 'j', group: 'writing' },
  { id: 'cheaper', mod: 'alt', key: 'p', group: 'writing' },
  { id: 'send-later', mod: 'alt', key: 'Enter', group: 'writing' },
  { id: 'send', mod: 'ctrl', key: 'Enter', group: 'writing' },
  { id: 'send-and-close', mod: 'ctrl-shift', key: 'Enter', group: 'writing' },
] as const satisfies readonly {
  readonly id: string;
  readonly mod: 'none' | 'alt' | 'ctrl' | 'ctrl-shift';
  /** As in `KeyboardEvent.key`, with letters in lower case. */
  readonly key: string;
  readonly group: 'everywhere' | 'going' | 'conversation' | 'writing';
}[];

export type Shortcut = (typeof SHORTCUTS)[number]['id'];
export type ShortcutGroup = (typeof SHORTCUTS)[number]['group'];

/** Keys of the list while it has the focus; they are here for the sheet. */
export const LIST_KEYS = [
  { id: 'move', keys: '↑ ↓' },
  { id: 'ends', keys: 'Home End' },
  { id: 'write', keys: 'Enter' },
  { id: 'mark', keys: 'Space' },
  { id: 'mark-more', keys: 'Shift ↑ ↓' },
  { id: 'mark-all', keys: 'Ctrl A' },
  { id: 'unmark', keys: 'Esc' },
] as const;
