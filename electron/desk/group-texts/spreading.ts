/** From when on a text may leave at or after an instant; null: not at all. */
export type Hours = (at: number) => number | null;

/**
 * When each of many texts is due, spread evenly over the time in which customers may be texted. Pure.
 * @param stepMs between two of them; 0: all at once
 * @returns as many instants, in order; null: there are no hours for it
 */
export function spread(count: number, startsAt: number, stepMs: number, hours: Hours): readonly number[] | null {
  const times: number[] = [];
  let at = hours(startsAt);
  while (at !== null && times.length < count) {
    times.push(at);
    at = stepMs === 0 ? at : hours(at + stepMs);
  }
  return times.length < count ? null : times;
}
