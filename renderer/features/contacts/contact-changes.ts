import type { AppStore } from '../../frame/app-store.svelte.ts';
import type { Choice } from '../../lib/dialogs/prompts.ts';
import { t } from '../../lib/text/format.ts';
import type { Thread } from '../conversations/thread.svelte.ts';

/** Says that another customer is the same person, and offers to undo it. */
export async function mergeCustomers(desk: AppStore, thread: Thread): Promise<void> {
  const { id: keepId, contactId: ownId } = thread.conversation;
  const names = new Map<string, string>();
  /** Among all customers; the newest where nothing is typed. */
  const choices = async (query: string): Promise<readonly Choice[]> => {
    const filter = { view: 'all', order: 'newest', tagId: null, assigneeId: null, after: null } as const;
    const found =
      query === ''
        ? (await desk.ask('conversations.list', { ...filter, limit: 50 }))?.items
        : (await desk.ask('search.find', { query: query.slice(0, 300), limit: 50 }))?.conversations;
    const others = (found ?? []).filter(
      ({ id, contactId }) => id !== keepId && (contactId === null || contactId !== ownId),
    );
    for (const { id, name, displayNumber } of others) names.set(id, name ?? displayNumber);
    return others.map(({ id, name, displayNumber }) => ({
      id,
      label: name ?? displayNumber,
      ...(name === null ? {} : { hint: displayNumber }),
    }));
  };
  const picked = await desk.prompts.pick(t.contact.mergeTitle, await choices(''), null, choices);
  if (picked === null || 'create' in picked) return;
  const merged = await desk.ask('contacts.merge', { keepId, goneId: picked.id });
  if (merged === null) return;
  thread.contact = merged.contact;
  const name = names.get(picked.id) ?? '';
  desk.undo.offer(t.contact.merged(name), () => {
    void desk.ask('contacts.unmerge', { mergeId: merged.mergeId }).then(() => thread.loadContact());
  });
}

/** Blocks a number, or lets it in again. */
export async function setBlocked(desk: AppStore, conversationId: string, blocked: boolean): Promise<void> {
  if (blocked && !(await desk.prompts.confirm(t.contact.blockTitle, t.contact.blockBody, t.contact.block))) return;
  const done = await desk.ask('contacts.block', { conversationId, blocked });
  if (done === null) return;
  const undone = blocked
    ? () =>
        desk.ask('contacts.undoBlock', {
          conversationId,
          snapshots: [...done.before],
          cancelledIds: [...done.cancelledIds],
        })
    : () => desk.ask('contacts.block', { conversationId, blocked: true });
  desk.undo.offer(blocked ? t.contact.blockDone : t.contact.unblockDone, () => void undone());
}
