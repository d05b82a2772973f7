import type { MemoryPeer } from '../../modem/transport/memory.ts';

/** What a bad cable does with octets; returns what comes out at the other end. */
export type Damage = (octets: Uint8Array, direction: 'to-modem' | 'from-modem') => Uint8Array;

/** A modem behind a bad cable. */
export function badWire(modem: MemoryPeer, damage: Damage): MemoryPeer {
  return {
    opened(send, drop) {
      modem.opened((chunk) => {
        const rest = damage(chunk, 'from-modem');
        if (rest.length > 0) send(rest);
      }, drop);
    },
    received(chunk) {
      const rest = damage(chunk, 'to-modem');
      if (rest.length > 0) modem.received(rest);
    },
    closed: () => modem.closed(),
    get plugged() {
      return modem.plugged;
    },
  };
}

/** A small generator of numbers in [0, 1): the same seed, the same faults. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
