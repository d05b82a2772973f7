import { parentPort } from 'node:worker_threads';
import { answersTo, NEXT, type FileAnswer, type FileRequest } from './requests.ts';

// A thread of its own: whatever a file says, the desk goes on meanwhile.
let answers: Iterator<FileAnswer, void> | null = null;
parentPort?.on('message', (message: FileRequest | typeof NEXT) => {
  if (message !== NEXT) answers = answersTo(message);
  // One at a time: a port hands over all that waits in it at a stretch.
  const next = answers?.next();
  if (next?.done === false) parentPort?.postMessage(next.value);
});
