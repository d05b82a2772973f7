import type { Conversations } from './conversations.ts';
import type { DeskContext } from '../../core/context.ts';
import { ok } from '../../shared/result.ts';
import { rowOf } from '../../shared/ids.ts';
import { search } from './search.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { conversationsContract } from './contract.ts';

interface Services {
  readonly conversations: Conversations;
  readonly context: DeskContext;
}

export function conversationsHandlers({ conversations, context }: Services): Handlers<typeof conversationsContract> {
  return {
    'conversations.list': ({ view, order, tagId, assigneeId, after, limit }) => {
      // A tag that does not exist has no conversations.
      const tag = tagId === null ? null : (rowOf('tag', tagId) ?? 0);
      const assignee = assigneeId === null ? null : (rowOf('person', assigneeId) ?? 0);
      return conversations.list({ view, order, tag, assignee }, after, limit);
    },
    'conversations.get': ({ id }) => conversations.get(id),
    'conversations.messages': ({ id, range, limit }) => conversations.messages(id, range, limit),
    'conversations.markRead': ({ id }) => conversations.markRead(id),
    'conversations.markUnread': ({ id }) => conversations.markUnread(id),
    'conversations.change': ({ ids, change }) => conversations.change(ids, change),
    'conversations.restore': (undone) => conversations.restore(undone),
    'conversations.setDraft': ({ id, draft, clientId }) => {
      conversations.typing(id, clientId);
      return conversations.setDraft(id, draft);
    },
    'conversations.typing': ({ id, clientId }) => conversations.typing(id, clientId),
    'conversations.logCall': ({ id }) => conversations.logCall(id),
    'notes.add': ({ conversationId, text }) => conversations.addNote(conversationId, text),
    'notes.edit': ({ id, text }) => conversations.editNote(id, text),
    'notes.remove': ({ id }) => conversations.removeNote(id),
    'notes.restore': (note) => conversations.restoreNote(note),
    'search.find': ({ query, limit }) => ok(search(context, query, limit)),
  };
}
