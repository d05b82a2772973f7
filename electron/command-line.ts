import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { API_PORT } from './shared/access-words.ts';

const HELP = `The desk from a terminal, or from a script: over its API, with a key made in the settings under “Other programs”.

  npm run desk -- status
  npm run desk -- inbox [--view waiting|open|closed|all] [--limit 20]
  npm run desk -- send NUMBER "TEXT" [--purpose answer|service|offer] [--at 2026-12-24T09:00+01:00] [--key KEY]

  --url URL           where the desk is (COUNTERLINE_URL, else http://127.0.0.1:${API_PORT})
  --token-file FILE   holds the key (else COUNTERLINE_TOKEN)
  --json              as the API answers

A text sent by a script keeps the hours in which customers may be texted, as a reminder does; --purpose answer is for what a
person writes. The same --key sends the same text once, however often it is called.
Ends with 0 done, 1 refused (with the reason), 2 not understood, 3 the desk cannot be reached.
`;

interface Line {
  readonly name: string;
  readonly state: string;
  readonly operator?: string;
  readonly signalDbm?: number;
}
interface Status {
  readonly lines: readonly Line[];
  readonly queue: Readonly<Record<string, number>>;
}
interface Message {
  readonly id: string;
  readonly state: string;
  readonly parts: number;
  readonly to: string;
}
interface Conversation {
  readonly number: string;
  readonly name?: string;
  readonly waitingSince?: string;
  readonly lastActivityAt: string;
  readonly unread: number;
}

/** Ends the program with a sentence. */
class End extends Error {
  readonly code: 1 | 2 | 3;
  constructor(code: 1 | 2 | 3, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof End)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code;
}

async function main(): Promise<void> {
  const { values: options, positionals } = read();
  const [command, ...rest] = positionals;
  if (options.help === true || command === undefined) {
    process.stdout.write(HELP);
    if (command === undefined && options.help !== true) process.exitCode = 2;
    return;
  }
  const ask = asker(options);
  const print = (body: unknown, lines: readonly string[]): void => {
    const text = options.json === true ? JSON.stringify(body, null, 2) : lines.join('\n');
    process.stdout.write(`${text}\n`);
  };
  if (command === 'status') {
    noMore(rest);
    const status = (await ask('GET', '/status')) as Status;
    print(status, statusLines(status));
  } else if (command === 'inbox') {
    noMore(rest);
    const limit = options.limit ?? '20';
    if (!/^([1-9]\d?|1\d\d|200)$/.test(limit)) throw new End(2, '--limit takes a number from 1 to 200.');
    const view = oneOf('--view', options.view ?? 'waiting', ['waiting', 'open', 'closed', 'all']);
    const query = new URLSearchParams({ view, limit });
    const page = (await ask('GET', `/conversations?${query.toString()}`)) as {
      readonly items: readonly Conversation[];
    };
    print(page, page.items.length === 0 ? ['Nobody.'] : page.items.map(inboxLine));
  } else if (command === 'send') {
    const [to, text] = rest;
    if (to === undefined || text === undefined || rest.length > 2)
      throw new End(2, 'send takes a number and a text: npm run desk -- send +491711234567 "It is ready"');
    const body = {
      to,
      text,
      ...(options.purpose === undefined
        ? {}
        : { purpose: oneOf('--purpose', options.purpose, ['answer', 'service', 'offer']) }),
      ...(options.at === undefined ? {} : { sendAfter: instant(options.at) }),
    };
    const sent = (await ask('POST', '/messages', body, options.key)) as Message;
    print(sent, [`${sent.id} ${sent.state} to ${sent.to}, ${sent.parts === 1 ? '1 part' : `${sent.parts} parts`}`]);
  } else throw new End(2, `There is no “${command}”. These are: status, inbox, send; --help says more.`);
}

function noMore(rest: readonly string[]): void {
  if (rest.length > 0) throw new End(2, `What is “${rest.join(' ')}”? --help says what there is.`);
}

function oneOf(name: string, input: string, choices: readonly string[]): string {
  if (!choices.includes(input)) throw new End(2, `${name} is one of ${choices.join(', ')}.`);
  return input;
}

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        'token-file': { type: 'string' },
        json: { type: 'boolean' },
        view: { type: 'string' },
        limit: { type: 'string' },
        purpose: { type: 'string' },
        at: { type: 'string' },
        key: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const option = /'(--?[\w-]+)/.exec((error as Error).message)?.[1] ?? 'That';
    throw new End(2, `${option} is nothing that is understood here. --help says what there is.`);
  }
}

type Options = ReturnType<typeof read>['values'];

function asker(options: Options) {
  const url = options.url ?? process.env['COUNTERLINE_URL'] ?? `http://127.0.0.1:${API_PORT}`;
  if (!URL.canParse(url)) throw new End(2, `“${url}” is no address. Write it like http://127.0.0.1:${API_PORT}.`);
  const token = tokenOf(options);
  return async (method: string, path: string, body?: unknown, key?: string): Promise<unknown> => {
    const response = await fetch(`${url.replace(/\/$/, '')}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    }).catch(() => {
      throw new End(3, `No desk answers at ${url}. Is Counterline running, and has a key been made in its settings?`);
    });
    const answer = (await response.json().catch(() => {
      throw new End(3, `What answers at ${url} is no desk.`);
    })) as { readonly error?: { readonly message: string } };
    if (!response.ok) throw new End(1, answer.error?.message ?? `Refused (${response.status}).`);
    return answer;
  };
}

/** Not as an argument: every program on the computer may read those. */
function tokenOf(options: Options): string {
  const file = options['token-file'];
  if (file !== undefined) {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      throw new End(2, `${file} cannot be read.`);
    }
  }
  const token = process.env['COUNTERLINE_TOKEN'] ?? '';
  if (token === '')
    throw new End(2, 'Which key? Make one in the settings under “Other programs” and give it as COUNTERLINE_TOKEN.');
  return token;
}

function instant(input: string): string {
  const at = Date.parse(input);
  if (Number.isNaN(at)) throw new End(2, `“${input}” is no time. Write it like 2026-12-24T09:00+01:00.`);
  if (at <= Date.now()) throw new End(2, `“${input}” is over. Choose a later time, or leave --at out.`);
  return new Date(at).toISOString();
}

function statusLines({ lines, queue }: Status): readonly string[] {
  const waiting = Object.entries(queue).filter(([, n]) => n > 0);
  return [
    ...lines.map(
      ({ name, state, operator, signalDbm }) =>
        `${name}: ${state}${operator === undefined ? '' : `, ${operator}`}${signalDbm === undefined ? '' : `, ${signalDbm} dBm`}`,
    ),
    ...(lines.length === 0 ? ['There is no line yet.'] : []),
    waiting.length === 0 ? 'Nothing waits to go out.' : waiting.map(([state, n]) => `${state}: ${n}`).join(', '),
  ];
}

function inboxLine({ number, name, waitingSince, lastActivityAt, unread }: Conversation): string {
  const since =
    waitingSince === undefined ? `last ${localTime(lastActivityAt)}` : `waits since ${localTime(waitingSince)}`;
  return `${name === undefined ? number : `${name} (${number})`}  ${since}${unread > 0 ? `  ${unread} unread` : ''}`;
}

/** By this computer's clock. */
function localTime(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(instant));
}
