import type { Context } from 'hono';
import type { ZodType } from 'zod';
import type { Result } from '../shared/result.ts';
import { HttpRefusal, refused } from './errors.ts';

/** @throws HttpRefusal 400 */
export async function jsonBody(c: Context): Promise<unknown> {
  const body = await c.req.text();
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw refused('bad-input', 'The body is not JSON.');
  }
}

/** @throws HttpRefusal 400, naming what is wrong */
export function parse<T>(schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const [first] = issues;
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  throw refused('bad-input', `${where}${first?.message ?? 'not of the form that is asked for'}`, { issues });
}

/** @throws HttpRefusal */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new HttpRefusal(result.error);
}
