import { parseArgs } from 'node:util';
import { systemClock } from '../modem/index.ts';
import { ApiServer } from './api-server.ts';
import { createBackend } from './backend.ts';
import { fileLogger } from './log.ts';
import { outliveDiskFaults } from './outlive.ts';
import type { FromBackend, ToBackend } from './app/process-messages.ts';

/** The entry point of the back-end process: the same in Electron's utility process and in a Node of its own. */

/** What Electron gives a utility process to talk through; plain Node has `process.send`. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort;

function send(message: FromBackend): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else if (process.connected) process.send?.(message);
}

function listen(receive: (message: ToBackend) => void): void {
  if (parentPort !== undefined) parentPort.on('message', ({ data }) => receive(data as ToBackend));
  else process.on('message', (message) => receive(message as ToBackend));
}

// Whatever is written, copies of the database and backups too, only this user may read.
process.umask(0o077);

const { values: options } = parseArgs({ options: { 'data-dir': { type: 'string' }, modem: { type: 'string' } } });
const { modem, 'data-dir': dataDir = '.' } = options;

const { promise: started, resolve: start } = Promise.withResolvers<string | null>();
let onSystemResume = (): void => {};
let handle: (message: ToBackend) => void = () => {};
listen((message) => {
  if (message.type === 'start') start(message.secretKey);
  else if (message.type === 'woke-up') onSystemResume();
  else handle(message);
});

try {
  const secretKey = await started;
  const backend = await createBackend({
    dataDir,
    modem: modem === undefined ? 'auto' : modem === 'demo' || modem === 'none' ? modem : { paths: [modem] },
    country: null,
    secretKey: secretKey === null ? null : Buffer.from(secretKey, 'base64'),
  });
  backend.events.on((event) => send({ type: 'event', event }));
  const logger = fileLogger(dataDir);
  outliveDiskFaults(logger);
  const api = new ApiServer(backend, systemClock, logger);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void api
      .close()
      .then(() => backend.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  onSystemResume = () => backend.desk()?.onSystemResume();
  handle = (message) => {
    if (message.type === 'stop') stop();
    else if (message.type === 'call')
      void backend
        .invoke(message.method, message.input)
        .then((result) => send({ type: 'answer', id: message.id, result }));
  };
  // The shell is gone, in whatever way: nobody is left to work for.
  process.on('disconnect', stop);
  process.on('SIGTERM', stop);
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  setTimeout(() => process.exit(1), 100);
}
