import { z } from 'zod';

/** Instants are ISO 8601 in UTC. */
export const instant = z.iso.datetime();

export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** Leaves out fields whose value is not known. */
export function compact(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}
