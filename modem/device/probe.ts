import { AtChannel } from '../at/channel.ts';
import type { Clock } from '../clock.ts';
import { makeOfUsb } from '../makes/index.ts';
import { TransportError, type Transport, type TransportErrorCode } from '../transport/transport.ts';
import { identify, imsiOf } from './identity.ts';
import { querySim, type SimStatus } from './pin.ts';
import { pause, type RunCommand } from './commands.ts';

/** A modem as it answered on one port. */
export interface ProbedPort {
  readonly path: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly imei: string | null;
  /** Null while the SIM is locked or missing. */
  readonly imsi: string | null;
  readonly sim: SimStatus;
  /** Unsolicited codes came on this port: it is the one on which new messages are announced. */
  readonly announces: boolean;
}

export interface PortFailure {
  readonly path: string;
  /** `silent`: the port opens, but nothing on it speaks AT. */
  readonly reason: TransportErrorCode | 'silent';
  readonly holder: string | null;
}

/** One modem, however many ports it has. */
export interface FoundModem extends Omit<ProbedPort, 'announces'> {
  /** All its ports, including the chosen one. */
  readonly paths: readonly string[];
}

export interface Discovery {
  readonly modems: readonly FoundModem[];
  readonly failures: readonly PortFailure[];
}

/** What discovery knows of a port before it is opened. */
export interface ProbeCandidate {
  readonly path: string;
  readonly usb: { readonly vendorId: string; readonly interfaceNumber: number | null } | null;
  open(): Transport;
}

/** A modem answers AT within a moment; a diagnostic port never does. */
const SILENT_AFTER_MS = 3_000;
/** Unsolicited codes (signal, cell) come every few seconds on the port that carries them. */
const LISTEN_MS = 2_000;

/** Asks every port which modem is behind it, and chooses one port for each modem ([W8]). */
export async function discover(candidates: readonly ProbeCandidate[], clock: Clock): Promise<Discovery> {
  const probes = await Promise.all(candidates.map((candidate) => openProbe(candidate, clock)));
  const failures = probes.flatMap((probe) => ('reason' in probe ? [probe] : []));
  const open = probes.flatMap((probe) => ('reason' in probe ? [] : [probe]));
  const groups = Map.groupBy(open, ({ port }) => port.imei ?? port.path);
  // It matters which port carries unsolicited codes only where there is more than one.
  if ([...groups.values()].some((ports) => ports.length > 1)) await pause(clock, LISTEN_MS);
  await Promise.all(open.map(({ close }) => close()));
  const modems = [...groups.values()].map((ports) => {
    const chosen = ports.toSorted((a, b) => preference(b) - preference(a))[0] as OpenProbe;
    const { announces: _, ...port } = chosen.port;
    return { ...port, paths: ports.map(({ port: { path } }) => path) };
  });
  return { modems, failures };
}

interface OpenProbe {
  readonly candidate: ProbeCandidate;
  readonly port: ProbedPort;
  readonly close: () => Promise<void>;
}

function preference({ candidate: { usb }, port }: OpenProbe): number {
  const known =
    usb !== null && usb.interfaceNumber !== null && makeOfUsb(usb.vendorId)?.usb.atInterface === usb.interfaceNumber;
  return (port.announces ? 4 : 0) + (known ? 2 : 0) + (port.imsi === null ? 0 : 1);
}

async function openProbe(candidate: ProbeCandidate, clock: Clock): Promise<OpenProbe | PortFailure> {
  const { path } = candidate;
  let link;
  try {
    link = await candidate.open().open();
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return { path, reason: error.code, holder: error.holder };
  }
  let announces = false;
  const channel = new AtChannel(link, clock, {
    unsolicited: () => {
      announces = true;
    },
    noise: () => {
      announces = true;
    },
    unresponsive: () => channel.close(),
  });
  link.onLine((line) => channel.receive(line));
  link.onClose(() => channel.close());
  const cancel = clock.after(SILENT_AFTER_MS, () => channel.close());
  const run: RunCommand = (text, timeoutMs = SILENT_AFTER_MS) => channel.run({ text, timeoutMs });
  channel.resynchronise();
  await run('ATV1');
  const answered = (await run('ATE0')).ok || (await run('AT')).ok;
  cancel();
  const close = async (): Promise<void> => {
    channel.close();
    await link.close();
  };
  if (!answered) {
    await close();
    return { path, reason: 'silent', holder: null };
  }
  await run('AT+CMEE=1');
  const identity = await identify(run);
  const state = await querySim(run);
  const sim = state === 'closed' ? 'starting' : state;
  const imsi = sim === 'ready' ? imsiOf(await run('AT+CIMI')) : null;
  const { manufacturer, model, imei } = identity;
  return {
    candidate,
    get port() {
      return { path, manufacturer, model, imei, imsi, sim, announces };
    },
    close,
  };
}
