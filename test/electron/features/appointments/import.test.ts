import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Resource, Service } from '../../../../electron/shared/appointments.ts';
import { deskLine } from '../../../support/desk-line.ts';

const ANA = '+491712223344';
const HOUR = 3_600_000;
const SERVICE: Service = {
  name: 'Bike check',
  minutes: 60,
  buffer: 0,
  price: '',
  text: '',
  reminders: [{ when: { minutes: 24 * 60 }, text: '', asks: true }],
  cutoffHours: 2,
};
const STAFF: Resource = { name: 'Lena', hours: null, exceptions: [], serviceIds: null };
const NOTHING = { serviceId: null, resourceId: null };

/** Monday, 23 November 2026, nine o'clock in UTC, the shop's zone here. */
async function shop() {
  const desk = await deskLine();
  desk.catalogue.saveResource(null, STAFF);
  desk.catalogue.saveResource(null, { ...STAFF, name: 'Marek' });
  desk.catalogue.saveService(null, SERVICE);
  desk.catalogue.saveService(null, { ...SERVICE, name: 'Tube', minutes: 15, reminders: [] });
  let changes = 0;
  desk.context.events.on((event) => {
    if (event.type === 'appointments.changed') changes += 1;
  });
  const unwrap = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const table = async (
    text: string,
    isDryRun = false,
    defaults = NOTHING as Parameters<typeof desk.appointmentImport.table>[1],
  ) => unwrap(await desk.appointmentImport.table(text, defaults, isDryRun));
  const defaults = { serviceId: 'service_1', resourceId: null };
  const calendar = async (text: string) => unwrap(await desk.appointmentImport.follow([text], defaults));
  /** Where nobody has chosen a service. */
  const lookAt = async (text: string) => unwrap(await desk.appointmentImport.calendar(text, NOTHING, true));
  const readOnce = async (text: string, isDryRun = false) =>
    unwrap(await desk.appointmentImport.calendar(text, defaults, isDryRun));
  const book = (): readonly string[] =>
    Array.from({ length: 40 }, (_, i) => desk.store.appointments.byId(i + 1)).flatMap((row) =>
      row === null
        ? []
        : [
            `${row.date} ${row.time} ${row.minutes} ${desk.catalogue.services.get(row.service_id)?.value.name} ${desk.catalogue.resources.get(row.resource_id)?.value.name} ${row.name} ${row.number} ${row.state}`,
          ],
    );
  return { ...desk, table, calendar, lookAt, readOnce, book, changes: () => changes };
}
type Shop = Awaited<ReturnType<typeof shop>>;

