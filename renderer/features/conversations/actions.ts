import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { t } from '../../lib/text/format.ts';
import { openCall } from './dialogs.ts';
import { addTask, assignConversations, closeConversations, snoozeConversations, tagConversations } from './changes.ts';

/** What can be done with the open conversation: by button, key, menu and palette alike. */
export interface ConversationActions {
  readonly close: () => void;
  readonly snooze: () => void;
  readonly assign: () => void;
  readonly tag: () => void;
  readonly task: () => void;
  readonly call: () => void;
  readonly markUnread: () => void;
  /** Sends what is written, and the conversation is done with. */
  readonly sendAndClose: () => void;
}

export function conversationActions(desk: AppStore): ConversationActions {
  const withConversation = (use: (id: string) => Promise<unknown>) => (): void => {
    if (desk.thread !== null) void use(desk.thread.conversation.id);
  };
  /** The marked conversations where there are any, because they were marked for this; otherwise the open one. */
  const withChosen = (use: (chosen: readonly ConversationDto[]) => Promise<unknown>) => (): void => {
    const marked = desk.finder.isSearching ? [] : desk.list.markedOnes;
    const open = desk.thread === null ? [] : [desk.thread.conversation];
    const chosen = marked.length > 0 ? marked : open;
    if (chosen.length > 0) void use(chosen);
  };
  const idsOf = (chosen: readonly ConversationDto[]): readonly string[] => chosen.map(({ id }) => id);
  return {
    close: withChosen((chosen) =>
      closeConversations(desk, chosen, chosen.every(({ status }) => status === 'closed') ? 'open' : 'closed'),
    ),
    snooze: withChosen((chosen) => snoozeConversations(desk, idsOf(chosen))),
    assign: withChosen((chosen) => assignConversations(desk, idsOf(chosen))),
    tag: withChosen((chosen) => tagConversations(desk, chosen)),
    task: withConversation(async (id) => {
      const text = await desk.prompts.text(t.tasks.label, t.tasks.add);
      if (text === null) return;
      const dueAt = await desk.prompts.when(t.tasks.addWhen, 'task');
      if (dueAt !== undefined) await addTask(desk, id, text, dueAt);
    }),
    call: () => {
      if (desk.thread?.conversation.canAnswer === true) openCall(desk, desk.thread.conversation);
    },
    sendAndClose: () => void sendAndClose(desk),
    markUnread: withConversation(async () => {
      await desk.thread?.markUnread();
    }),
  };
}

async function sendAndClose(desk: AppStore): Promise<void> {
  const { thread } = desk;
  if (thread === null) return;
  const { conversation } = thread;
  const sent = await thread.composer.send({ isLast: true });
  if (sent !== null) await closeConversations(desk, [conversation], 'closed', sent);
}
