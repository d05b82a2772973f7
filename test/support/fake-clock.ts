import { TurnedClock } from '../../modem/simulator/turned-clock.ts';

export { settle } from '../../modem/simulator/turned-clock.ts';

/** A clock whose hands a test turns. */
export class FakeClock extends TurnedClock {
  constructor(startUtcMs = Date.UTC(2026, 10, 23, 9, 0, 0)) {
    super(startUtcMs);
  }
}
