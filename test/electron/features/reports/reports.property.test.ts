import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Reports } from '../../../../electron/features/reports/reports.ts';
import type { ReportName } from '../../../../electron/shared/report-words.ts';
import type { ReportDto } from '../../../../electron/shared/reports.ts';
import type { Purpose } from '../../../../electron/features/messaging/contract.ts';
import { deskLine } from '../../../support/desk-line.ts';
import { dayOf, openMs, slowPercentile, talksOf, type Entry } from '../../../support/slow-reports.ts';

const ZONE = 'Europe/Berlin';
/** Summer time ends on the 25th. */
const START = Date.UTC(2026, 9, 22, 6);
const MINUTE = 60_000;
const CUSTOMERS = ['+4917000000001', '+4917000000002'];
const BLOCKED = '+4917000000009';
const HOURS = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const WEEK = [[], HOURS, HOURS, HOURS, HOURS, HOURS, [{ from: '09:00', to: '13:00' }]];
const isOpen = (weekday: number, minute: number): boolean =>
  weekday === 7
    ? false
    : weekday === 6
      ? minute >= 540 && minute < 780
      : (minute >= 540 && minute < 720) || (minute >= 810 && minute < 1080);

const who = fc.constantFrom(...CUSTOMERS);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('write' as const), who: fc.constantFrom(...CUSTOMERS, BLOCKED, '7777') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answer' as const), who, parts: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('by-itself' as const),
      who,
      purpose: fc.constantFrom<Purpose>('auto', 'service', 'offer', 'survey'),
      resolvesConversation: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('leave' as const),
      which: fc.nat(2),
      how: fc.constantFrom('sent', 'delivered', 'failed', 'uncertain', 'resent'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'close' as const,
        'close-by-itself' as const,
        'reopen' as const,
        'snooze' as const,
        'call' as const,
        'ring' as const,
      ),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('keep-no-more' as const), who }) },
);
const history = fc.array(fc.tuple(fc.constantFrom(0, 5, 10, 35, 180, 600, 1_500), step), {
  maxLength: 80,
  size: 'max',
});

interface Outgoing {
  readonly id: number;
  readonly conversation: number;
  readonly who: string;
  readonly purpose: Purpose;
  readonly resolvesConversation: boolean;
  readonly parts: number;
  readonly writtenAt: number;
  readonly waitedSince: number | null;
  state: string;
  reason: string;
  /** It left once: sent again it is counted no more. */
  left: boolean;
}

type Step = (typeof history extends fc.Arbitrary<infer T> ? T : never)[number];

interface Lived {
  readonly book: readonly Entry[];
  /** As they stand in the end. */
  readonly texts: readonly Outgoing[];
  readonly read: (name: ReportName, from: string, to: string) => ReportDto;
  readonly behind: Reports['behind'];
}

