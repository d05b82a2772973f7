import { BrowserWindow, nativeTheme } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** The paper tones of the window, so that it does not flash white. */
const GROUND = { light: '#f4f1ec', dark: '#16181a' } as const;

const CLIPBOARD = 'clipboard-sanitized-write';

/** The one window: sandboxed, without Node, unable to go anywhere else. */
export function createMainWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 820,
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: 'Counterline',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
    },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  // Nothing but writing to the clipboard: the report for whoever helps.
  webContents.session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === CLIPBOARD));
  webContents.session.setPermissionCheckHandler((_contents, permission) => permission === CLIPBOARD);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}
