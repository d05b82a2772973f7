import { deskOf, type Desk } from '../../electron/app/desk.ts';
import { isDiskFault } from '../../electron/shared/disk-fault.ts';
import type { Store } from '../../electron/app/store.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network } from '../../modem/simulator/network.ts';
import type { Quirks } from '../../modem/simulator/quirks.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { seeded } from '../support/bad-wire.ts';
import { deskOptions } from '../support/desk.ts';
import { FakeClock, settle } from '../support/fake-clock.ts';
import { FakePorts } from '../support/fake-ports.ts';
import { sampleText } from '../support/sample-texts.ts';
import { testStore } from '../support/store.ts';
import { Life } from './mortal.ts';
import { numberOf } from '../../electron/shared/ids.ts';

/** What the network's books and the desk's say about each other after it all. */
export interface Books {
  readonly sent: Readonly<Record<string, number>>;
  readonly received: number;
  /** A text that somebody sent, and that the other side does not have though it was told as sent, or had arrived on the SIM. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Kept, but in no conversation. */
  readonly invisible: readonly string[];
  /** Told as failed though it arrived, or never decided at all. */
  readonly wrong: readonly string[];
  readonly misfortunes: Readonly<Record<string, number>>;
}

const PORT = '/dev/ttySimulated';
const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
const DAY = 24 * HOUR;
const OPENS_AT = 9 * HOUR;
const CLOSES_AT = 17 * HOUR;
const CUSTOMERS = 12;
/** A customer who says the same again does so minutes later. */
const SAME_AGAIN_MS = 3 * MINUTE;
const YES = 'Ja';

/**
 * A shop's days, from one number: its line, its network, its disk, and everything that happens to them. The same seed has the same
 * days, octet by octet.
 */
export async function simulate({ seed, days }: { seed: number; days: number }): Promise<Books> {
  return new Simulation(seed, await testStore()).run(days);
}

class Simulation {
  readonly #random: () => number;
  readonly #clock = new FakeClock(Date.UTC(2026, 2, 2));
  readonly #network: Network;
  readonly #sim: SimCard;
  readonly #modem: SimulatedModem;
  readonly #store: Store;
  readonly #misfortunes: Record<string, number> = {};
  /** By its number: how often a customer got it. */
  readonly #arrived = new Map<number, number>();
  readonly #outgoing: number[] = [];
  /** What customers wrote, and how often each of them the same. */
  readonly #written = new Map<string, number>();
  readonly #saidYesAt = new Map<string, number>();
  #texts = 0;
  #life: Life;
  #desk: Desk | null = null;
  /** Octets until the program is killed in the middle of what it writes; null: it is not. */
  #killIn: number | null = null;
  #octetsLost = 0;
  #clockMoves = true;
  #isDiskFull = false;
  #isDiskBroken = false;

