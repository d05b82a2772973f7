import { parentPort } from 'node:worker_threads';
import { answer, type FileRequest } from './requests.ts';

// A thread of its own: whatever a file says, the desk goes on meanwhile.
parentPort?.on('message', (request: FileRequest) => answer(request, (each) => parentPort?.postMessage(each)));
