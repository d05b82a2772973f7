import { seeded } from './bad-wire.ts';
import { deskModem } from './desk-line.ts';
import { sampleText } from './sample-texts.ts';
import { numberOf } from '../../electron/shared/ids.ts';

export interface SoakResult {
  readonly sent: Readonly<Record<string, number>>;
  readonly received: number;
  readonly lost: number;
  readonly doubled: number;
  /** Called failed or undecided though it was delivered, or the other way round. */
  readonly wrong: number;
  readonly faults: number;
  readonly heapMiB: readonly number[];
}

const ROUND = 10;
const CUSTOMERS = 300;
const BACKLOG = 60;

/**
 * So many texts each way through a line that everything happens to: errors of the network, answers lost or false, sticks
 * pulled, modems restarting, networks gone, SIMs full. The same seed has the same faults.
 * @param collect a garbage collection, so that what is left is what is kept
 */
export async function soak(options: {
  texts: number;
  seed: number;
  path?: string;
  collect?: () => void;
  progress?: (done: number) => void;
}): Promise<SoakResult> {
  const random = seeded(options.seed);
  const chance = (share: number): boolean => random() < share;
  const all = await deskModem({
    network: { latencyMs: 100, reportDelayMs: 300 },
    ...(options.path === undefined ? {} : { path: options.path }),
  });
  const { network, modem, sim, clock, store, wake, send } = all;
  await all.start();
  // Every text ends in its number; the texts themselves would look like a leak of the desk.
  const arrived = new Map<number, number>();
  network.textReceived.on(({ text }) => arrived.set(textNumber(text), (arrived.get(textNumber(text)) ?? 0) + 1));
  all.trace.push = () => 0;
  all.texts.push = () => 0;

  const backlog = (): number => network.waitingFor(sim.msisdn) + store.queue.queueCounts().queued;
  let faults = 0;
  const misfortune = (): void => {
    faults += 1;
    const kind = Math.floor(random() * 9);
    const once = { match: /^PDU$/, times: 1 } as const;
    if (kind === 0) modem.faults.push({ ...once, effect: 'reply', text: '+CMS ERROR: 38' });
    else if (kind === 1) modem.faults.push({ ...once, effect: 'reply', text: '+CMS ERROR: 500' });
    else if (kind === 2) modem.faults.push({ ...once, effect: 'lose-answer' });
    else if (kind === 3) modem.faults.push({ ...once, effect: 'wrong-answer', text: 'ERROR' });
    else if (kind === 4) modem.faults.push({ match: /CMG[RLD]/, effect: 'silent', times: 1 });
    else if (kind === 5) modem.reboot();
    else if (kind === 6) modem.hung = 'until-reset';
    else if (kind === 7) {
      modem.unplug();
      clock.after(3_000 + random() * 20_000, () => modem.plug());
    } else {
      network.setCoverage(false);
      clock.after(5_000 + random() * 30_000, () => network.setCoverage(true));
    }
  };

  const outgoing: number[] = [];
  const heapMiB: number[] = [];
  const every = Math.max(ROUND, Math.floor(options.texts / 8 / ROUND) * ROUND);
  for (let n = 0; n < options.texts; n += ROUND) {
    for (let i = n; i < Math.min(n + ROUND, options.texts); i++) {
      const customer = `+49171${1_000_000 + Math.floor(random() * CUSTOMERS)}`;
      const text = sampleText(i, chance(0.2));
      outgoing.push(numberOf(send(customer, `out ${text}`).id));
      network.sendText(
        customer,
        sim.msisdn,
        `in ${sampleText(i, chance(0.2))}`,
        chance(0.2) ? { order: [1, 0, 2, 3, 4, 5] } : {},
      );
    }
    if (chance(0.25)) misfortune();
    await clock.advance(1_500 + Math.floor(random() * 3_000));
    await wake();
    // What piles up in the network and in the queue is memory too, but nobody's leak.
    for (let i = 0; i < 100 && backlog() > BACKLOG; i++) {
      await clock.advance(5_000);
      await wake();
    }
    if (n % every === 0) {
      network.submitted.length = 0; // the network's memory is not the desk's
      options.collect?.();
      heapMiB.push(process.memoryUsage().heapUsed / 2 ** 20);
      options.progress?.(n);
    }
  }
  for (let i = 0; i < 600 && !isQuiet(); i++) {
    await clock.advance(15_000);
    await wake();
  }
  function isQuiet(): boolean {
    const { queued, held, sending } = store.queue.queueCounts();
    return queued + held + sending + network.waitingFor(sim.msisdn) === 0 && sim.slots.every((slot) => slot === null);
  }

  const sent: Record<string, number> = {};
  let [lost, doubled, wrong] = [0, 0, 0];
  for (const [i, id] of outgoing.entries()) {
    const state = store.messages.byId(id)?.state ?? 'lost';
    sent[state] = (sent[state] ?? 0) + 1;
    const times = arrived.get(i) ?? 0;
    if (times > 1) doubled += 1;
    if ((state === 'sent' || state === 'delivered') && times === 0) lost += 1;
    if (state === 'failed' && times > 0) wrong += 1;
    if (!['sent', 'delivered', 'failed', 'uncertain'].includes(state)) lost += 1;
  }
  const seen = new Map<string, number>();
  for (let after = 0; ;) {
    const page = store.messages.list({ after, limit: 500, direction: 'in', state: null, conversation: null });
    for (const { text } of page) seen.set(text, (seen.get(text) ?? 0) + 1);
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  let received = 0;
  for (const [, times] of seen) {
    received += 1;
    if (times > 1) doubled += 1;
  }
  lost += options.texts - received;
  await all.line().stop();
  store.close();
  return { sent, received, lost, doubled, wrong, faults, heapMiB: heapMiB.map((each) => Math.round(each * 10) / 10) };
}

function textNumber(text: string): number {
  return Number(/#(\d+)$/.exec(text)?.[1]);
}
