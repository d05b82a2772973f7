import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { UptimeMeter } from '../../../../electron/features/lines/uptime-meter.ts';
import { Reports } from '../../../../electron/features/reports/reports.ts';
import type { ReportName } from '../../../../electron/shared/report-words.ts';
import type { ReportDto } from '../../../../electron/shared/reports.ts';
import { deskLine } from '../../../support/desk-line.ts';
import { dayOf } from '../../../support/slow-reports.ts';

const ZONE = 'Europe/Berlin';
const START = Date.UTC(2026, 9, 22, 6);
const [FROM, TO] = ['2026-10-23', '2026-10-27'];
const DAYS = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Within a week from the start, also outside of what is looked at. */
const moment = fc.integer({ min: 0, max: 7 * 24 * 12 }).map((n) => START + n * 5 * MINUTE);

async function shopOf() {
  const shop = await deskLine({ zone: ZONE });
  const reports = new Reports(shop.context);
  const read = (name: ReportName): ReportDto => {
    const view = reports.read({ name, from: FROM, to: TO });
    if (!view.ok) throw new Error(view.error.message);
    return view.value;
  };
  return { ...shop, reports, read };
}

function valueOf(view: ReportDto, key: string): number | null | undefined {
  return view.figures.find((each) => each.key === key)?.value;
}

function seriesOf(view: ReportDto, chart: string, key: string): readonly (number | null)[] | undefined {
  return view.charts.find((each) => each.key === chart)?.series.find((each) => each.key === key)?.values;
}

const isIn = (at: number): boolean => DAYS.includes(dayOf(at, ZONE));
const runs = { numRuns: 40 };

/** One who is just content, and one who just is not: chance may leave out both. */
const CONTENT_OR_NOT = [4, 3].map((score) => ({
  asked: START + 48 * HOUR,
  answers: [{ after: 1, step: 0, score }],
}));

