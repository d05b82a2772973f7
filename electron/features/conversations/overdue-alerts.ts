import { MINUTE } from '../../shared/durations.ts';
import type { DeskContext } from '../../core/context.ts';
import { toConversationDto } from './to-dto.ts';
import type { Service } from '../../core/service.ts';

/** The second, louder alert: a customer has waited too long while the shop is open. It is given once for each wait. */
export class OverdueAlerts implements Service {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  get dueAt(): number | null {
    const { store, clock, calendar, settings } = this.#context;
    const { overdueMinutes } = settings();
    if (overdueMinutes === 0) return null;
    // The customer who has waited longest is due first.
    const [first] = store.waitingCustomers.unwarned();
    const now = clock.now();
    const due = first === undefined ? null : calendar.waitedUntil(first.waiting_since, overdueMinutes * MINUTE, now);
    // If it became due while nobody checked and the shop is now closed, it waits until the shop opens.
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
