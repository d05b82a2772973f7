import type { RestRoute } from '../core/rest-route.ts';
import type { Scope } from '../shared/access-words.ts';
import type { Refusal } from '../shared/result.ts';
import type { Access } from './access.ts';

/** By these a program knows again what it has changed. */
const NAMES = ['id', 'reference', 'number'] as const;
/** Refusals whose text names another customer, with that part removed. */
const UNNAMED: Readonly<Record<string, string>> = {
  'number-taken': 'This number belongs to another customer already. Merge the two, or take the number out there first.',
  'time-taken': 'That time is taken. Choose another one.',
};

/**
 * Whether a key that may write and not read is told only which it was: an empty change would read everything else. What it has just made
 * holds its own words; but of a customer's number they would tell what others know.
 */
export function withholds({ scope, answer: [made] }: RestRoute, status: number = made): boolean {
  if (scope === null || !scope.endsWith(':write')) return false;
  return status === 200 || scope === 'customers:write';
}

/** Whether this key may write what the route changes, and not read it. */
export function seesNamesOnly({ scope }: RestRoute, access: Access): boolean {
  return scope?.endsWith(':write') === true && access.opens(scope.replace(/write$/, 'read') as Scope) !== true;
}

export function namesOf(body: object): object {
  return Object.fromEntries(NAMES.flatMap((name) => (name in body ? [[name, body[name as never]]] : [])));
}

/** Of a conflict it does not say with whom. */
export function unnamed(refusal: Refusal): Refusal {
  const message = UNNAMED[refusal.code];
  return message === undefined ? refusal : { code: refusal.code, message };
}
