import type { AppointmentDto } from '../../../../electron/features/appointments/contract.ts';

/** Appointments begin and end on a quarter of an hour. */
export const STEP = 15;
/** A hand is never quite still: a shorter movement is a click. */
const DRAG_FROM_PX = 5;
/** What is drawn on empty ground is at least this long, in minutes. */
const SHORTEST = STEP;

/** Where something would come to lie. */
export interface Spot {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly resourceId: string;
  /** Minutes of the wall clock since midnight. */
  readonly from: number;
  readonly to: number;
}

type What = { readonly kind: 'create' } | { readonly kind: 'move' | 'resize'; readonly appointment: AppointmentDto };

interface Scale {
  /** The first minute of the day that is shown. */
  readonly from: number;
  readonly to: number;
  readonly hourPx: number;
}

/** What the pointer draws, moves or makes longer on the sheet; Escape puts it back. */
export class SheetDrag {
  /** Null: nothing is dragged, or it is still a click. */
  spot = $state.raw<Spot | null>(null);
  what = $state.raw<What | null>(null);
  readonly #scale: () => Scale;
  readonly #ondrop: (what: What, spot: Spot) => void;
  #start = { x: 0, y: 0, grabbed: 0 };
  #origin: Spot | null = null;
  /** The click that ends a drag does not count as a click. */
  #wasDragged = false;

  constructor(scale: () => Scale, ondrop: (what: What, spot: Spot) => void) {
    this.#scale = scale;
    this.#ondrop = ondrop;
  }

  /** @param origin where it is, or where the pointer went down */
  begin(event: PointerEvent, what: What, origin: Spot): void {
    this.#wasDragged = false;
    // A finger scrolls.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    this.#start = { x: event.clientX, y: event.clientY, grabbed: event.clientY - target.getBoundingClientRect().top };
    this.#origin = origin;
    this.what = what;
    const stop = new AbortController();
    const { signal } = stop;
    const putBack = (): void => {
      this.spot = null;
      this.what = null;
    };
    const end = (): void => {
      stop.abort();
      putBack();
      // The click comes right behind the end of a drag, or not at all.
      setTimeout(() => (this.#wasDragged = false));
    };
    target.addEventListener('pointermove', (moved) => this.#move(moved), { signal });
    target.addEventListener('pointercancel', end, { signal });
    target.addEventListener(
      'pointerup',
      () => {
        const spot = this.spot;
        end();
        if (spot !== null) this.#ondrop(what, spot);
      },
      { signal },
    );
    window.addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Escape') return;
        pressed.stopPropagation();
        // The pointer is still down: what it does until it is let go belongs to the drag.
        putBack();
      },
      { signal, capture: true },
    );
  }

  /** Whether a click is the end of a drag; asked once. */
  wasDragged(): boolean {
    const was = this.#wasDragged;
    this.#wasDragged = false;
    return was;
  }

  /** The minute at a height of a lane. */
  minutesAt(lane: Element, clientY: number): number {
    const { from, hourPx } = this.#scale();
    return from + ((clientY - lane.getBoundingClientRect().top) / hourPx) * 60;
  }

  #move(event: PointerEvent): void {
    const origin = this.#origin;
    if (origin === null || this.what === null) return;
    const { x, y, grabbed } = this.#start;
    if (!this.#wasDragged && Math.hypot(event.clientX - x, event.clientY - y) < DRAG_FROM_PX) return;
    this.#wasDragged = true;
    const lane = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((each): each is HTMLElement => each instanceof HTMLElement && each.dataset['lane'] !== undefined);
    const { from: first, to: last } = this.#scale();
    if (this.what.kind === 'move') {
      if (lane === undefined) {
        this.spot = null;
        return;
      }
      const length = origin.to - origin.from;
      const at = nearest(this.minutesAt(lane, event.clientY - grabbed));
      const from = Math.max(first, Math.min(last - length, at));
      const { date = origin.date, resource: resourceId = origin.resourceId } = lane.dataset;
      this.spot = { date, resourceId, from, to: from + length };
      return;
    }
    // What is drawn or made longer stays in its lane.
    const own = (event.currentTarget as HTMLElement).closest('[data-lane]');
    if (own === null) return;
    const at = Math.max(first, Math.min(last, nearest(this.minutesAt(own, event.clientY))));
    this.spot =
      this.what.kind === 'create' && at < origin.from
        ? { ...origin, from: at, to: origin.from }
        : { ...origin, to: Math.max(origin.from + SHORTEST, at) };
  }
}

function nearest(minutes: number): number {
  return Math.round(minutes / STEP) * STEP;
}

/** The step that a minute lies in. */
export function stepOf(minutes: number): number {
  return Math.floor(minutes / STEP) * STEP;
}
