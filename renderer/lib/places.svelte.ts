import { pathOf, placeOf, type Place } from '../../electron/shared/places.ts';

/** Where the window stands, as the browser keeps it: a path for each place, and the way back. */
export interface Address {
  readonly path: () => string;
  readonly push: (path: string) => void;
  readonly replace: (path: string) => void;
  /** Somebody went back or forward. */
  readonly onMove: (listener: () => void) => void;
}

export const browserAddress: Address = {
  path: () => location.pathname,
  push: (path) => history.pushState(null, '', path),
  replace: (path) => history.replaceState(null, '', path),
  onMove: (listener) => window.addEventListener('popstate', listener),
};

/** The place that is shown. */
export class Places {
  #current = $state.raw<Place>({ at: 'inbox', conversationId: null });
  /** How often somebody has gone somewhere: whoever waits for the desk asks whether that has happened meanwhile. */
  moves = 0;
  readonly #address: Address;

  /** @param onMove somebody went back or forward, and is there */
  constructor(address: Address, onMove: (place: Place) => void) {
    this.#address = address;
    this.#current = placeOf(address.path());
    address.onMove(() => {
      this.moves += 1;
      this.#current = placeOf(address.path());
      onMove(this.#current);
    });
  }

  get current(): Place {
    return this.#current;
  }

  /** The way back leads to the place before. */
  go(place: Place): void {
    this.moves += 1;
    const path = pathOf(place);
    if (path !== this.#address.path()) this.#address.push(path);
    this.#current = place;
  }

  /** What is there no more is not gone back to. */
  replace(place: Place): void {
    this.#address.replace(pathOf(place));
    this.#current = place;
  }
}
