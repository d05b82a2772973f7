import type { MessageView } from '../../../electron/shared/views.ts';
import { t, timeOfDay, timeWithDay } from '../../text/format.ts';

/** How a text stands, in words: the truth, with what is wrong and what to do. */
export function stateWords(message: MessageView, now: number): string {
  const { state, reason } = message;
  const why = reason === null ? '' : ` · ${[reason.sentence, reason.remedy].filter((part) => part !== null).join(' ')}`;
  switch (state) {
    case 'received':
      return `${timeOfDay(message.receivedAt ?? message.createdAt)}${reason?.code === 'part-missing' ? ` · ${t.thread.partMissing}` : ''}`;
    case 'scheduled': {
      const at = message.notBefore ?? now;
      if (reason !== null) return `${t.state.trying(timeWithDay(at, now))}${why}`;
      const seconds = Math.max(0, Math.ceil((at - now) / 1000));
      return seconds <= 60 ? t.state.sendingIn(seconds) : t.state.scheduled(timeWithDay(at, now));
    }
    case 'queued':
      return t.state.queued;
    case 'held':
      return message.notBefore !== null && message.notBefore > now
        ? `${t.state.heldUntil(timeWithDay(message.notBefore, now))}${why}`
        : `${t.state.held}${why}`;
    case 'sending':
      return t.state.sending;
    case 'sent':
      return t.state.sent(timeOfDay(message.sentAt ?? now));
    case 'delivered':
      return t.state.delivered(timeOfDay(message.deliveredAt ?? now));
    case 'uncertain':
      return `${t.state.uncertain}${why}`;
    case 'failed':
      return `${t.state.failed}${why}`;
    case 'expired':
      return `${t.state.expired}${why}`;
    case 'cancelled':
      return `${t.state.cancelled}${why}`;
  }
}

export function toneOf({ state }: MessageView): 'quiet' | 'wait' | 'bad' {
  switch (state) {
    case 'scheduled':
    case 'held':
    case 'uncertain':
      return 'wait';
    case 'failed':
    case 'expired':
      return 'bad';
    default:
      return 'quiet';
  }
}
