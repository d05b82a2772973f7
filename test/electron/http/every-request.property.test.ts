import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describedApi } from '../../../electron/http/rest.ts';
import { startHttp } from '../../../electron/http/server.ts';
import { arbitraryOf, type JsonSchema } from '../../support/from-schema.ts';
import { fuzz } from '../../support/fuzz.ts';
import { heldTwice, MOST_HELD_MS } from '../../support/held.ts';
import { TOKEN } from '../../support/served-desk.ts';
import { STOCKED_NUMBERS, stockedShop } from '../../support/stocked-shop.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const REFERENCES = ['4711', 'nobody’s'];

/** What there is in the shop, by the path that asks for it. */
function knownTo(path: string) {
  const kind = { messages: 'm', conversations: 'c', orders: 'o', contacts: 'k', appointments: 'a' }[
    path.split('/')[3] as string
  ];
  return (field: string): readonly string[] => {
    switch (field) {
      case 'id':
        return kind === undefined ? [] : [1, 2, 3].map((n) => `${kind}${n}`);
      case 'number':
      case 'to':
        return STOCKED_NUMBERS;
      case 'conversation':
        return ['conversation_1', 'conversation_2'];
      case 'reference':
        return REFERENCES;
      case 'service':
        return ['service_1', 'Check'];
      case 'with':
        return ['resource_1', 'Kim'];
      case 'tags':
        return ['Repair'];
      case 'after':
        return ['message_1', 'conversation_1', 'x', ''];
      case 'limit':
        return ['1', '50'];
      default:
        return [];
    }
  };
}

function callsOf({ paths }: Described): fc.Arbitrary<Call> {
  const all = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      // A stream has no end.
      .filter(() => !path.endsWith('/events'))
      .map(([method, { parameters = [], requestBody }]) => {
        const known = knownTo(path);
        const body = requestBody?.content['application/json'].schema;
        const given = Object.fromEntries(
          parameters.map(({ name, schema }) => [
            name,
            arbitraryOf({ type: 'object', properties: { [name]: schema }, required: [name] }, known).map(
              (record) => (record as Readonly<Record<string, unknown>> | null)?.[name],
            ),
          ]),
        );
        return fc.record({
          method: fc.constant(method.toUpperCase()),
          path: fc.constant(path),
          given: fc.record(given, {
            requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name),
          }),
          body: body === undefined ? fc.constant(undefined) : arbitraryOf(body, known),
        });
      }),
  );
  return fc.oneof(...all);
}

/** Null: it is not what an answer of the API looks like. */
function read(text: string): { readonly error?: { readonly code: string; readonly message: string } } | null {
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}

function requestOf({ path, given, body, method }: Call): { readonly path: string; readonly init: RequestInit } {
  const text = (value: unknown): string =>
    (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')).toWellFormed();
  const headers: Record<string, string> = { Authorization: `Bearer ${TOKEN}` };
  const query = new URLSearchParams();
  let where = path;
  for (const [name, value] of Object.entries(given)) {
    if (path.includes(`{${name}}`)) where = where.replace(`{${name}}`, encodeURIComponent(text(value)) || '%20');
    // A header of other letters never leaves the program that asks.
    else if (name === 'Idempotency-Key')
      headers[name] = text(value)
        .replaceAll(/[^ -~]/g, '?')
        .trim();
    else query.append(name, text(value));
  }
  const asked = query.size === 0 ? where : `${where}?${query.toString()}`;
  return { path: asked, init: { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) } };
}

test('no request of the served description ends in a fault inside, or holds the loop', async () => {
  const wrong: string[] = [];
  const calls = callsOf(describedApi('0') as Described);
  await fuzz(calls, 400, async (sampled) => {
    const { desk, clock, logger, invoke, faults, store } = await stockedShop();
    const http = await startHttp({
      desk: () => desk,
      events: desk.events,
      invoke,
      token: TOKEN,
      host: '127.0.0.1',
      port: 0,
      rendererDir: null,
      version: '0.0.0',
      clock,
      logger,
    });
    for (const call of sampled) {
      const { path, init } = requestOf(call);
      const { value, heldMs } = await heldTwice(async () => {
        const response = await fetch(`${http.url}${path}`, init);
        return {
          status: response.status,
          answer: read(await response.text()),
        };
      });
      const said = `${call.method} ${path.slice(0, 200)} ${JSON.stringify(call.body)?.slice(0, 1_000) ?? ''}: ${value.status}`;
      if (value.status >= 500 || faults.length > 0)
        wrong.push(`${said} ${JSON.stringify(faults.splice(0)).slice(0, 1_000)}`);
      if (value.status >= 400 && !/\S/.test(value.answer?.error?.message ?? '')) wrong.push(`${said}: no sentence`);
      if (value.answer === null) wrong.push(`${said}: no JSON`);
      if (heldMs > MOST_HELD_MS) wrong.push(`${said}: held the loop for ${Math.round(heldMs)} ms`);
    }
    await http.close();
    store.close();
  });
  expect(wrong).toEqual([]);
}, 600_000);
