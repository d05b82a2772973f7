import type { CalendarProblem } from '../../calendars/events.ts';
import { refusal, type Refusal } from '../../shared/result.ts';
import type { ImportRowDto } from '../imports/contract.ts';
import { imported, notImported } from '../imports/import-result.ts';

function refusalOf({ code, detail, uid }: CalendarProblem): Refusal {
  return refusal(`calendar-${code}`, { detail, uid: uid ?? '' });
}

/** The import row of an entry that was not read. */
export function problemRow(problem: CalendarProblem): ImportRowDto {
  return notImported(problem.line, problem.summary || (problem.uid ?? ''), refusalOf(problem));
}

/** The import row of an entry that was read except for a part of it. */
export function noteRow(problem: CalendarProblem): ImportRowDto {
  return { ...imported(problem.line, 'same', problem.summary || (problem.uid ?? '')), reason: refusalOf(problem) };
}

export function wholeDayNote(count: number): readonly ImportRowDto[] {
  if (count === 0) return [];
  return [{ ...imported(0, 'same', ''), reason: refusal('whole-days', { count }) }];
}
