import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SerialPort } from 'serialport';

/** A port a modem may be behind. */
export interface PortCandidate {
  readonly path: string;
  /** What the system says it is, `Huawei Mobile` say; null where it says nothing. */
  readonly description: string | null;
  readonly usb: {
    readonly vendorId: string;
    readonly productId: string;
    readonly interfaceNumber: number | null;
  } | null;
  /**
   * Surely a modem's. Only such a port is asked without anybody's wish: others may be a receipt printer, which would
   * print our questions.
   */
  readonly isModem: boolean;
}

/** USB vendors that make modems and little else: Huawei, ZTE, Sierra, Quectel, SIMCom, Telit, Option, Alcatel ... */
const MODEM_VENDORS: ReadonlySet<string> = new Set([
  '12d1',
  '19d2',
  '1199',
  '2c7c',
  '1e0e',
  '1bc7',
  '0af0',
  '1bbb',
  '1410',
  '0bdb',
  '1546',
  '1e2d',
  '2cb7',
  '05c6',
]);

/**
 * Ports that could be modems, the likely ones first. `SerialPort.list()` rejects where there is no udevadm ([W8]); the
 * usual device names are tried then.
 * @param folder its entries are ports as well, and surely modems'
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
    isModem: MODEM_VENDORS.has(vendorId?.toLowerCase() ?? ''),
  };
}

async function listDeviceFiles(): Promise<readonly PortCandidate[]> {
  const byId = await readdir('/dev/serial/by-id').catch(() => []);
  if (byId.length > 0) return byId.map((name) => portNamed(join('/dev/serial/by-id', name), interfaceOf(name)));
  const names = await readdir('/dev').catch(() => []);
  return names.filter((name) => /^tty(USB|ACM)\d+$/.test(name)).map((name) => portNamed(`/dev/${name}`, null));
}

/** `usb-HUAWEI_HUAWEI_Mobile-if02-port0` tells the maker and the interface. */
function interfaceOf(name: string): PortCandidate['usb'] {
  const vendor = /^usb-(HUAWEI|ZTE|SimTech|Quectel|Sierra)/i.exec(name)?.[1]?.toLowerCase();
  if (vendor === undefined) return null;
  const vendorId = { huawei: '12d1', zte: '19d2', simtech: '1e0e', quectel: '2c7c', sierra: '1199' }[vendor] ?? '';
  const digits = /-if([0-9a-f]{2})/.exec(name)?.[1];
  return { vendorId, productId: '', interfaceNumber: digits === undefined ? null : Number.parseInt(digits, 16) };
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
