import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../modem/simulator/network.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import type { Desk } from '../../electron/app/desk.ts';
import type { MessageOrder } from '../../electron/features/messaging/messages.ts';
import type { LineDto } from '../../electron/features/lines/contract.ts';
import type { MessageDto } from '../../electron/features/messaging/contract.ts';
import type { FakeClock } from './fake-clock.ts';

export const PORT = { a: '/dev/ttyA', b: '/dev/ttyB', c: '/dev/ttyC' } as const;

/** Two sticks with a SIM each, of one network. */
export function twoModems(clock: FakeClock, options: { pin?: string } = {}) {
  const network = new Network({ clock });
  const stick = (n: 1 | 2): SimulatedModem => {
    const sim = new SimCard({
      imsi: `26201${String(n).repeat(10)}`,
      msisdn: `+4917${String(n).repeat(8)}`,
      pin: n === 1 ? (options.pin ?? null) : null,
    });
    return new SimulatedModem({ sim, network, clock, imei: String(n).repeat(15) });
  };
  const texts: ReceivedText[] = [];
  network.textReceived.on((text) => texts.push(text));
  return { network, one: stick(1), two: stick(2), texts };
}

/** Lines by their SIM's first distinct digit: how they stand. */
export function standing(lines: readonly LineDto[]): Record<string, string> {
  return Object.fromEntries(lines.map(({ imsi, state, port }) => [imsi?.at(-1) ?? '?', `${state} ${port}`]));
}

export function sendBy(desk: Desk, to: string, text: string, more: Partial<MessageOrder> = {}): MessageDto {
  const sent = desk.messages.send(
    { to, text, purpose: 'answer', notBefore: null, expiresAt: null, line: null, ...more },
    null,
  );
  if (!sent.ok) throw new Error(sent.error.message);
  return sent.value;
}
