import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import { LATER_MS } from './thread.svelte.ts';
import { t } from '../../lib/text/format.ts';
import { wordsForEmpty } from './empty-text.ts';

/** The second line of a row: a draft before all, then the last text with who said it. */
export function previewOf(conversation: ConversationDto): { text: string; isDraft: boolean } {
  const { draft } = conversation;
  if (draft.trim() !== '') return { text: draft.slice(0, 140), isDraft: true };
  return { text: said(conversation), isDraft: false };
}

function said({ lastMessage, lastEvent, lastActivityAt }: ConversationDto): string {
  if (lastEvent !== null) return t.event[lastEvent.kind];
  if (lastMessage === null) return '';
  const { direction, text, purpose, state, notBefore, reason } = lastMessage;
  if (text === '') return wordsForEmpty(reason);
  if (state === 'scheduled' && notBefore !== null && notBefore - lastActivityAt > LATER_MS)
    return `${t.later.label}: ${text}`;
  return direction === 'in' ? text : `${purpose === 'answer' ? t.thread.you : t.thread.automaticShort}: ${text}`;
}

/** What went wrong with the last text, in a word; null: nothing. */
export function troubleOf({ lastMessage, lastEvent }: ConversationDto): string | null {
  if (lastEvent !== null) return null;
  switch (lastMessage?.state) {
    case 'failed':
      return t.state.failed;
    case 'expired':
      return t.state.failed;
    case 'uncertain':
      return t.state.uncertain;
    case 'held':
      return t.state.held;
    default:
      return null;
  }
}
