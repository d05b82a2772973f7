import { z } from 'zod';
import type { ImportColumnDto } from '../imports/contract.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';
import { type SpecialDay, specialDay } from '../../shared/hours.ts';
import { HOLIDAY_FIELDS, MOST_FOUND_DAYS, MOST_TABLE_COLUMNS } from '../../shared/import-words.ts';

/** A day, or several, with other hours than an ordinary week has; `uid`: of the calendar it was brought in from. */
export interface SpecialDayDto extends SpecialDay {
  readonly id: string;
  readonly uid: string | null;
}

/** A day a calendar file holds. */
export interface FoundDay extends SpecialDay {
  readonly uid: string | null;
  /** It is there already. */
  readonly isKnown: boolean;
}

/** What a file holds of whole days. */
export interface FoundDaysDto {
  readonly days: readonly FoundDay[];
  /** Entries with times, or that repeat more often than every year. */
  readonly skipped: number;
  /** What could not be read, by its name. */
  readonly unread: readonly string[];
  /** Of a table; of a calendar there are none. */
  readonly columns: readonly ImportColumnDto[];
}

/** Days with hours of their own. */
export const openingHoursContract = {
  methods: {
    /** What a calendar or a table holds of whole days. */
    'days.read': method(
      z.strictObject({
        text: z.string().max(1_000_000),
        /** What each column of a table holds; left out: by its headings. */
        columns: z.array(z.enum(HOLIDAY_FIELDS).nullable()).max(MOST_TABLE_COLUMNS).nullable().optional(),
      }),
      answer<FoundDaysDto>(),
    ),
    /** Answers: those that were not there before. */
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
