import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { comesRound } from '../../../../electron/features/automation/yearly-dates.ts';
import type { YearlyDate } from '../../../../electron/features/automation/triggers/trigger.ts';
import { contactShop, taken } from '../../../support/contact-shop.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday, six in the morning. */
const START = Date.UTC(2026, 10, 25, 6);

async function shopWith(date: YearlyDate) {
  const shop = await contactShop({ clock: new FakeClock(START) });
  const yearly = shop.desk.yearlyDates;
  await shop.start();
  taken(
    shop.rules.save(null, {
      name: 'Birthday',
      enabled: true,
      when: { trigger: 'yearly-date', ...date },
      only: { words: [], hours: 'any', tagId: null, field: null },
      does: {
        answer: 'Happy birthday, {{first_name}}!',
        tagId: null,
        assigneeId: null,
        task: '',
        notify: false,
        staffPhone: '',
        close: false,
      },
    }),
  );
  /** Time goes by, and the alarm rings in between as it would. */
  const until = async (at: number): Promise<void> => {
    while (shop.clock.now() < at) {
      await shop.clock.advance(Math.min(HOUR, at - shop.clock.now()));
      await shop.wake();
    }
  };
  return { ...shop, yearly, until, said: () => shop.texts.map(({ to, text }) => `${to} ${text}`) };
}

describe('a date that comes round', () => {
  test('who agreed to offers is wished well on the day, once, within the hours', async () => {
    const shop = await shopWith({ field: '', daysBefore: 0, isOffer: true });
    shop.add('Ana Kuhn', '0171 2223341', { birthday: '25.11.1985' });
    shop.add('Tom Ebert', '0171 2223342', { birthday: '25.11.' });
    shop.add('Kim Sommer', '0171 2223343', { birthday: '26.11.1990' });
    for (const last of [1, 3]) shop.wantsOffers(`+49171222334${last}`);
    shop.yearly.start();
    await shop.until(START + 2.5 * HOUR);
    expect(shop.said()).toEqual([]);
    await shop.until(START + 5 * HOUR);
    expect(shop.said()).toEqual(['+491712223341 Happy birthday, Ana!']);
    // Started anew on the same day.
    shop.yearly.start();
    await shop.until(START + DAY + 5 * HOUR);
    expect(shop.said()).toEqual(['+491712223341 Happy birthday, Ana!', '+491712223343 Happy birthday, Kim!']);
    await shop.until(START + 4 * DAY);
    expect(shop.said().length).toBe(2);
    shop.store.close();
  });

  test('another date, some days before, is no offer: but who wants no texts gets none', async () => {
    const shop = await shopWith({ field: 'Inspection', daysBefore: 14, isOffer: false });
    taken(shop.customers.fields.save(null, { name: 'Inspection', kind: 'date', choices: [] }));
    for (const last of [1, 2])
      shop.add(`Ana ${last}`, `0171 222334${last}`, { fields: [{ name: 'Inspection', value: '9.12.2024' }] });
    shop.store.optOuts.add('+491712223342', 1, null);
    shop.yearly.start();
    await shop.until(START + 6 * HOUR);
    expect(shop.said()).toEqual(['+491712223341 Happy birthday, Ana!']);
    shop.store.close();
  });

  test('with the computer off on the day nobody is wished well a day late, and the next days are looked at', async () => {
    const shop = await shopWith({ field: '', daysBefore: 0, isOffer: false });
    shop.add('Ana', '0171 2223341', { birthday: '25.11.1985' });
    shop.add('Tom', '0171 2223342', { birthday: '27.11.' });
    shop.yearly.start();
    shop.clock.sleep(DAY + 4 * HOUR);
    await shop.until(START + 3 * DAY);
    expect(shop.said()).toEqual(['+491712223342 Happy birthday, Tom!']);
    shop.store.close();
  });
});

test('every date comes round exactly once a year, also the 29th of February', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 }),
      fc.constantFrom(2025, 2026, 2027, 2028, 2100),
      fc.constantFrom(0, 1, 14, 90),
      (day, year, daysBefore) => {
        const born = Temporal.PlainDate.from('2000-01-01').add({ days: day });
        const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
        const days = Array.from({ length: first.daysInYear }, (_, i) => first.add({ days: i }));
        // So many days before may lie in the year before.
        const hits = days.filter((date) =>
          comesRound(`-${String(born).slice(4)}`, date.subtract({ days: daysBefore }), { daysBefore }),
        );
        expect(hits.length).toBe(1);
        const leap = born.month === 2 && born.day === 29 && !first.inLeapYear;
        expect([hits[0]?.month, hits[0]?.day]).toEqual(leap ? [2, 28] : [born.month, born.day]);
      },
    ),
  );
});
