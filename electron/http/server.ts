import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type MiddlewareHandler, type Next } from 'hono';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Desk } from '../app/desk.ts';
import type { Clock } from '../shared/clock.ts';
import type { Method } from '../app/contract.ts';
import type { Logger } from '../shared/logger.ts';
import { isPlacePath } from '../shared/places.ts';
import { isDiskFull } from '../shared/disk-fault.ts';
import type { Result } from '../shared/result.ts';
import type { Scope } from '../shared/access-words.ts';
import { TokenCheck } from './auth.ts';
import { RefusalError, refused } from '../core/refusal-error.ts';
import { STATUS } from './errors.ts';
import { Guards, limited, notKept } from './guards.ts';
import { eventStream, OpenStreams, type EventSource } from './event-stream.ts';
import { jsonBody } from './requests.ts';
import { restApi, type ApiVariables } from './rest.ts';

export interface HttpOptions {
  /** Null: the data are damaged or being restored. */
  readonly desk: () => Desk | null;
  readonly events: EventSource;
  /** Answers the window's requests; null: no window is served. */
  readonly invoke: ((method: string, input: unknown) => Promise<Result<unknown>>) | null;
  /** The owner's token, which gives all access; null: only programs' keys are accepted. */
  readonly token: string | null;
  /** Loopback only. */
  readonly host: '127.0.0.1' | '::1';
  /** 0 takes a free one. */
  readonly port: number;
  /** The built window; null serves the API alone. */
  readonly rendererDir: string | null;
  readonly version: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A whole choice of customers, say. */
const MOST_VALUES_OF_WINDOW = 200_000;
/** Enough for a batch of 1,000 long messages. */
const MAX_BODY_OCTETS = 4 * 1024 * 1024;
/** Address books come with pictures in them. */
const MAX_FILE_OCTETS = 96 * 1024 * 1024;
const API = '/api/v1';
const FILE_METHOD: Method = 'contacts.readFile';

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The desk over HTTP on this computer: the window in a browser, the API, the event stream. */
export function startHttp(options: HttpOptions): Promise<HttpServer> {
  const { events, token, clock, version, logger } = options;
  const desk = (): Desk => options.desk() ?? away();
  const guards = new Guards(new TokenCheck(token, (given) => options.desk()?.access.scopesOf(given) ?? null, clock));
  const app = new Hono<{ Variables: ApiVariables }>();

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    await next();
  });
  app.use((c, next) => checkOrigin(c, next, port()));
  app.use('/api/*', notKept);
  app.use('/window/*', notKept, guards.ownerOnly, guards.inTurn);
  app.use('/window/invoke/:method', (c, next) =>
    limited(c.req.param('method') === FILE_METHOD ? MAX_FILE_OCTETS : MAX_BODY_OCTETS)(c, next),
  );
  const guard = (scope: Scope | null): MiddlewareHandler[] => [
    guards.scoped(scope),
    limited(MAX_BODY_OCTETS),
    guards.inTurn,
  ];
  app.route(API, restApi({ desk, events, version, guard }));
  // What no route answers opens to nobody.
  app.use('/api/*', guards.scoped('none'));
  const { invoke } = options;
  if (invoke !== null) {
    app.post('/window/invoke/:method', async (c) =>
      c.json(await invoke(c.req.param('method'), await jsonBody(c, MOST_VALUES_OF_WINDOW))),
    );
    const streams = new OpenStreams();
    app.get('/window/events', (c) =>
      eventStream(c, events, (event) => ({ event: event.type, data: event.value }), { streams }),
    );
  }
  if (options.rendererDir !== null) {
    const root = options.rendererDir;
    // Each place of the window is the window, which knows which it is.
    const rewriteRequestPath = (path: string): string => (isPlacePath(path) ? '/' : path);
    app.get(
      '*',
      serveStatic({ root, rewriteRequestPath, onFound: (path, c) => c.header('Cache-Control', cacheControl(path)) }),
    );
  }
  app.notFound((c) => c.json({ error: { code: 'not-found', message: 'There is nothing here.' } }, 404));
  app.onError((error, c) => answerError(error, c, logger));

  let address: AddressInfo | null = null;
  const port = (): number => address?.port ?? options.port;
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, (bound) => {
      address = bound;
      const host = options.host === '::1' ? '[::1]' : options.host;
      resolve({
        url: `http://${host}:${bound.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', reject);
    server.on('clientError', answerUnreadable);
  });
}

function answerError(error: Error, c: Context, logger: Logger): Response {
  if (error instanceof RefusalError) return c.json({ error: error.refusal }, STATUS[error.refusal.code]);
  logger.error({ error: error.stack }, 'a request failed');
  if (isDiskFull(error)) {
    const message = 'There is no room left on the disk. Make room; what was there is safe.';
    return c.json({ error: { code: 'disk-full', message } }, STATUS['disk-full']);
  }
  return c.json({ error: { code: 'internal', message: 'Something went wrong inside. It is in the log.' } }, 500);
}

/** What is no HTTP, or has longer headers than are read: said like everything else that is refused. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const refusal = isTooLong
    ? { code: 'too-large', message: 'The address and the headers together are longer than 16 KB.' }
    : { code: 'bad-input', message: 'This is no HTTP request.' };
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = JSON.stringify({ error: refusal });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function away(): never {
  throw refused('unreachable', 'The desk is starting, or its data are damaged. Look at its window.');
}

/** A page of another site must not reach us through a name that resolves to this computer, nor directly by our address. */
function checkOrigin(c: Context, next: Next, port: number): Promise<void> {
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  const host = c.req.header('Host') ?? '';
  const origin = c.req.header('Origin');
  if (!ours.includes(host) || (origin !== undefined && origin !== `http://${host}`)) {
    throw refused('unauthorised', 'This address is not served.');
  }
  return next();
}

/** Built files carry their content's hash in their name; the page itself does not. */
function cacheControl(path: string): string {
  return /-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
