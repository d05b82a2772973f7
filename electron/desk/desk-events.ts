import { Signal } from '../../modem/index.ts';
import type { Store } from '../store/store.ts';
import type { DeskEvent } from './context.ts';

/** What the desk tells; while several changes are made as one it is told once they are on disk. */
export class DeskEvents extends Signal<DeskEvent> {
  #held: DeskEvent[] | null = null;

  override emit(event: DeskEvent): void {
    if (this.#held === null) super.emit(event);
    else this.#held.push(event);
  }

  /**
   * Several changes as one: all or nothing.
   * @param isRehearsal nothing of it stays, and nothing is told
   */
  together<T>(store: Pick<Store, 'transaction' | 'rehearse'>, work: () => T, isRehearsal: boolean): T {
    const held: DeskEvent[] = [];
    this.#held = held;
    let answer: T;
    try {
      answer = isRehearsal ? store.rehearse(work) : store.transaction(work);
    } finally {
      this.#held = null;
    }
    if (!isRehearsal) for (const event of calendarOnce(held)) super.emit(event);
    return answer;
  }
}

/** However many appointments changed, the calendar is read anew once. */
function calendarOnce(events: readonly DeskEvent[]): readonly DeskEvent[] {
  const ofCalendar = events.filter(({ type }) => type === 'appointments.changed');
  if (ofCalendar.length < 2) return events;
  const others = events.filter(({ type }) => type !== 'appointments.changed');
  return [...others, { type: 'appointments.changed', value: { conversationId: null } }];
}
