import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from '../locales/shell-words.ts';

/** A list of more would hide what is wanted. */
const MOST_SUGGESTIONS = 4;

type Place = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions' | 'editFlags'
>;

interface Does {
  /** Puts a word in the place of the misspelled one. */
  readonly replace: (word: string) => void;
  /** The word is right: it is not marked again. */
  readonly learn: (word: string) => void;
}

/**
 * What the other mouse button offers where words are written or marked: how a word may be spelled, and cut, copy, paste. Empty
 * where there is neither. Pure.
 */
export function editMenu(place: Place, words: ShellWords['edit'], does: Does): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, misspelledWord, dictionarySuggestions, editFlags } = place;
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ label: words.copy, role: 'copy' }];
  const suggestions = dictionarySuggestions.slice(0, MOST_SUGGESTIONS);
  const spelling: MenuItemConstructorOptions[] =
    misspelledWord === ''
      ? []
      : [
          ...suggestions.map((word) => ({ label: word, click: () => does.replace(word) })),
          ...(suggestions.length === 0 ? [{ label: words.noSuggestions, enabled: false }] : []),
          { label: words.learn, click: () => does.learn(misspelledWord) },
          { type: 'separator' },
        ];
  return [
    ...spelling,
    { label: words.cut, role: 'cut', enabled: editFlags.canCut },
    { label: words.copy, role: 'copy', enabled: editFlags.canCopy },
    { label: words.paste, role: 'paste', enabled: editFlags.canPaste },
    { label: words.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}
