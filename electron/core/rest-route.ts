import { z } from 'zod';
import type { Scope } from '../shared/access-words.ts';
import type { Contract, ValueOf } from '../shared/contract.ts';

/** What a request of the REST API is made of, each part with the schema that checks and describes it. */
export interface RequestSchemas {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
}

type Given<R extends RequestSchemas> = {
  readonly [K in keyof R as R[K] extends z.ZodType ? K : never]: R[K] extends z.ZodType ? z.infer<R[K]> : never;
};

/** Who asks, and what. */
export interface Asker {
  /** Sees what no other program is told: the SIM's numbers and what is left on it. */
  readonly isOwner: boolean;
  /** Of this program. */
  readonly version: string;
}

export type RouteStatus = 200 | 201 | 202;

interface RouteSpec<R extends RequestSchemas, A extends z.ZodType> {
  readonly method: 'get' | 'post' | 'patch';
  /** Below /api/v1, with its parameters in braces: `/orders/{id}`. */
  readonly path: string;
  /** What a key has to open; null: any key will do. */
  readonly scope: Scope | null;
  readonly summary: string;
  readonly request?: R;
  readonly answer: readonly [status: RouteStatus, description: string, schema: A];
  /** When it may answer that the same is there already (200, of the same form): why. */
  readonly alreadyThere?: string;
  /** @throws RefusalError */
  readonly handle: (given: Given<R>, asker: Asker) => Reply<A> | Promise<Reply<A>>;
}

type Reply<A extends z.ZodType> = z.infer<A> | AlreadyThere<z.infer<A>>;

/** One request of the REST API: all there is to say about it. It is checked, described and answered by this alone. */
export interface RestRoute extends Omit<RouteSpec<RequestSchemas, z.ZodType>, 'handle'> {
  readonly handle: (given: Readonly<Record<keyof RequestSchemas, never>>, asker: Asker) => unknown;
}

/** Of one feature, made before there is a desk: what is asked for is looked up when somebody asks. */
export type RestRoutes<Services> = (services: () => Services) => readonly RestRoute[];

export function route<const R extends RequestSchemas, A extends z.ZodType>(spec: RouteSpec<R, A>): RestRoute {
  return spec as unknown as RestRoute;
}

/** Nothing new was made: what was asked for is there. */
export class AlreadyThere<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}

/** What is answered where a request is refused. */
export const refusal = z.object({
  error: z.object({
    code: z.string(),
    variant: z.string().optional(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** Which of several it is: all that a key learns of a change that may not read what it changes. */
export const named = z.object({
  id: z.string().optional(),
  reference: z.string().optional(),
  number: z.string().optional(),
});

export const byId = { params: z.object({ id: z.string() }) };
export const byReference = { params: z.object({ reference: z.string() }) };

/** A page: `next` is what `after` takes to get the one that follows; null: it is the last. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export const allOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** Of a query: a number in digits, with the most that one page holds. */
export const pageLimit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);

/** What other programs are told when something happens, by the name of the contract's event. */
export type PublicEvents<C extends Pick<Contract, 'events'>> = {
  readonly [E in keyof C['events'] & string]?: PublicEvent<ValueOf<C['events'][E]>>;
};

export interface PublicEvent<V> {
  /** What a key has to open to be told. */
  readonly scope: Scope;
  /** Null: it is nobody's business. */
  readonly toData: (value: V) => object | null;
}
