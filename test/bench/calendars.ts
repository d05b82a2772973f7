import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { parseInThread } from '../../electron/files/parser.ts';
import type { Outputs, Input } from '../../electron/app/contract.ts';
import { Headless, temporaryFolder, until } from '../support/headless.ts';
import { print } from './figures.ts';

const HELD_BUDGET_MS = 50;
const READ_BUDGET_MS = 1_000;
const DAY = 86_400_000;

const ics = (entries: readonly string[]): string => ['BEGIN:VCALENDAR', ...entries, 'END:VCALENDAR', ''].join('\r\n');
const entry = (uid: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DURATION:PT30M', 'SUMMARY:Ana Berg 0171 2223344', ...lines, 'END:VEVENT'].join(
    '\r\n',
  );
const each = (count: number, one: (n: number) => string): string[] => Array.from({ length: count }, (_, n) => one(n));

/** How long other programs' calendars take, and for how long the desk's loop is held by them. */
export async function calendarsBench(): Promise<void> {
  const folder = temporaryFolder('calendars');
  const desk = await Headless.start({ dataDir: join(folder.path, 'data'), modem: 'none', watchesLoop: true });
  const service = { name: 'Check', minutes: 30, buffer: 0, price: '', text: '', reminders: [], cutoffHours: 2 };
  await desk.ask('services.save', { id: null, ...service });
  for (let n = 0; n < 20; n++)
    await desk.ask('resources.save', { id: null, name: `Chair ${n}`, hours: null, exceptions: [], serviceIds: null });
  const day = (days: number): string => new Date(Date.now() + days * DAY).toJSON().slice(0, 10).replaceAll('-', '');

  const measured = async <T>(name: string, work: () => Promise<T>, budgetMs: number | null): Promise<T> => {
    await desk.loopHeld();
    const from = performance.now();
    const done = await work();
    const took = performance.now() - from;
    const held = await desk.loopHeld();
    const budget = budgetMs === null ? '' : `, ${budgetMs} ms`;
    print(
      `  ${name}`,
      `${took.toFixed(0)} ms, loop held ${held.toFixed(0)} ms`,
      `budget: loop ${HELD_BUDGET_MS} ms${budget}`,
    );
    if (held > HELD_BUDGET_MS || (budgetMs !== null && took > budgetMs)) process.exitCode = 1;
    return done;
  };
  const look = (text: string): Promise<Outputs['appointments.import']> => {
    const order: Input<'appointments.import'> = {
      kind: 'calendar',
      text,
      serviceId: 'service_1',
      resourceId: null,
      dryRun: true,
    };
    return desk.ask('appointments.import', order);
  };
  const told = async (text: string): Promise<string> => {
    try {
      const { counts, notes } = await look(text);
      return `${counts.new} new, ${counts.refused} refused, ${notes.length} notes`;
    } catch (error) {
      return String(error).slice(0, 120);
    }
  };
  print('calendars of other programs', '');
  await measured(
    'one entry, the thread started',
    () => told(ics([entry('1', `DTSTART:${day(3)}T100000Z`)])),
    READ_BUDGET_MS,
  );
  const bombs: readonly (readonly [string, string])[] = [
    ['every second since 2014', ics([entry('1', 'DTSTART:20140601T120000Z', 'RRULE:FREQ=SECONDLY')])],
    ['a duration of ages', ics([entry('1', `DTSTART:${day(3)}T100000Z`).replace('PT30M', 'P99999999999D')])],
    [
      '100,000 dates more',
      ics([entry('1', `DTSTART:${day(3)}T100000Z`, `RDATE:${each(100_000, () => `${day(4)}T100000Z`).join(',')}`)]),
    ],
    [
      'every weekday since 2016',
      ics([entry('1', 'DTSTART:20161128T120000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')]),
    ],
  ];
  for (const [name, text] of bombs) {
    const said = await measured(name, () => told(text), READ_BUDGET_MS);
    print(`    ${said}`, '');
  }
  const series = ics(
    each(500, (n) =>
      entry(
        `s${n}`,
        `DTSTART:${2000 + (n % 26)}1128T${String(8 + (n % 10)).padStart(2, '0')}0000Z`,
        'RRULE:FREQ=WEEKLY',
      ),
    ),
  );
  const [now, zone] = [Date.now(), 'Europe/Berlin'];
  const from = performance.now();
  const { entries } = await parseInThread('entries', { texts: [series], zone, from: now, until: now + 400 * DAY });
  const took = performance.now() - from;
  print(
    `  500 series of any age, ${entries.length} entries, read in a thread`,
    `${took.toFixed(0)} ms`,
    `budget: ${READ_BUDGET_MS} ms`,
  );
  if (took > READ_BUDGET_MS) process.exitCode = 1;
  print(`    ${await measured('500 series of any age, looked at', () => told(series), null)}`, '');
  const book = each(2_000, (n) =>
    entry(
      `e${n}`,
      `DTSTART:${day(2 + Math.floor(n / 200))}T${String(8 + (n % 10)).padStart(2, '0')}${n % 20 < 10 ? '00' : '30'}00Z`,
    ),
  );
  const path = join(folder.path, 'salon.ics');
  writeFileSync(path, ics(book));
  const sync = async (): Promise<number> => {
    const { calendarSync } = await desk.ask('app.state', {});
    return (calendarSync?.counts?.new ?? 0) + (calendarSync?.counts?.same ?? 0) + (calendarSync?.counts?.refused ?? 0);
  };
  await measured(
    'a calendar of 2,000, followed, written down',
    async () => {
      await desk.ask('settings.set', { calendarFolder: path, calendarService: 'service_1' });
      await until(async () => (await sync()) === 2_000);
    },
    null,
  );
  const holidays = ics(each(1_000, (n) => entry(`h${n}`, `DTSTART;VALUE=DATE:${day(2 + n)}`)));
  const { days } = await measured('1,000 holidays, read', () => desk.ask('days.read', { text: holidays }), null);
  const chosen = days.slice(0, 500).map(({ isKnown: _known, ...one }) => one);
  await measured('500 of them, added', () => desk.ask('days.add', { days: chosen }), null);
  await desk.stop();
  folder.remove();
}
