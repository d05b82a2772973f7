import type { Tasks } from './tasks.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { tasksContract } from './contract.ts';

interface Services {
  readonly tasks: Tasks;
}

export function tasksHandlers({ tasks }: Services): Handlers<typeof tasksContract> {
  return {
    'tasks.list': () => ok(tasks.list()),
    'tasks.ofConversation': ({ conversationId }) => tasks.ofConversation(conversationId),
    'tasks.add': ({ conversationId, text, dueAt }) => tasks.add(conversationId, text, dueAt),
    'tasks.edit': ({ id, text, dueAt }) => tasks.edit(id, text, dueAt),
    'tasks.setDone': ({ id, done }) => tasks.setDone(id, done),
    'tasks.remove': ({ id }) => tasks.remove(id),
  };
}
