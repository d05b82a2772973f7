import { de } from './de.ts';
import { en, type Catalogue } from './en.ts';

export type Language = 'en' | 'de';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de };
/** What dates are written like where the computer says nothing closer. */
const USUAL_LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

class Words {
  language = $state<Language>(languageOf('system'));

  /** As the owner wants it, or as the computer is set. */
  use(wanted: 'system' | Language): void {
    this.language = languageOf(wanted);
    document.documentElement.lang = this.language;
  }

  /** The computer's own, where it is one of this language. */
  readonly locale = $derived(
    navigator.languages.find((tag) => tag.startsWith(this.language)) ?? USUAL_LOCALES[this.language],
  );
}

function languageOf(wanted: 'system' | Language): Language {
  if (wanted !== 'system') return wanted;
  return navigator.language.startsWith('de') ? 'de' : 'en';
}

export const words = new Words();

/** Everything the window says, in the language in use: reading it anywhere in a component follows a change of language. */
export const t: Catalogue = new Proxy(en, {
  get: (_, key) => CATALOGUES[words.language][key as keyof Catalogue],
});