/** Does it all in a shop, and writes the book beside it. */
async function live(steps: readonly Step[]): Promise<Lived> {
  const shop = await deskLine({
    zone: ZONE,
    settings: { hours: WEEK, partPrice: 0.07, bundleParts: 6, bundleDay: 24 },
  });
  const { store, clock, conversations, row, context } = shop;
  clock.sleep(START - clock.now());
  const book: Entry[] = [];
  const texts: Outgoing[] = [];
  store.contacts.update({ ...store.contacts.findOrCreate(BLOCKED, clock.now()), blocked_at: clock.now() });
  const conversationOf = (number: string): number =>
    store.conversations.findOrCreate(row.id, number, number.startsWith('+') ? 'phone' : 'short-code', clock.now());
  const reports = new Reports(context);

  function incoming(number: string): void {
    const now = clock.now();
    const id = conversationOf(number);
    const isCustomer = CUSTOMERS.includes(number);
    const message = store.messages.insertIncoming({
      conversationId: id,
      lineId: row.id,
      number,
      text: 'Hello',
      reason: null,
      encoding: 'gsm7',
      partCount: 2,
      receivedAt: now,
    });
    if (number === BLOCKED) store.conversations.noteBlocked(id, message, now);
    else store.conversations.noteIncoming(id, message, now, isCustomer);
    book.push({ what: 'received', who: number, at: now, isCustomer, isCounted: number !== '7777' });
  }

  function write(number: string, purpose: Purpose, resolvesConversation: boolean, parts: number): void {
    const now = clock.now();
    const id = conversationOf(number);
    const waitedSince = purpose === 'answer' ? (store.conversations.byId(id)?.waiting_since ?? null) : null;
    const message = store.messages.insertOutgoing({
      conversationId: id,
      lineId: row.id,
      number,
      text: 'Hello',
      state: 'queued',
      purpose,
      priority: 0,
      encoding: 'gsm7',
      partCount: parts,
      notBefore: null,
      expiresAt: null,
      createdAt: now,
      source: null,
      resolvesConversation: resolvesConversation ? 1 : 0,
      follows: null,
    });
    store.conversations.noteOutgoing(id, message, now, purpose === 'answer');
    store.parts.insert(
      message,
      Array.from({ length: parts }, () => new Uint8Array([1])),
    );
    texts.push({
      id: message,
      conversation: id,
      who: number,
      purpose,
      resolvesConversation,
      parts,
      writtenAt: now,
      waitedSince,
      state: 'queued',
      reason: '',
      left: false,
    });
  }

  function leave(text: Outgoing, how: string): void {
    const now = clock.now();
    const { id, parts, who: number } = text;
    const numbered = Array.from({ length: parts }, (_, i) => i + 1);
    if (store.messages.byId(id) === null) return;
    if (['failed', 'uncertain'].includes(text.state)) {
      if (how !== 'resent') return;
      store.parts.removeAll(id);
      store.messages.restart(id);
      store.parts.insert(
        id,
        numbered.map(() => new Uint8Array([1])),
      );
      text.state = 'queued';
    }
    if (text.state === 'sent' && how === 'delivered') {
      for (const part of numbered) store.parts.setReported(id, part, 'delivered', 0, now);
      store.messages.setDelivered(id, now);
      text.state = 'delivered';
      text.reason = '';
    }
    if (text.state !== 'queued') return;
    if (how === 'failed' || how === 'uncertain') {
      for (const part of numbered) store.parts.setState(id, part, how);
      text.state = how;
      text.reason = how === 'failed' ? 'cms-38' : 'timeout';
      store.messages.setState(id, how, text.reason);
      return;
    }
    for (const part of numbered) {
      store.parts.setSubmitting(id, part, now);
      store.parts.setSent(id, part, part, now);
      book.push({ what: 'part', at: now });
    }
    store.messages.setSent(id, now);
    store.waitingCustomers.noteSent(text.conversation, id);
    text.state = 'sent';
    text.reason = '';
    if (text.left) return;
    text.left = true;
    book.push({
      what: 'left',
      who: number,
      at: now,
      writtenAt: text.writtenAt,
      purpose: text.purpose,
      resolvesConversation: text.resolvesConversation,
      waitedSince: text.waitedSince,
    });
  }

  function act(what: string, number: string): void {
    const now = clock.now();
    const id = conversationOf(number);
    const before = store.conversations.byId(id)?.status;
    if (what === 'close' && before !== 'closed') {
      conversations.change([`conversation_${id}`], { status: 'closed' });
      book.push({ what: 'closed', who: number, at: now });
    } else if (what === 'close-by-itself' && before !== 'closed') {
      store.conversations.setStatus(id, 'closed', null);
      book.push({ what: 'closed-by-itself', who: number, at: now });
    } else if (what === 'reopen' && before !== 'open') {
      conversations.change([`conversation_${id}`], { status: 'open' });
      book.push({ what: 'reopened', who: number, at: now });
    } else if (what === 'snooze') {
      conversations.change([`conversation_${id}`], { snoozeUntil: now + 60 * MINUTE });
      if (before === 'closed') book.push({ what: 'snoozed', who: number, at: now });
    } else if (what === 'call') {
      conversations.logCall(`conversation_${id}`);
      book.push({ what: 'called', who: number, at: now });
    } else if (what === 'ring') {
      shop.inbox.called(row.id, { number, rejected: false }, shop.clock.now());
      book.push({ what: 'missed-call', who: number, at: now, isCustomer: true });
    }
  }

  for (const [minutes, done] of steps) {
    clock.sleep(minutes * MINUTE);
    switch (done.do) {
      case 'write':
        incoming(done.who);
        break;
      case 'answer':
        write(done.who, 'answer', false, done.parts);
        break;
      case 'by-itself':
        write(done.who, done.purpose, done.resolvesConversation, 1);
        break;
      case 'leave': {
        const text = texts.at(-1 - done.which);
        if (text !== undefined) leave(text, done.how);
        break;
      }
      case 'keep-no-more': {
        const known = CUSTOMERS.filter((number) => store.conversations.find(row.id, number) !== null);
        store.transaction(() => store.retention.texts(clock.now() - 2_000 * MINUTE, 100));
        for (const who of known)
          if (store.conversations.find(row.id, who) === null) book.push({ what: 'forgotten', who, at: clock.now() });
        break;
      }
      default:
        act(done.do, done.who);
    }
  }
  return {
    book,
    texts,
    read(name, from, to) {
      const view = reports.read({ name, from, to });
      if (!view.ok) throw new Error(view.error.message);
      return view.value;
    },
    behind: (range, place) => reports.behind(range, place),
  };
}