describe('appointments out of a table', () => {
  let desk: Shop;
  beforeEach(async () => {
    desk = await shop();
  });
  afterEach(() => desk.store.close());
  const TABLE = [
    'Datum;Uhrzeit;Kunde;Telefon;Leistung;Mitarbeiter;Bemerkung',
    '25.11.2026;10:00;Ana Kuhn;0171 2223344;Bike check;Lena;blue bike',
    '25.11.2026;10:00;Tom;;tube;;',
    '25.11.2026;10:30;Kim;;Tube;Lena;',
    '25.11.2026;11:00;Lea;;Haircut;;',
    '25.11.2026;11:00;Lea;12;Tube;;',
    '20.11.2026;11:00;Lea;;Tube;;',
    'someday;11:00;Lea;;Tube;;',
    '26.11.2026;20:00;Noa;;Tube;Lena;',
  ].join('\n');

  test.each(['storniert', 'Cancelled', 'No-Show'])(
    'what is %s in its column is not booked, and is called off if it was',
    async (status) => {
      const rows = (of: string): string =>
        `Datum;Uhrzeit;Kunde;Leistung;Status\n25.11.2026;10:00;Ana;Tube;${of}\n25.11.2026;11:00;Tom;Tube;bestätigt`;
      expect((await desk.table(rows(status))).counts).toMatchObject({ new: 1 });
      expect(desk.book().map((each) => each.split(' ').at(-1))).toEqual(['booked']);
      const other = rows('bestätigt').replace('10:00', '12:00');
      await desk.table(other);
      await desk.table(rows(status).replace('10:00', '12:00'));
      expect(desk.book().map((each) => each.split(' ').at(-1))).toEqual(['booked', 'cancelled']);
    },
  );

  test('a look at it first, then the same for real', async () => {
    const looked = await desk.table(TABLE, true);
    expect(desk.book()).toEqual([]);
    expect(desk.store.jobs.about('reminder', 1)).toEqual([]);
    expect(desk.changes()).toBe(0);
    expect(await desk.table(TABLE)).toEqual(looked);
    expect(desk.book()).toEqual([
      `2026-11-25 10:00 60 Bike check Lena Ana Kuhn ${ANA} booked`,
      '2026-11-25 10:00 15 Tube Marek Tom null booked',
      // Made elsewhere: also after closing.
      '2026-11-26 20:00 15 Tube Lena Noa null booked',
    ]);
    // Once for each slice: how many those are is the machine's matter.
    expect(desk.changes()).toBeGreaterThan(0);
    expect(desk.changes()).toBeLessThanOrEqual(desk.book().length);
  });

  test('what is refused says why', async () => {
    const refused = (await desk.table(TABLE)).rows.filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ line, reason }) => [line, reason?.code])).toEqual([
      [4, 'time-taken'],
      [5, 'not-found'],
      [6, 'bad-number'],
      [7, 'in-the-past'],
      [8, 'bad-input'],
    ]);
  });

  test('read once more: nobody is there twice', async () => {
    await desk.table(TABLE);
    expect((await desk.table(TABLE)).counts).toMatchObject({ new: 0, same: 3 });
    expect(desk.book()).toHaveLength(3);
  });

  test('read once more after it was called off or moved here: it stays so', async () => {
    await desk.table(TABLE);
    desk.appointments.change('appointment_1', 'cancel', false);
    desk.appointments.move('appointment_2', { date: '2026-11-27', time: '10:00', resourceId: null, tell: false });
    // Kim finds the time that Ana left.
    expect((await desk.table(TABLE)).counts).toMatchObject({ new: 1, changed: 0, same: 3 });
    expect(desk.book().map((each) => each.split(' ').at(-1))).toEqual(['cancelled', 'booked', 'booked', 'booked']);
  });

  test('a column that is not there is taken as chosen', async () => {
    const short = 'date,time,name\n2026-11-25,9:00 am,Ana';
    expect((await desk.table(short)).rows[0]?.reason?.code).toBe('not-found');
    await desk.table(short, false, { serviceId: 'service_2', resourceId: 'resource_2' });
    expect(desk.book()).toEqual(['2026-11-25 09:00 15 Tube Marek Ana null booked']);
  });

  test('reminders leave as for any other, and who wants no texts gets none: an opt-out survives', async () => {
    await desk.start();
    desk.network.textReceived.on(() => {});
    desk.network.sendText(ANA, desk.sim.msisdn, 'STOP');
    await desk.clock.advance(5_000);
    desk.texts.splice(0);
    const both = `${TABLE}\n25.11.2026;12:00;Ben;0160 4412907;Bike check;Lena;`;
    expect((await desk.table(both)).counts.new).toBe(4);
    expect(desk.store.optOuts.has(ANA)).toBe(true);
    for (let hours = 0; hours < 27; hours++) {
      await desk.clock.advance(HOUR);
      await desk.wake();
    }
    await desk.clock.advance(5_000);
    expect(desk.texts.map(({ to }) => to)).toEqual(['+491604412907']);
    expect(desk.store.optOuts.has(ANA)).toBe(true);
  });

  test('a person says what columns hold whose headings nobody knows; what is not taken comes back with its reason', async () => {
    const table = 'Wann;Wer;Wohin\n27.11.2026 10:30;Ana;0171 2223344\nirgendwann;Tom;';
    const { columns } = ((await desk.appointmentImport.table(table, NOTHING, true)) as any).error.details;
    expect(columns.map(({ heading, samples }: any) => [heading, samples[0]])).toEqual([
      ['Wann', '27.11.2026 10:30'],
      ['Wer', 'Ana'],
      ['Wohin', '0171 2223344'],
    ]);
    const chosen = { ...NOTHING, serviceId: 'service_1', columns: ['date', 'name', 'number'] as const };
    const looked = await desk.appointmentImport.table(table, chosen, true);
    expect(looked).toMatchObject({ ok: true, value: { counts: { new: 1, refused: 1 } } });
    expect(looked.ok && looked.value.refused).toMatch(
      /Wann,Wer,Wohin,Reason\r\nirgendwann,Tom,,The date or time can’t be read/,
    );
  });

  test('what is no table of appointments is refused', async () => {
    expect(await desk.appointmentImport.table('Name;Telefon\nAna;0171', NOTHING, true)).toMatchObject({
      error: { code: 'no-table' },
    });
  });
});

