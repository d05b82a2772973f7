import { LineReader } from './line-reader.ts';
import { TransportError, type Link, type Transport } from './transport.ts';

/** The modem's end of a connection in memory. */
export interface MemoryPeer {
  /** The other side opened the connection: from now on, octets given to `send` reach it. */
  opened(send: (chunk: Uint8Array) => void, drop: (reason: string) => void): void;
  received(chunk: Uint8Array): void;
  closed(): void;
  readonly plugged: boolean;
}

/** Connects to a peer in this process, through the same line reader as a real port. */
export function memoryTransport(name: string, peer: MemoryPeer): Transport {
  return {
    name,
    open() {
      if (!peer.plugged)
        return Promise.reject(new TransportError('not-found', `${name}: No modem is plugged in there.`));
      return Promise.resolve(linkTo(peer));
    },
  };
}

function linkTo(peer: MemoryPeer): Link {
  const reader = new LineReader();
  const closeListeners: ((reason: string | null) => void)[] = [];
  let open = true;
  const announceClose = (reason: string | null): void => {
    if (!open) return;
    open = false;
    reader.end();
    for (const listener of closeListeners) listener(reason);
  };
  peer.opened((chunk) => {
    if (open) reader.push(chunk);
  }, announceClose);
  return {
    write(text) {
      if (open) peer.received(Buffer.from(text, 'latin1'));
    },
    setPromptExpected: (expected) => reader.setPromptExpected(expected),
    onLine: (listener) => reader.onLine(listener),
    onClose: (listener) => closeListeners.push(listener),
    close() {
      if (open) peer.closed();
      announceClose(null);
      return Promise.resolve();
    },
  };
}
