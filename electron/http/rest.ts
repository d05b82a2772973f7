import { createRoute, OpenAPIHono, z, type RouteConfig } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContractEvent } from '../app/contract.ts';
import type { Desk } from '../app/desk.ts';
import { publicEventsOf, toPublicEvent, type PublicEventTable } from '../app/public-events.ts';
import { restRoutesOf } from '../app/routes.ts';
import { badInput, RefusalError } from '../core/refusal-error.ts';
import { AlreadyThere, named, refusal, type RequestSchemas, type RestRoute } from '../core/rest-route.ts';
import type { Scope } from '../shared/access-words.ts';
import type { Access } from './access.ts';
import { eventStream, OpenStreams, type EventSource } from './event-stream.ts';
import { assertDigits, jsonBody, type RequestVariables } from './requests.ts';
import { namesOf, seesNamesOnly, unnamed, withholds } from './withheld.ts';

/** What stands beside each request. */
export interface ApiVariables extends RequestVariables {
  readonly access: Access;
}

type Api = OpenAPIHono<{ Variables: ApiVariables }>;

export interface ApiOptions {
  /** @throws RefusalError where the data are damaged or being restored */
  readonly desk: () => Desk;
  readonly events: EventSource;
  readonly version: string;
  /** What lets a request through that needs a key for this; null: for which any key will do. */
  readonly guard: (scope: Scope | null) => MiddlewareHandler[];
}

/** The API for other programs, under /api/v1: the routes of all features, the stream of events, and the description of both. */
export function restApi({ desk, events, version, guard }: ApiOptions): Api {
  const api: Api = new OpenAPIHono({ defaultHook: refuseBadInput });
  for (const each of restRoutesOf(desk)) mount(api, each, guard(each.scope), version);
  const published = publicEventsOf(desk);
  mountEvents(api, { events, published, guards: guard('messages:read') });
  let described: object | null = null;
  api.use('/openapi.json', ...guard(null));
  api.get('/openapi.json', (c) => c.json((described ??= describe(api, published, version))));
  return api;
}

/** The description that is served, without any handlers. */
export function describedApi(version: string): object {
  const desk = (): never => {
    throw new Error('nobody is asked');
  };
  const api = restApi({ desk, events: { on: () => () => {} }, version, guard: () => [] });
  return describe(api, publicEventsOf(desk), version);
}

function describe(api: Api, published: PublicEventTable, version: string): object {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Counterline',
      version,
      description: 'Text messages through the shop’s own SIM, for other apps on this computer.',
    },
    security: [{ token: [] }],
  });
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [`/api/v1${path}`, item] as const);
  return {
    ...document,
    paths: {
      ...Object.fromEntries(paths),
      '/api/v1/events': {
        get: {
          summary: `Server-sent events: ${[...published.keys()].join(', ')}`,
          security: securityOf('messages:read'),
          responses: { 200: { description: 'A stream', content: { 'text/event-stream': {} } } },
        },
      },
    },
  };
}

function mount(api: Api, given: RestRoute, guards: readonly MiddlewareHandler[], version: string): void {
  const { method, path, request = {}, answer, handle } = given;
  const [status] = answer;
  const described = createRoute({
    method,
    path,
    summary: given.summary,
    security: securityOf(given.scope),
    request: requestOf(request),
    responses: responsesOf(given),
    middleware: [...guards, ...(request.body === undefined ? [] : [readJson])],
  });
  api.openapi(described, (async (c: Context<{ Variables: ApiVariables }>) => {
    const isWithheld = seesNamesOnly(given, c.var.access);
    try {
      const reply = await handle(validated(c, request) as never, { isOwner: c.var.access.isOwner, version });
      const isThere = reply instanceof AlreadyThere;
      const [body, code] = isThere ? [reply.value as object, 200 as const] : [reply as object, status];
      return c.json(isWithheld && withholds(given, code) ? namesOf(body) : body, code);
    } catch (error) {
      if (error instanceof RefusalError && isWithheld) throw new RefusalError(unnamed(error.refusal));
      throw error;
    }
  }) as never);
}

function mountEvents(
  api: Api,
  parts: {
    readonly events: EventSource;
    readonly published: PublicEventTable;
    readonly guards: readonly MiddlewareHandler[];
  },
): void {
  const { events, published, guards } = parts;
  const told = once((event: ContractEvent) => toPublicEvent(published, event));
  const streams = new OpenStreams();
  api.use('/events', ...guards);
  api.get('/events', (c) => {
    const { access } = c.var;
    return eventStream(
      c,
      events,
      (event) => {
        const scope = published.get(event.type)?.scope;
        return scope !== undefined && access.opens(scope) === true ? told(event) : null;
      },
      { isWelcome: () => access.opens('messages:read') !== null, streams },
    );
  });
}

/** The body is read as JSON whatever content type is sent: many clients send none, or their library's default. */
const readJson: MiddlewareHandler = async (c, next) => {
  await jsonBody(c);
  c.req.raw.headers.set('Content-Type', 'application/json');
  await next();
};

const PARTS = { params: 'param', query: 'query', headers: 'header', body: 'json' } as const;

function validated(c: Context, request: RequestSchemas): object {
  const parts = Object.entries(PARTS).filter(([part]) => request[part as keyof RequestSchemas] !== undefined);
  return Object.fromEntries(parts.map(([part, target]) => [part, c.req.valid(target as never)]));
}

type Checked = { target: string } & ({ success: true; data: object } | { success: false; error: z.ZodError });

/** @throws RefusalError 400, naming what is wrong */
function refuseBadInput(checked: Checked, c: Context): void {
  if (!checked.success) throw badInput(checked.error);
  if (checked.target === 'query') assertDigits(checked.data, c.req.query());
}

function securityOf(scope: Scope | null): { token: string[] }[] {
  return [{ token: scope === null ? [] : [scope] }];
}

function requestOf({ params, query, headers, body }: RequestSchemas): NonNullable<RouteConfig['request']> {
  return {
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { query }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body: { required: true, ...json(body) } }),
  };
}

/** A key that may not read learns of a change only which record it was. */
function responsesOf(given: RestRoute): RouteConfig['responses'] {
  const [status, description, schema] = given.answer;
  const as = (code: number, what: string) =>
    withholds(given, code)
      ? { description: `${what}; without the right to read only which it is`, ...json(z.union([schema, named])) }
      : { description: what, ...json(schema) };
  return {
    ...(given.alreadyThere === undefined ? {} : { 200: as(200, given.alreadyThere) }),
    [status]: as(status, description),
    default: { description: 'Refused: a code and a sentence', ...json(refusal) },
  };
}

function json(schema: z.ZodType) {
  return { content: { 'application/json': { schema } } };
}

/** All readers get an event one after the other; each form of it is computed once. */
function once<E extends object, T>(make: (event: E) => T): (event: E) => T {
  let last: { readonly event: E; readonly made: T } | null = null;
  return (event) => {
    if (last?.event !== event) last = { event, made: make(event) };
    return last.made;
  };
}
