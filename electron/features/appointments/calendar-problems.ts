import type { CalendarProblem, ProblemCode } from '../../calendars/events.ts';
import type { Refusal } from '../../shared/result.ts';
import type { ImportRowView } from '../imports/contract.ts';
import { imported, notImported } from '../imports/import-result.ts';

const PROBLEMS: Readonly<Record<ProblemCode, (detail: string) => string>> = {
  'broken-line': (line) => `Line ${line} of the file does not belong there. Export the calendar anew.`,
  unfinished: () => 'The entry has no end in the file. Export the calendar anew.',
  'no-start': (written) => `It does not say when it begins (“${written}”). Correct it in the other program.`,
  'unknown-zone': (zone) => `The time zone “${zone}” is not known. Choose another one in the other program.`,
  'bad-rule': (rule) => `How it repeats cannot be read (“${rule}”). Correct it in the other program.`,
  'bad-exception': (written) => `One of its exceptions cannot be read (“${written}”). Look at that day.`,
  'too-often': () => 'It repeats more often than an appointment does. Nothing of it was taken in.',
  'too-many': (most) => `The calendar holds more than ${most} appointments. Export a shorter time.`,
};

function refusalOf({ code, detail, uid }: CalendarProblem): Refusal {
  return { code: `calendar-${code}`, message: PROBLEMS[code](detail), details: { detail, uid: uid ?? '' } };
}

/** An entry that was not read. */
export function problemRow(problem: CalendarProblem): ImportRowView {
  return notImported(problem.line, problem.summary || (problem.uid ?? ''), refusalOf(problem));
}

/** An entry that was read without a part of it. */
export function noteRow(problem: CalendarProblem): ImportRowView {
  return { ...imported(problem.line, 'same', problem.summary || (problem.uid ?? '')), reason: refusalOf(problem) };
}

export function wholeDayNote(count: number): readonly ImportRowView[] {
  if (count === 0) return [];
  const message = `${count} entries last whole days and are no appointments. Import them under Holidays.`;
  return [{ ...imported(0, 'same', ''), reason: { code: 'whole-days', message, details: { count } } }];
}
