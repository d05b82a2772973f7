import type { DeskContext } from '../../core/context.ts';

/**
 * Marks a message that has failed, expired or been dropped for good. The customer it was to answer waits again, since the same
 * time as before; otherwise nobody would look for a customer who never got their answer. Must run inside a unit of work, or with
 * nothing else to write.
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
  // A message that answers nobody changes nothing for the customers who wait.
  store.waitingCustomers.noteUnanswered(row.conversation_id, id);
}