function valueOf(view: ReportDto, key: string): number | null | undefined {
  return view.figures.find((each) => each.key === key)?.value;
}

function seriesOf(view: ReportDto, chart: string, key: string): Record<string, number | null> {
  const found = view.charts.find((each) => each.key === chart);
  const values = found?.series.find((each) => each.key === key)?.values ?? [];
  return Object.fromEntries((found?.categories ?? []).map((category, i) => [category, values[i] ?? null]));
}

/** How many there are of each day. */
function perDay(instants: readonly number[], days: readonly string[]): Record<string, number> {
  return Object.fromEntries(days.map((day) => [day, instants.filter((at) => dayOf(at, ZONE) === day).length]));
}

/** Days of the shop's clock that are looked at, and those before. */
const range = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 })).map(([from, length]) => {
  const first = Temporal.PlainDate.from('2026-10-21').add({ days: from });
  const days = Array.from({ length: length + 1 }, (_, n) => first.add({ days: n }).toString());
  return { days, from: days[0] as string, to: days.at(-1) as string };
});

const runs = { numRuns: 50 };

describe('the reports, beside a slow and obvious computation over the same history', () => {
  it('count texts by day, by hour of the wall clock and by whom', async () => {
    await fc.assert(
      fc.asyncProperty(history, range, async (steps, { days, from, to }) => {
        const { book, read } = await live(steps);
        const view = read('volume', from, to);
        const isIn = ({ at }: Entry): boolean => days.includes(dayOf(at, ZONE));
        const received = book.filter((entry) => entry.what === 'received' && entry.isCounted && isIn(entry));
        const left = book.filter((entry) => entry.what === 'left').filter(isIn);
        expect(seriesOf(view, 'texts-by-time', 'in')).toEqual(
          perDay(
            received.map(({ at }) => at),
            days,
          ),
        );
        const people = left.filter(({ purpose }) => purpose === 'answer');
        expect(seriesOf(view, 'texts-by-time', 'people')).toEqual(
          perDay(
            people.map(({ at }) => at),
            days,
          ),
        );
        expect(valueOf(view, 'received')).toBe(received.length);
        expect(valueOf(view, 'sent')).toBe(left.length);
        expect(valueOf(view, 'sent-by-people')).toBe(left.length === 0 ? null : people.length / left.length);
        const byHour = new Map<string, number>();
        for (const { at } of received) {
          const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
          const key = `${wall.dayOfWeek} ${wall.hour}`;
          byHour.set(key, (byHour.get(key) ?? 0) + 1);
        }
        for (let weekday = 1; weekday <= 7; weekday++)
          for (let hour = 0; hour < 24; hour++)
            expect(seriesOf(view, 'texts-by-hour', String(weekday))[String(hour)]).toBe(
              byHour.get(`${weekday} ${hour}`) ?? 0,
            );
      }),
      runs,
    );
  });

  it('measure first answers and talks in opening hours', async () => {
    await fc.assert(
      fc.asyncProperty(history, range, async (steps, { days, from, to }) => {
        const { book, read } = await live(steps);
        const view = read('answers', from, to);
        const talks = talksOf(book).filter(({ beganAt }) => days.includes(dayOf(beganAt, ZONE)));
        expect(valueOf(view, 'talks')).toBe(talks.length);
        const share = (part: number): number | null => (talks.length === 0 ? null : part / talks.length);
        expect(valueOf(view, 'answered-by-people')).toBe(share(talks.filter(({ byPerson }) => byPerson).length));
        expect(valueOf(view, 'answered-by-itself')).toBe(
          share(talks.filter(({ byPerson, automatic }) => automatic && !byPerson).length),
        );
        const first = talks.flatMap(({ waited }) =>
          waited === null ? [] : [openMs(waited.from, waited.until, ZONE, isOpen)],
        );
        expect(valueOf(view, 'first-answer-median')).toBe(slowPercentile(first, 0.5));
        expect(valueOf(view, 'first-answer-p90')).toBe(slowPercentile(first, 0.9));
        const settled = talks.flatMap(({ beganAt, closedAt }) =>
          closedAt === null ? [] : [openMs(beganAt, closedAt, ZONE, isOpen)],
        );
        expect(valueOf(view, 'resolution-median')).toBe(slowPercentile(settled, 0.5));
        expect(valueOf(view, 'resolution-p90')).toBe(slowPercentile(settled, 0.9));
        for (const day of days) {
          const ofDay = talks.filter(({ beganAt }) => dayOf(beganAt, ZONE) === day);
          const waits = ofDay.flatMap(({ waited }) =>
            waited === null ? [] : [openMs(waited.from, waited.until, ZONE, isOpen)],
          );
          expect(seriesOf(view, 'first-answer-by-time', 'median')[day]).toBe(slowPercentile(waits, 0.5));
        }
        const spread = Object.values(seriesOf(view, 'first-answer-spread', 'talks'));
        expect(spread.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(first.length);
      }),
      { numRuns: 150 },
    );
  });

  it('tell what became of texts, and why', async () => {
    await fc.assert(
      fc.asyncProperty(history, range, async (steps, { days, from, to }) => {
        const { texts, read } = await live(steps);
        const view = read('delivery', from, to);
        const settled = texts.filter(
          ({ state, writtenAt }) => state !== 'queued' && days.includes(dayOf(writtenAt, ZONE)),
        );
        const states = { delivered: 'delivered', unreported: 'sent', uncertain: 'uncertain', failed: 'failed' };
        for (const [key, state] of Object.entries(states)) {
          const those = settled.filter((text) => text.state === state);
          expect(valueOf(view, key)).toBe(settled.length === 0 ? null : those.length / settled.length);
          expect(seriesOf(view, 'delivery-by-time', key)).toEqual(
            perDay(
              those.map(({ writtenAt }) => writtenAt),
              days,
            ),
          );
        }
        const causes = Object.values(seriesOf(view, 'delivery-causes', 'failed'));
        expect(causes.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(
          settled.filter(({ state }) => state === 'failed').length,
        );
      }),
      runs,
    );
  });

  it('count parts, and charge those beyond the bundle', async () => {
    await fc.assert(
      fc.asyncProperty(history, range, async (steps, { days, from, to }) => {
        const { book, read } = await live(steps);
        const view = read('costs', from, to);
        // The bundle holds six and begins anew on the 24th.
        const paid = new Map<string, number>();
        const within = new Map<string, number>();
        const used = new Map<string, number>();
        for (const { at } of book.filter(({ what }) => what === 'part')) {
          const date = Temporal.PlainDate.from(dayOf(at, ZONE));
          const bundle = (date.day >= 24 ? date : date.subtract({ months: 1 })).toString().slice(0, 7);
          used.set(bundle, (used.get(bundle) ?? 0) + 1);
          const counted = (used.get(bundle) ?? 0) > 6 ? paid : within;
          counted.set(date.toString(), (counted.get(date.toString()) ?? 0) + 1);
        }
        for (const day of days) {
          expect(seriesOf(view, 'parts-by-time', 'in-bundle')[day]).toBe(within.get(day) ?? 0);
          expect(seriesOf(view, 'parts-by-time', 'beyond')[day]).toBe(paid.get(day) ?? 0);
          expect(seriesOf(view, 'cost-by-time', 'cost')[day]).toBeCloseTo((paid.get(day) ?? 0) * 0.07, 9);
        }
      }),
      runs,
    );
  });

  it('list as many conversations behind each place as it says', async () => {
    const isKept = ([, done]: Step): boolean => done.do !== 'keep-no-more';
    const counted = new Map<string, readonly string[]>([
      ['volume', ['texts-by-time', 'texts-by-hour']],
      ['answers', ['talks-by-time', 'first-answer-spread']],
      ['delivery', ['delivery-by-time', 'delivery-causes']],
    ]);
    await fc.assert(
      fc.asyncProperty(history, range, async (steps, { from, to }) => {
        const { read, behind } = await live(steps.filter(isKept));
        for (const [report, charts] of counted) {
          const name = report as ReportName;
          const view = read(name, from, to);
          for (const chart of view.charts.filter(({ key }) => charts.includes(key)))
            for (const series of chart.series)
              for (const [i, n] of series.values.entries()) {
                const place = { chart: chart.key, series: series.key, category: chart.categories[i] ?? '' };
                const found = behind({ name, from, to }, place);
                expect(found.ok && found.value.items.length, JSON.stringify(place)).toBe(n);
              }
          for (const { key, unit, value, of, opens } of view.figures) {
            if (opens !== 'list' || (unit !== 'count' && unit !== 'share')) continue;
            const found = behind({ name, from, to }, { figure: key });
            const told = unit === 'share' ? Math.round((value ?? 0) * (of ?? 0)) : (value ?? 0);
            expect(found.ok && found.value.items.length, key).toBe(told);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
