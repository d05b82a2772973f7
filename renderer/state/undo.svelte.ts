import { toast } from 'svelte-sonner';
import { t } from '../text/format.ts';

/** How long a change is offered to be undone. */
const OFFERED_MS = 8_000;
const REMEMBERED = 20;

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
  offer(done: string, run: () => void, forMs = OFFERED_MS): void {
    const id = this.#nextId++;
    const take = (): void => {
      this.#offers = this.#offers.filter((offer) => offer.id !== id);
      run();
    };
    const toastId = toast(done, { duration: forMs, action: { label: t.undo, onClick: take } });
    this.#offers = [...this.#offers.slice(-REMEMBERED), { id, until: Date.now() + forMs, run: take, toastId }];
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
