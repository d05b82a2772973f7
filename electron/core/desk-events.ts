import { Emitter } from '../../modem/index.ts';
import type { Store } from '../app/store.ts';
import type { ContractEvent } from '../app/contract.ts';

/** Facts that others may want to know, announced once they are on disk. */
export type DeskEvent = Exclude<ContractEvent, { readonly type: 'app.changed' }>;

/** What is told once it is on disk. */
interface Pending {
  /** However often the same thing was changed it is told once; null: each by itself. */
  readonly key: string | null;
  /** How it stands then; null: it is not there any more. */
  readonly make: () => DeskEvent | null;
  /** What the change brings about, in the same unit of work. */
  readonly follow: (() => void) | null;
}

/** What the desk tells. What is told within a unit of work is told once it is on disk, and not at all where it was undone. */
export class DeskEvents extends Emitter<DeskEvent> {
  #pending: Pending[] | null = null;

  override emit(event: DeskEvent): void {
    if (this.#pending === null) super.emit(event);
    else this.#pending.push({ key: null, make: () => event, follow: null });
  }

  /**
   * Tells how something stands, after the unit of work that changes it.
   * @param key of the event and what it is about
   * @param follow done before that unit ends, once however often the thing was changed; null: nothing
   */
  publish(key: string, make: Pending['make'], follow: Pending['follow'] = null): void {
    if (this.#pending !== null) {
      this.#pending.push({ key, make, follow });
      return;
    }
    follow?.();
    this.#tell([{ key, make, follow }]);
  }

  /** Does something once the unit of work is on disk, however often it is asked for; at once where there is none. */
  after(key: string, work: () => void): void {
    this.publish(key, () => {
      work();
      return null;
    });
  }

  /**
   * A unit of work: all or nothing, on disk when it returns. One within another is part of it, and undone alone where it throws.
   * @param isDryRun nothing of it stays, and nothing is told
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

  /** Of what is told of one thing the last counts: it stands behind all that led to it. */
  #tell(pending: readonly Pending[]): void {
    const last = new Map(pending.map(({ key }, i) => [key, i]));
    const events = pending.flatMap(({ key, make }, i) => (key === null || last.get(key) === i ? (make() ?? []) : []));
    for (const event of calendarOnce(events)) super.emit(event);
  }
}

/** What follows may itself change what others follow. */
function followAll(pending: readonly Pending[]): void {
  const last = new Map<string | null, number>();
  let known = 0;
  for (let i = 0; i < pending.length; i++) {
    for (; known < pending.length; known++) last.set(pending[known]?.key ?? null, known);
    const { key, follow } = pending[i] as Pending;
    if (follow !== null && last.get(key) === i) follow();
  }
}

/** However many appointments changed, the calendar is read anew once. */
function calendarOnce(events: readonly DeskEvent[]): readonly DeskEvent[] {
  const ofCalendar = events.filter(({ type }) => type === 'appointments.changed');
  if (ofCalendar.length < 2) return events;
  const others = events.filter(({ type }) => type !== 'appointments.changed');
  return [...others, { type: 'appointments.changed', value: { conversationId: null } }];
}
