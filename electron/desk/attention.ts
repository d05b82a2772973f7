import { isOpen, waitedInOpenHours } from '../shared/open-hours.ts';
import type { Preferences } from '../shared/preferences.ts';
import type { DeskContext } from './context.ts';
import { conversationView } from './view.ts';

const MINUTE = 60_000;

/** The second, louder call: somebody has waited too long while the shop is open. Once for each waiting. */
export class Attention {
  readonly #context: DeskContext;
  readonly #preferences: () => Preferences;

  constructor(context: DeskContext, preferences: () => Preferences) {
    this.#context = context;
    this.#preferences = preferences;
  }

  get dueAt(): number | null {
    const { overdueMinutes, hours } = this.#preferences();
    if (overdueMinutes === 0) return null;
    // Who waits longest is due first.
    const [first] = this.#context.store.conversations.unwarned();
    const due = first === undefined ? null : waitedInOpenHours(first.waiting_since, overdueMinutes * MINUTE, hours);
    const now = this.#context.clock.now();
    // It came due while nobody looked, and the shop is closed: when it opens.
    return due !== null && due <= now && !isOpen(now, hours) ? waitedInOpenHours(now, 1, hours) : due;
  }

  warn(): void {
    const { store, clock, events } = this.#context;
    const { overdueMinutes, hours } = this.#preferences();
    const now = clock.now();
    if (overdueMinutes === 0 || !isOpen(now, hours)) return;
    for (const { id, waiting_since } of store.conversations.unwarned()) {
      const due = waitedInOpenHours(waiting_since, overdueMinutes * MINUTE, hours);
      if (due === null || due > now) return;
      store.conversations.setWarned(id);
      const row = store.conversations.byId(id);
      if (row !== null && row.drawer === 0)
        events.emit({ type: 'conversation.overdue', value: conversationView(row, this.#context.country()) });
    }
  }
}
