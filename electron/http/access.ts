import type { Scope } from '../shared/access-words.ts';

type Area = 'messages' | 'customers' | 'appointments' | 'orders' | 'payments' | 'reports';

/** Which area a path of the API belongs to. */
const AREAS: readonly (readonly [path: RegExp, area: Area])[] = [
  [/^\/(messages|conversations|events)(\/|$)/, 'messages'],
  [/^\/(contacts|consent|templates)(\/|$)/, 'customers'],
  [/^\/(appointments|services|resources)(\/|$)/, 'appointments'],
  [/^\/orders(\/|$)/, 'orders'],
  [/^\/payments(\/|$)/, 'payments'],
  [/^\/reports(\/|$)/, 'reports'],
];
/** Of these every key may know. */
const OPEN = /^\/(status|openapi\.json)$/;

/**
 * What a key has to open for a request; null: any key will do.
 * @param path below /api/v1
 */
export function scopeFor(method: string, path: string): Scope | null | 'none' {
  if (OPEN.test(path)) return null;
  const area = AREAS.find(([pattern]) => pattern.test(path))?.[1];
  if (area === undefined) return 'none';
  const reads = method === 'GET' || method === 'HEAD';
  // Reports are read, and nothing else.
  if (area === 'reports') return reads ? 'reports:read' : 'none';
  return `${area}:${reads ? 'read' : 'write'}`;
}

/** What a request comes with: asked anew each time, for a key may be taken back meanwhile. */
export interface Access {
  /** Who sees what no other program is told: the SIM's numbers and what is left on it. */
  readonly isOwner: boolean;
  /** Null: it opens nothing any more. */
  opens(scope: Scope): boolean | null;
}

const OF_EVENTS: Readonly<Record<string, Scope>> = {
  'order.changed': 'orders:read',
  'payment.changed': 'payments:read',
};

/** What a key has to open to be told of an event. */
export function scopeOfEvent(event: string): Scope {
  return OF_EVENTS[event] ?? 'messages:read';
}
