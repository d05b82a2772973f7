import type { Span } from '../../../../electron/shared/hours.ts';
import type {
  AppointmentDto,
  CalendarDto,
  OfferedSlotDto,
} from '../../../../electron/features/appointments/contract.ts';
import { minutesOf, placedIn, type Placed } from './lanes.ts';

/** A stretch of a day in minutes of the wall clock since midnight. */
export interface Minutes {
  readonly from: number;
  readonly to: number;
}

/** What one member of the staff does on one day. */
export interface Lane {
  readonly resourceId: string;
  readonly name: string;
  /** Which of the staff's colors it has, counted from 0. */
  readonly color: number;
  /** Whoever is gone cannot be booked any more, and may still have somebody coming. */
  readonly isGone: boolean;
  /** When they are away while others are there. */
  readonly away: readonly Minutes[];
  readonly breaks: readonly Minutes[];
  /** Why their hours differ from an ordinary week. */
  readonly specialDay: string | null;
  readonly placed: readonly Placed[];
  readonly offers: readonly OfferedSlotDto[];
}

export interface Day {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** When anybody is there, from the first to the last minute; null on a closed day. */
  readonly open: Minutes | null;
  /** The name of a special day that the shop is closed on. */
  readonly closedFor: string | null;
  readonly lanes: readonly Lane[];
}

interface Staff {
  readonly id: string;
  readonly name: string;
}

export interface Shown {
  /** `YYYY-MM-DD`, in order. */
  readonly dates: readonly string[];
  /** Everybody who can be booked, in the order of their lanes. */
  readonly staff: readonly Staff[];
  /** Those that are left out. */
  readonly hidden: ReadonlySet<string>;
  /** Null: all services. */
  readonly serviceId: string | null;
  readonly showsCancelled: boolean;
  /** A lane for everybody, also for whoever is not there that day. */
  readonly showsAbsent: boolean;
}

export function colorOf(staff: readonly Staff[], resourceId: string): number {
  // By how long they have been there: a name that is changed, or one that is added, leaves the colors as they are.
  const byAge = staff.map(({ id }) => id).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return Math.max(0, byAge.indexOf(resourceId)) % 8;
}

/** Those that are shown of all that there are. */
export function shownOf(
  appointments: readonly AppointmentDto[],
  { hidden, serviceId, showsCancelled }: Pick<Shown, 'hidden' | 'serviceId' | 'showsCancelled'>,
): readonly AppointmentDto[] {
  return appointments.filter(
    (each) =>
      !hidden.has(each.resourceId) &&
      (serviceId === null || each.serviceId === serviceId) &&
      (showsCancelled || each.state !== 'cancelled'),
  );
}

/** A lane for each who works on a day or has somebody coming; always in the same order. Pure. */
export function calendarDays({ appointments, hours, specialDays, offers }: CalendarDto, shown: Shown): readonly Day[] {
  const all = shownOf(appointments, shown);
  return shown.dates.map((date): Day => {
    const ofDay = all.filter((each) => each.date === date);
    const gone = new Map(
      ofDay
        .filter(({ resourceId }) => shown.staff.every(({ id }) => id !== resourceId))
        .map(({ resourceId, resource }) => [resourceId, resource]),
    );
    const spans = shown.staff.map(({ id }) => spansOf(hours[id]?.[date] ?? []));
    const open = around(spans.flat());
    const lanes = shown.staff.flatMap((each, i) => {
      const own = spans[i] ?? [];
      const placed = ofDay.filter(({ resourceId }) => resourceId === each.id);
      if (shown.hidden.has(each.id) || !(own.length > 0 || placed.length > 0 || (shown.showsAbsent && open !== null)))
        return [];
      return [
        {
          resourceId: each.id,
          name: each.name,
          color: colorOf(shown.staff, each.id),
          isGone: false,
          away: open === null ? [] : awayIn(open, own),
          breaks: betweenSpans(own),
          specialDay: specialDays[each.id]?.[date] ?? null,
          placed: placedIn(placed),
          offers: offers.filter((offer) => offer.date === date && offer.resourceId === each.id),
        },
      ];
    });
    const goneLanes = [...gone].map(([resourceId, name]): Lane => ({
      resourceId,
      name,
      color: colorOf(shown.staff, resourceId),
      isGone: true,
      away: open === null ? [] : [open],
      breaks: [],
      specialDay: null,
      placed: placedIn(ofDay.filter((each) => each.resourceId === resourceId)),
      offers: [],
    }));
    const closedFor = shown.staff.map(({ id }) => specialDays[id]?.[date]).find((name) => name !== undefined) ?? null;
    return { date, open, closedFor, lanes: [...lanes, ...goneLanes] };
  });
}

/** What is shown of the hours of the clock: whenever anybody is there or comes, and a little around it. Pure. */
export function rangeOf(days: readonly Day[]): Minutes {
  const stretches = days.flatMap(({ open, lanes }) => [
    ...(open === null ? [] : [open]),
    ...lanes.flatMap(({ placed, offers }) => [
      ...placed.map(({ appointment: { time, minutes } }) => ({ from: minutesOf(time), to: minutesOf(time) + minutes })),
      ...offers.map(({ time, minutes }) => ({ from: minutesOf(time), to: minutesOf(time) + minutes })),
    ]),
  ]);
  const { from, to } = around(stretches) ?? { from: 9 * 60, to: 17 * 60 };
  return {
    from: Math.max(0, Math.floor((from - 15) / 30) * 30),
    to: Math.min(1_440, Math.ceil((to + 30) / 30) * 30),
  };
}

function spansOf(hours: readonly Span[]): readonly Minutes[] {
  return hours.map(({ from, to }) => ({ from: minutesOf(from), to: to === '00:00' ? 1_440 : minutesOf(to) }));
}

function around(stretches: readonly Minutes[]): Minutes | null {
  if (stretches.length === 0) return null;
  return {
    from: Math.min(...stretches.map(({ from }) => from)),
    to: Math.max(...stretches.map(({ to }) => to)),
  };
}

function betweenSpans(spans: readonly Minutes[]): readonly Minutes[] {
  return spans.slice(1).map(({ from }, i) => ({ from: spans[i]?.to ?? from, to: from }));
}

/** Before they come and after they have gone. */
function awayIn(open: Minutes, own: readonly Minutes[]): readonly Minutes[] {
  const there = around(own);
  if (there === null) return [open];
  return [
    { from: open.from, to: there.from },
    { from: there.to, to: open.to },
  ].filter(({ from, to }) => from < to);
}
