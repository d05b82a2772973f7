import { words } from './catalogue.svelte.ts';

/** What customers of a shop may speak: those most spoken, and what the window speaks itself. */
const CODES =
  'ar bg bn bs ca cs da de el en es et fa fi fr ga he hi hr hu id is it ja ka ko ku lt lv mk mt nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta th ti tl tr uk ur vi zh'.split(
    ' ',
  );

/** By name, in the language of the window. */
export function languageNames(): readonly (readonly [code: string, name: string])[] {
  const made = named.get(words.locale) ?? namesIn(words.locale);
  named.set(words.locale, made);
  return made;
}

const named = new Map<string, ReturnType<typeof namesIn>>();

function namesIn(locale: string): readonly (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return CODES.map((code) => [code, names.of(code) ?? code] as const).toSorted((a, b) => a[1].localeCompare(b[1]));
}
