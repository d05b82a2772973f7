import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from '../../../electron/launch/bundle.mjs';
import { openStore } from '../../../electron/app/store.ts';
import { decodeTpdu, type SubmitTpdu } from '../../../modem/pdu/tpdu.ts';
import { ROOT, temporaryFolder, until } from '../headless.ts';
import type { Order } from './child.ts';
import { ALL_INCOMING, isSettled, messagesOf, ModemServer, OUTGOING, startDesk, type Reports } from './scenario.ts';

const SOURCE = 'test/support/crash/child.ts';
const BUNDLED = 'node_modules/.cache/counterline/crash';

/** What the books say after one crash and a restart, held against the network's. */
export interface Verdict {
  readonly lost: number;
  readonly doubled: number;
  readonly uncertain: number;
  /** Uncertain though the network's report could have settled it, or though it was never handed over. */
  readonly needlesslyUncertain: number;
  readonly died: boolean;
  readonly steps: readonly string[];
}

/** Children that have loaded everything and wait for their order. */
export class Warm {
  readonly #waiting: Promise<ChildProcess>[];

  private constructor(count: number) {
    this.#waiting = Array.from({ length: count }, start);
  }

  /** Bundled before: to load one file takes less than half of what its hundreds of modules take, each of hundreds of times. */
  static async of(count: number): Promise<Warm> {
    await bundle({ child: SOURCE }, { outDir: BUNDLED, emptyOutDir: true, isShort: true });
    return new Warm(count);
  }

  take(): Promise<ChildProcess> {
    this.#waiting.push(start());
    return this.#waiting.shift() as Promise<ChildProcess>;
  }

  async close(): Promise<void> {
    for (const child of await Promise.all(this.#waiting)) child.kill('SIGKILL');
  }
}

/** The steps of a life that nothing ends. */
export async function dryRun(warm: Warm, reports: Reports): Promise<readonly string[]> {
  return (await crashAt(null, { warm, reports })).steps;
}

/** The first and the last place of each kind of step, counted from 1. */
export function kindsOf(steps: readonly string[]): readonly number[] {
  const places = new Set<number>();
  for (const kind of new Set(steps)) places.add(steps.indexOf(kind) + 1).add(steps.lastIndexOf(kind) + 1);
  return [...places].toSorted((a, b) => a - b);
}

function start(): Promise<ChildProcess> {
  const child = fork(join(ROOT, BUNDLED, 'child.js'), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('error', reject);
  });
}

/** Runs the scenario, kills the process at a step, starts again, and compares. */
export async function crashAt(dieAt: number | null, options: { warm: Warm; reports: Reports }): Promise<Verdict> {
  const folder = temporaryFolder('crash');
  const database = join(folder.path, 'counterline.db');
  const server = new ModemServer(join(folder.path, 'modem.sock'), options.reports);
  await server.listen();
  try {
    const child = await options.warm.take();
    const { died, steps } = await live(child, { database, socket: server.path, dieAt }, server);
    const store = await openStore(database);
    const desk = await startDesk(store, server.path);
    await until(() => desk.state.lines[0]?.state === 'ready' && isSettled(store) && server.isDrained);
    server.network.holdReports(false);
    if (options.reports === 'late') await until(() => areReported(store, server));
    await desk.stop();
    const verdict = judge(store, server, options.reports);
    store.close();
    return { ...verdict, died, steps };
  } finally {
    server.close();
    folder.remove();
  }
}

async function live(
  child: ChildProcess,
  order: Order,
  server: ModemServer,
): Promise<{ died: boolean; steps: readonly string[] }> {
  let dead = false;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      dead = true;
      resolve();
    });
  });
  let answer: { settled: boolean; names: readonly string[] } = { settled: false, names: [] };
  child.on('message', (message) => {
    answer = message as typeof answer;
  });
  child.send(order);
  await until(() => {
    if (dead) return true;
    if (child.connected) child.send('settled?');
    return answer.settled && server.isDrained && server.network.submitted.length > 0;
  });
  const died = dead;
  child.kill('SIGKILL');
  await exited;
  return { died, steps: answer.names };
}

function judge(
  store: Awaited<ReturnType<typeof openStore>>,
  { network }: ModemServer,
  reports: Reports,
): Pick<Verdict, 'lost' | 'doubled' | 'uncertain' | 'needlesslyUncertain'> {
  let [lost, doubled, uncertain, needlesslyUncertain] = [0, 0, 0, 0];
  // Each part by its content: its reference is the network's own.
  const taken = new Map<string, number>();
  for (const { tpdu } of network.submitted) taken.set(contentOf(tpdu), (taken.get(contentOf(tpdu)) ?? 0) + 1);
  doubled += [...taken.values()].filter((times) => times > 1).length;
  const out = messagesOf(store, 'out');
  for (const { text } of OUTGOING) {
    const [message, ...more] = out.filter((each) => each.text === text);
    doubled += more.length;
    if (message === undefined) {
      lost += 1;
      continue;
    }
    const parts = store.parts.ofMessage(message.id).map(({ tpdu, state }) => ({
      state,
      isTaken: taken.has(contentOf(decodeTpdu(tpdu, 'to-network') as SubmitTpdu)),
    }));
    switch (message.state) {
      case 'uncertain':
        uncertain += 1;
        // What the network took, its report settles; and something must have been on its way.
        if (!parts.some(({ state }) => state === 'uncertain')) needlesslyUncertain += 1;
        if (reports === 'late' && parts.some(({ state, isTaken }) => state === 'uncertain' && isTaken))
          needlesslyUncertain += 1;
        break;
      case 'sent':
      case 'delivered':
        if (parts.length === 0 || parts.some(({ isTaken }) => !isTaken)) lost += 1;
        break;
      default:
        lost += 1;
    }
  }
  const seen = messagesOf(store, 'in').map(({ number, text }) => `${number}/${text}`);
  for (const { from, text } of ALL_INCOMING) {
    const times = seen.filter((each) => each === `${from}/${text}`).length;
    if (times === 0) lost += 1;
    if (times > 1) doubled += 1;
  }
  return { lost, doubled, uncertain, needlesslyUncertain };
}

/** As many parts are settled as the network took: reports come one after the other. */
function areReported(store: Awaited<ReturnType<typeof openStore>>, { network }: ModemServer): boolean {
  const states = messagesOf(store, 'out').flatMap(({ id }) => store.parts.ofMessage(id).map(({ state }) => state));
  return (
    isSettled(store) &&
    states.filter((state) => state === 'delivered').length ===
      new Set(network.submitted.map(({ tpdu }) => contentOf(tpdu))).size
  );
}

function contentOf({ destination, userData }: SubmitTpdu): string {
  return `${destination.value}/${Buffer.from(userData.octets).toString('hex')}`;
}
