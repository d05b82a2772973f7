import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import { futureTime, t, timeOfDay, timeWithDay } from '../../lib/text/format.ts';
import { reasonWords } from '../../lib/text/reasons.ts';

/** How a text stands, in words: the truth, with what is wrong and what to do. */
export function stateWords(message: MessageDto, now: number): string {
  const { state, reason } = message;
  const why = reason === null ? '' : ` · ${reasonWords(reason)}`;
  switch (state) {
    case 'received':
      return [timeOfDay(message.receivedAt ?? message.createdAt), ...flawOf(message)].join(' · ');
    case 'scheduled': {
      const at = message.notBefore ?? now;
      if (reason !== null) return `${t.state.trying(futureTime(at, now))}${why}`;
      const seconds = Math.max(0, Math.ceil((at - now) / 1000));
      return seconds <= 60 ? t.state.sendingIn(seconds) : t.state.scheduled(futureTime(at, now));
    }
    case 'queued':
      return t.state.queued;
    case 'held':
      return message.notBefore !== null && message.notBefore > now
        ? `${t.state.heldUntil(futureTime(message.notBefore, now))}${why}`
        : `${t.state.held}${why}`;
    case 'sending':
      return t.state.sending;
    case 'sent':
      return t.state.sent(sameDay(message.sentAt ?? now, message));
    case 'delivered':
      return t.state.delivered(sameDay(message.deliveredAt ?? now, message));
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

/** What a received text lacks, in a word. */
function flawOf({ reason }: MessageDto): readonly string[] {
  if (reason?.code === 'part-missing') return [t.thread.partMissing];
  return reason?.code === 'damaged' ? [t.thread.damaged] : [];
}

/** The time alone on the day it was written, which stands above; else with its day. */
function sameDay(at: number, { createdAt }: MessageDto): string {
  return timeWithDay(at, createdAt);
}

export function toneOf({ state }: MessageDto): 'quiet' | 'wait' | 'bad' {
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
