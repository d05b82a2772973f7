import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  powerMonitor,
  type IpcMainInvokeEvent,
  type MessageBoxOptions,
} from 'electron';
import { OPEN_EVENT, REACHABLE_EVENT } from './shared/shell-events.ts';
import { refuse, type Result } from './shared/result.ts';
import { Attention } from './shell/attention.ts';
import { APP_ORIGIN, registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { BackendHost } from './shell/backend-host.ts';
import { METHOD_NAMES } from './shell/contract-names.ts';
import { HIDDEN_SWITCH } from './shell/login-item.ts';
import { backendNode, packedWith } from './shell/backend-node.ts';
import { foreignSwitch } from './shell/foreign-switches.ts';
import { KnownHosts } from './shell/known-hosts.ts';
import { secretKey } from './shell/secret-key.ts';
import { assertOwnFilesUnchanged } from './shell/own-files.ts';
import { createMainWindow } from './shell/main-window.ts';
import { offerEditMenu, setMenu } from './shell/menu.ts';

/** Electron's entry point: window, back-end process, and the relay between them. */

const built = fileURLToPath(new URL('.', import.meta.url));
const rendererDir = join(built, '..', 'renderer');
const preload = join(built, 'preload.cjs');
// A plain Node cannot read inside the archive; these files stand beside it, which serves Electron as well. That they are the ones that
// were packed is checked whenever the back end is started.
const backendScript = join(built, 'backend-process.js').replace(/app\.asar(?=[/\\])/, 'app.asar.unpacked');

const dataDir = app.commandLine.getSwitchValue('data-dir');
const modem = app.commandLine.getSwitchValue('modem');
// Before the lock: another data folder is another Counterline.
if (dataDir !== '') app.setPath('userData', dataDir);

// Windows shows notifications only of programs that say who they are.
app.setAppUserModelId('org.counterline.desktop');
registerAppScheme();

const foreign = app.isPackaged
  ? foreignSwitch((name) => app.commandLine.hasSwitch(name), packedWith().mayBeWatched === true)
  : null;
if (foreign !== null) {
  process.stderr.write(`Counterline does not start with --${foreign}. Leave it out.\n`);
  app.exit(1);
} else if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  let window: BrowserWindow | null = null;
  const tell = (type: string, value: unknown): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send('event', type, value);
  };
  const backend = new BackendHost({
    script: backendScript,
    args: [`--data-dir=${join(app.getPath('userData'), 'data')}`, ...(modem === '' ? [] : [`--modem=${modem}`])],
    check: () => void (app.isPackaged && assertOwnFilesUnchanged(app.getAppPath())),
    secretKey,
    node: backendNode(),
    onEvent: (event) => {
      tell(event.type, event.value);
      attention.onEvent(event);
    },
    onReachable: (reachable) => {
      tell(REACHABLE_EVENT, reachable);
      if (reachable) void attention.refresh();
    },
    onFailed: (message) => {
      process.stderr.write(`Counterline cannot start: ${message}\n`);
      dialog.showErrorBox('Counterline cannot start', message);
      app.exit(1);
    },
  });
  const show = (conversationId: string | null): void => {
    if (window === null || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (conversationId !== null) tell(OPEN_EVENT, conversationId);
  };
  const attention = new Attention({
    invoke: (method, input) => backend.invoke(method, input) as Promise<Result<never>>,
    window: () => window,
    show,
    quit: () => app.quit(),
  });
  ipcMain.handle('invoke', (event, method: unknown, input: unknown) => {
    if (!isOurWindow(event) || typeof method !== 'string' || !METHOD_NAMES.has(method)) {
      return refuse('unauthorised');
    }
    return backend.invoke(method, input);
  });
  app.on('second-instance', () => show(null));
  app.on('activate', () => show(null));
  app.on('window-all-closed', () => app.quit());
  const isQuitting = quitsOnceStopped(backend);
  await app.whenReady();
  const hosts = knownHosts(() => window, attention);
  // The window takes longest: it comes first, and asks a desk that has started meanwhile.
  setMenu();
  serveApp(rendererDir);
  window = createMainWindow(
    preload,
    join(app.getPath('userData'), 'window.json'),
    app.commandLine.hasSwitch(HIDDEN_SWITCH),
    async (url) => attention.isOwnersLink(url) && (await hosts.mayOpen(url)),
  );
  offerEditMenu(window, () => attention.words.edit);
  // A utility process can be started only once the app is ready.
  backend.start();
  powerMonitor.on('resume', () => backend.onSystemResume());
  window.on('close', (event) => {
    if (isQuitting() || !attention.closesToTray) return;
    event.preventDefault();
    window?.hide();
    attention.explainTray();
  });
}

/** Lets the text under way finish before the app ends. @returns whether it is about to */
function quitsOnceStopped(backend: BackendHost): () => boolean {
  let isQuitting = false;
  let isDrained = false;
  app.on('before-quit', (event) => {
    isQuitting = true;
    if (isDrained) return;
    event.preventDefault();
    void backend.stop().finally(() => {
      isDrained = true;
      app.quit();
    });
  });
  return () => isQuitting;
}

/** Asks before a host is opened in the browser for the first time. */
function knownHosts(window: () => BrowserWindow | null, attention: Attention): KnownHosts {
  return new KnownHosts(join(app.getPath('userData'), 'known-hosts.json'), async (host) => {
    const { title, body, open, cancel } = attention.words.newHost;
    const asked: MessageBoxOptions = {
      type: 'question',
      message: title(host),
      detail: body,
      buttons: [open, cancel],
      defaultId: 1,
      cancelId: 1,
    };
    const shown = window();
    const { response } =
      shown === null ? await dialog.showMessageBox(asked) : await dialog.showMessageBox(shown, asked);
    return response === 0;
  });
}

/** Only our page in our window's top frame may call; a frame that was brought in may not. */
function isOurWindow({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`);
}
