import { read as readFile } from 'node:fs';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { SerialPort } from 'serialport';

type Binding = typeof SerialPort.binding;
type OpenPort = Awaited<ReturnType<Binding['open']>>;

/** A Linux or macOS port as the library holds it: a file descriptor, and a poller that tells when it can be read. */
interface DescriptorPort {
  readonly fd: number | null;
  readonly isOpen: boolean;
  readonly poller: { once(event: 'readable', callback: (error: Error | null) => void): unknown };
}

const readDescriptor = promisify(readFile);
const NOTHING_YET: ReadonlySet<string | undefined> = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR']);
/** A hang-up that no read reports is noticed within three seconds. */
const LOOK_EVERY_MS = process.platform === 'win32' ? 2_500 : 1_000;

/**
 * The library's own port binding, extended to notice when the other side hangs up ([L10]). The library repeats a read that
 * returns no octets: after a hang-up it does so forever, occupies a whole core, and never reports that the port is gone.
 * @param onHangUp called at once, and at most once
 */
export function bindingThatHangsUp(onHangUp: (reason: string) => void): Binding {
  const { binding } = SerialPort;
  const open = async (options: Parameters<Binding['open']>[0]): Promise<OpenPort> => {
    const port = await (binding.open as (given: typeof options) => Promise<OpenPort>)(options);
    return watched(port, options.path, onHangUp);
  };
  return { list: binding.list.bind(binding), open } as unknown as Binding;
}

function watched(port: OpenPort, path: string, onHangUp: (reason: string) => void): OpenPort {
  let isOver = false;
  const stopLooking = lookAt(path, () => hangUp('The port is gone.'));
  const hangUp = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    stopLooking();
    onHangUp(reason);
  };
  const [read, write, close] = [port.read.bind(port), port.write.bind(port), port.close.bind(port)];
  const readOnce = isDescriptorPort(port) ? readerOf(port) : read;
  return Object.assign(port, {
    async read(buffer: Buffer, offset: number, length: number): Promise<{ bytesRead: number; buffer: Buffer }> {
      try {
        const { bytesRead } = await readOnce(buffer, offset, length);
        if (bytesRead > 0) return { bytesRead, buffer };
      } catch (error) {
        if (!isCancelled(error)) hangUp(messageOf(error));
        throw error;
      }
      hangUp('The other side hung up.');
      throw Object.assign(new Error('The other side hung up.'), { disconnect: true });
    },
    async write(buffer: Buffer): Promise<void> {
      try {
        await write(buffer);
      } catch (error) {
        if (!isCancelled(error)) hangUp(messageOf(error));
        throw error;
      }
    },
    close(): Promise<void> {
      isOver = true;
      stopLooking();
      return close();
    },
  });
}

function isDescriptorPort(port: object): port is DescriptorPort {
  return 'fd' in port && 'poller' in port;
}

/** Reads what is available and waits if there is nothing; a read of no octets means that nothing will ever come. */
function readerOf(port: DescriptorPort) {
  return async (buffer: Buffer, offset: number, length: number): Promise<{ bytesRead: number }> => {
    for (;;) {
      if (!port.isOpen || port.fd === null) throw cancelled();
      try {
        return await readDescriptor(port.fd, buffer, offset, length, null);
      } catch (error) {
        if (!NOTHING_YET.has((error as NodeJS.ErrnoException).code)) throw port.isOpen ? error : cancelled();
        if (!port.isOpen) throw cancelled();
        await new Promise<void>((resolve, reject) => {
          port.poller.once('readable', (failed) => (failed === null ? resolve() : reject(failed)));
        });
      }
    }
  };
}

/** Checks whether the port still exists: by its path, or in the system's list where ports have no path. */
function lookAt(path: string, gone: () => void): () => void {
  let first: string | null = null;
  let isLooking = false;
  // On Windows even a port that was never listed may be valid; elsewhere the port was opened by its path.
  const mayBeUnlisted = process.platform === 'win32';
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    const found = await identityOf(path);
    isLooking = false;
    if (found === null && first === null && mayBeUnlisted) return;
    first ??= found;
    if (found === null || found !== first) gone();
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  void look();
  return () => clearInterval(timer);
}

/** Null: there is no such port. */
async function identityOf(path: string): Promise<string | null> {
  if (process.platform === 'win32') {
    const ports = await SerialPort.list().catch(() => null);
    return ports === null || ports.some((port) => port.path.toUpperCase() === path.toUpperCase()) ? path : null;
  }
  return stat(path).then(
    ({ ino, rdev }) => `${ino}/${rdev}`,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' || error.code === 'ENXIO' ? null : path),
  );
}

/** The library's error for a read that ended because the port was closed. */
function cancelled(): Error {
  return Object.assign(new Error('Port is not open'), { canceled: true });
}

function isCancelled(error: unknown): boolean {
  return (error as { canceled?: boolean } | null)?.canceled === true;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