describe('reports of what is no text, beside a slow and obvious computation', () => {
  it('tell how content customers are', async () => {
    const run = fc.record({
      asked: moment,
      answers: fc.array(
        fc.record({ after: fc.integer({ min: 0, max: 40 }), step: fc.nat(2), score: fc.integer({ min: 0, max: 10 }) }),
        { maxLength: 3 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(run, { maxLength: 40 }), async (asked) => {
        const { store, read, reports } = await shopOf();
        const steps = [
          { kind: 'satisfaction', text: 'How was it?', choices: [] },
          { kind: 'recommendation', text: 'Would you recommend us?', choices: [] },
          { kind: 'words', text: 'Why?', choices: [] },
        ];
        const body = { enabled: true, after: [], delayMinutes: 0, steps, thanks: '', lowTagId: null, highTagId: null };
        const survey = store.surveys.insert('After a visit', JSON.stringify(body));
        const kept: { step: number; score: number; at: number }[] = [];
        for (const [i, { asked: at, answers }] of asked.entries()) {
          const id = store.surveyRuns.insert({
            survey_id: survey,
            number: `+49170000${1000 + i}`,
            conversation_id: null,
            trigger: 'order',
            closes: 0,
            asked_at: at,
          });
          const given = new Map(answers.map(({ step, ...rest }) => [step, rest]));
          for (const [step, { after, score }] of given) {
            const isScored = step === 1 || (step === 0 && score >= 1 && score <= 5);
            const row = { run_id: id, step, score: isScored ? score : null, words: '', at: at + after * HOUR };
            store.surveyRuns.answer(row);
            if (isScored && isIn(row.at)) kept.push({ step, score, at: row.at });
          }
        }
        const view = read('satisfaction');
        const stars = kept.filter(({ step }) => step === 0).map(({ score }) => score);
        const likely = kept.filter(({ step }) => step === 1).map(({ score }) => score);
        const those = asked.filter(({ asked: at }) => isIn(at));
        expect(valueOf(view, 'asked')).toBe(those.length);
        const answered = those.filter(({ answers }) => answers.length > 0);
        expect(valueOf(view, 'answered')).toBe(those.length === 0 ? null : answered.length / those.length);
        const content = stars.filter((score) => score >= 4).length;
        expect(valueOf(view, 'content')).toBe(stars.length === 0 ? null : content / stars.length);
        const mean = stars.reduce((sum, score) => sum + score, 0) / stars.length;
        if (stars.length > 0) expect(valueOf(view, 'score-mean')).toBeCloseTo(mean, 9);
        const nps = likely.filter((score) => score >= 9).length - likely.filter((score) => score <= 6).length;
        if (likely.length > 0) expect(valueOf(view, 'recommendation')).toBeCloseTo((nps / likely.length) * 100, 9);
        for (let score = 1; score <= 5; score++) {
          const n = stars.filter((each) => each === score).length;
          expect(seriesOf(view, 'scores', 'answers')?.[score - 1]).toBe(n);
          const place = { chart: 'scores', series: 'answers', category: String(score) } as const;
          const behind = reports.behind({ name: 'satisfaction', from: FROM, to: TO }, place);
          expect(behind.ok && behind.value.items.length).toBe(n);
        }
      }),
      { ...runs, examples: [[CONTENT_OR_NOT]] },
    );
  });

  it('count who wants no more texts, and who does again', async () => {
    const said = fc.record({
      at: moment,
      purpose: fc.constantFrom('all' as const, 'service' as const, 'offer' as const),
      state: fc.constantFrom('granted' as const, 'withdrawn' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 40 }), async (entries) => {
        const { store, read } = await shopOf();
        for (const [i, entry] of entries.entries())
          store.consent.add({
            ...entry,
            number: `+49170000${1000 + i}`,
            source: 'text',
            wording: 'STOP',
            message_id: null,
            author: null,
          });
        const view = read('consent');
        const count = (purpose: string, state: string, day?: string): number =>
          entries.filter(
            (entry) =>
              entry.purpose === purpose &&
              entry.state === state &&
              isIn(entry.at) &&
              (day === undefined || dayOf(entry.at, ZONE) === day),
          ).length;
        expect(valueOf(view, 'opt-outs')).toBe(count('all', 'withdrawn'));
        expect(valueOf(view, 'opt-ins')).toBe(count('all', 'granted'));
        expect(valueOf(view, 'offers-agreed')).toBe(count('offer', 'granted'));
        expect(seriesOf(view, 'consent-by-time', 'opt-outs')).toEqual(
          DAYS.map((day) => count('all', 'withdrawn', day)),
        );
      }),
      runs,
    );
  });

  it('tell what became of appointments', async () => {
    const booking = fc.record({
      day: fc.integer({ min: 0, max: 9 }),
      state: fc.constantFrom(
        'booked' as const,
        'confirmed' as const,
        'moving' as const,
        'cancelled' as const,
        'missed' as const,
      ),
      movedTo: fc.option(fc.integer({ min: 0, max: 9 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(booking, { maxLength: 30 }), async (bookings) => {
        const { store, clock, read } = await shopOf();
        const service = store.services.insert('Cut', '{}');
        const now = Date.parse('2026-10-25T12:00:00Z');
        clock.sleep(now - clock.now());
        const rows = bookings.map(({ day, state, movedTo }, i) => {
          const resource = store.resources.insert(`Chair ${i}`, '{}');
          const placeAt = (n: number) => {
            const date = Temporal.PlainDate.from('2026-10-21').add({ days: n });
            const starts = date.toZonedDateTime({ timeZone: ZONE, plainTime: '10:10' }).epochMilliseconds;
            const ends = starts + 30 * MINUTE;
            return {
              service_id: service,
              resource_id: resource,
              date: date.toString(),
              time: '10:10',
              zone: ZONE,
              minutes: 30,
              starts_at: starts,
              ends_at: ends,
              blocked_until: ends,
            };
          };
          const id = store.appointments.insert({
            ...placeAt(day),
            number: null,
            name: 'Somebody',
            state,
            note: '',
            author: null,
            series: null,
            created_at: START,
            uid: null,
            origin: null,
            seen: null,
          });
          if (movedTo !== null) store.appointments.place(id, placeAt(movedTo), state);
          const at = placeAt(movedTo ?? day);
          return { date: at.date, isOver: at.ends_at <= now, state, isMoved: movedTo !== null && movedTo !== day };
        });
        const view = read('appointments');
        const those = rows.filter(({ date }) => DAYS.includes(date));
        const fates = {
          missed: ({ state }: (typeof rows)[number]) => state === 'missed',
          cancelled: ({ state, isOver }: (typeof rows)[number]) =>
            state === 'cancelled' || (state === 'moving' && isOver),
          kept: ({ state, isOver }: (typeof rows)[number]) => isOver && (state === 'booked' || state === 'confirmed'),
          'to-come': ({ state, isOver }: (typeof rows)[number]) => !isOver && !['missed', 'cancelled'].includes(state),
        };
        for (const [fate, is] of Object.entries(fates))
          expect(seriesOf(view, 'appointments-by-time', fate), fate).toEqual(
            DAYS.map((day) => those.filter((row) => row.date === day && is(row)).length),
          );
        const [kept, missed] = [those.filter(fates.kept).length, those.filter(fates.missed).length];
        expect(valueOf(view, 'kept')).toBe(kept);
        expect(valueOf(view, 'missed')).toBe(kept + missed === 0 ? null : missed / (kept + missed));
        expect(valueOf(view, 'moved')).toBe(
          those.filter(({ isMoved, state }) => isMoved && state !== 'cancelled').length,
        );
      }),
      runs,
    );
  });

  it('tell how long the line was ready', async () => {
    const turn = fc.record({ minutes: fc.constantFrom(1, 4, 11, 15, 29, 200), isReady: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 120 }), async (turns) => {
        const { context, clock, row, read } = await shopOf();
        clock.sleep(START + 36 * HOUR - clock.now());
        const meter = new UptimeMeter(context);
        const book: { day: string; isReady: boolean }[] = [];
        let isReady = false;
        for (const { minutes, isReady: next } of turns) {
          // Nobody looked after it while the computer slept.
          if (minutes <= 30)
            for (let n = 0; n < minutes; n++) book.push({ day: dayOf(clock.now() + n * MINUTE, ZONE), isReady });
          clock.sleep(minutes * MINUTE);
          meter.note(row.id, next);
          isReady = next;
        }
        const view = read('line');
        const those = book.filter(({ day }) => DAYS.includes(day));
        const ready = those.filter((minute) => minute.isReady).length;
        const uptime = valueOf(view, 'uptime');
        if (those.length === 0) expect(uptime).toBeNull();
        else expect(uptime).toBeCloseTo(ready / those.length, 9);
        expect(valueOf(view, 'away')).toBe((those.length - ready) * MINUTE);
        for (const [i, day] of DAYS.entries()) {
          const ofDay = those.filter((minute) => minute.day === day);
          const share = ofDay.length === 0 ? null : ofDay.filter((minute) => minute.isReady).length / ofDay.length;
          const told = seriesOf(view, 'uptime-by-time', 'ready')?.[i];
          if (share === null) expect(told).toBeNull();
          else expect(told).toBeCloseTo(share, 9);
        }
      }),
      runs,
    );
  });
});
