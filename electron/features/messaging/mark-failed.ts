import type { DeskContext } from '../../core/context.ts';

/**
 * A text has failed, expired or been dropped for good. Whoever was to be answered by it waits again, as long as they did before: else nobody
 * would look for a customer who never got their answer. Inside a unit of work, or with nothing else to write.
 */
export function markFailed(
  { store }: DeskContext,
  id: number,
  state: 'failed' | 'expired' | 'cancelled',
  reason: string,
): void {
  const row = store.messages.byId(id);
  if (row === null) return;
  store.messages.setState(id, state, reason);
  // What is of no answer leaves who waits as they are.
  store.waitingCustomers.noteUnanswered(row.conversation_id, id);
}
