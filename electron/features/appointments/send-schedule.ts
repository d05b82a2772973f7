import type { Capacity } from '../lines/routing.ts';
import { Volume } from '../lines/volume.ts';

/** A text that is to leave at an instant. */
export interface PlannedText {
  readonly at: number;
  readonly parts: number;
  /** Later than this it is worth nothing. */
  readonly worthUntil: number;
}

/** When a text would leave; null: not as long as it is worth something. */
export interface Leaving {
  readonly text: PlannedText;
  readonly at: number | null;
}

/**
 * When texts would leave a line that sends one after the other, within its caps and the hours in which customers may be texted: told of
 * one after the other, in order of their time.
 * @param hours from when on a text may leave; null: not at all
 */
export function leaving(
  { caps, partMs, recent }: Capacity,
  hours: (at: number) => number | null,
): (text: PlannedText) => Leaving {
  const volume = new Volume(recent);
  let isFreeAt = -Infinity;
  return (text) => {
    let at: number | null = Math.max(text.at, isFreeAt);
    // A cap may end in the night, and the morning in a cap.
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
