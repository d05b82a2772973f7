import { describe, expect, test } from 'vitest';
import { SHORTCUTS } from '../../electron/shared/shortcuts.ts';
import { keysOf, shortcutOf } from '../../renderer/lib/keys.ts';
import { de } from '../../electron/locales/de/window.ts';
import { en } from '../../electron/locales/en/window.ts';

/** What browsers keep for themselves, whatever a page does, and what every text field needs. */
const TAKEN = [
  'ctrl t',
  'ctrl n',
  'ctrl w',
  'ctrl a',
  'ctrl c',
  'ctrl v',
  'ctrl x',
  'alt d',
  'alt F4',
  'alt ArrowLeft',
  'alt ArrowRight',
];

const press = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    ...more,
  }) as KeyboardEvent;

describe('shortcuts', () => {
  test('no two are the same, and none is the browser’s or a text field’s', () => {
    const keys = SHORTCUTS.map(({ mod, key }) => `${mod} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    const asInBrowsers = ['back', 'forward'];
    const own = SHORTCUTS.filter(({ id }) => !asInBrowsers.includes(id)).map(({ mod, key }) => `${mod} ${key}`);
    expect(own.filter((key) => TAKEN.includes(key))).toEqual([]);
  });

  test('each is found by its keys, and has a name in every language', () => {
    for (const { id, mod, key } of SHORTCUTS) {
      const modifier =
        mod === 'none' ? {} : mod === 'alt' ? { altKey: true } : { ctrlKey: true, shiftKey: mod === 'ctrl-shift' };
      expect(shortcutOf(press(key, modifier))).toBe(id);
      if (mod !== 'none') expect(shortcutOf(press(key))).toBeNull();
      expect(keysOf(id)).toMatch(mod === 'none' ? /^F\d$/ : /^(Alt|Ctrl|Ctrl Shift) \S+$/);
      for (const words of [en, de]) expect(words.shortcuts[id]).not.toBe('');
    }
  });

  test('letters are found with Caps Lock too, and not while a word is being composed', () => {
    expect(shortcutOf(press('K', { ctrlKey: true }))).toBe('palette');
    expect(shortcutOf(press('k', { metaKey: true }))).toBe('palette');
    expect(shortcutOf(press('k', { ctrlKey: true, isComposing: true }))).toBeNull();
    expect(shortcutOf(press('k', { ctrlKey: true, altKey: true }))).toBeNull(); // AltGr
  });

  test('on a Mac Option stays free for signs: Control and Option together lead to the same', () => {
    const pressed = (key: string, code: string, more: Partial<KeyboardEvent>): KeyboardEvent =>
      press(key, { code, ...more });
    expect(shortcutOf(pressed('@', 'KeyL', { altKey: true }), true)).toBeNull(); // German: Option L
    expect(shortcutOf(pressed('¬', 'KeyL', { altKey: true, ctrlKey: true }), true)).toBe('focus-list');
    expect(shortcutOf(pressed('÷', 'Slash', { altKey: true, ctrlKey: true }), true)).toBe('templates');
    expect(shortcutOf(pressed('ArrowDown', 'ArrowDown', { altKey: true, ctrlKey: true }), true)).toBe('next');
    expect(shortcutOf(pressed('k', 'KeyK', { metaKey: true }), true)).toBe('palette');
    expect(shortcutOf(pressed('k', 'KeyK', { ctrlKey: true }), true)).toBeNull(); // deletes to the end of the line
  });
});
