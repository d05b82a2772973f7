import { tick } from 'svelte';
import { toast } from 'svelte-sonner';
import type { Input } from '../../../electron/app/contract.ts';
import type { ConversationSnapshot, ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import { focusPlace } from '../../lib/focus.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { futureTime, t } from '../../lib/text/format.ts';
import { takeBack } from '../messaging/sending.ts';
import { pickPerson, pickTag } from '../shop-lists/shop-lists.ts';

/** As many as the desk changes in one transaction. */
const CHANGED_AT_ONCE = 400;

type Change = Input<'conversations.change'>['change'];

interface ChangeOptions {
  /** What else is undone with it, before. */
  readonly undoAlso?: () => Promise<void>;
  readonly undoForMs?: number;
}

/** Changes one conversation or several, and offers to undo it. */
export async function changeConversations(
  desk: AppStore,
  ids: readonly string[],
  change: Change,
  done: string,
  { undoAlso, undoForMs }: ChangeOptions = {},
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
  const undo = async (): Promise<void> => {
    await undoAlso?.();
    await restoreConversations(desk, what, before);
  };
  if (!isNothing) desk.undo.offer(done, () => void undo(), undoForMs === undefined ? {} : { forMs: undoForMs });
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

/**
 * Or opens them again. Where the open conversation leaves the list by it, the next one is opened.
 * @param sent what was sent with it: one press takes back both
 */
export async function closeConversations(
  desk: AppStore,
  conversations: readonly Pick<ConversationDto, 'id'>[],
  status: 'open' | 'closed',
  sent: MessageDto | null = null,
): Promise<void> {
  const ids = conversations.map(({ id }) => id);
  if (ids.length === 0) return;
  const shown = status === 'closed' ? whatIsShownAfter(desk, ids) : null;
  const done = status === 'closed' ? t.done.closed(ids.length) : t.done.reopened(ids.length);
  const undoMs = (desk.settings?.undoSeconds ?? 0) * 1000;
  const isChanged =
    sent === null || undoMs === 0
      ? await changeConversations(desk, ids, { status }, done, { undoAlso: async () => shown?.goBack() })
      : await changeConversations(desk, ids, { status }, t.done.sentAndClosed, {
          undoAlso: () => takeBack(desk, sent),
          undoForMs: undoMs,
        });
  if (!isChanged) return;
  await shown?.goOn();
  desk.list.marked.clear();
  // The row that had the keyboard focus has left the list.
  await tick();
  if (document.activeElement === document.body) focusPlace('list');
}

/** To be asked before some conversations are done with. Null: what is open stays open. */
function whatIsShownAfter(
  desk: AppStore,
  done: readonly string[],
): { readonly goOn: () => Promise<void>; readonly goBack: () => Promise<void> } | null {
  const openId = desk.chosenId;
  const next = desk.finder.isSearching ? undefined : desk.list.successor(openId, done);
  if (next === undefined || openId === null) return null;
  const { moves } = desk;
  return {
    goOn: async () => {
      // Somebody has gone on by themselves before the desk answered, perhaps to the same conversation in another view.
      if (desk.moves !== moves) return;
      if (next === null) desk.leaveConversation();
      else await desk.open(next.id);
    },
    goBack: () => desk.open(openId),
  };
}

export async function snoozeConversations(desk: AppStore, ids: readonly string[]): Promise<void> {
  const at = await desk.prompts.when(t.snooze.title, 'snooze');
  if (at == null) return;
  // Snoozed anew, it stays among the snoozed ones.
  const shown = desk.list.view === 'snoozed' ? null : whatIsShownAfter(desk, ids);
  const done = t.snooze.done(futureTime(at, Date.now()));
  const undoAlso = async (): Promise<void> => shown?.goBack();
  if (!(await changeConversations(desk, ids, { snoozeUntil: at }, done, { undoAlso }))) return;
  await shown?.goOn();
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
