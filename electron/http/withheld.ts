import type { Context, Next } from 'hono';
import { scopeFor, type Access } from './access.ts';

/** By these a program knows again what it has changed. */
const NAMES = ['id', 'reference', 'number'] as const;
/** Refusals whose sentence names somebody else, without him. */
const UNNAMED: Readonly<Record<string, string>> = {
  'number-taken': 'This number belongs to another customer already. Merge the two, or take the number out there first.',
  'time-taken': 'That time is taken. Choose another one.',
};

/**
 * A key that may write and not read is told of what it has changed only which it was, and of a conflict not with whom: an empty change
 * would read everything else. What it has just made holds its own words; but of a customer's number they would tell what others know.
 * @param path below /api/v1
 */
export async function withhold(c: Context, path: string, next: Next): Promise<void> {
  await next();
  // None where it was refused before anybody looked what it opens.
  const access = c.get('access') as Access | undefined;
  const scope = scopeFor(c.req.method, path);
  const area = scope?.endsWith(':write') === true ? scope.slice(0, -':write'.length) : null;
  if (area === null || access === undefined) return;
  if (access.opens(`${area}:read` as Parameters<Access['opens']>[0]) === true) return;
  const { status } = c.res;
  const isItsOwn = (status === 201 || status === 202) && area !== 'customers';
  if (isItsOwn || (status >= 300 && status !== 409)) return;
  const body = (await c.res.clone().json()) as Readonly<Record<string, unknown>>;
  const told = status === 409 ? unnamed(body) : namesOf(body);
  if (told !== null) c.res = Response.json(told, { status, headers: withoutLength(c.res.headers) });
}

function namesOf(body: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(NAMES.flatMap((name) => (name in body ? [[name, body[name]]] : [])));
}

/** Null: it names nobody. */
function unnamed(body: Readonly<Record<string, unknown>>): object | null {
  const { code } = body['error'] as { readonly code: string };
  const message = UNNAMED[code];
  return message === undefined ? null : { error: { code, message } };
}

function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete('Content-Length');
  return kept;
}
