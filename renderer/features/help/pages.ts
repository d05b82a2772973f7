import type { HelpPages } from '../../../electron/locales/help-page.ts';
import type { WindowLanguage } from '../../../electron/locales/languages.ts';

type Loader = () => Promise<{ readonly help: HelpPages }>;

/** Read when somebody looks at them: the window does without. A language without a help of its own has the English one. */
const LOADERS: Readonly<Partial<Record<WindowLanguage, Loader>> & { readonly en: Loader }> = {
  en: () => import('../../../electron/locales/en/help.ts'),
  de: () => import('../../../electron/locales/de/help.ts'),
};

export async function helpIn(language: WindowLanguage): Promise<HelpPages> {
  return (await (LOADERS[language] ?? LOADERS.en)()).help;
}
