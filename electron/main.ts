import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, powerMonitor, type IpcMainInvokeEvent } from 'electron';
import { METHOD_NAMES, REACHABLE_EVENT } from './shared/contract-names.ts';
import { refuse } from './shared/result.ts';
import { APP_ORIGIN, registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { BackendHost } from './shell/backend-host.ts';
import { secretKey } from './shell/secret-key.ts';
import { createMainWindow } from './shell/main-window.ts';

/** Electron's entry point: window, back-end process, and the relay between them. */

const built = fileURLToPath(new URL('.', import.meta.url));
const rendererDir = join(built, '..', 'renderer');
const preload = join(built, 'preload.cjs');
// A plain Node cannot read inside the archive; these files stand beside it, which serves Electron as well.
const backendScript = join(built, 'backend-process.js').replace(/app\.asar(?=[/\\])/, 'app.asar.unpacked');
const methods: ReadonlySet<string> = new Set(METHOD_NAMES);

const dataDir = app.commandLine.getSwitchValue('data-dir');
const modem = app.commandLine.getSwitchValue('modem');
// Before the lock: another data folder is another Counterline.
if (dataDir !== '') app.setPath('userData', dataDir);

registerAppScheme();

if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  let window: BrowserWindow | null = null;
  const tell = (type: string, value: unknown): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send('event', type, value);
  };
  const backend = new BackendHost({
    script: backendScript,
    args: [`--data-dir=${join(app.getPath('userData'), 'data')}`, ...(modem === '' ? [] : [`--modem=${modem}`])],
    secretKey,
    onEvent: ({ type, value }) => tell(type, value),
    onReachable: (reachable) => tell(REACHABLE_EVENT, reachable),
    onFailed: (message) => {
      process.stderr.write(`Counterline cannot start: ${message}\n`);
      dialog.showErrorBox('Counterline cannot start', message);
      app.exit(1);
    },
  });
  ipcMain.handle('invoke', (event, method: unknown, input: unknown) => {
    if (!isOurWindow(event) || typeof method !== 'string' || !methods.has(method)) {
      return refuse('unauthorised', 'This call does not come from the window.');
    }
    return backend.invoke(method, input);
  });
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let drained = false;
  app.on('before-quit', (event) => {
    if (drained) return;
    event.preventDefault();
    void backend.stop().finally(() => {
      drained = true;
      app.quit();
    });
  });
  // A utility process can be started only now.
  await app.whenReady();
  backend.start();
  powerMonitor.on('resume', () => backend.wokeUp());
  serveApp(rendererDir);
  window = createMainWindow(preload);
}

/** Only our page in our window's top frame may call; a frame that was brought in may not. */
function isOurWindow({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`);
}
