import { DAY, MINUTE } from '../../shared/durations.ts';
import type { MessageRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Condition, GateFacts, Met } from './gate.ts';
import type { Volume } from '../lines/volume.ts';

const WEEK = 7 * DAY;
/** For this long after a person's answer, nothing automatic interrupts the conversation. */
export const TALKING_MS = 15 * MINUTE;
/** An automatic answer to a message older than this no longer answers anything. */
const FRESH_MS = 30 * MINUTE;
/** Only this many automatic answers may go to one number, so that two programs answering each other come to an end. */
export const ANSWERS_AN_HOUR = 3;
export const ANSWERS_A_DAY = 10;

const metIf = (is: boolean, untilMs: number | null = null): Met | null => (is ? { untilMs } : null);

/**
 * Collects what the gate needs to know about a message at this moment.
 * @param newParts how many parts have not left; 0 if the message has begun
 */
export function gateFactsOf(
  { store, clock, calendar, settings }: Pick<DeskContext, 'store' | 'clock' | 'calendar' | 'settings'>,
  message: MessageRow,
  newParts: number,
  heldByCap: () => ReturnType<Volume['heldBy']>,
): GateFacts {
  const now = clock.now();
  const { number, conversation_id, purpose, expires_at: expiresAt } = message;
  const zone = (): string | null => store.contacts.ofNumber(number)?.zone ?? null;
  // All three caps are answered by one question to the line.
  let cap: ReturnType<typeof heldByCap> | undefined;
  const heldBy = (which: 'minute' | 'hour' | 'day') => (): Met | null => {
    cap ??= heldByCap();
    return cap?.cap === which ? { untilMs: cap.untilMs } : null;
  };
  const met: Record<Condition, () => Met | null> = {
    expired: () => metIf(expiresAt !== null && expiresAt <= now),
    blocked: () => metIf(store.contacts.isBlocked(number)),
    'opted-out': () => metIf(store.optOuts.has(number)),
    'not-wanted': () =>
      metIf(
        purpose === 'offer' || purpose === 'service' || purpose === 'survey'
          ? !store.consent.wants(number, purpose)
          : false,
      ),
    'no-customer': () => metIf(store.conversations.byId(conversation_id)?.is_system === 1),
    talking: () => {
      const answered = store.messages.lastAnsweredAt(conversation_id);
      return answered !== null && now < answered + TALKING_MS ? { untilMs: answered + TALKING_MS } : null;
    },
    'answered-enough': () => {
      const sent = (ms: number): number => store.messages.answeredByItself(conversation_id, now - ms);
      return metIf(sent(60 * MINUTE) >= ANSWERS_AN_HOUR || sent(DAY) >= ANSWERS_A_DAY);
    },
    'consent-question': () => metIf(store.consent.question(number) !== null),
    'week-full': () => {
      const { weeklyParts } = settings();
      if (weeklyParts === 0) return null;
      let used = 0;
      // They come newest first, so the first one that no longer fits is the one to wait for.
      for (const { at, parts } of store.messages.automaticTo(number, now - WEEK)) {
        used += parts;
        if (used + newParts > Math.max(weeklyParts, newParts)) return { untilMs: at + WEEK };
      }
      return null;
    },
    'quiet-hours': () => {
      const from = calendar.nextAllowedAt(now, zone());
      return from === now ? null : { untilMs: from };
    },
    holiday: () => {
      const untilMs = calendar.holidayUntil(now);
      return untilMs === null ? null : { untilMs };
    },
    'cap-minute': heldBy('minute'),
    'cap-hour': heldBy('hour'),
    'cap-day': heldBy('day'),
  };
  return {
    purpose,
    expiresAt,
    hasBegun: newParts === 0,
    isFresh: () => {
      const heard = store.messages.lastHeardAt(conversation_id);
      return heard !== null && now < heard + FRESH_MS;
    },
    met,
  };
}
