import { MINUTE } from '../../shared/durations.ts';
import type { DeskContext } from '../../core/context.ts';
import { toConversationDto } from './to-dto.ts';
import type { Service } from '../../core/service.ts';

/** The second, louder call: somebody has waited too long while the shop is open. Once for each waiting. */
export class OverdueAlerts implements Service {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  get dueAt(): number | null {
    const { store, clock, calendar, settings } = this.#context;
    const { overdueMinutes } = settings();
    if (overdueMinutes === 0) return null;
    // Who waits longest is due first.
    const [first] = store.waitingCustomers.unwarned();
    const now = clock.now();
    const due = first === undefined ? null : calendar.waitedUntil(first.waiting_since, overdueMinutes * MINUTE, now);
    // It came due while nobody looked, and the shop is closed: when it opens.
    return due !== null && due <= now ? calendar.opensAt(now) : due;
  }

  onDue(): void {
    const { store, clock, events, calendar, settings } = this.#context;
    const { overdueMinutes } = settings();
    const now = clock.now();
    if (overdueMinutes === 0 || !calendar.isOpen(now)) return;
    for (const { id, waiting_since } of store.waitingCustomers.unwarned()) {
      const due = calendar.waitedUntil(waiting_since, overdueMinutes * MINUTE, now);
      if (due === null || due > now) return;
      store.waitingCustomers.setWarned(id);
      const row = store.conversations.byId(id);
      if (row !== null && row.is_system === 0)
        events.emit({ type: 'conversation.overdue', value: toConversationDto(row, this.#context.country()) });
    }
  }
}
