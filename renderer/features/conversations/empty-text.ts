import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import { t } from '../../lib/text/format.ts';

/** Stands for the words of a received text that has none to show. */
export function wordsForEmpty(reason: MessageDto['reason']): string {
  switch (reason?.code) {
    case 'picture-message':
      return t.thread.picture;
    case 'unreadable':
      return t.thread.unreadable;
    case 'data-message':
      return t.thread.data;
    default:
      return t.thread.empty;
  }
}
