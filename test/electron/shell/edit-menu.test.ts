import { expect, test } from 'vitest';
import { enShell } from '../../../electron/locales/en/shell.ts';
import { editMenu } from '../../../electron/shell/edit-menu.ts';

const FLAGS = {
  canUndo: true,
  canRedo: true,
  canCut: false,
  canCopy: false,
  canPaste: true,
  canDelete: false,
  canSelectAll: true,
  canEditRichly: false,
};
const field = { isEditable: true, selectionText: '', misspelledWord: '', dictionarySuggestions: [], editFlags: FLAGS };

test('a misspelled word: the likeliest spellings, at most four, and that it is right', () => {
  const done: string[] = [];
  const menu = editMenu(
    {
      ...field,
      misspelledWord: 'recieve',
      dictionarySuggestions: ['receive', 'relieve', 'recite', 'deceive', 'received'],
    },
    enShell.edit,
    { replace: (word) => done.push(`replace ${word}`), learn: (word) => done.push(`learn ${word}`) },
  );
  expect(menu.map(({ label, type }) => label ?? type)).toEqual([
    'receive',
    'relieve',
    'recite',
    'deceive',
    'Add to dictionary',
    'separator',
    'Cut',
    'Copy',
    'Paste',
    'Select all',
  ]);
  for (const at of [0, 4]) {
    const click = menu[at]?.click as (() => void) | undefined;
    click?.();
  }
  expect(done).toEqual(['replace receive', 'learn recieve']);
});

test('a word that nobody knows a better one for says so; what cannot be done cannot be pressed', () => {
  const does = { replace: () => {}, learn: () => {} };
  const [first] = editMenu({ ...field, misspelledWord: 'xqzt' }, enShell.edit, does);
  expect(first).toEqual({ label: 'No suggestions', enabled: false });
  const plain = editMenu(field, enShell.edit, does);
  expect(plain.map(({ role, enabled }) => [role, enabled])).toEqual([
    ['cut', false],
    ['copy', false],
    ['paste', true],
    ['selectAll', true],
  ]);
});

test('beside a field only what is marked can be copied', () => {
  const does = { replace: () => {}, learn: () => {} };
  expect(editMenu({ ...field, isEditable: false }, enShell.edit, does)).toEqual([]);
  const marked = editMenu({ ...field, isEditable: false, selectionText: 'Ana' }, enShell.edit, does);
  expect(marked.map(({ role }) => role)).toEqual(['copy']);
});
