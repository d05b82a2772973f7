import type { Hardware } from '../../modem/index.ts';
import { memoryTransport, type MemoryPeer } from '../../modem/transport/memory.ts';
import { TransportError, type Transport } from '../../modem/transport/transport.ts';

/** The ports of a computer that a test plugs simulated modems into. One user each, as the system's locks have it. */
export class FakePorts implements Hardware {
  readonly #peers = new Map<string, MemoryPeer>();
  readonly #open = new Set<string>();
  readonly #holders = new Map<string, string>();
  #changed: () => void = () => {};

  /** Plugs a modem in; the system tells of it. */
  plug(path: string, peer: MemoryPeer): void {
    this.#peers.set(path, peer);
    this.#changed();
  }

  /** The name is gone; pulling the plug of the modem itself is the modem's `unplug`. */
  unplug(path: string): void {
    this.#peers.delete(path);
    this.#changed();
  }

  /** Another program opens a port, or lets go of it. */
  hold(path: string, program: string | null): void {
    if (program === null) this.#holders.delete(path);
    else this.#holders.set(path, program);
  }

  listPorts(): ReturnType<Hardware['listPorts']> {
    return Promise.resolve(
      [...this.#peers.keys()].map((path) => ({ path, description: null, usb: null, isModem: true })),
    );
  }

  deviceOf(path: string): Promise<string> {
    return Promise.resolve(path);
  }

  watch(changed: () => void): () => void {
    this.#changed = changed;
    return () => {
      this.#changed = () => {};
    };
  }

  transport(path: string): Transport {
    return {
      name: path,
      open: async () => {
        const peer = this.#peers.get(path);
        if (peer === undefined) throw new TransportError('not-found', `${path}: No modem is plugged in there.`);
        const holder = this.#holders.get(path) ?? (this.#open.has(path) ? 'counterline' : null);
        if (holder !== null) throw new TransportError('busy', `${path}: Another program holds it.`, { holder });
        const link = await memoryTransport(path, peer).open();
        this.#open.add(path);
        link.onClose(() => this.#open.delete(path));
        return link;
      },
    };
  }
}
