import { workerData } from 'node:worker_threads';
import { fillSample, type SampleFor } from './fill.ts';

// A thread of its own: a month in fast forward is thousands of small steps, and the desk goes on meanwhile.
await fillSample(workerData as SampleFor);
