import { Emitter } from '../../modem/index.ts';
import type { Store } from '../app/store.ts';
import type { ContractEvent } from '../app/contract.ts';

/** Facts that others may want to know. They are announced once they are on disk. */
export type DeskEvent = Exclude<ContractEvent, { readonly type: 'app.changed' }>;

/** What is to be told once it is on disk. */
interface Pending {
  /** Events with the same key are told once, however often the thing was changed. Null means that each is told by itself. */
  readonly key: string | null;
  /** Makes the event as things stand then, or null if the thing no longer exists. */
  readonly make: () => DeskEvent | null;
  /** Does what the change brings about, in the same unit of work. */
  readonly follow: (() => void) | null;
}

/**
 * The events that the desk tells. What is published within a unit of work is told once it is on disk, and not at all if the unit
 * is undone.
 */
export class DeskEvents extends Emitter<DeskEvent> {
  #pending: Pending[] | null = null;

  override emit(event: DeskEvent): void {
    if (this.#pending === null) super.emit(event);
    else this.#pending.push({ key: null, make: () => event, follow: null });
  }

  /**
   * Tells how something stands, after the unit of work that changes it.
   * @param key identifies the event and what it is about
   * @param follow runs before that unit ends, once however often the thing was changed; null means nothing follows
   */
  publish(key: string, make: Pending['make'], follow: Pending['follow'] = null): void {
    if (this.#pending !== null) {
      this.#pending.push({ key, make, follow });
      return;
    }
    follow?.();
    this.#tell([{ key, make, follow }]);
  }

  /**
   * Does something once the unit of work is on disk, however often it is asked for. Outside a unit of work it is done at once.
   */
  after(key: string, work: () => void): void {
    this.publish(key, () => {
      work();
      return null;
    });
  }

  /**
   * Runs a unit of work: all or nothing, on disk when it returns. A unit within another is part of it, but is undone alone if it
   * throws.
   * @param isDryRun nothing of it is kept, and nothing is told
   */
  unit<T>(store: Pick<Store, 'transaction' | 'dryRun'>, work: () => T, isDryRun: boolean): T {
    const around = this.#pending;
    const own: Pending[] = [];
    this.#pending = own;
    const whole = (): T => {
      const made = work();
      if (around === null) followAll(own);
      return made;
    };
    let answer: T;
    try {
      answer = isDryRun ? store.dryRun(whole) : store.transaction(whole);
    } finally {
      this.#pending = around;
    }
    if (!isDryRun && around !== null) around.push(...own);
    else if (!isDryRun) this.#tell(own);
    return answer;
  }

  /** Of several events about one thing the last counts: it comes after everything that led to it. */
  #tell(pending: readonly Pending[]): void {
    const last = new Map(pending.map(({ key }, i) => [key, i]));
    const events = pending.flatMap(({ key, make }, i) => (key === null || last.get(key) === i ? (make() ?? []) : []));
    for (const event of calendarOnce(events)) super.emit(event);
  }
}

/** What follows from a change may itself change things from which more follows. */
function followAll(pending: readonly Pending[]): void {
  const last = new Map<string | null, number>();
  let known = 0;
  for (let i = 0; i < pending.length; i++) {
    for (; known < pending.length; known++) last.set(pending[known]?.key ?? null, known);
    const { key, follow } = pending[i] as Pending;
    if (follow !== null && last.get(key) === i) follow();
  }
}

/** However many appointments changed, the calendar is read anew only once. */
function calendarOnce(events: readonly DeskEvent[]): readonly DeskEvent[] {
  const ofCalendar = events.filter(({ type }) => type === 'appointments.changed');
  if (ofCalendar.length < 2) return events;
  const others = events.filter(({ type }) => type !== 'appointments.changed');
  return [...others, { type: 'appointments.changed', value: { conversationId: null } }];
}
