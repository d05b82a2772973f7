/** The first instant, at or after the given one, at which a message may leave; null: never. */
export type Hours = (at: number) => number | null;

/**
 * Returns when each of many messages is due, one after the other, spread evenly over the time in which customers may get
 * messages; null: there are no hours for it.
 * @param stepMs the time between two messages; 0: all at once
 */
export function spreading(startsAt: number, stepMs: number, hours: Hours): () => number | null {
  let next = hours(startsAt);
  return () => {
    const at = next;
    if (at !== null && stepMs > 0) next = hours(at + stepMs);
    return at;
  };
}
