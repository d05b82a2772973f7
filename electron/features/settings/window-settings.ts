import { CUSTOMER_LANGUAGES } from '../../locales/customer-languages.ts';
import { WINDOW_LANGUAGES } from '../../locales/languages.ts';
import { choice, toggle } from '../../shared/setting.ts';

const APPEARANCE = { section: 'appearance' } as const;
const APP = { section: 'startup', isOfApp: true } as const;

/** How the owner wants the window. */
export const windowSettings = {
  theme: choice(['system', 'light', 'dark'], 'system', APPEARANCE),
  density: choice(['comfortable', 'compact'], 'comfortable', APPEARANCE),
  language: choice(['system', ...WINDOW_LANGUAGES], 'system', APPEARANCE),
  /** What customers are written to in where their own language is not known. */
  customerLanguage: choice(['auto', ...CUSTOMER_LANGUAGES], 'auto', { section: 'shop' }),
  /** What the window spoke last where it follows its computer: what the desk writes to the owner is in it, too. */
  systemLanguage: choice(['', ...WINDOW_LANGUAGES], ''),
  closeToTray: toggle(true, APP),
  startAtLogin: toggle(false, APP),
  /** It was said once that the program goes on in the tray. */
  trayExplained: toggle(false),
  /** The first steps are done, or somebody wanted none. */
  welcomed: toggle(false),
  /** Nobody wants to see any more what a new shop does first. */
  checklistDismissed: toggle(false),
};
