import { deskOf } from '../../electron/app/desk.ts';
import type { SendRequest } from '../../electron/features/messaging/outbox.ts';
import type { SpecialDay } from '../../electron/shared/hours.ts';
import type { OptOutEntry } from '../../electron/shared/opt-out-list.ts';
import type { Settings } from '../../electron/features/settings/table.ts';
import type { LineSettings } from '../../electron/features/lines/contract.ts';
import type { MessageDto } from '../../electron/features/messaging/contract.ts';
import type { LineRow } from '../../electron/features/lines/repository.ts';
import type { Store } from '../../electron/app/store.ts';
import { ModemLine, type Line, type LineOptions } from '../../modem/line.ts';
import { DirectLine } from '../../modem/simulator/direct-line.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type NetworkOptions, type ReceivedText } from '../../modem/simulator/network.ts';
import type { Quirks } from '../../modem/simulator/quirks.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import type { MemoryPeer } from '../../modem/transport/memory.ts';
import { deskOptions } from './desk.ts';
import { FakeClock, settle } from './fake-clock.ts';
import { FakePorts } from './fake-ports.ts';
import { testStore } from './store.ts';
import { numberOf } from '../../electron/shared/ids.ts';

const PORT = '/dev/ttySimulated';
/** A simulated modem is ready by then. */
const WAKES_UP_MS = 3_000;

export interface DeskLineOptions {
  readonly clock?: FakeClock;
  readonly network?: Omit<NetworkOptions, 'clock'>;
  readonly sim?: ConstructorParameters<typeof SimCard>[0];
  /** Of the database; in memory if left out. */
  readonly path?: string;
  /** What another desk left, in place of a new one. */
  readonly store?: Store;
  /** IANA; UTC if left out. */
  readonly zone?: string;
  readonly caps?: LineSettings['caps'];
  readonly settings?: Partial<Settings>;
  readonly specialDays?: readonly SpecialDay[];
}

interface ModemOptions {
  readonly quirks?: Partial<Quirks>;
  /** What stands between the desk and the modem. */
  readonly wire?: (modem: SimulatedModem) => MemoryPeer;
}

export type DeskLine = Awaited<ReturnType<typeof deskOver<Line>>>;

/** The desk as the program puts it together, over a line without a modem and a database in memory, on a clock the test turns. */
export function deskLine(options: DeskLineOptions = {}) {
  return deskOver(options, new FakePorts(), (line, network, sim) => new DirectLine(line, network, sim));
}

/** The same with a simulated modem on its port: for tests of what a line does to the desk. */
export async function deskModem(options: DeskLineOptions & ModemOptions = {}) {
  const trace: string[] = [];
  const hardware = new FakePorts();
  const all = await deskOver(
    options,
    hardware,
    (line) =>
      new ModemLine({ ...line, trace: (direction, text) => trace.push(`${direction === 'sent' ? '>' : '<'} ${text}`) }),
  );
  const { sim, network, clock } = all;
  const modem = new SimulatedModem({ sim, network, clock, ...(options.quirks ? { quirks: options.quirks } : {}) });
  hardware.plug(PORT, options.wire?.(modem) ?? modem);
  return {
    ...all,
    modem,
    /** What went between desk and modem. */
    trace,
  };
}

async function deskOver<L extends Line>(
  options: DeskLineOptions,
  hardware: FakePorts,
  openLine: (options: LineOptions, network: Network, sim: SimCard) => L,
) {
  const store = options.store ?? (await testStore(options.path));
  const clock = options.clock ?? new FakeClock();
  const network = new Network({ clock, ...options.network });
  const sim = new SimCard(options.sim ?? {});
  const texts: ReceivedText[] = [];
  network.textReceived.on((text) => texts.push(text));
  const row = store.lines.lastUsed() ?? lineOf(store, sim, clock, options.caps);
  const optOuts: OptOutEntry[] = [];
  const line = { current: null as L | null };
  const desk = deskOf(
    deskOptions({
      store,
      clock,
      hardware,
      zone: options.zone ?? 'UTC',
      openLine: (lineOptions) => (line.current = openLine(lineOptions, network, sim)),
      optOutList: { note: (entries) => void optOuts.push(...entries), entries: () => optOuts },
    }),
  );
  desk.setSettings({ shopName: 'Kessler', language: 'en', customerLanguage: 'en', ...options.settings });
  desk.specialDays.add((options.specialDays ?? []).map((day) => ({ ...day, uid: null })));
  const { outbox } = desk;
  const send = (to: string, text: string, more: Partial<SendRequest> = {}): MessageDto => {
    const sent = outbox.enqueue({
      to,
      text,
      purpose: 'answer',
      lineId: row.id,
      notBefore: null,
      expiresAt: null,
      ...more,
    });
    if (!sent.ok) throw new Error(sent.error.code);
    return sent.value;
  };
  return {
    clock,
    network,
    sim,
    texts,
    store,
    row,
    desk,
    /** What the desk opened when it was started. */
    line: (): L => {
      if (line.current === null) throw new Error('The desk was not started.');
      return line.current;
    },
    context: desk.context,
    consent: desk.consent,
    customers: desk.customers,
    closedAnswer: desk.closedAnswer,
    faqs: desk.faqs,
    rules: desk.rules,
    automation: desk.automation,
    scheduler: desk.scheduler,
    catalogue: desk.catalogue,
    appointments: desk.appointments,
    upcoming: desk.upcoming,
    appointmentImport: desk.appointmentImport,
    waitingList: desk.waitingList,
    reminderLoad: desk.reminderLoad,
    orders: desk.orders,
    recurring: desk.recurring,
    surveys: desk.surveys,
    groupTexts: desk.groupTexts,
    inbox: desk.inbox,
    conversations: desk.conversations,
    outbox,
    /** Kept in the list beside the data. */
    optOuts,
    /** Opens the line, and waits until it is ready. */
    start: async (): Promise<void> => {
      await desk.start({ paths: [PORT] });
      await clock.advance(WAKES_UP_MS);
    },
    send,
    state: (message: MessageDto): string => `${store.messages.byId(numberOf(message.id))?.state}`,
    reason: (message: MessageDto): string | null => store.messages.byId(numberOf(message.id))?.reason ?? null,
    /** Everything that is due is done, as after the computer woke up. */
    wake: async (): Promise<void> => {
      desk.onSystemResume();
      await settle();
    },
    /** As written down at the counter. */
    wantsOffers: (number: string): void => {
      store.consent.add({
        number,
        purpose: 'offer',
        state: 'granted',
        source: 'counter',
        wording: 'Yes please',
        message_id: null,
        author: null,
        at: clock.now(),
      });
    },
    incoming: () => store.messages.list({ after: 0, limit: 1_000, direction: 'in', state: null, conversation: null }),
  };
}

const NO_CAPS: LineSettings['caps'] = { minute: 100_000, hour: 100_000, day: 100_000 };

function lineOf(store: Store, { imsi }: SimCard, clock: FakeClock, caps = NO_CAPS): LineRow {
  const { id } = store.lines.create({ kind: 'sim', imsi, name: 'Line', port: PORT, at: clock.now() });
  store.lines.setSettings(id, JSON.stringify({ caps }));
  return store.lines.byId(id) as LineRow;
}
