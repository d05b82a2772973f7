import { readFileSync, writeFileSync } from 'node:fs';
import { screen, type BrowserWindow, type Rectangle } from 'electron';

/** Where the window was, kept beside the data. */
interface Place extends Rectangle {
  readonly maximised: boolean;
}

/** This much of the window must be on a screen, or nobody could grab it. */
const VISIBLE_PX = 80;
/** Moving and resizing send hundreds of events. */
const SAVE_DELAY_MS = 400;

/** Null: the window was never open, or its screen is gone. */
export function readPlace(path: string): Place | null {
  let place: Place;
  try {
    place = JSON.parse(readFileSync(path, 'utf8')) as Place;
  } catch {
    return null; // the first start, or a file that was cut off: the usual place will do
  }
  const { x, y, width, height } = place;
  if (![x, y, width, height].every(Number.isFinite)) return null;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const down = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return across >= VISIBLE_PX && down >= VISIBLE_PX && y >= workArea.y - VISIBLE_PX;
  });
  return isVisible ? place : null;
}

/** Keeps the place of a window from now on. */
export function rememberPlace(window: BrowserWindow, path: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const place: Place = { ...window.getNormalBounds(), maximised: window.isMaximized() };
    try {
      writeFileSync(path, JSON.stringify(place), { mode: 0o600 });
    } catch {
      // If the disk is full, the window opens at its previous place next time.
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY_MS);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', save);
}
