import { toast } from 'svelte-sonner';
import { t } from './text/format.ts';

/** How long a change is offered to be undone. */
const OFFERED_MS = 8_000;
const REMEMBERED = 20;

const SETTINGS_NOTICE = 'settings';

interface OfferOptions {
  readonly forMs?: number;
  /** A setting is not what somebody means who presses Ctrl+Z while writing. */
  readonly only?: 'button';
}

interface Offer {
  readonly id: number;
  readonly until: number;
  readonly run: () => void;
  readonly toastId: number | string;
}

/** Changes that can be taken back: by the button of their toast, or with Ctrl+Z, the newest first. */
export class Undo {
  #offers: Offer[] = [];
  #nextId = 1;

  /** Says what was done, and how to take it back. */
  offer(done: string, run: () => void, { forMs = OFFERED_MS, only }: OfferOptions = {}): void {
    const id = this.#nextId++;
    const take = (): void => {
      this.#offers = this.#offers.filter((offer) => offer.id !== id);
      run();
    };
    // One settings notice at a time: they are about what somebody sees anyway.
    const shownAs = only === 'button' ? { id: SETTINGS_NOTICE } : {};
    const toastId = toast(done, { duration: forMs, action: { label: t.undo, onClick: take }, ...shownAs });
    if (only === 'button') return;
    this.#offers = [...this.#offers.slice(-REMEMBERED), { id, until: Date.now() + forMs, run: take, toastId }];
  }

  /** Says what was done and cannot be taken back. */
  say(done: string): void {
    toast(done);
  }

  /** Something can still be undone with the key. */
  get isOffered(): boolean {
    return this.#offers.some(({ until }) => until > Date.now());
  }

  /** False: there is nothing left to undo. */
  latest(): boolean {
    const offer = this.#offers.findLast(({ until }) => until > Date.now());
    if (offer === undefined) return false;
    toast.dismiss(offer.toastId);
    offer.run();
    return true;
  }
}
