import { z } from 'zod';

/** Instants are ISO 8601 in UTC. */
export const instant = z.iso.datetime();

export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** What is not known is left out. */
export function compact(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}
