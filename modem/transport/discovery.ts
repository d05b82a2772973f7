import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { MAKES, makeOfUsb } from '../makes/index.ts';

/** A port that may have a modem behind it. */
export interface PortCandidate {
  readonly path: string;
  /** The system's description, such as `Huawei Mobile`; null where there is none. */
  readonly description: string | null;
  readonly usb: {
    readonly vendorId: string;
    readonly productId: string;
    readonly interfaceNumber: number | null;
  } | null;
  /**
   * The port surely belongs to a modem. Only such a port is queried without the user asking for it: any other may be a receipt
   * printer, which would print our commands.
   */
  readonly isModem: boolean;
}

/**
 * Ports that could be modems, the likely ones first. `SerialPort.list()` rejects where there is no udevadm ([W8]); the usual
 * device names are tried then.
 * @param folder its entries are also listed, and surely belong to modems
 */
export async function listPorts(folder: string | null = null): Promise<readonly PortCandidate[]> {
  const ports = await SerialPort.list().then(
    (found) => found.map(fromSystem),
    () => listDeviceFiles(),
  );
  const likely = ports
    .filter(({ path, usb }) => usb !== null || /ttyUSB|ttyACM|COM\d|cu\.usb/.test(path))
    .toSorted((a, b) => Number(b.usb !== null) - Number(a.usb !== null) || a.path.localeCompare(b.path));
  return [...(folder === null ? [] : await listFolder(folder)), ...likely];
}

function fromSystem(port: Awaited<ReturnType<typeof SerialPort.list>>[number]): PortCandidate {
  const interfaceNumber = /-if(\d+)/.exec(port.pnpId ?? '')?.[1];
  const { vendorId, productId } = port;
  return {
    path: port.path,
    description: port.manufacturer ?? null,
    usb:
      vendorId !== undefined && productId !== undefined
        ? {
            vendorId: vendorId.toLowerCase(),
            productId,
            interfaceNumber: interfaceNumber === undefined ? null : Number.parseInt(interfaceNumber, 16),
          }
        : null,
    isModem: makeOfUsb(vendorId ?? '') !== null,
  };
}

async function listDeviceFiles(): Promise<readonly PortCandidate[]> {
  const byId = await readdir('/dev/serial/by-id').catch(() => []);
  if (byId.length > 0) return byId.map((name) => portNamed(join('/dev/serial/by-id', name), interfaceOf(name)));
  const names = await readdir('/dev').catch(() => []);
  return names.filter((name) => /^tty(USB|ACM)\d+$/.test(name)).map((name) => portNamed(`/dev/${name}`, null));
}

/** `usb-HUAWEI_HUAWEI_Mobile-if02-port0` names the maker and the interface. */
function interfaceOf(name: string): PortCandidate['usb'] {
  const maker = /^usb-([^_]+)/.exec(name)?.[1]?.toLowerCase();
  const known = MAKES.find(({ usb }) => maker !== undefined && usb.byIdName?.toLowerCase() === maker);
  if (known === undefined) return null;
  const digits = /-if([0-9a-f]{2})/.exec(name)?.[1];
  const interfaceNumber = digits === undefined ? null : Number.parseInt(digits, 16);
  return { vendorId: known.usb.vendorIds[0] ?? '', productId: '', interfaceNumber };
}

function portNamed(path: string, usb: PortCandidate['usb']): PortCandidate {
  return { path, description: null, usb, isModem: usb !== null };
}

async function listFolder(folder: string): Promise<readonly PortCandidate[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => ({ path: join(folder, name), description: null, usb: null, isModem: true }));
}
