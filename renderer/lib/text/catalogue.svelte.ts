import type { Catalogue } from '../../../electron/locales/en/window.ts';
import { LOCALES } from '../../../electron/locales/index.ts';
import { languageFor, type WindowLanguage } from '../../../electron/locales/languages.ts';

class Words {
  language = $state<WindowLanguage>(languageFor('system', navigator.language));

  /** As the owner wants it, or as the computer is set. */
  use(wanted: 'system' | WindowLanguage): void {
    this.language = languageFor(wanted, navigator.language);
    document.documentElement.lang = this.language;
  }

  /** The computer's own, where it is one of this language. */
  readonly locale = $derived(
    navigator.languages.find((tag) => tag.startsWith(this.language)) ?? LOCALES[this.language].dates,
  );
}

export const words = new Words();

/** Everything the window says, in the language in use: reading it anywhere in a component follows a change of language. */
export const t: Catalogue = new Proxy(LOCALES.en.window, {
  get: (_, key) => LOCALES[words.language].window[key as keyof Catalogue],
});
