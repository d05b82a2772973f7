import { nativeImage, type NativeImage } from 'electron';
import type { LineState } from '../features/lines/contract.ts';

const SIZE = 32;
/** Red, green, blue. */
type Colour = readonly [number, number, number];
const BUBBLE: Colour = [11, 110, 95];
const DOTS: Readonly<Record<LineState | 'none', Colour | null>> = {
  // A line that works needs no sign.
  ready: null,
  starting: [150, 150, 150],
  off: [150, 150, 150],
  none: [150, 150, 150],
  searching: [240, 166, 74],
  attention: [210, 60, 50],
  reconnecting: [210, 60, 50],
};

/** A speech bubble, with a dot at its corner where the line does not work. Drawn here, so that it needs no files. */
export function trayIcon(state: LineState | 'none'): NativeImage {
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  const dot = DOTS[state];
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const onDot = dot === null ? 0 : coverage(x, y, circle(24, 24, 7.5));
      // The dot stands free of the bubble.
      const onRim = dot === null ? 0 : coverage(x, y, circle(24, 24, 9.5));
      if (onDot > 0) paint(pixels, x, y, dot as Colour, onDot);
      else if (onRim === 0) paint(pixels, x, y, BUBBLE, coverage(x, y, bubble));
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: SIZE, height: SIZE });
}

function circle(cx: number, cy: number, radius: number): (x: number, y: number) => boolean {
  return (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius ** 2;
}

/** A rounded box with a tail at the lower left. */
function bubble(x: number, y: number): boolean {
  const [left, top, right, bottom, radius] = [2, 4, 30, 23, 6];
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  if (x >= left && x <= right && y >= top && y <= bottom && dx ** 2 + dy ** 2 <= radius ** 2) return true;
  return x >= 8 && y >= bottom - 1 && x - 8 <= (30 - y) * 0.9 && y <= 30;
}

/** How much of a pixel a shape covers: sixteen points of it are asked. */
function coverage(x: number, y: number, shape: (x: number, y: number) => boolean): number {
  let hits = 0;
  for (let i = 0; i < 16; i++) if (shape(x + ((i % 4) + 0.5) / 4, y + (Math.floor(i / 4) + 0.5) / 4)) hits += 1;
  return hits / 16;
}

/** Premultiplied BGRA, as Electron's bitmaps are on all systems. */
function paint(pixels: Buffer, x: number, y: number, [red, green, blue]: Colour, alpha: number): void {
  const at = (y * SIZE + x) * 4;
  pixels[at] = blue * alpha;
  pixels[at + 1] = green * alpha;
  pixels[at + 2] = red * alpha;
  pixels[at + 3] = 255 * alpha;
}
