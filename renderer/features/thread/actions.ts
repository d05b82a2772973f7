import type { DeskState } from '../../state/desk.svelte.ts';
import { t } from '../../text/format.ts';

/** What can be done with the open conversation: by button, key, menu and palette alike. */
export interface ConversationActions {
  close(): void;
  snooze(): void;
  assign(): void;
  tag(): void;
  task(): void;
  call(): void;
  markUnread(): void;
}

export function conversationActions(desk: DeskState): ConversationActions {
  const withConversation = (use: (id: string) => Promise<unknown>) => (): void => {
    if (desk.thread !== null) void use(desk.thread.conversation.id);
  };
  return {
    close: withConversation(async () => {
      const conversation = desk.thread?.conversation;
      if (conversation !== undefined)
        await desk.close([conversation], conversation.status === 'closed' ? 'open' : 'closed');
    }),
    snooze: withConversation((id) => desk.snooze([id])),
    assign: withConversation((id) => desk.assign([id])),
    tag: withConversation(async () => {
      if (desk.thread !== null) await desk.tag([desk.thread.conversation]);
    }),
    task: withConversation(async (id) => {
      const text = await desk.prompts.text(t.tasks.label, t.tasks.add);
      if (text === null) return;
      await desk.addTask(id, text, (await desk.prompts.when(t.tasks.addWhen, 'task')) ?? null);
    }),
    call: () => {
      if (desk.thread?.conversation.canAnswer === true) desk.calling = true;
    },
    markUnread: withConversation(async () => {
      await desk.thread?.markUnread();
    }),
  };
}
