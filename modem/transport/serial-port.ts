import { SerialPort } from 'serialport';
import { bindingThatHangsUp } from './hang-up.ts';
import { LineReader } from './line-reader.ts';
import { holderOf, lockHolderOf } from './port-holder.ts';
import { TransportError, type Link, type Transport, type TransportErrorCode } from './transport.ts';

/** The library accepts a custom port binding, but its types do not say so. */
type PortOptions = ConstructorParameters<typeof SerialPort>[0];
/** USB sticks ignore the rate; modems on a real serial line commonly detect it from AT. */
const BAUD_RATE = 115_200;
/** How much is processed before the event loop has its turn again: at most a dozen messages, each of which is written to disk. */
const READ_AT_ONCE_OCTETS = 1_024;

/** A modem on a serial port. `hupcl: false` keeps DTR as it is on closing ([L9]); no modem lines are touched. */
export function serialTransport(path: string): Transport {
  return { name: path, open: () => openSerialPort(path) };
}

async function openSerialPort(path: string): Promise<Link> {
  // Older programs do not use the kernel's locks and leave a lock file that names them.
  const holder = await lockHolderOf(path);
  if (holder !== null) throw new TransportError('busy', `${path}: Another program holds the port.`, { holder });
  return new Promise((resolve, reject) => {
    let hungUp = (_reason: string): void => {};
    const binding = bindingThatHangsUp((reason) => hungUp(reason));
    const port = new SerialPort({
      path,
      baudRate: BAUD_RATE,
      autoOpen: false,
      hupcl: false,
      binding,
      highWaterMark: READ_AT_ONCE_OCTETS,
    } as PortOptions);
    port.open((error) => {
      if (!error) {
        const [link, lose] = linkOver(port);
        hungUp = lose;
        resolve(link);
      } else void explain(path, error).then(reject);
    });
  });
}

/** A link over an open port, and the function to call when the other side has hung up. */
function linkOver(port: SerialPort): [link: Link, hungUp: (reason: string) => void] {
  const reader = new LineReader();
  const closeListeners: ((reason: string | null) => void)[] = [];
  let closed = false;
  const announceClose = (reason: string | null): void => {
    if (closed) return;
    closed = true;
    reader.end();
    for (const listener of closeListeners) listener(reason);
  };
  port.on('data', (chunk: Buffer) => reader.push(chunk));
  port.on('close', (error: Error | null) => announceClose(error?.message ?? null));
  port.on('error', (error: Error) => {
    announceClose(error.message);
    if (port.isOpen) port.close();
  });
  const link: Link = {
    write(text) {
      if (!closed && port.isOpen) port.write(text, 'latin1');
    },
    setPromptExpected: (expected) => reader.setPromptExpected(expected),
    onLine: (listener) => reader.onLine(listener),
    onClose: (listener) => closeListeners.push(listener),
    close: () =>
      new Promise((resolve) => {
        if (!port.isOpen) {
          announceClose(null);
          resolve();
          return;
        }
        port.close(() => {
          announceClose(null);
          resolve();
        });
      }),
  };
  const hungUp = (reason: string): void => {
    announceClose(reason);
    if (port.isOpen) port.close();
  };
  return [link, hungUp];
}

const CAUSES: readonly (readonly [RegExp, TransportErrorCode, string])[] = [
  [/no such file|file not found|ENOENT|ENXIO|no such device/i, 'not-found', 'No modem is plugged in there.'],
  // Windows refuses a port that another program holds.
  [
    process.platform === 'win32' ? /access denied/i : /busy|EBUSY|cannot lock|temporarily unavailable/i,
    'busy',
    'Another program holds the port.',
  ],
  [/permission|EACCES|access denied/i, 'no-permission', 'This user may not open the port.'],
];

async function explain(path: string, error: Error): Promise<TransportError> {
  const [, code, sentence] = CAUSES.find(([pattern]) => pattern.test(error.message)) ?? [
    null,
    'failed' as const,
    'The port could not be opened.',
  ];
  const holder = code === 'busy' ? await holderOf(path) : null;
  return new TransportError(code, `${path}: ${sentence}`, { cause: error, holder });
}
