const [SHORTEST, LONGEST] = [5, 12 * 60];

/** How long an appointment is to be, as it is typed; null for what is no such length. Pure. */
export function minutesIn(typed: string): number | null {
  const minutes = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : NaN;
  return minutes >= SHORTEST && minutes <= LONGEST ? minutes : null;
}