  constructor(seed: number, store: Store) {
    this.#random = seeded(seed);
    this.#store = brokenAtTimes(store, () => this.#isDiskBroken);
    const clock = this.#clock;
    this.#network = new Network({ clock, latencyMs: 200, reportDelayMs: 2 * SECOND });
    this.#someServiceCentreClock();
    this.#sim = new SimCard({ imsi: '262011234567890', slots: 4 + this.#below(8) });
    this.#modem = new SimulatedModem({ sim: this.#sim, network: this.#network, clock, quirks: this.#quirks() });
    this.#life = new Life(clock);
    this.#network.textReceived.on(({ text }) => {
      const id = Number(/#(\d+)$/.exec(text)?.[1]);
      this.#arrived.set(id, (this.#arrived.get(id) ?? 0) + 1);
    });
  }

  async run(days: number): Promise<Books> {
    const { id } = this.#store.lines.create({
      kind: 'sim',
      imsi: this.#sim.imsi,
      name: 'Line',
      port: PORT,
      at: this.#clock.now(),
    });
    this.#store.lines.setSettings(id, JSON.stringify({ caps: { minute: 1e5, hour: 1e5, day: 1e5 } }));
    for (let day = 0; day < days; day++) await this.#day();
    await this.#calm();
    const books = this.#books();
    this.#store.close();
    return books;
  }

  async #day(): Promise<void> {
    const midnight = Math.ceil(this.#clock.now() / DAY) * DAY;
    await this.#until(midnight + OPENS_AT);
    if (this.#desk === null) await this.#begin();
    while (this.#clock.now() < midnight + CLOSES_AT) {
      this.#somebodyWrites();
      if (this.#desk === null) await this.#begin();
      else if (this.#chance(0.6)) this.#shopWrites();
      if (this.#chance(0.35)) this.#misfortune();
      await this.#pass(this.#chance(0.5) ? this.#below(20 * SECOND) : this.#below(15 * MINUTE));
    }
    // Some leave the program running.
    if (this.#desk !== null && this.#chance(0.8)) await this.#end();
    for (let n = this.#below(6); n > 0; n--) this.#somebodyWrites();
  }

  async #until(at: number): Promise<void> {
    await this.#pass(Math.max(0, at - this.#clock.now()));
  }

  async #pass(ms: number): Promise<void> {
    await this.#clock.advance(ms);
    this.#desk?.onSystemResume();
    await settle();
  }

  /** The program starts, on the data that the run before it left. */
  async #begin(): Promise<void> {
    const life = new Life(this.#clock);
    this.#life = life;
    const hardware = new FakePorts();
    hardware.plug(
      PORT,
      life.wire(
        this.#modem,
        (chunk) => this.#damaged(chunk),
        () => this.#octetWritten(),
      ),
    );
    this.#desk = deskOf(
      deskOptions({
        store: this.#store,
        clock: life.clock,
        hardware,
        freeBytes: () => (this.#isDiskFull ? 0 : 1e12),
      }),
    );
    await this.#desk.start({ paths: [PORT] });
    await this.#pass(10 * SECOND);
  }

  /** It is closed properly. */
  async #end(): Promise<void> {
    const stopped = this.#desk?.stop();
    await this.#clock.advance(MINUTE);
    await stopped;
    this.#desk = null;
    this.#life.isOver = true;
  }

  #kill(): void {
    this.#life.isOver = true;
    this.#desk = null;
    this.#killIn = null;
    this.#modem.closed();
  }

  #octetWritten(): void {
    if (this.#killIn === null) return;
    this.#killIn -= 1;
    if (this.#killIn < 0) this.#kill();
  }

  /** Octets from the modem get lost; those to it would make it delete another text than it was told. */
  #damaged(chunk: Uint8Array): Uint8Array {
    if (this.#octetsLost === 0) return chunk;
    return chunk.filter(() => {
      if (this.#octetsLost === 0 || !this.#chance(0.02)) return true;
      this.#octetsLost -= 1;
      return false;
    });
  }

  #shopWrites(): void {
    for (let n = 1 + this.#below(3); n > 0; n--) {
      const [to, text] = [this.#customer(), sampleText(this.#texts, this.#chance(0.25))];
      const wish = { to, text, purpose: 'answer', lineId: 1, notBefore: null, expiresAt: null } as const;
      const sent = this.#unlessDiskFails(() => this.#desk?.outbox.enqueue(wish));
      if (sent?.ok !== true) continue;
      this.#outgoing[this.#texts++] = numberOf(sent.value.id);
    }
  }

  /** Whoever asked for it is told that it was not done. */
  #unlessDiskFails<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      return undefined;
    }
  }

  #somebodyWrites(): void {
    const from = this.#customer();
    if (this.#chance(0.2) && (this.#clockMoves || this.#hasClient(from))) {
      const now = this.#clock.now();
      if (now - (this.#saidYesAt.get(from) ?? -Infinity) < SAME_AGAIN_MS) return;
      this.#saidYesAt.set(from, now);
      this.#customerSends(from, YES);
      return;
    }
    this.#customerSends(from, `in ${sampleText(this.#texts++, this.#chance(0.25))}`);
  }

  /**
   * What a customer says now is read now, and what they said before was read minutes ago: only then two texts that a stopped clock dates
   * alike are told apart.
   */
  #hasClient(from: string): boolean {
    const { messages, conversations } = this.#store;
    const conversation = conversations.find(1, from);
    const before = messages
      .list({ after: 0, limit: 10_000, direction: 'in', state: null, conversation: conversation ?? -1 })
      .filter(({ text }) => text === YES);
    const lastAt = before.at(-1)?.received_at ?? -Infinity;
    return (
      this.#isListening() &&
      before.length === (this.#written.get(`${from}|${YES}`) ?? 0) &&
      this.#clock.now() - lastAt >= SAME_AGAIN_MS
    );
  }

  #isListening(): boolean {
    const { plugged, hung } = this.#modem;
    return this.#desk?.state.lines[0]?.state === 'ready' && this.#network.covered && plugged && hung === null;
  }

  #customerSends(from: string, text: string): void {
    const key = `${from}|${text}`;
    this.#written.set(key, (this.#written.get(key) ?? 0) + 1);
    const order = this.#chance(0.3) ? [2, 0, 1, 4, 3, 5] : [0, 1, 2, 3, 4, 5];
    // Copies of one text that a clock dates alike cannot be told from two texts while nobody knows whether that clock runs.
    const isTwice = this.#clockMoves && this.#texts > 20 && this.#chance(0.2);
    this.#network.sendText(from, this.#sim.msisdn, text, { order: isTwice ? order.flatMap((i) => [i, i]) : order });
  }

  #misfortune(): void {
    const kinds: Readonly<Record<string, () => void>> = {
      'answer lost': () => this.#fault(/^PDU$/, 'lose-answer'),
      'answer lost twice': () => this.#fault(/^PDU$/, 'lose-answer', 2),
      'answer false': () =>
        this.#fault(/^PDU$/, 'wrong-answer', 1, this.#oneOf(['ERROR', '+CMS ERROR: 332', '+CMS ERROR: 500'])),
      refused: () =>
        this.#fault(/^PDU$/, 'reply', 1, this.#oneOf(['+CMS ERROR: 38', '+CMS ERROR: 42', '+CMS ERROR: 331'])),
      'no prompt': () => this.#fault(/^AT\+CMGS/, 'silent'),
      'reading fails': () => this.#fault(/CMG[RL]/, this.#oneOf(['silent', 'lose-answer'])),
      'deleting fails': () => this.#fault(/CMGD/, this.#oneOf(['silent', 'lose-answer'])),
      'slow network': () => {
        this.#network.latencyMs = this.#oneOf([6, 15, 50, 80]) * SECOND;
        this.#later(() => (this.#network.latencyMs = 200));
      },
      'no reports': () => {
        this.#network.reportDelayMs = null;
        this.#later(() => (this.#network.reportDelayMs = this.#oneOf([0, 2, 90]) * SECOND));
      },
      'octets lost': () => (this.#octetsLost = 1 + this.#below(10)),
      'restarts with a word': () => this.#modem.reboot(SECOND + this.#below(20 * SECOND)),
      'restarts without a word': () => {
        const bootMs = SECOND + this.#below(20 * SECOND);
        const { bootLines } = this.#modem.quirks;
        this.#modem.quirks.bootLines = [];
        this.#modem.reboot(bootMs);
        this.#clock.after(bootMs + 1, () => (this.#modem.quirks.bootLines = bootLines));
      },
      hangs: () => {
        this.#modem.hung = this.#oneOf(['until-reset', 'until-reopened', 'for-good']);
        this.#clock.after(this.#below(HOUR), () => {
          if (this.#modem.hung === 'for-good') this.#modem.hung = null;
        });
      },
      unplugged: () => {
        this.#modem.unplug();
        this.#later(() => this.#modem.plug());
      },
      'network away': () => {
        this.#network.setCoverage(false);
        this.#later(() => this.#network.setCoverage(true));
      },
      killed: () => (this.#killIn = this.#below(400)),
      'killed at once': () => this.#kill(),
      'disk full': () => {
        this.#isDiskFull = true;
        this.#later(() => (this.#isDiskFull = false));
      },
      'disk broken': () => {
        this.#isDiskBroken = true;
        this.#clock.after(this.#below(20 * SECOND), () => (this.#isDiskBroken = false));
      },
      'SIM crowded': () => {
        for (let n = this.#sim.slots.length + 3; n > 0; n--) this.#somebodyWrites();
      },
      'computer sleeps': () => this.#clock.sleep(this.#below(2 * HOUR)),
    };
    const [name, strike] = this.#oneOf(Object.entries(kinds));
    this.#misfortunes[name] = (this.#misfortunes[name] ?? 0) + 1;
    strike();
  }

  #fault(match: RegExp, effect: 'lose-answer' | 'silent' | 'reply' | 'wrong-answer', times = 1, text = 'ERROR'): void {
    this.#modem.faults.push({ match, effect, times, text });
  }

  #later(mend: () => void): void {
    this.#clock.after(SECOND + this.#below(5 * MINUTE), mend);
  }

  #someServiceCentreClock(): void {
    const now = (): number => this.#clock.now();
    const stopped = this.#clock.now();
    const [moves, time] = this.#oneOf<[boolean, () => number]>([
      [true, now],
      [true, now],
      [true, () => now() - HOUR],
      [true, () => now() + HOUR],
      [false, () => stopped],
      [false, () => Date.UTC(2000, 0, 1)],
    ]);
    this.#clockMoves = moves;
    this.#network.serviceCentreTime = time;
  }

  #quirks(): Partial<Quirks> {
    return {
      chunkSize: this.#oneOf([null, 1, 7, 64]),
      noise: this.#chance(0.5),
      make: this.#oneOf(['generic', 'huawei', 'simcom']),
      echoFirst: this.#chance(0.7),
      storage: this.#oneOf(['any', 'any', 'three']),
      acceptedCnmi: this.#oneOf([
        null,
        null,
        ['2,1,0,2,0'],
        ['1,1,0,0,0'],
        // What is handed over, not acknowledged and brought again hours later looks like another text by a clock that stands.
        this.#clockMoves ? ['2,2,0,1,0'] : null,
      ]),
      announcedAs: this.#oneOf([null, null, null, 'MT']),
      listFails: this.#chance(0.15),
      barePrompt: this.#chance(0.3),
      lineEnding: this.#oneOf(['\r\n', '\r\n', '\r\r\n', '\n']),
    };
  }

  /** Nothing goes wrong any more, until nothing is under way. */
  async #calm(): Promise<void> {
    this.#killIn = null;
    this.#octetsLost = 0;
    this.#isDiskFull = this.#isDiskBroken = false;
    this.#modem.faults.length = 0;
    this.#modem.hung = null;
    if (!this.#modem.plugged) this.#modem.plug();
    this.#network.setCoverage(true);
    this.#network.latencyMs = 200;
    this.#network.reportDelayMs ??= SECOND;
    if (this.#desk === null) await this.#begin();
    for (let n = 0; n < 40 && !(n > 2 && this.#isQuiet()); n++) await this.#pass(10 * MINUTE);
  }

  #isQuiet(): boolean {
    const { queued, held, sending } = this.#store.queue.queueCounts();
    const waiting = this.#network.waitingFor(this.#sim.msisdn);
    return queued + held + sending + waiting === 0 && this.#sim.slots.every((slot) => slot === null);
  }

  #books(): Books {
    const { messages, conversations } = this.#store;
    const sent: Record<string, number> = {};
    const lost: string[] = [];
    const doubled: string[] = [];
    const invisible: string[] = [];
    const wrong: string[] = [];
    this.#outgoing.forEach((id, number) => {
      const state = messages.byId(id)?.state ?? 'gone';
      sent[state] = (sent[state] ?? 0) + 1;
      const times = this.#arrived.get(number) ?? 0;
      const what = `out #${number} (${state}, arrived ${times} times)`;
      if (times > 1) doubled.push(what);
      if ((state === 'sent' || state === 'delivered') && times === 0) lost.push(what);
      if (state === 'failed' && times > 0) wrong.push(what);
      if (!['sent', 'delivered', 'failed', 'uncertain'].includes(state)) wrong.push(what);
    });
    const kept = new Map<string, number>();
    let received = 0;
    for (let after = 0; ;) {
      const page = messages.list({ after, limit: 500, direction: 'in', state: null, conversation: null });
      for (const { number, text, conversation_id: conversation } of page) {
        received += 1;
        const key = `${number}|${text}`;
        kept.set(key, (kept.get(key) ?? 0) + 1);
        if (conversations.byId(conversation) === null) invisible.push(key);
      }
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
    for (const [key, times] of this.#written) {
      const found = kept.get(key) ?? 0;
      if (found < times) lost.push(`in ${key} (${found} of ${times})`);
      if (found > times) doubled.push(`in ${key} (${found} of ${times})`);
    }
    for (const key of kept.keys()) if (!this.#written.has(key)) wrong.push(`in ${key} (nobody wrote it)`);
    return {
      sent,
      received,
      lost,
      doubled,
      invisible,
      wrong,
      misfortunes: this.#misfortunes,
    };
  }

  #customer(): string {
    return `+49171${2_000_000 + this.#below(CUSTOMERS)}`;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #oneOf<T>(values: readonly T[]): T {
    return values[this.#below(values.length)] as T;
  }
}

/** A store whose disk fails at times: nothing of what was to be written down as one is. */
function brokenAtTimes(store: Store, isBroken: () => boolean): Store {
  const fail = (): void => {
    if (isBroken()) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
  };
  const received = new Proxy(store.received, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (name === 'insert') fail();
        return Reflect.apply(value, target, given) as unknown;
      };
    },
  });
  return {
    ...store,
    received,
    transaction: (work) =>
      store.transaction(() => {
        const done = work();
        fail();
        return done;
      }),
  };
}
