import { describe, expect, test } from 'vitest';
import { help as de } from '../../../electron/locales/de/help.ts';
import { help as en } from '../../../electron/locales/en/help.ts';
import { HELP_GROUPS, HELP_PAGES, type HelpPages } from '../../../electron/locales/help-page.ts';
import { LOCALES } from '../../../electron/locales/index.ts';
import { SETTINGS_SECTIONS } from '../../../electron/shared/setting.ts';
import { blocksOf, type Inline } from '../../../renderer/features/help/notation.ts';
import { helpOfReason, helpOfRefusal } from '../../../renderer/features/help/help-of.ts';
import { searchHelp } from '../../../renderer/features/help/search.ts';

const HELP = { en, de } as const satisfies Readonly<Record<string, HelpPages>>;
const LANGUAGES = ['en', 'de'] as const;

/** Every string and what a function says of it, wherever it stands in the words of the window. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return [];
}

/** Not in the words of the window as they stand there: a keyword of customers, an option that is put together. */
const EXCEPTIONS: Readonly<Record<(typeof LANGUAGES)[number], readonly string[]>> = {
  en: ['waitlist: No offers'],
  de: ['opt-out: HELP', 'waitlist: Keine Angebote'],
};

/** Literal words of the first version, which users of such programs do not know. */
const OLD: Readonly<Record<(typeof LANGUAGES)[number], RegExp>> = {
  en: /\b(?:by (?:itself|themselves)|somebody|goes? out|gone out|operators?|cancelled|colours?|taken back)\b/i,
  de: /\b(?:von selbst|Laden(?! Sie)|Textvorlagen?|Vorlagen?|Regeln?|Emitter|Tresen|Kennwort|zurückholen|du|dein)\b/,
};

const inlinesOf = (body: string): readonly Inline[] =>
  blocksOf(body).flatMap((block) => ('entries' in block ? block.entries.flat() : block.content));

test('each page is in one group', () => {
  expect(new Set(HELP_PAGES).size).toBe(HELP_PAGES.length);
  expect(Object.values(HELP_GROUPS).flat()).toEqual(HELP_PAGES);
});

describe.each(LANGUAGES)('the help in %s', (language) => {
  const pages: HelpPages = HELP[language];

  test('has every page, with words to find it by, and nothing in a notation that nobody reads', () => {
    expect(Object.keys(pages).toSorted()).toEqual([...HELP_PAGES].toSorted());
    for (const id of HELP_PAGES) {
      const { title, summary, sought, body } = pages[id];
      expect(title.length, id).toBeLessThan(48);
      expect(summary, id).toMatch(/^\S.{8,140}[.?]$/);
      expect(sought.length, id).toBeGreaterThan(2);
      const said = inlinesOf(body)
        .map(({ text }) => text)
        .join(' ');
      expect(said, id).not.toMatch(/\*\*|\]\(|^#|[<>`]|\$\{/);
      expect(body.length, id).toBeGreaterThan(150);
    }
  });

  test('says nothing in the words of the first version', () => {
    const found = HELP_PAGES.flatMap((id) => {
      const { title, summary, body } = pages[id];
      return [title, summary, ...body.split('\n')]
        .filter((each) => OLD[language].test(each))
        .map((each) => `${id}: ${each}`);
    });
    expect(found).toEqual([]);
  });

  test('its links lead somewhere', () => {
    for (const id of HELP_PAGES)
      for (const part of inlinesOf(pages[id].body))
        if ('to' in part) {
          const known: readonly string[] = part.kind === 'help' ? HELP_PAGES : SETTINGS_SECTIONS;
          expect(known, `${id}: ${part.kind}:${part.to}`).toContain(part.to);
        }
  });

  test('what it names by name is called so in the window', () => {
    const { window, shell } = LOCALES[language] as unknown as Record<string, unknown>;
    const called = new Set([...stringsIn(window), ...stringsIn(shell)].map((each) => each.toLowerCase()));
    const isCalled = (name: string): boolean =>
      called.has(name.toLowerCase()) || [...called].some((each) => each.includes(name.toLowerCase()));
    const unknown = HELP_PAGES.flatMap((id) =>
      inlinesOf(pages[id].body)
        .filter((part) => part.kind === 'name' && !isCalled(part.text))
        .map(({ text }) => `${id}: ${text}`),
    );
    // Names that the window puts together from several words, and words of customers.
    expect(unknown).toEqual(EXCEPTIONS[language]);
  });
});

test('everyday words find the page that is meant before all others', () => {
  for (const [query, id] of [
    ['puk', 'line-puk'],
    ['plug in', 'connect-modem'],
    ['backup', 'backup'],
    ['waitlist', 'waitlist'],
    ['keyboard', 'keyboard'],
    ['csv', 'import-customers'],
  ] as const)
    expect(searchHelp(en, query)[0], query).toBe(id);
  expect(searchHelp(en, 'zzzz')).toEqual([]);
  expect(searchHelp(en, '  ')).toEqual([]);
  expect(searchHelp(de, 'sicherung')[0]).toBe('backup');
});

test('what a line can say has a page, and so has what the modem may answer', () => {
  for (const code of Object.keys(LOCALES.de.window.reasons).filter((each) => each.startsWith('cms-')))
    expect(helpOfReason(code)).toBe('line-sending-refused');
  expect(helpOfReason('unplugged')).toBe('line-unplugged');
  expect(helpOfReason('undo')).toBeNull();
  expect(helpOfRefusal({ code: 'disk-full' })).toBe('disk-full');
  expect(helpOfRefusal({ code: 'empty-text' })).toBeNull();
});

test('the notation: paragraphs, lists, steps, headings, names and links', () => {
  expect(
    blocksOf('One **Save** [here](help:backup).\n\n- a\n- b\n1. first\n\n1. again\n## Then [set](settings:hours)'),
  ).toEqual([
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: 'One ' },
        { kind: 'name', text: 'Save' },
        { kind: 'text', text: ' ' },
        { kind: 'help', text: 'here', to: 'backup' },
        { kind: 'text', text: '.' },
      ],
    },
    { kind: 'list', entries: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]] },
    { kind: 'steps', entries: [[{ kind: 'text', text: 'first' }]] },
    { kind: 'steps', entries: [[{ kind: 'text', text: 'again' }]] },
    {
      kind: 'heading',
      content: [
        { kind: 'text', text: 'Then ' },
        { kind: 'settings', text: 'set', to: 'hours' },
      ],
    },
  ]);
});
