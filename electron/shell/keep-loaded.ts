import type { WebContents } from 'electron';

/** A page whose process ends again and again is not reloaded forever. */
const MOST_RELOADS = 5;
const RELOADS_WITHIN_MS = 60_000;

/** A page is there within a second or two, on a slow machine within ten. */
const LOAD_AT_MOST_MS = 30_000;

/** Chromium's code for a load that was replaced by another one. */
const ABORTED = -3;

/**
 * Loads a page, and loads it anew when its process ends, when it cannot be loaded or does not come: it holds nothing that the desk does not
 * know, and a white window would stay until somebody ends the program.
 * @param report takes a sentence about it, for the log
 */
export function keepLoaded(
  contents: Pick<WebContents, 'on' | 'loadURL' | 'forcefullyCrashRenderer'>,
  address: string,
  report: (sentence: string) => void,
): void {
  let reloads: readonly number[] = [];
  let overdue: NodeJS.Timeout | null = null;
  /** The process was ended here, so its end is no reason of its own. */
  let isReplaced = false;
  const clear = (): void => {
    if (overdue !== null) clearTimeout(overdue);
  };
  const load = (): void => {
    clear();
    overdue = setTimeout(replace, LOAD_AT_MOST_MS).unref();
    // The failure is also reported as an event.
    contents.loadURL(address).catch(() => {});
  };
  const reload = (why: string): void => {
    const now = performance.now();
    reloads = [...reloads.filter((at) => at > now - RELOADS_WITHIN_MS), now];
    const isHopeless = reloads.length > MOST_RELOADS;
    report(`The window's page ${why}; it is ${isHopeless ? 'not loaded any more' : 'loaded again'}.`);
    // Not while Electron is still reporting the end of the process.
    if (!isHopeless) setImmediate(load);
  };
  /** What has not brought the page in this time will not bring it when asked again: the page gets another process. */
  const replace = (): void => {
    isReplaced = true;
    contents.forcefullyCrashRenderer();
    reload('did not come');
  };
  contents.on('render-process-gone', (_event, { reason }) => {
    if (isReplaced) isReplaced = false;
    else if (reason !== 'clean-exit') reload(`ended (${reason})`);
  });
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) reload(`did not load (${description})`);
  });
  contents.on('did-finish-load', () => {
    isReplaced = false;
    clear();
  });
  load();
}
