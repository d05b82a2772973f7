import type { AppointmentDto } from '../../../../electron/features/appointments/contract.ts';

/** Minutes of the wall clock since midnight. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export interface Placed {
  readonly appointment: AppointmentDto;
  /** Its position among appointments at the same time, and how many there are. */
  readonly lane: number;
  readonly lanes: number;
}

/** Places overlapping appointments side by side. Pure. */
export function placedIn(appointments: readonly AppointmentDto[]): readonly Placed[] {
  const sorted = appointments.toSorted((a, b) => minutesOf(a.time) - minutesOf(b.time) || b.minutes - a.minutes);
  const placed: Placed[] = [];
  let group: { readonly appointment: AppointmentDto; readonly lane: number }[] = [];
  let ends: number[] = [];
  const close = (): void => {
    placed.push(...group.map((each) => ({ ...each, lanes: ends.length })));
    group = [];
    ends = [];
  };
  for (const appointment of sorted) {
    const starts = minutesOf(appointment.time);
    if (ends.every((end) => end <= starts)) close();
    const free = ends.findIndex((end) => end <= starts);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = starts + appointment.minutes;
    group.push({ appointment, lane });
  }
  close();
  return placed;
}
