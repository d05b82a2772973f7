import type { Context } from 'hono';
import { refused } from '../core/refusal-error.ts';

/** A thousand messages with all their fields stay far below this. */
const MOST_VALUES = 20_000;
const DEEPEST = 32;

/** What stands beside each request. */
export interface RequestVariables {
  /** Resolves when the request may be processed. */
  readonly turn: () => Promise<void>;
}

/** @throws RefusalError 400; 413 for a body that would take too long to read */
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

/**
 * A number in a query is written in digits: only JavaScript would accept `0x10` and `1e2`.
 * @throws RefusalError 400
 */
export function assertDigits(read: object, input: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(read)) {
    const text = input[key];
    if (typeof value === 'number' && typeof text === 'string' && !/^\d{1,15}$/.test(text))
      throw refused('bad-input', `${key}: a whole number in digits is wanted`);
  }
}
