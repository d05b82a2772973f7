import type { Address } from '../../renderer/lib/places.svelte.ts';

/** A window's address and its way back, without a browser. */
export function addressAt(start: string): Address & { readonly back: () => void; readonly forward: () => void } {
  const paths = [start];
  let at = 0;
  let moved = (): void => {};
  const step = (by: number): void => {
    if (paths[at + by] === undefined) return;
    at += by;
    moved();
  };
  return {
    path: () => paths[at] ?? '/',
    push(path) {
      paths.splice(at + 1, Infinity, path);
      at += 1;
    },
    replace: (path) => void (paths[at] = path),
    onMove(listener) {
      moved = listener;
    },
    back: () => step(-1),
    forward: () => step(1),
  };
}
