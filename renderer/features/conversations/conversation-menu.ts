import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { MenuItem } from '../../components/menu.svelte';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { t } from '../../lib/text/format.ts';
import { assignConversations, closeConversations, snoozeConversations, tagConversations } from './changes.ts';

/** What can be done with a row of the list by the other mouse button; with all that are marked, if it is one of them. */
export function conversationMenu(desk: AppStore, conversation: ConversationDto): readonly MenuItem[] {
  const { list } = desk;
  const chosen = list.marked.has(conversation.id) ? list.markedOnes : [conversation];
  const ids = chosen.map(({ id }) => id);
  const isClosed = chosen.every(({ status }) => status === 'closed');
  return [
    ...(chosen.length === 1 ? [{ label: t.rowMenu.open, onselect: () => void desk.open(conversation.id) }] : []),
    {
      label: isClosed ? t.thread.reopen : t.thread.close,
      onselect: () => void closeConversations(desk, chosen, isClosed ? 'open' : 'closed'),
    },
    { label: t.thread.snooze, onselect: () => void snoozeConversations(desk, ids) },
    { label: t.thread.assign, onselect: () => void assignConversations(desk, ids) },
    { label: t.thread.tag, onselect: () => void tagConversations(desk, chosen) },
    ...(chosen.length === 1
      ? [
          {
            label: t.thread.markUnread,
            onselect: () => {
              if (desk.thread?.conversation.id === conversation.id) void desk.thread.markUnread();
              else void desk.ask('conversations.markUnread', { id: conversation.id });
            },
          },
        ]
      : []),
  ];
}
