import { TransportError, type Link, type Transport } from './transport.ts';

export interface RoamingOptions {
  /** Where the modem was last found. */
  readonly path: string;
  readonly open: (path: string) => Transport;
  /** Looks for the modem on all ports; null: it is on none. */
  readonly find: () => Promise<string | null>;
  /** Another modem is where this one was: it must be looked for before a port is opened. */
  readonly lost?: boolean;
  readonly moved?: (path: string) => void;
}

/** A modem that is followed when it gets another port: sticks change names with every restart and every socket ([W8]). */
export function roamingTransport(options: RoamingOptions): Transport {
  let { path, lost = false } = options;
  const look = async (): Promise<boolean> => {
    const found = await options.find();
    if (found === null || found === path) return false;
    path = found;
    options.moved?.(found);
    return true;
  };
  const open = (): Promise<Link> => options.open(path).open();
  return {
    get name() {
      return path;
    },
    async open({ locate } = { locate: false }) {
      if (lost) {
        if (!(await look())) throw new TransportError('not-found', `${path}: Another modem is plugged in there.`);
        lost = false;
        return open();
      }
      if (locate) {
        await look();
        return open();
      }
      try {
        return await open();
      } catch (error) {
        if (!(error instanceof TransportError) || error.code !== 'not-found' || !(await look())) throw error;
        return open();
      }
    },
  };
}
