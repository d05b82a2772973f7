import type { DeskContext } from '../../core/context.ts';
import { MINUTE } from '../../shared/durations.ts';
import { publishTasks } from '../conversations/publish.ts';

/**
 * Something that the program finds is to be done about a customer, due in a minute. Not once more where it is to be done already.
 * Belongs into a unit of work.
 * @param author the rule it comes from; null: the program itself
 */
export function addTaskOnce(
  context: DeskContext,
  conversation: number,
  { text, author }: { readonly text: string; readonly author: string | null },
): void {
  const { store, clock } = context;
  if (store.tasks.ofConversation(conversation).some((task) => task.text === text)) return;
  const now = clock.now();
  store.tasks.insert({ conversation_id: conversation, text, due_at: now + MINUTE, author, created_at: now });
  publishTasks(context, conversation);
}
