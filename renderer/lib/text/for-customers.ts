import type { AppState } from '../../../electron/app/shop-contract.ts';
import type { Catalogue } from '../../../electron/locales/en/window.ts';
import { LOCALES } from '../../../electron/locales/index.ts';
import { WINDOW_LANGUAGES, type WindowLanguage } from '../../../electron/locales/languages.ts';
import { words } from './catalogue.svelte.ts';

/** The language of examples that customers will read: theirs, or the window's where there are no examples in theirs. */
export function exampleLanguage(app: AppState | null): WindowLanguage {
  return WINDOW_LANGUAGES.find((each) => each === app?.customerLanguage) ?? words.language;
}

/** What somebody starts from who writes to customers: texts of automations, questions and surveys. */
export function examplesForCustomers(app: AppState | null): Catalogue {
  return LOCALES[exampleLanguage(app)].window;
}
