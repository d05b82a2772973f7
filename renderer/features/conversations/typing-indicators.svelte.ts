import { SvelteMap } from 'svelte/reactivity';

/** A typist who pauses this long is gone. */
const GONE_AFTER_MS = 6_000;
/** How often a window tells that somebody writes. */
const TOLD_EVERY_MS = 2_500;

/** Who writes an answer at another window right now. */
export class TypingIndicators {
  readonly #at = new SvelteMap<
    string,
    { readonly who: string | null; readonly timer: ReturnType<typeof setTimeout> }
  >();
  #toldAt = 0;

  /** Somebody at another window writes to this conversation. */
  heard(conversationId: string, who: string | null): void {
    this.gone(conversationId);
    const timer = setTimeout(() => this.#at.delete(conversationId), GONE_AFTER_MS);
    this.#at.set(conversationId, { who, timer });
  }

  gone(conversationId: string): void {
    clearTimeout(this.#at.get(conversationId)?.timer);
    this.#at.delete(conversationId);
  }

  /** Null: nobody does. */
  in(conversationId: string): { readonly who: string | null } | null {
    return this.#at.get(conversationId) ?? null;
  }

  /** Whether it is time to tell the others again that somebody writes here. */
  shouldTell(now: number): boolean {
    if (now - this.#toldAt < TOLD_EVERY_MS) return false;
    this.#toldAt = now;
    return true;
  }
}
