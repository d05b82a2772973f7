import { BrowserWindow, nativeTheme, shell } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { keepLoaded } from './keep-loaded.ts';
import { readPlace, rememberPlace } from './window-place.ts';

/** The paper tones of the window, so that it does not flash white. */
const GROUND = { light: '#f4f1ec', dark: '#16181a' } as const;

const CLIPBOARD = 'clipboard-sanitized-write';

/** Only a number to call or a link to a program of the owner's is handed to the system. */
const CALL = /^tel:\+?[0-9*#]{2,20}$/;

/**
 * The one window: sandboxed, without Node, unable to go anywhere else.
 * @param placeFile where its place on the screen is kept
 * @param hidden it starts in the tray
 * @param mayOpen whether it leads to a program that the owner entered, and a person wants that
 */
export function createMainWindow(
  preload: string,
  placeFile: string,
  hidden: boolean,
  mayOpen: (url: string) => Promise<boolean>,
): BrowserWindow {
  const place = readPlace(placeFile);
  const window = new BrowserWindow({
    width: place?.width ?? 1360,
    height: place?.height ?? 820,
    ...(place === null ? {} : { x: place.x, y: place.y }),
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: 'Counterline',
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
  // Hidden for good: a menu bar that comes with Alt would take the window's own keys.
  window.setMenuBarVisibility(false);
  const { webContents } = window;
  webContents.setWindowOpenHandler(({ url }) => {
    void (async () => {
      // Where no program makes calls, the system says so itself.
      if (CALL.test(url) || (await mayOpen(url))) await shell.openExternal(url).catch(() => {});
    })();
    return { action: 'deny' };
  });
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  // Nothing but writing to the clipboard: the report for whoever helps.
  webContents.session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === CLIPBOARD));
  webContents.session.setPermissionCheckHandler((_contents, permission) => permission === CLIPBOARD);
  window.once('ready-to-show', () => {
    if (hidden) return;
    if (place?.maximised === true) window.maximize();
    window.show();
  });
  rememberPlace(window, placeFile);
  keepLoaded(webContents, `${APP_ORIGIN}/`, (sentence) => process.stderr.write(`${sentence}\n`));
  return window;
}
