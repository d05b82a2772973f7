import {
  memoryTransport,
  Network,
  SimCard,
  SimulatedModem,
  startCustomers,
  type Transport,
} from '../../../modem/index.ts';
import type { Clock } from '../../shared/clock.ts';

/** The SIM of the Demo line belongs to a test network, so that it can never be mistaken for a real one. */
export const DEMO_IMSI = '001010000000001';
/** The shop's number on the simulated network. */
export const DEMO_NUMBER = '+491700000000';
/** These times are as long as those of a real network. */
const DEMO_LATENCY_MS = 1_200;
const DEMO_REPORT_MS = 1_500;

export interface DemoLine {
  readonly transport: Transport;
  readonly stopCustomers: () => void;
  /** A simulated customer texts the shop. */
  readonly says: (number: string, text: string) => void;
}

/** Simulated customers text the shop, and nothing leaves this program. @param introduce whether they start the conversation */
export function demoLine(clock: Clock, introduce: boolean): DemoLine {
  const network = new Network({ clock, latencyMs: DEMO_LATENCY_MS, reportDelayMs: DEMO_REPORT_MS });
  const sim = new SimCard({ imsi: DEMO_IMSI, msisdn: DEMO_NUMBER });
  const modem = new SimulatedModem({ sim, network, clock });
  const played = new Set<string>();
  return {
    transport: memoryTransport('Demo line', modem),
    stopCustomers: startCustomers(network, DEMO_NUMBER, clock, { introduce, isPlayed: (number) => played.has(number) }),
    says(number, text) {
      played.add(number);
      network.sendText(number, DEMO_NUMBER, text);
    },
  };
}
