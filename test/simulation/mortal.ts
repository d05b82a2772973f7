import type { Clock } from '../../modem/clock.ts';
import type { MemoryPeer } from '../../modem/transport/memory.ts';

/** One run of the program: when it is killed, nothing it waits for happens any more, and no octet passes. */
export class Life {
  isOver = false;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The time as this run sees it. */
  get clock(): Clock {
    return {
      now: () => this.#clock.now(),
      after: (delayMs, callback) =>
        this.#clock.after(delayMs, () => {
          if (!this.isOver) callback();
        }),
    };
  }

  /** What stands between this run and its modem. @param input called for each octet before the modem has it */
  wire(modem: MemoryPeer, damage: (chunk: Uint8Array) => Uint8Array, input: () => void): MemoryPeer {
    return {
      opened: (send, drop) => {
        if (this.isOver) return;
        modem.opened(
          (chunk) => {
            if (!this.isOver) send(damage(chunk));
          },
          (reason) => {
            if (!this.isOver) drop(reason);
          },
        );
      },
      received: (chunk) => {
        for (const octet of chunk) {
          input();
          if (this.isOver) return;
          modem.received(Uint8Array.of(octet));
        }
      },
      closed: () => {
        if (!this.isOver) modem.closed();
      },
      get plugged() {
        return modem.plugged;
      },
    };
  }
}
