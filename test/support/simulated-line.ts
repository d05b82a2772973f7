import { ModemLine } from '../../modem/line.ts';
import { silentLogger } from '../../modem/logger.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type NetworkOptions, type ReceivedText } from '../../modem/simulator/network.ts';
import type { Quirks } from '../../modem/simulator/quirks.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { memoryTransport, type MemoryPeer } from '../../modem/transport/memory.ts';
import { FakeClock, settle as untilSettled } from './fake-clock.ts';

export interface SimulatedLineOptions {
  readonly clock?: FakeClock;
  readonly quirks?: Partial<Quirks>;
  readonly sim?: ConstructorParameters<typeof SimCard>[0];
  readonly network?: Omit<NetworkOptions, 'clock'>;
  readonly pin?: string | null;
  readonly rejectsCalls?: () => boolean;
  /** What stands between the desk and the modem. */
  readonly wire?: (modem: SimulatedModem) => MemoryPeer;
  readonly sink?: (pdu: string) => unknown;
}

/** A line over a simulated modem in memory, on a clock the test turns. */
export function simulatedLine(options: SimulatedLineOptions = {}) {
  const clock = options.clock ?? new FakeClock();
  const network = new Network({ clock, ...options.network });
  const sim = new SimCard(options.sim ?? {});
  const modem = new SimulatedModem({ sim, network, clock, ...(options.quirks ? { quirks: options.quirks } : {}) });
  const pdus: string[] = [];
  /** Those of which the modem's copy is gone. */
  const settled: string[] = [];
  const trace: string[] = [];
  const texts: ReceivedText[] = [];
  network.textReceived.on((text) => texts.push(text));
  const line = new ModemLine({
    transport: memoryTransport('simulated', options.wire?.(modem) ?? modem),
    clock,
    logger: silentLogger,
    pin: () => options.pin ?? null,
    ...(options.rejectsCalls === undefined ? {} : { rejectsCalls: options.rejectsCalls }),
    sink: {
      accept: (pdu) => (options.sink ?? ((taken) => pdus.push(taken)))(pdu),
      settled: (pdu) => settled.push(pdu),
      swept: () => {},
    },
    trace: (direction, text) => trace.push(`${direction === 'sent' ? '>' : '<'} ${text}`),
  });
  const start = async (): Promise<void> => {
    line.start();
    await clock.advance(3_000);
    await untilSettled();
  };
  return { clock, network, sim, modem, line, pdus, settled, trace, texts, start };
}
