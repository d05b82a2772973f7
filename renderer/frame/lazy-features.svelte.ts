import { loadAllLate } from '../lib/late.ts';

type Parts = typeof import('./lazy-features.ts');

/** In the page's performance timeline: the inbox stands there. */
const SHOWN_MARK = 'inbox-shown';

/** Parts of the window that come after its first view. */
export class LazyFeatures {
  /** null: not there yet. */
  loaded = $state.raw<Parts | null>(null);
  #isLoading = false;
  #isComplete = false;

  /** Once what is there now has been painted. Called again after a desk that was away, it fetches what it could not then. */
  loadOnceShown(): void {
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (performance.getEntriesByName(SHOWN_MARK).length === 0) performance.mark(SHOWN_MARK);
        void this.#load();
      }),
    );
  }

  async #load(): Promise<void> {
    if (this.#isComplete || this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.loaded = await import('./lazy-features.ts');
      await loadAllLate();
      this.#isComplete = true;
    } catch {
      // The desk is away, which the window says by itself.
    } finally {
      this.#isLoading = false;
    }
  }
}
