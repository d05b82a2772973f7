import { tick } from 'svelte';
import { toast } from 'svelte-sonner';
import type { Input } from '../../../electron/app/contract.ts';
import type { ConversationSnapshot, ConversationDto } from '../../../electron/features/conversations/contract.ts';
import { focusPlace } from '../../lib/focus.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { futureTime, t } from '../../lib/text/format.ts';
import { pickPerson, pickTag } from '../shop-lists/shop-lists.ts';

/** As many as the desk changes in one transaction. */
const CHANGED_AT_ONCE = 400;

type Change = Input<'conversations.change'>['change'];

/** Changes one conversation or several, and offers to undo it. */
export async function changeConversations(
  desk: AppStore,
  ids: readonly string[],
  change: Change,
  done: string,
): Promise<boolean> {
  const before: ConversationSnapshot[] = [];
  for (let at = 0; at < ids.length; at += CHANGED_AT_ONCE) {
    const answer = await desk.ask('conversations.change', { ids: ids.slice(at, at + CHANGED_AT_ONCE), change });
    if (answer === null) return false;
    before.push(...answer.before);
  }
  const what =
    'addTagId' in change
      ? { tagId: change.addTagId }
      : 'removeTagId' in change
        ? { tagId: change.removeTagId }
        : 'assigneeId' in change
          ? ('assignee' as const)
          : ('status' as const);
  // The key was pressed twice: it was already so.
  const isNothing = 'status' in change && before.every(({ status }) => status === change.status);
  if (!isNothing) desk.undo.offer(done, () => void restoreConversations(desk, what, before));
  return true;
}

async function restoreConversations(
  desk: AppStore,
  what: Input<'conversations.restore'>['what'],
  before: readonly ConversationSnapshot[],
): Promise<void> {
  let restored = 0;
  for (let at = 0; at < before.length; at += CHANGED_AT_ONCE) {
    const snapshots = before.slice(at, at + CHANGED_AT_ONCE);
    restored += (await desk.ask('conversations.restore', { what, snapshots }))?.restored ?? snapshots.length;
  }
  if (restored < before.length) toast(t.done.leftAsItIs(before.length - restored));
}

/** Or opens them again. */
export async function closeConversations(
  desk: AppStore,
  conversations: readonly Pick<ConversationDto, 'id'>[],
  status: 'open' | 'closed',
): Promise<void> {
  const ids = conversations.map(({ id }) => id);
  const done = status === 'closed' ? t.done.closed(ids.length) : t.done.reopened(ids.length);
  if (ids.length === 0 || !(await changeConversations(desk, ids, { status }, done))) return;
  desk.list.marked.clear();
  // The row that had the keyboard focus has left the list.
  await tick();
  if (document.activeElement === document.body) focusPlace('list');
}

export async function snoozeConversations(desk: AppStore, ids: readonly string[]): Promise<void> {
  const at = await desk.prompts.when(t.snooze.title, 'snooze');
  if (at == null) return;
  if (await changeConversations(desk, ids, { snoozeUntil: at }, t.snooze.done(futureTime(at, Date.now()))))
    desk.list.marked.clear();
}

export async function assignConversations(desk: AppStore, ids: readonly string[]): Promise<void> {
  const currentAgentId = desk.app?.currentAgentId ?? null;
  const picked = await pickPerson(desk, t.assign.title, {
    nobody: t.assign.nobody,
    hintOf: (id) => (id === currentAgentId ? t.people.currentAgent : null),
  });
  if (picked === null) return;
  const { id: assigneeId, name } = picked;
  await changeConversations(desk, ids, { assigneeId }, name === null ? t.assign.undone : t.assign.done(name));
}

export async function tagConversations(desk: AppStore, conversations: readonly ConversationDto[]): Promise<void> {
  const has = (id: string): boolean => conversations.every(({ tagIds }) => tagIds.includes(id));
  const tag = await pickTag(desk, has);
  if (tag === null) return;
  const ids = conversations.map(({ id }) => id);
  if (has(tag.id)) await changeConversations(desk, ids, { removeTagId: tag.id }, t.tags.taken(tag.name));
  else await changeConversations(desk, ids, { addTagId: tag.id }, t.tags.given(tag.name));
}

export async function addTask(
  desk: AppStore,
  conversationId: string,
  text: string,
  dueAt: number | null,
): Promise<void> {
  const task = await desk.ask('tasks.add', { conversationId, text, dueAt });
  if (task !== null) desk.undo.offer(t.tasks.added, () => void desk.ask('tasks.remove', { id: task.id }));
}

/** Pauses what is answered by itself there, or lets it go on. */
export function setAnswersPaused(desk: AppStore, { id, pausedSince }: ConversationDto): void {
  const set = (paused: boolean): void => void desk.ask('answers.setPaused', { conversationId: id, paused });
  const paused = pausedSince === null;
  set(paused);
  desk.undo.offer(paused ? t.faq.pausedNow : t.faq.resumedNow, () => set(!paused));
}
