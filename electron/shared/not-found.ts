import { refuse, type RefusalKey, type Result } from './result.ts';

type Missing<Key> = Key extends `not-found.${infer What}` ? What : never;

/** What somebody asks for is gone or never existed. */
export function notFound(what?: Missing<RefusalKey>): Result<never> {
  return refuse(what === undefined ? 'not-found' : `not-found.${what}`);
}
