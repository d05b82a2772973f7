import { z } from 'zod';

/** `HH:MM` of a wall clock. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Opening hours within one day; an end of `00:00` means until midnight. */
export const span = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => to === '00:00' || from < to, { message: 'ends before it begins' });
export type Span = z.infer<typeof span>;

/** The spans of one day in order, with breaks between them. */
export const daySpans = z
  .array(span)
  .max(4)
  .refine((spans) => spans.every(({ from }, i) => i === 0 || isBefore(spans[i - 1] as Span, from)), {
    message: 'one begins before the other ends',
  })
  .readonly();

function isBefore({ to }: Span, from: string): boolean {
  return to !== '00:00' && to <= from;
}

/** Sunday first, as `Date.getDay` counts; an empty entry means no hours on that day. */
export const weekHours = z.array(daySpans).length(7).readonly();
export type WeekHours = z.infer<typeof weekHours>;

/** `YYYY-MM-DD`, a date that exists. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((it) => !Number.isNaN(Date.parse(it)) && new Date(it).toJSON().startsWith(it), { message: 'no such day' });

/** One or several days on which the shop's hours differ from an ordinary week. */
export const specialDay = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    from: date,
    /** The last of these days. */
    to: date,
    /** Whether it is on the same days of every year, like Christmas. */
    yearly: z.boolean(),
    /** Empty means closed. */
    hours: daySpans,
  })
  .refine(({ from, to }) => from <= to, { message: 'ends before it begins' });
export type SpecialDay = z.infer<typeof specialDay>;
