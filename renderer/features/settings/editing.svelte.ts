import type { Unsaved } from '../../lib/dialogs/unsaved.ts';

/** What an editor is open for. */
export interface Edited<T> {
  /** Null: it is new. */
  readonly id: string | null;
  /** As it was when the editor was opened. */
  readonly value: T;
}

/** What an editor is told of what is done with it. */
export interface EditorActions<T> {
  readonly onsave: (value: T) => Promise<void>;
  readonly oncancel: () => void;
  /** Undefined: it is new. */
  readonly onremove?: (() => void) | undefined;
}

/** Which entry of a list has its editor open: one at a time. */
export class Editing<T> {
  #open = $state.raw<Edited<T> | null>(null);
  readonly #unsaved: Unsaved;

  constructor(unsaved: Unsaved) {
    this.#unsaved = unsaved;
  }

  get open(): Edited<T> | null {
    return this.#open;
  }

  /** Whoever has written something in another one is asked first. */
  async begin(id: string | null, value: T): Promise<void> {
    if (await this.#unsaved.mayLose()) this.#open = { id, value };
  }

  readonly close = (): void => {
    this.#open = null;
  };
}
