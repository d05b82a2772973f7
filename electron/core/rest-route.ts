import { z } from 'zod';
import type { Scope } from '../shared/access-words.ts';
import type { Contract, ValueOf } from '../shared/contract.ts';

/** The parts of a REST API request, each with the schema that checks and describes it. */
export interface RequestSchemas {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
}

type Given<R extends RequestSchemas> = {
  readonly [K in keyof R as R[K] extends z.ZodType ? K : never]: R[K] extends z.ZodType ? z.infer<R[K]> : never;
};

/** Who sends the request, and with which rights. */
export interface Asker {
  /** The owner sees what no other program is told: the SIM's numbers and its remaining balance. */
  readonly isOwner: boolean;
  /** This program's version. */
  readonly version: string;
}

export type RouteStatus = 200 | 201 | 202;

interface RouteSpec<R extends RequestSchemas, A extends z.ZodType> {
  readonly method: 'get' | 'post' | 'patch';
  /** The path below /api/v1, with its parameters in braces: `/orders/{id}`. */
  readonly path: string;
  /** The scope that a key must have; null means that any key will do. */
  readonly scope: Scope | null;
  readonly summary: string;
  readonly request?: R;
  readonly answer: readonly [status: RouteStatus, description: string, schema: A];
  /** When the route may answer that the same thing already exists (200, of the same form), this says why. */
  readonly alreadyThere?: string;
  /** @throws RefusalError */
  readonly handle: (given: Given<R>, asker: Asker) => Reply<A> | Promise<Reply<A>>;
}

type Reply<A extends z.ZodType> = z.infer<A> | AlreadyThere<z.infer<A>>;

/** Everything there is to say about one REST API request. It is checked, described and answered from this alone. */
export interface RestRoute extends Omit<RouteSpec<RequestSchemas, z.ZodType>, 'handle'> {
  readonly handle: (given: Readonly<Record<keyof RequestSchemas, never>>, asker: Asker) => unknown;
}

/** The routes of one feature. They are made before the desk exists, so they look up its services when a request comes in. */
export type RestRoutes<Services> = (services: () => Services) => readonly RestRoute[];

export function route<const R extends RequestSchemas, A extends z.ZodType>(spec: RouteSpec<R, A>): RestRoute {
  return spec as unknown as RestRoute;
}

/** Nothing new was made because what was asked for already exists. */
export class AlreadyThere<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}

/** The body of the answer when a request is refused. */
export const refusal = z.object({
  error: z.object({
    code: z.string(),
    variant: z.string().optional(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** Identifies one of several. It is all that a key learns about a change if it may not read the thing that changes. */
export const named = z.object({
  id: z.string().optional(),
  reference: z.string().optional(),
  number: z.string().optional(),
});

export const byId = { params: z.object({ id: z.string() }) };
export const byReference = { params: z.object({ reference: z.string() }) };

/** One page of a list. `next` is the value for `after` that leads to the following page; null means this is the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export const allOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** The page size in a query: a number in digits, at most what one page holds. */
export const pageLimit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);

/** What other programs are told when something happens, by the name of the event in the contract. */
export type PublicEvents<C extends Pick<Contract, 'events'>> = {
  readonly [E in keyof C['events'] & string]?: PublicEvent<ValueOf<C['events'][E]>>;
};

export interface PublicEvent<V> {
  /** The scope that a key must have to be told. */
  readonly scope: Scope;
  /** Null means that this event is not told to anybody. */
  readonly toData: (value: V) => object | null;
}
