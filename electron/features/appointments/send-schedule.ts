import type { Capacity } from '../lines/routing.ts';
import { Volume } from '../lines/volume.ts';

/** A text that should leave at an instant. */
export interface PlannedText {
  readonly at: number;
  readonly parts: number;
  /** After this instant the text is not worth sending. */
  readonly worthUntil: number;
}

/** When a text would leave; null if it cannot while it is worth sending. */
export interface Leaving {
  readonly text: PlannedText;
  readonly at: number | null;
}

/**
 * Tells when texts would leave a line that sends them one after the other, within its caps and the texting hours. It must be told
 * of the texts one after the other, in order of time.
 * @param hours the next instant at which a text may leave; null if there is none
 */
export function leaving(
  { caps, partMs, recent }: Capacity,
  hours: (at: number) => number | null,
): (text: PlannedText) => Leaving {
  const volume = new Volume(recent);
  let isFreeAt = -Infinity;
  return (text) => {
    let at: number | null = Math.max(text.at, isFreeAt);
    // A cap may end at night, and in the morning another cap may hold.
    for (let rounds = 0; rounds < 100; rounds++) {
      const held = volume.heldBy(text.parts, caps, at);
      const from = hours(held?.untilMs ?? at);
      if (from === at) break;
      at = from;
      if (at === null) break;
    }
    if (at === null || at >= text.worthUntil) return { text, at: null };
    for (let part = 0; part < text.parts; part++) volume.note(at + part * partMs);
    isFreeAt = at + text.parts * partMs;
    return { text, at };
  };
}
