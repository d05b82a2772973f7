import { z } from 'zod';
import type { ImportColumnDto } from '../imports/contract.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';
import { type SpecialDay, specialDay } from '../../shared/hours.ts';
import { HOLIDAY_FIELDS, MOST_FOUND_DAYS, MOST_TABLE_COLUMNS } from '../../shared/import-words.ts';

/** One or several days whose hours differ from an ordinary week; `uid` names the entry of the calendar it was imported from. */
export interface SpecialDayDto extends SpecialDay {
  readonly id: string;
  readonly uid: string | null;
}

/** A day that a calendar file contains. */
export interface FoundDay extends SpecialDay {
  readonly uid: string | null;
  /** Whether the shop already has this day. */
  readonly isKnown: boolean;
}

/** The whole days that a file contains. */
export interface FoundDaysDto {
  readonly days: readonly FoundDay[];
  /** The number of entries that have times or repeat more often than every year. */
  readonly skipped: number;
  /** The names of entries that could not be read. */
  readonly unread: readonly string[];
  /** The columns of a table; a calendar has none. */
  readonly columns: readonly ImportColumnDto[];
}

/** Days with hours of their own. */
export const openingHoursContract = {
  methods: {
    /** Reads the whole days of a calendar or a table. */
    'days.read': method(
      z.strictObject({
        text: z.string().max(1_000_000),
        /** What each column of a table holds; if left out, the headings decide. */
        columns: z.array(z.enum(HOLIDAY_FIELDS).nullable()).max(MOST_TABLE_COLUMNS).nullable().optional(),
      }),
      answer<FoundDaysDto>(),
    ),
    /** The answer lists the ids of the days that are new. */
    'days.add': method(
      z.strictObject({
        days: z
          .array(specialDay.safeExtend({ uid: z.string().max(400).nullable() }))
          .min(1)
          .max(MOST_FOUND_DAYS),
      }),
      answer<{ readonly ids: readonly string[] }>(),
    ),
    'days.change': method(z.strictObject({ id, day: specialDay }), answer<SpecialDayDto>()),
    'days.remove': method(
      z.strictObject({ ids: z.array(id).min(1).max(MOST_FOUND_DAYS) }),
      answer<readonly SpecialDayDto[]>(),
    ),
  },
  events: {},
} satisfies Contract;
