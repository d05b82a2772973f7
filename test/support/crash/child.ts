import { flushCompileCache } from 'node:module';
import { openStore } from '../../../electron/app/store.ts';
import { steppedStore, steppedTransport } from './instrument.ts';
import { isSettled, startDesk } from './scenario.ts';

/** The process that dies: runs the scenario and kills itself at a step, or counts the steps where it is told none. */
export interface Order {
  readonly database: string;
  readonly socket: string;
  readonly dieAt: number | null;
}

flushCompileCache();
process.once('message', (order: Order) => void run(order));
process.send?.('warm');

async function run({ database, socket, dieAt }: Order): Promise<void> {
  const names: string[] = [];
  const step = (name: string): void => {
    names.push(name);
    if (names.length === dieAt) process.kill(process.pid, 'SIGKILL');
  };
  const store = await openStore(database);
  await startDesk(steppedStore(store, step), socket, (transport) => steppedTransport(transport, step));
  // The parent says when: it sees the SIM.
  process.on('message', (question: unknown) => {
    if (question === 'settled?') process.send?.({ settled: isSettled(store), names });
  });
}
