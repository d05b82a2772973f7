import { WINDOW_LANGUAGES } from '../../locales/languages.ts';
import { choice, toggle } from '../../shared/setting.ts';

const APPEARANCE = { section: 'appearance' } as const;
const APP = { section: 'notifications', isPlaced: true, isOfApp: true } as const;

/** How the owner wants the window. */
export const windowSettings = {
  theme: choice(['system', 'light', 'dark'], 'system', APPEARANCE),
  density: choice(['comfortable', 'compact'], 'comfortable', APPEARANCE),
  language: choice(['system', ...WINDOW_LANGUAGES], 'system', APPEARANCE),
  closeToTray: toggle(true, APP),
  startAtLogin: toggle(false, APP),
  /** It was said once that the program goes on in the tray. */
  trayExplained: toggle(false),
  /** The first steps are done, or somebody wanted none. */
  welcomed: toggle(false),
};
