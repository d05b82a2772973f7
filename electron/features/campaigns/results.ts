import { conversationId, idOf } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import type { GroupTextReceiverDto, GroupTextDto } from './contract.ts';
import type { GroupTextRow, OutcomeRow, ReceiverRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { reasonOf } from '../messaging/reasons.ts';

/**
 * The state of one recipient: that of their message, or one for when there is no message. `gone`: it was sent and is no longer
 * kept.
 */
type Outcome = GroupTextReceiverDto['state'];

function outcomeOf({ state, message_state }: Pick<OutcomeRow, 'state' | 'message_state'>): Outcome {
  return state === 'written' ? (message_state ?? 'gone') : state;
}

/** A campaign and what has become of it so far. */
export function toGroupTextDto({ store }: DeskContext, row: GroupTextRow): GroupTextDto {
  const counts: Partial<Record<Outcome, number>> = {};
  const failures = new Map<string, number>();
  let receivers = 0;
  for (const outcome of store.groupTexts.outcomes(row.id)) {
    const state = outcomeOf(outcome);
    counts[state] = (counts[state] ?? 0) + outcome.n;
    receivers += outcome.n;
    if (['failed', 'expired', 'cancelled', 'skipped'].includes(state) && outcome.reason !== null)
      failures.set(outcome.reason, (failures.get(outcome.reason) ?? 0) + outcome.n);
  }
  const isOpen = (['waiting', 'scheduled', 'queued', 'held', 'sending'] as const).some(
    (each) => counts[each] !== undefined,
  );
  return {
    id: idOf('campaign', row.id),
    name: row.name,
    text: row.text,
    purpose: row.purpose,
    state: row.state === 'stopped' ? 'stopped' : isOpen ? row.state : 'over',
    pausedFor: row.state === 'paused' ? row.paused_for : null,
    startsAt: row.starts_at,
    createdAt: row.created_at,
    author: row.author,
    nextAt: row.state === 'on' ? store.groupTexts.nextDue(row.id) : null,
    receivers,
    counts,
    failures: [...failures]
      .toSorted(([, a], [, b]) => b - a)
      .map(([code, count]) => ({ reason: reasonOf(code), count })),
    answered: store.groupTexts.answered(row.id),
    optedOut: store.groupTexts.optedOut(row.id),
  };
}

export function toRecipientDto(context: DeskContext, row: ReceiverRow): GroupTextReceiverDto {
  const { store } = context;
  const contact = store.contacts.ofNumber(row.number);
  const name = contact?.name ?? '';
  const shown = displayNumber(row.number, context.country());
  return {
    contactId: contact === null ? null : idOf('contact', contact.id),
    number: row.number,
    displayNumber: shown,
    name,
    who: name || shown,
    state: outcomeOf(row),
    reason: reasonOf(row.reason ?? row.message_reason),
    at: row.at ?? (row.state === 'waiting' ? row.due_at : null),
    conversationId: row.conversation_id === null ? null : conversationId(row.conversation_id),
    answered: row.answered === 1,
  };
}
