import type { Context } from 'hono';
import type { ZodType } from 'zod';
import type { Result } from '../shared/result.ts';
import { HttpRefusal, refused } from './errors.ts';

/** A thousand texts with all that can be said of each come nowhere near. */
const MOST_VALUES = 20_000;
const DEEPEST = 32;

/** What stands beside each request. */
export interface RequestVariables {
  /** Resolves when it may be worked on. */
  readonly turn: () => Promise<void>;
}

/** @throws HttpRefusal 400; 413 for one that takes longer to read than anybody should wait */
export async function jsonBody(c: Context, mostValues = MOST_VALUES): Promise<unknown> {
  const body = await c.req.text();
  await (c.var as RequestVariables).turn();
  if (!isModest(body, mostValues))
    throw refused('too-large', `The body holds more than ${mostValues} values, or is nested too deep.`);
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw refused('bad-input', 'The body is not JSON.');
  }
}

/** Told by its signs alone, before anything is made of it. What is no JSON may be taken for it. */
function isModest(json: string, mostValues: number): boolean {
  let [depth, values, isQuoted] = [0, 0, false];
  for (let i = 0; i < json.length; i++) {
    const sign = json[i];
    if (isQuoted) {
      if (sign === '\\') i += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === ',') values += 1;
    if (depth > DEEPEST || values > mostValues) return false;
  }
  return true;
}

/** Nobody reads more; of a large body the answer would be larger than it. */
const MOST_ISSUES = 20;

/** @throws HttpRefusal 400, naming what is wrong */
export function parse<T>(schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    const loose = looseNumber(parsed.data, value);
    if (loose !== null) throw refused('bad-input', `${loose}: a whole number in digits is wanted`);
    return parsed.data;
  }
  const issues = parsed.error.issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) => ({ path: path.join('.'), message }));
  const [first] = issues;
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  throw refused('bad-input', `${where}${first?.message ?? 'not of the form that is asked for'}`, { issues });
}

/** A number of a query is written in digits: `0x10` and `1e2` are what JavaScript makes of it, and nobody else. */
function looseNumber(data: unknown, given: unknown): string | null {
  if (typeof data !== 'object' || data === null || typeof given !== 'object' || given === null) return null;
  const written = given as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(data)) {
    const text = written[key];
    if (typeof value === 'number' && typeof text === 'string' && !/^\d{1,15}$/.test(text)) return key;
  }
  return null;
}

/** @throws HttpRefusal */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new HttpRefusal(result.error);
}
