import type { Unsaved } from './dialogs/unsaved.ts';
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
  moves = $state(0);
  readonly #address: Address;

  readonly #unsaved: Unsaved;

  /**
   * @param unsaved what is written on the page that is shown: whoever leaves it is asked first
   * @param onMove somebody went back or forward, and is there
   */
  constructor(address: Address, unsaved: Unsaved, onMove: (place: Place) => void) {
    this.#address = address;
    this.#unsaved = unsaved;
    this.#current = placeOf(address.path());
    address.onMove(() => {
      const place = placeOf(address.path());
      const isLeft = (): void => {
        this.moves += 1;
        this.#current = place;
        onMove(place);
      };
      if (unsaved.isEmpty) {
        isLeft();
        return;
      }
      // Whoever stays is where they were, in the address as well.
      address.push(pathOf(this.#current));
      void unsaved.mayLose().then((may) => {
        if (!may) return;
        address.push(pathOf(place));
        isLeft();
      });
    });
  }

  get current(): Place {
    return this.#current;
  }

  /** The way back leads to the place before. Whoever has written something and not saved it is asked, and may stay. */
  go(place: Place): void {
    this.moves += 1;
    const path = pathOf(place);
    if (path === this.#address.path()) this.#current = place;
    else if (this.#unsaved.isEmpty) this.#show(place);
    else void this.#unsaved.mayLose().then((may) => may && this.#show(place));
  }

  #show(place: Place): void {
    this.#address.push(pathOf(place));
    this.#current = place;
  }

  /** What is there no more is not gone back to. */
  replace(place: Place): void {
    this.#address.replace(pathOf(place));
    this.#current = place;
  }
}
