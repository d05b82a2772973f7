import type { z } from 'zod';
import type { Refusal, RefusalCode, Result } from '../shared/result.ts';

/** A refusal that is thrown. It is for code that answers other programs' requests, where only the answer is left to do. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export function refused(code: RefusalCode, message: string, details?: Readonly<Record<string, unknown>>): RefusalError {
  return new RefusalError({ code, message, ...(details === undefined ? {} : { details }) });
}

/** @throws RefusalError */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RefusalError(result.error);
}

/** Nobody reads more than this, and for a large body the answer would be larger than the body. */
const MOST_ISSUES = 20;

/** @throws RefusalError 400, naming what is wrong */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw badInput(parsed.error);
}

/** Says what a schema objects to in a value: the first issue as a sentence. */
export function badInput(error: Pick<z.ZodError, 'issues'>): RefusalError {
  const issues = error.issues.slice(0, MOST_ISSUES).map(({ path, message }) => ({ path: path.join('.'), message }));
  const [first] = issues;
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  return refused('bad-input', `${where}${first?.message ?? 'not of the form that is asked for'}`, { issues });
}
