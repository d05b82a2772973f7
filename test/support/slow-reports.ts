import { Temporal } from 'temporal-polyfill';

/** Everything that happened, as somebody would write it into a book. */
export type Entry =
  | {
      readonly what: 'received';
      readonly who: string;
      readonly at: number;
      readonly isCustomer: boolean;
      readonly isCounted: boolean;
    }
  | { readonly what: 'missed-call'; readonly who: string; readonly at: number; readonly isCustomer: boolean }
  | {
      readonly what: 'left';
      readonly who: string;
      readonly at: number;
      readonly writtenAt: number;
      readonly purpose: string;
      readonly resolvesConversation: boolean;
      /** Since when the customer had waited when it was written; null: they had not. */
      readonly waitedSince: number | null;
    }
  | { readonly what: 'part'; readonly at: number }
  | { readonly what: 'called'; readonly who: string; readonly at: number }
  | {
      /** `forgotten`: retention has taken out the conversation with all that was said in it. */
      readonly what: 'forgotten' | 'closed' | 'closed-by-itself' | 'reopened' | 'snoozed';
      readonly who: string;
      readonly at: number;
    };

export interface SlowTalk {
  readonly who: string;
  readonly beganAt: number;
  lastAt: number;
  waited: { readonly from: number; readonly until: number } | null;
  byPerson: boolean;
  automatic: boolean;
  isOver: boolean;
  /** Nothing that happens later belongs to it. */
  isForgotten: boolean;
  closedAt: number | null;
  closedBefore: number | null;
}

const DAY = 86_400_000;

/** The talks, one entry after the other. */
export function talksOf(book: readonly Entry[]): readonly SlowTalk[] {
  const talks: SlowTalk[] = [];
  const lastOf = (who: string, upTo = Infinity): SlowTalk | undefined =>
    talks.findLast((talk) => talk.who === who && talk.beganAt <= upTo && !talk.isForgotten);
  for (const entry of book) {
    if (entry.what === 'part') continue;
    const { who, at } = entry;
    const talk = lastOf(who);
    switch (entry.what) {
      case 'received':
      case 'missed-call': {
        if (!entry.isCustomer) break;
        const isAnswered = talk !== undefined && (talk.byPerson || talk.automatic);
        if (talk === undefined || talk.isOver || (isAnswered && at - talk.lastAt > DAY))
          talks.push({
            who,
            beganAt: at,
            lastAt: at,
            waited: null,
            byPerson: false,
            automatic: false,
            isOver: false,
            isForgotten: false,
            closedAt: null,
            closedBefore: null,
          });
        else talk.lastAt = at;
        break;
      }
      case 'left': {
        const answered = lastOf(who, entry.writtenAt);
        if (answered === undefined) break;
        if (entry.purpose === 'answer') {
          answered.byPerson = true;
          if (entry.waitedSince !== null) answered.waited ??= { from: entry.waitedSince, until: at };
        } else if (entry.resolvesConversation) answered.automatic = true;
        break;
      }
      case 'forgotten':
        for (const each of talks) if (each.who === who) each.isForgotten = true;
        break;
      case 'called':
        if (talk === undefined || talk.isOver) break;
        if (!talk.byPerson && !talk.automatic) talk.waited = { from: talk.beganAt, until: at };
        talk.byPerson = true;
        break;
      case 'closed':
        if (talk === undefined) break;
        talk.isOver = true;
        talk.closedAt = at;
        break;
      case 'closed-by-itself':
        if (talk === undefined) break;
        talk.isOver = true;
        talk.closedAt = talk.closedBefore;
        break;
      case 'reopened':
      case 'snoozed':
        // What was put off is open already.
        if (talk === undefined || !talk.isOver) break;
        talk.isOver = false;
        talk.closedBefore = talk.closedAt;
        talk.closedAt = null;
        break;
    }
  }
  return talks;
}

export function dayOf(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Opening time between two instants, counted five minutes at a time. */
export function openMs(
  from: number,
  until: number,
  zone: string,
  isOpen: (weekday: number, minuteOfDay: number) => boolean,
): number {
  const step = 5 * 60_000;
  let sum = 0;
  for (let at = from; at < until; at += step) {
    const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    if (isOpen(wall.dayOfWeek, wall.hour * 60 + wall.minute)) sum += step;
  }
  return sum;
}

/** The smallest that at least so large a part of them do not exceed. */
export function slowPercentile(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.find((value) => sorted.filter((other) => other <= value).length >= part * sorted.length) ?? null;
}
