import { readdir } from 'node:fs/promises';
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
}

/**
 * Ports that could be modems, the likely ones first. `SerialPort.list()` rejects where there is no udevadm ([W8]); the
 * usual device names are tried then.
 */
export async function listPorts(): Promise<readonly PortCandidate[]> {
  const ports = await SerialPort.list().then(
    (found) => found.map(fromSystem),
    () => listDeviceFiles(),
  );
  return ports
    .filter(({ path, usb }) => usb !== null || /ttyUSB|ttyACM|COM\d|cu\.usb/.test(path))
    .toSorted((a, b) => Number(b.usb !== null) - Number(a.usb !== null) || a.path.localeCompare(b.path));
}

function fromSystem(port: Awaited<ReturnType<typeof SerialPort.list>>[number]): PortCandidate {
  const interfaceNumber = /-if(\d+)/.exec(port.pnpId ?? '')?.[1];
  return {
    path: port.path,
    description: port.manufacturer ?? null,
    usb:
      port.vendorId !== undefined && port.productId !== undefined
        ? {
            vendorId: port.vendorId,
            productId: port.productId,
            interfaceNumber: interfaceNumber === undefined ? null : Number(interfaceNumber),
          }
        : null,
  };
}

async function listDeviceFiles(): Promise<readonly PortCandidate[]> {
  const names = await readdir('/dev').catch(() => []);
  return names
    .filter((name) => /^tty(USB|ACM)\d+$/.test(name))
    .map((name) => ({ path: `/dev/${name}`, description: null, usb: null }));
}
