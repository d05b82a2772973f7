import type { Context, MiddlewareHandler, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refused } from '../core/refusal-error.ts';
import type { Scope } from '../shared/access-words.ts';
import type { Access } from './access.ts';
import type { TokenCheck } from './auth.ts';
import { Turns } from './turns.ts';

/** The checks that a request passes before it is handled. */
export class Guards {
  readonly #auth: TokenCheck;
  readonly #turns = new Turns();

  constructor(auth: TokenCheck) {
    this.#auth = auth;
  }

  /** The window is the owner's. */
  readonly ownerOnly = (c: Context, next: Next): Promise<void> => {
    if (this.#checked(c) !== 'owner') throw refused('unauthorised', 'The token is missing or wrong.');
    return next();
  };

  /** With a body once that is here, else at once. */
  readonly inTurn = async (c: Context, next: Next): Promise<void> => {
    const turn = (): Promise<void> => this.#turns.take(this.#auth.look(c.req.header('Authorization')) === 'owner');
    c.set('turn', turn);
    const hasBody = c.req.header('Transfer-Encoding') !== undefined || (c.req.header('Content-Length') ?? '0') !== '0';
    if (!hasBody) await turn();
    await next();
  };

  /** @param needed null: any key is enough; 'none': only the owner's token is */
  scoped(needed: Scope | null | 'none'): MiddlewareHandler {
    return (c, next) => {
      const scopes = this.#checked(c);
      if (scopes !== 'owner' && needed !== null && (needed === 'none' || !scopes.has(needed)))
        throw refused('forbidden', `This key does not open that${needed === 'none' ? '' : `: it needs ${needed}`}.`, {
          scope: needed,
        });
      c.set('access', this.#accessOf(c.req.header('Authorization')));
      return next();
    };
  }

  /** @throws RefusalError 401, 429 */
  #checked(c: Context): 'owner' | ReadonlySet<Scope> {
    const found = this.#auth.check(c.req.header('Authorization'));
    if (found === 'unauthorised') throw refused('unauthorised', 'The key is missing or wrong.');
    if (found === 'too-many') throw refused('too-many-requests', 'Too many wrong tokens. Wait a minute.');
    return found;
  }

  #accessOf(authorization: string | undefined): Access {
    const auth = this.#auth;
    return {
      isOwner: auth.look(authorization) === 'owner',
      opens(scope) {
        const found = auth.look(authorization);
        return found === 'owner' ? true : (found?.has(scope) ?? null);
      },
    };
  }
}

export function limited(octets: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: octets,
    onError: () => {
      throw refused('too-large', `The request is larger than ${octets / 1024 / 1024} MB.`);
    },
  });
}

/** No cache on the way may store the answers. */
export function notKept(c: Context, next: Next): Promise<void> {
  c.header('Cache-Control', 'no-store');
  return next();
}
