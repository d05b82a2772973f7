import { SHORTCUTS, type Shortcut } from '../../electron/shared/shortcuts.ts';
import { t } from './text/format.ts';

/**
 * On a Mac, Option types signs, such as the @ of a German keyboard: so Alt is replaced by Control and Option together, and Ctrl
 * by Command.
 */
export const isMac = /Mac/.test(globalThis.navigator?.userAgent ?? '');

export function shortcutOf(event: KeyboardEvent, mac = isMac): Shortcut | null {
  if (event.isComposing) return null;
  const ctrl = mac ? event.metaKey : event.ctrlKey || event.metaKey;
  const alt = mac ? event.altKey && event.ctrlKey : event.altKey;
  // Some layouts have the slash above the seven: there it comes with Shift.
  const shift = event.shiftKey && event.key !== '/';
  // With Option the letter is another sign: the key itself is meant.
  const letter = mac && alt ? /^Key([A-Z])$/.exec(event.code)?.[1] : undefined;
  const named = letter ?? (mac && alt && event.code === 'Slash' ? '/' : event.key);
  const pressed = named.length === 1 ? named.toLowerCase() : named;
  const mod =
    alt && !ctrl && !shift
      ? 'alt'
      : ctrl && !event.altKey
        ? shift
          ? ('ctrl-shift' as const)
          : ('ctrl' as const)
        : !alt && !ctrl && !shift
          ? ('none' as const)
          : null;
  return SHORTCUTS.find((shortcut) => shortcut.key === pressed && shortcut.mod === mod)?.id ?? null;
}

/** As it is printed on the keyboard. */
export function keysOf(id: Shortcut): string {
  const { mod, key } = SHORTCUTS.find((shortcut) => shortcut.id === id) as (typeof SHORTCUTS)[number];
  if (mod === 'none') return keyName(key);
  const modifier = isMac ? { alt: '⌃⌥', ctrl: '⌘', 'ctrl-shift': '⇧⌘' }[mod] : t.keys[mod];
  return `${modifier} ${keyName(key)}`;
}

/** Several keys with spaces between them, each as it is printed on the keyboard. */
export function keyNames(keys: string): string {
  return keys.split(' ').map(keyName).join(' ');
}

function keyName(key: string): string {
  const names: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ...t.keyNames };
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
