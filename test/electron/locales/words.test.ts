import { expect, test } from 'vitest';
import { OWNER_WORDS } from '../../../electron/locales/owners.ts';
import type { WindowLanguage } from '../../../electron/locales/languages.ts';
import { LOCALES } from '../../../electron/locales/index.ts';

/** Names of other things that are written so. */
const NAMES: ReadonlySet<string> = new Set(['iCalendar', 'vCard', 'ttyUSB0']);

function sentencesIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesIn) : [];
}

/** What renaming something in the code leaves behind where its name was a word as well. */
const isOfTheCode = (word: string): boolean =>
  (/^[a-z]+[A-Z]/.test(word) && !NAMES.has(word)) || /^(?:Dto|Emitter|Repository|undefined|null|NaN)$/.test(word);

test.each(Object.entries(LOCALES))(
  'nothing that is said in %s is a name of the code',
  (language, { window, shell }) => {
    const found = sentencesIn([window, shell, OWNER_WORDS[language as WindowLanguage]]).flatMap(
      (sentence) =>
        // What is filled in by the desk or by the owner has names of its own.
        sentence.replaceAll(/\{+[^}]*\}+/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [],
    );
    expect(found.length).toBeGreaterThan(1_000);
    expect(found.filter(isOfTheCode)).toEqual([]);
  },
);
