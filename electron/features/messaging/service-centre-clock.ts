import type { DeskContext } from '../../core/context.ts';

/** How many of the last messages are used to tell whether the service centre's clock runs. */
const CLOCK_SEEN_BY = 60;
const CLOCK_VOTES = 9;
/** The clock stands still if two messages that came this far apart have the same date. */
const CLOCK_STEP_MS = 60_000;

/** The clock by which a line's messages are dated: it runs, or stands still. */
export class ServiceCentreClock {
  readonly #context: Pick<DeskContext, 'store'>;

  constructor(context: Pick<DeskContext, 'store'>) {
    this.#context = context;
  }

  /**
   * Whether the service centre's clock runs, judged by most of the line's last short messages that came some time after the one
   * before. The parts of a long message are dated alike, however late the last of them comes, and one that waited in the network
   * may be dated like one that came before it. Null if the messages do not tell.
   */
  stateOf(lineId: number, key: string): 'runs' | 'stands' | null {
    const times = this.#context.store.received.times(lineId, key, CLOCK_SEEN_BY);
    const steps = times
      .slice(1)
      .map((earlier, i) => ({ earlier, later: times[i] ?? earlier }))
      .filter(({ earlier, later }) => later.received_at - earlier.received_at >= CLOCK_STEP_MS)
      .slice(0, CLOCK_VOTES);
    if (steps.length === 0) return new Set(times.map((each) => each.service_time)).size > 1 ? 'runs' : null;
    const running = steps.filter(({ earlier, later }) => later.service_time !== earlier.service_time).length;
    return running * 2 >= steps.length ? 'runs' : 'stands';
  }
}
