import type { Settings } from '../features/settings/table.ts';
import { localeFor } from '../locales/index.ts';
import type { ShellWords } from '../locales/shell-words.ts';

/** @param systemLocale what the computer is set to */
export function shellWords(language: Settings['language'], systemLocale: string): ShellWords {
  return localeFor(language, systemLocale).shell;
}
