import type { ConversationView } from '../../../electron/shared/views.ts';
import { t } from '../../text/format.ts';

/** The second line of a row: a draft before all, then the last text with who said it. */
export function previewOf({ draft, lastMessage, lastEvent }: ConversationView): { text: string; isDraft: boolean } {
  if (draft.trim() !== '') return { text: `${t.thread.draftLabel}: ${draft.slice(0, 140)}`, isDraft: true };
  return { text: said(lastMessage, lastEvent), isDraft: false };
}

function said(lastMessage: ConversationView['lastMessage'], lastEvent: ConversationView['lastEvent']): string {
  if (lastEvent !== null) return t.event[lastEvent.kind];
  if (lastMessage === null) return '';
  const { direction, text, purpose } = lastMessage;
  if (text === '') return t.thread.picture;
  return direction === 'out' && purpose === 'answer' ? `${t.thread.you}: ${text}` : text;
}

/** What went wrong with the last text, in a word; null: nothing. */
export function troubleOf({ lastMessage, lastEvent }: ConversationView): string | null {
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
