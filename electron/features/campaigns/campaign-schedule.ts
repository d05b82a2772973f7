import { MINUTE } from '../../shared/durations.ts';
import type { Capacity } from '../lines/routing.ts';
import type { Slices } from '../../core/slices.ts';
import type { GroupTextOrder } from '../../shared/group-texts.ts';
import type { GroupTextRow } from './repository.ts';
import { leaving } from '../appointments/send-schedule.ts';
import type { DeskContext } from '../../core/context.ts';
import { spreading } from './pacing.ts';

/** How often hours and holidays may alternate before the search gives up. */
const MOST_ROUNDS = 40;

interface ScheduleDeps {
  readonly slices: Slices;
  readonly capacity: () => Capacity | null;
}

/**
 * Determines when the messages of a campaign leave: within the allowed hours, spread as wanted, and no faster than the lines can
 * send.
 */
export class CampaignSchedule {
  readonly #context: DeskContext;
  readonly #deps: ScheduleDeps;

  constructor(context: DeskContext, deps: ScheduleDeps) {
    this.#context = context;
    this.#deps = deps;
  }

  /** From when on a message may leave, given both the allowed hours and the shop's holidays. */
  hours(purpose: GroupTextRow['purpose'], from: number): number | null {
    const { calendar } = this.#context;
    let at: number | null = from;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      at = calendar.nextAllowedAt(at, null);
      if (at === null) return null;
      const over: number | null = purpose === 'offer' ? calendar.holidayUntil(at) : null;
      if (over === null) return at;
      at = over;
    }
    return null;
  }

  /** When the last message would have left if nothing else is sent meanwhile; null: this cannot be told. */
  async endsAt(order: GroupTextOrder, parts: readonly number[]): Promise<number | null> {
    const capacity = this.#deps.capacity();
    const times = await this.timesFor(order, parts.length);
    if (capacity === null || times === null || parts.length === 0) return null;
    const leave = leaving(capacity, (at) => this.hours(order.purpose, at));
    const texts = parts.map((needed, i) => ({
      at: times[i] as number,
      parts: needed,
      worthUntil: Number.MAX_SAFE_INTEGER,
    }));
    const left = await this.#deps.slices.reckon(texts, leave);
    const last = left.at(-1);
    return last?.at == null ? null : last.at + last.text.parts * capacity.partMs;
  }

  /** When each of that many messages is due; null: the hours leave no time for them. */
  async timesFor(order: GroupTextOrder, count: number): Promise<readonly number[] | null> {
    const now = this.#context.clock.now();
    const next = spreading(Math.max(now, order.startsAt ?? now), stepOf(order, count), (at) =>
      this.hours(order.purpose, at),
    );
    const times = await this.#deps.slices.reckon(Array.from({ length: count }), next);
    const known = times.filter((at) => at !== null);
    return known.length < count ? null : known;
  }
}

/** The time between two messages, in milliseconds. */
export function stepOf({ spreadMinutes }: GroupTextOrder, count: number): number {
  return count < 2 ? 0 : Math.floor((spreadMinutes * MINUTE) / (count - 1));
}
