import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { parentPort } from 'node:worker_threads';
import { Decrypter, Encrypter } from 'age-encryption';
import { contentsOf, UnusableDataError } from '../core/db/snapshot.ts';
import type { WorkerAnswer, WorkerOrder } from './worker-protocol.ts';

/** A thread of its own: it reads all of a large file, and reckons a key out of a passphrase for a second. */

async function run(order: WorkerOrder): Promise<WorkerAnswer> {
  switch (order.do) {
    case 'look':
      return { contents: await contentsOf(order.path) };
    case 'store': {
      const { passphrase } = order;
      const plain = Readable.toWeb(createReadStream(order.from)) as ReadableStream<Uint8Array>;
      return input(passphrase === null ? plain : await sealed(plain, passphrase, order.scryptLogN), order.to);
    }
    case 'fetch': {
      const { passphrase } = order;
      const stored = Readable.toWeb(createReadStream(order.from)) as ReadableStream<Uint8Array>;
      return input(passphrase === null ? stored : await opened(stored, passphrase), order.to);
    }
    case 'hash': {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(order.path)) hash.update(chunk as Buffer);
      return { sha256: hash.digest('hex') };
    }
  }
}

function sealed(
  plain: ReadableStream<Uint8Array>,
  passphrase: string,
  scryptLogN: number,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptLogN);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(plain);
}

async function opened(stored: ReadableStream<Uint8Array>, passphrase: string): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(stored);
  } catch (error) {
    throw new UnusablePassphraseError('The passphrase does not open this backup.', { cause: error });
  }
}

class UnusablePassphraseError extends Error {
  readonly code = 'wrong-passphrase';
}

/** On disk when it is answered. */
async function input(stream: ReadableStream<Uint8Array>, to: string): Promise<WorkerAnswer> {
  const hash = createHash('sha256');
  const hashed = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      hash.update(chunk);
      controller.enqueue(chunk);
    },
  });
  await stream.pipeThrough(hashed).pipeTo(Writable.toWeb(createWriteStream(to, { mode: 0o600 })));
  const file = await open(to, 'r+');
  await file.sync();
  await file.close();
  return { sha256: hash.digest('hex') };
}

function problemOf(error: unknown): WorkerAnswer {
  if (error instanceof UnusableDataError || error instanceof UnusablePassphraseError)
    return { problem: error.code, detail: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { problem: 'disk-full', detail: message };
  // What was sealed and is not whole does not open.
  return { problem: code === undefined ? 'damaged' : 'no-folder', detail: message };
}

// One order after the other: the next comes when this one is answered.
parentPort?.on('message', (order: WorkerOrder) => {
  void run(order)
    .catch(problemOf)
    .then((answer) => parentPort?.postMessage(answer));
});