const event = (uid: string, start: string, more: readonly string[] = []): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z', `DTSTART${start}`, ...more, 'END:VEVENT'].join('\r\n');
const ics = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');

describe('another program’s calendar', () => {
  let desk: Shop;
  beforeEach(async () => {
    desk = await shop();
  });
  afterEach(() => desk.store.close());

  test('time zones, lengths, who it is, what and with whom', async () => {
    const read = await desk.calendar(
      ics(
        event('1', ';TZID=Europe/Berlin:20261125T100000', [
          'DTEND;TZID=Europe/Berlin:20261125T103000',
          'SUMMARY:Tube: Ana Kuhn (0171 2223344)',
          'LOCATION:Marek',
        ]),
        event('2', ':20261125T120000Z', ['SUMMARY:Tom', 'DESCRIPTION:tel +49 160 4412907']),
        event('3', ':20261126T090000', ['DURATION:PT45M', 'SUMMARY:Kim']),
        event('4', ';VALUE=DATE:20261126', ['SUMMARY:Holiday']),
        event('5', ':20261101T090000', ['SUMMARY:Long ago']),
      ),
    );
    expect(read.counts).toMatchObject({ new: 3, refused: 0 });
    expect(desk.book()).toEqual([
      `2026-11-25 09:00 30 Tube Marek Ana Kuhn ${ANA} booked`,
      '2026-11-25 12:00 60 Bike check Lena Tom +491604412907 booked',
      '2026-11-26 09:00 45 Bike check Lena Kim null booked',
    ]);
  });

  test('read anew: what moved moves, what is called off or gone is called off, the same is the same', async () => {
    await desk.calendar(
      ics(
        event('1', ':20261125T100000Z', ['SUMMARY:Ana 0171 2223344']),
        event('2', ':20261125T120000Z', ['SUMMARY:Tom']),
        event('3', ':20261125T140000Z', ['SUMMARY:Kim']),
        event('4', ':20261125T160000Z', ['SUMMARY:Lea']),
      ),
    );
    expect(desk.store.jobs.about('reminder', 1)).toHaveLength(1);
    const without4 = [
      event('1', ':20261126T100000Z', ['SUMMARY:Ana 0171 2223344']),
      event('2', ':20261125T120000Z', ['SUMMARY:Tom']),
      event('3', ':20261125T140000Z', ['SUMMARY:Kim']),
    ];
    const read = await desk.calendar(ics(...without4));
    expect(read.counts).toEqual({ new: 0, changed: 1, cancelled: 1, same: 2, refused: 0 });
    const cancelled = event('3', ':20261125T140000Z', ['SUMMARY:Kim', 'STATUS:CANCELLED']);
    const again = await desk.calendar(ics(...without4.slice(0, 2), cancelled));
    expect(again.counts).toEqual({ new: 0, changed: 0, cancelled: 1, same: 2, refused: 0 });
    expect(desk.book().map((each) => each.replace(/ \d+ Bike check Lena/, ''))).toEqual([
      `2026-11-26 10:00 Ana ${ANA} booked`,
      '2026-11-25 12:00 Tom null booked',
      '2026-11-25 14:00 Kim null cancelled',
      '2026-11-25 16:00 Lea null cancelled',
    ]);
    const [reminder] = desk.store.jobs.about('reminder', 1);
    expect(reminder?.due_at).toBe(Date.UTC(2026, 10, 25, 10));
  });

  test('what was changed here stays, until it changes there', async () => {
    const first = ics(
      event('1', ':20261125T100000Z', ['SUMMARY:Ana']),
      event('2', ':20261125T120000Z', ['SUMMARY:Tom']),
    );
    await desk.calendar(first);
    desk.appointments.move('appointment_1', { date: '2026-11-27', time: '15:00', resourceId: null, tell: false });
    desk.appointments.change('appointment_2', 'cancel', false);
    expect((await desk.calendar(first)).counts).toMatchObject({ same: 2, changed: 0 });
    expect(desk.book()[0]).toMatch(/^2026-11-27 15:00/);
    const later = ics(
      event('1', ':20261125T110000Z', ['SUMMARY:Ana']),
      event('2', ':20261125T130000Z', ['SUMMARY:Tom']),
    );
    expect((await desk.calendar(later)).counts).toMatchObject({ changed: 2 });
    expect(desk.book().map((each) => each.slice(0, 16))).toEqual(['2026-11-25 11:00', '2026-11-25 13:00']);
    expect(desk.book()[1]).toMatch(/booked$/);
  });

  test('two that change places, and one that takes a place that is being left', async () => {
    const at = (one: string, two: string, three: string): string =>
      ics(
        event('1', `:20261125T${one}0000Z`, ['SUMMARY:Ana', 'LOCATION:Lena']),
        event('2', `:20261125T${two}0000Z`, ['SUMMARY:Tom', 'LOCATION:Lena']),
        event('3', `:20261125T${three}0000Z`, ['SUMMARY:Kim', 'LOCATION:Lena']),
      );
    await desk.calendar(at('10', '11', '12'));
    const read = await desk.calendar(at('11', '12', '15'));
    expect(read.counts).toMatchObject({ changed: 3, refused: 0 });
    const swapped = await desk.calendar(at('12', '11', '15'));
    expect(swapped.counts).toMatchObject({ changed: 2, same: 1, refused: 0 });
    expect(desk.book().map((each) => each.slice(0, 16))).toEqual([
      '2026-11-25 12:00',
      '2026-11-25 11:00',
      '2026-11-25 15:00',
    ]);
    const around = await desk.calendar(at('15', '12', '11'));
    expect(around.counts).toMatchObject({ changed: 3, refused: 0 });
    expect((await desk.calendar(at('15', '12', '11'))).counts).toMatchObject({ same: 3 });
  });

  test('each of one that repeats, with its exceptions', async () => {
    const weekly = event('w', ';TZID=Europe/Berlin:20261124T100000', [
      'DTEND;TZID=Europe/Berlin:20261124T110000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE;TZID=Europe/Berlin:20261201T100000',
      'SUMMARY:Ana',
    ]);
    const moved = event('w', ';TZID=Europe/Berlin:20261209T120000', [
      'DTEND;TZID=Europe/Berlin:20261209T130000',
      'RECURRENCE-ID;TZID=Europe/Berlin:20261208T100000',
      'SUMMARY:Ana',
    ]);
    await desk.calendar(ics(weekly, moved));
    expect(desk.book().map((each) => each.slice(0, 16))).toEqual([
      '2026-11-24 09:00',
      '2026-12-09 11:00',
      '2026-12-15 09:00',
    ]);
    expect((await desk.calendar(ics(weekly, moved))).counts).toMatchObject({ same: 3, new: 0 });
  });

  test('one that repeats for ever ends; a zone that only the file knows; another number', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Shop Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');
    const daily = event('d', ';TZID=Shop Time:20261124T100000', ['RRULE:FREQ=DAILY', 'SUMMARY:Ana 0171 2223344']);
    const { counts } = await desk.calendar(ics(zone, daily));
    expect(counts.new).toBeGreaterThan(300);
    expect(counts.new).toBeLessThan(402);
    expect(desk.book()[0]).toMatch(/^2026-11-24 07:00 .* Ana \+491712223344 booked/);
    const other = event('e', ':20261124T150000Z', ['SUMMARY:Tom 0160 4412907']);
    await desk.readOnce(ics(other));
    await desk.readOnce(ics(other.replace('4412907', '4412908')));
    expect(desk.store.appointments.byUid('e')?.number).toBe('+491604412908');
  });

  test('each entry that was not taken comes back once, whatever line it stands in', async () => {
    const entries = Array.from({ length: 40 }, (_, n) =>
      event(`e${n}`, `:20261125T${String(8 + (n % 10)).padStart(2, '0')}0000Z`, [`SUMMARY:Ana ${n}`]),
    );
    const broken = Array.from({ length: 20 }, (_, n) => event(`b${n}`, ':sometime', [`SUMMARY:Tom ${n}`]));
    const looked = await desk.lookAt(ics(...broken, ...entries));
    expect(looked.counts).toMatchObject({ new: 0, refused: 60 });
    const rows = looked.refused?.trim().split('\r\n') ?? [];
    expect(rows).toHaveLength(61);
    expect(new Set(rows).size).toBe(61);
  });

  test('a file that is read once calls nothing off; one that is none is refused', async () => {
    await desk.readOnce(ics(event('1', ':20261125T100000Z', ['SUMMARY:Ana'])));
    for (const [text, code] of [
      [ics(), 'nothing-ahead'],
      ['hello', 'no-calendar'],
    ] as const)
      expect(await desk.appointmentImport.calendar(text, NOTHING, false)).toMatchObject({ ok: false, error: { code } });
    expect(desk.book()[0]).toMatch(/booked$/);
  });

  test('what was entered by hand is known again, and not there twice', async () => {
    desk.appointments.book({
      conversationId: null,
      number: ANA,
      name: 'Ana',
      serviceId: 'service_1',
      resourceId: null,
      date: '2026-11-25',
      time: '10:00',
      note: '',
      tell: false,
    });
    const file = ics(event('1', ':20261125T100000Z', ['SUMMARY:Ana 0171 2223344']));
    expect((await desk.calendar(file)).counts).toMatchObject({ same: 1, new: 0 });
    await desk.calendar(ics(event('9', ':20261126T100000Z', ['SUMMARY:Kim'])));
    expect(desk.book()[0]).toMatch(/cancelled$/);
  });

  test('moved here, it is not called off when its old time there is over', async () => {
    const file = ics(
      event('1', ':20261125T100000Z', ['SUMMARY:Ana']),
      event('2', ':20261127T100000Z', ['SUMMARY:Tom']),
    );
    await desk.calendar(file);
    desk.appointments.move('appointment_1', { date: '2026-11-27', time: '15:00', resourceId: null, tell: false });
    await desk.clock.advance(3 * 24 * HOUR);
    expect((await desk.calendar(file)).counts).toMatchObject({ cancelled: 0 });
    expect(desk.book()[0]).toMatch(/^2026-11-27 15:00 .* booked$/);
  });

  test('left out once and there again, it is booked again; a calendar that holds nothing at all calls nothing off', async () => {
    const both = ics(
      event('1', ':20261125T100000Z', ['SUMMARY:Ana']),
      event('2', ':20261127T100000Z', ['SUMMARY:Tom']),
    );
    await desk.calendar(both);
    await desk.calendar(ics(event('2', ':20261127T100000Z', ['SUMMARY:Tom'])));
    expect(desk.book()[0]).toMatch(/cancelled$/);
    expect((await desk.calendar(both)).counts).toMatchObject({ changed: 1, same: 1 });
    expect(desk.book()[0]).toMatch(/booked$/);
    expect(await desk.appointmentImport.follow([ics()], NOTHING)).toMatchObject({
      ok: false,
      error: { code: 'empty-calendar' },
    });
    expect(desk.book().every((each) => each.endsWith('booked'))).toBe(true);
  });

  test('a series that becomes a single event again leaves no occurrence behind', async () => {
    const single = event('a', ':20261201T100000Z', ['SUMMARY:Ana']);
    await desk.calendar(ics(event('a', ':20261201T100000Z', ['SUMMARY:Ana', 'RRULE:FREQ=WEEKLY;COUNT=2'])));
    expect(desk.book().map((each) => each.split(' ')[0])).toEqual(['2026-12-01', '2026-12-08']);
    const defaults = { serviceId: 'service_1', resourceId: null };
    await desk.appointmentImport.follow([ics(single)], defaults, 2);
    expect(
      desk
        .book()
        .filter((each) => each.endsWith('booked'))
        .map((each) => each.split(' ')[0]),
    ).toEqual(['2026-12-01']);
  });

  test('a UID with a stroke is gone when it is, though another one is its beginning', async () => {
    const one = event('x/1', ':20261201T100000Z', ['SUMMARY:Ana']);
    const other = event('x', ':20261202T100000Z', ['SUMMARY:Tom']);
    await desk.calendar(ics(one, other));
    await desk.calendar(ics(other));
    expect(desk.book().map((each) => each.split(' ').at(-1))).toEqual(['cancelled', 'booked']);
  });

  test.each(['CANCELLED', 'CANCELED'])('what is %s need not say who comes for what', async (status) => {
    const understood = ['SUMMARY:Bike check Ana 0171 2223344'];
    const follow = (text: string) => desk.appointmentImport.follow([text], NOTHING);
    const other = event('2', ':20261202T100000Z', ['SUMMARY:Tube Tom']);
    await follow(ics(event('1', ':20261201T100000Z', understood), other));
    await follow(ics(event('1', ':20261201T100000Z', [`STATUS:${status}`, 'SUMMARY:Busy']), other));
    expect(desk.book().map((each) => each.split(' ').at(-1))).toEqual(['cancelled', 'booked']);
  });

  test('an entry that is broken, or a whole day by now, is not gone', async () => {
    const good = event('1', ':20261125T100000Z', ['SUMMARY:Ana']);
    await desk.calendar(ics(good, event('2', ':20261127T100000Z', ['SUMMARY:Tom'])));
    const { counts } = await desk.calendar(
      ics(event('1', ':20261125T1', ['SUMMARY:Ana']), event('2', ';VALUE=DATE:20261127', ['SUMMARY:Tom'])),
    );
    expect(counts).toMatchObject({ cancelled: 0 });
    expect(desk.book().every((each) => each.endsWith('booked'))).toBe(true);
  });

  test('a word that is added there brings nothing back that a customer called off or moved here', async () => {
    const entry = (more: readonly string[]) =>
      ics(
        event('1', ':20261125T100000Z', ['SUMMARY:Ana', ...more]),
        event('2', ':20261125T120000Z', ['SUMMARY:Tom', ...more]),
      );
    await desk.calendar(entry([]));
    desk.appointments.change('appointment_1', 'cancel', false);
    desk.appointments.move('appointment_2', { date: '2026-11-26', time: '15:00', resourceId: null, tell: false });
    expect((await desk.calendar(entry(['DESCRIPTION:paid']))).counts).toMatchObject({ changed: 2 });
    expect(desk.book()[0]).toMatch(/^2026-11-25 10:00 .* cancelled$/);
    expect(desk.book()[1]).toMatch(/^2026-11-26 15:00 .* booked$/);
    expect(desk.store.appointments.byId(2)?.note).toBe('paid');
    // Another service for what names none: nothing of it changed there.
    await desk.appointmentImport.follow([entry(['DESCRIPTION:paid'])], {
      serviceId: 'service_2',
      resourceId: 'resource_2',
    });
    expect(desk.book()[0]).toMatch(/cancelled$/);
    expect(desk.book()[1]).toMatch(/^2026-11-26 15:00 .* booked$/);
  });

  test('read once by hand and followed then: what goes is called off', async () => {
    const both = ics(
      event('1', ':20261125T100000Z', ['SUMMARY:Ana']),
      event('2', ':20261127T100000Z', ['SUMMARY:Tom']),
    );
    await desk.readOnce(both);
    await desk.calendar(both);
    expect((await desk.calendar(ics(event('2', ':20261127T100000Z', ['SUMMARY:Tom'])))).counts).toMatchObject({
      cancelled: 1,
    });
  });

  test('several files are one calendar: of an entry that stands in two the last one counts', async () => {
    const read = (texts: readonly string[]) =>
      desk.appointmentImport.follow(texts, { serviceId: 'service_1', resourceId: null });
    const old = ics(event('1', ':20261125T100000Z', ['SUMMARY:Ana']));
    const later = ics(event('1', ':20261125T140000Z', ['SUMMARY:Ana']));
    await read([old]);
    expect(await read([old, later])).toMatchObject({ value: { counts: { changed: 1 } } });
    expect(await read([old, later])).toMatchObject({ value: { counts: { same: 1, changed: 0 } } });
    // One of them is broken: nothing is called off for it.
    expect(await read(['BEGIN:VCAL', ics(event('3', ':20261126T100000Z', ['SUMMARY:Kim']))])).toMatchObject({
      value: { counts: { new: 1, cancelled: 0 } },
    });
  });

  test('mother and child at the same time are two', async () => {
    const { counts } = await desk.calendar(
      ics(
        event('1', ':20261125T100000Z', ['SUMMARY:Ana 0171 2223344', 'LOCATION:Lena']),
        event('2', ':20261125T100000Z', ['SUMMARY:Mia 0171 2223344', 'LOCATION:Marek']),
      ),
    );
    expect(counts).toMatchObject({ new: 2 });
  });

  test('of several numbers nobody knows whose it is', async () => {
    const { rows } = await desk.calendar(
      ics(event('1', ':20261125T100000Z', ['SUMMARY:Ana 0171 2223344 or 0160 4412907'])),
    );
    expect(rows).toMatchObject([{ outcome: 'refused', reason: { code: 'bad-number' } }]);
  });

  test('what is written out is read back by a shop that has none of it', async () => {
    await desk.calendar(
      ics(
        event('1', ':20261125T100000Z', ['DTEND:20261125T103000Z', 'SUMMARY:Ana 0171 2223344', 'LOCATION:Marek']),
        event('2', ':20261126T120000Z', ['SUMMARY:Tube; Tom, the one with “quotes”']),
      ),
    );
    const whole = await desk.appointments.views.export(null, 1);
    const day = await desk.appointments.views.export('2026-11-25', 1);
    expect(day.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const other = await shop();
    expect((await other.calendar(whole)).counts).toMatchObject({ new: 2, refused: 0 });
    expect(other.book()).toEqual(desk.book());
    other.store.close();
  });
});
