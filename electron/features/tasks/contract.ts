import { z } from 'zod';
import { id } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { ConversationId } from '../../shared/ids.ts';
import { instant } from '../../shared/instants.ts';

export interface TaskDto {
  readonly id: string;
  readonly conversationId: ConversationId;
  /** Whose conversation it is. */
  readonly who: string;
  readonly text: string;
  readonly dueAt: number | null;
  readonly author: string | null;
  readonly doneAt: number | null;
}

const taskText = z.string().trim().min(1).max(200);

/** What somebody means to do for a customer. */
export const tasksContract = {
  methods: {
    'tasks.list': method(z.strictObject({}), answer<readonly TaskDto[]>()),
    'tasks.ofConversation': method(z.strictObject({ conversationId: id }), answer<readonly TaskDto[]>()),
    'tasks.add': method(
      z.strictObject({ conversationId: id, text: taskText, dueAt: instant.nullable() }),
      answer<TaskDto>(),
    ),
    'tasks.edit': method(z.strictObject({ id, text: taskText, dueAt: instant.nullable() }), answer<TaskDto>()),
    'tasks.setDone': method(z.strictObject({ id, done: z.boolean() }), answer<TaskDto>()),
    'tasks.remove': method(z.strictObject({ id }), answer<TaskDto>()),
  },
  events: {
    /** Somebody meant to do something by now. */
    'task.due': event<TaskDto>(),
    /** Tasks were added, changed or done. */
    'tasks.changed': event<{ readonly conversationId: ConversationId }>(),
  },
} satisfies Contract;
