import type { Context, Next } from 'hono';
import { scopeFor, type Access } from './access.ts';

/** By these a program knows again what it has changed. */
const NAMES = ['id', 'reference', 'number'] as const;
const REFUSED = 'Refused as things stand here. A key that may also read is told why.';

/**
 * A key that may write and not read is told of what it has changed only which it was, and of a conflict only its code: an empty change
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
  const body = (await c.res.json()) as Readonly<Record<string, unknown>>;
  const told =
    status === 409
      ? { error: { code: (body['error'] as { readonly code: string }).code, message: REFUSED } }
      : Object.fromEntries(NAMES.flatMap((name) => (name in body ? [[name, body[name]]] : [])));
  c.res = Response.json(told, { status, headers: withoutLength(c.res.headers) });
}

function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete('Content-Length');
  return kept;
}
