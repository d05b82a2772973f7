import { createContext } from 'svelte';

/** What is written in a part of the window and not saved yet: whoever leaves that part is asked first. */
export class Unsaved {
  readonly #confirmLoss: () => Promise<boolean>;
  readonly #guards = new Set<() => boolean>();
  #asked: Promise<boolean> | null = null;

  /** @param confirmLoss asks whether what was written may be lost */
  constructor(confirmLoss: () => Promise<boolean>) {
    this.#confirmLoss = confirmLoss;
  }

  get isEmpty(): boolean {
    return ![...this.#guards].some((isUnsaved) => isUnsaved());
  }

  /**
   * Registers how to tell whether something is written and not saved.
   * @returns the function that removes the check
   */
  guard(isUnsaved: () => boolean): () => void {
    this.#guards.add(isUnsaved);
    return () => this.#guards.delete(isUnsaved);
  }

  /** False: there are unsaved changes, and the person wants to keep them. */
  async mayLose(): Promise<boolean> {
    if (this.isEmpty) return true;
    // What is pressed takes the focus and is clicked: who leaves twice at once is asked once.
    this.#asked ??= this.#confirmLoss().finally(() => (this.#asked = null));
    return this.#asked;
  }
}

/** Those of the dialog or the page that a component stands in. */
export const [useUnsaved, provideUnsaved] = createContext<Unsaved>();
