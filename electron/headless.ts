import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../modem/index.ts';
import { createBackend } from './backend.ts';
import type { ModemChoice } from './features/lines/lines-options.ts';
import { startHttp } from './http/server.ts';
import { fileLogger } from './log.ts';
import { outliveDiskFaults } from './outlive.ts';
import { isSupportedCountry, type CountryCode } from './shared/phone.ts';
import { VERSION } from './version.ts';

const HELP = `Counterline without its own window: the desk on this computer, a browser in front.

  npm run headless -- [options]

  --data-dir DIR           where everything is kept (${defaultDataDir()})
  --modem PATH|demo|none   the modem's port, several times for several modems; without it the configured ones, else the
                           Demo line
  --ports DIR              a folder whose entries are modem ports as well (links made by udev rules)
  --listen 127.0.0.1:PORT  the address (127.0.0.1:8026; port 0 takes a free one)
  --token-file FILE        holds the key to it (else COUNTERLINE_OWNER_TOKEN); made up and printed without both
  --token TOKEN            the same, where nobody else can see the list of processes
  --verbose                log, events and what goes between program and modem in the terminal, without numbers and words
  --country CC             whose numbering plan numbers follow (DE, FR ...); without it the SIM's
`;

const DEFAULT_LISTEN = '127.0.0.1:8026';
/** As long as no list of words and no machine gets through. */
const SHORTEST_TOKEN = 16;

const { values: options } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    modem: { type: 'string', multiple: true },
    ports: { type: 'string' },
    listen: { type: 'string' },
    token: { type: 'string' },
    'token-file': { type: 'string' },
    country: { type: 'string' },
    verbose: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

// Whatever is written, copies of the database and backups too, only this user may read.
process.umask(0o077);

let stop: () => Promise<void> = () => Promise.resolve();
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stop().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error)),
    );
  });
}

const { host, port } = parseListen(options.listen ?? DEFAULT_LISTEN);
const givenToken = options.token ?? tokenFrom(options['token-file']);
const token = givenToken ?? randomBytes(24).toString('base64url');
if (token.length < SHORTEST_TOKEN)
  fail(`The token has fewer than ${SHORTEST_TOKEN} characters, and could be guessed. Give a longer one, or none.`);
const dataDir = options['data-dir'] ?? defaultDataDir();

const backend = await createBackend({
  dataDir,
  modem: parseModem(options.modem),
  country: parseCountry(options.country),
  portsDir: options.ports ?? null,
  isVerbose: options.verbose === true,
}).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
stop = () => backend.close();
const logger = fileLogger(dataDir);
outliveDiskFaults(logger);
const http = await startHttp({
  desk: () => backend.desk(),
  events: backend.events,
  invoke: (method, input) => backend.invoke(method, input),
  token,
  host,
  port,
  rendererDir: findRenderer(),
  version: VERSION,
  clock: systemClock,
  logger,
}).catch(async (error: NodeJS.ErrnoException) => {
  await backend.close();
  return fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Give another one with --listen ${host}:PORT.`
      : error.message,
  );
});

const sayServed = (): void => backend.desk()?.access.setServed({ address: http.url, problem: null });
sayServed();
backend.events.on(({ type }) => type === 'app.restored' && sayServed());

stop = async () => {
  await http.close();
  await backend.close();
};

process.stdout.write(`listening ${http.url}\n`);
if (givenToken === undefined) process.stdout.write(`open ${http.url}/#token=${token}\n`);

/** Not in the list of processes, which every user of the computer may read. */
function tokenFrom(file: string | undefined): string | undefined {
  if (file === undefined) return process.env['COUNTERLINE_OWNER_TOKEN'];
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      return fail(`Other users of this computer may read the token file ${file}. Close it to them: chmod 600 ${file}`);
    return readFileSync(file, 'utf8').trim();
  } catch {
    return fail(`The token file ${file} cannot be read. Give one that this user may read.`);
  }
}

function parseListen(listen: string): { host: '127.0.0.1' | '::1'; port: number } {
  const [, host = '', digits = ''] = /^(.*):(\d{1,5})$/.exec(listen) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535) fail('--listen takes an address and a port, 127.0.0.1:8026 say.');
  if (host === '127.0.0.1' || host === 'localhost' || host === '') return { host: '127.0.0.1', port };
  if (host === '[::1]' || host === '::1') return { host: '::1', port };
  return fail('--listen takes an address of this computer only: 127.0.0.1 or [::1].');
}

function parseModem(modems: readonly string[] | undefined): ModemChoice {
  const [first, ...others] = modems ?? [];
  if (first === undefined) return 'auto';
  if (first !== 'auto' && first !== 'demo' && first !== 'none') return { paths: [first, ...others] };
  return others.length === 0 ? first : fail(`--modem ${first} stands alone.`);
}

function parseCountry(country: string | undefined): CountryCode | null {
  if (country === undefined) return null;
  const code = country.toUpperCase();
  return isSupportedCountry(code) ? code : fail(`--country takes a two-letter country code, not ${country}.`);
}

function findRenderer(): string | null {
  const places = [new URL('../dist/renderer/', import.meta.url), new URL('../renderer/', import.meta.url)];
  const found = places.find(
    (place) => existsSync(new URL('index.html', place)) && existsSync(new URL('assets/', place)),
  );
  return found === undefined ? null : decodeURIComponent(found.pathname);
}

function defaultDataDir(): string {
  const home = homedir();
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? home, 'Counterline');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Counterline');
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'counterline');
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
