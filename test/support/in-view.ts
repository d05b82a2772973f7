import type { ConversationListView } from '../../electron/features/conversations/constants.ts';
import type { ListFilter } from '../../electron/features/conversations/repository.ts';

/** A view as it is without further wishes. */
export function inView(view: ConversationListView): ListFilter {
  return { view, order: 'newest', tag: null, assignee: null };
}
