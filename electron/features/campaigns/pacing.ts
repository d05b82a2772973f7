/** From when on a text may leave at or after an instant; null: not at all. */
export type Hours = (at: number) => number | null;

/**
 * When each of many texts is due, one after the other, spread evenly over the time in which customers may be texted; null: there are no
 * hours for it.
 * @param stepMs between two of them; 0: all at once
 */
export function spreading(startsAt: number, stepMs: number, hours: Hours): () => number | null {
  let next = hours(startsAt);
  return () => {
    const at = next;
    if (at !== null && stepMs > 0) next = hours(at + stepMs);
    return at;
  };
}
