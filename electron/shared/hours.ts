import { z } from 'zod';

/** `HH:MM` of a wall clock. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Hours of one day; until `00:00` is until midnight. */
export const span = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => to === '00:00' || from < to, { message: 'ends before it begins' });
export type Span = z.infer<typeof span>;

/** With breaks between them, in order. */
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

/** Sunday first, as `Date.getDay` counts; empty: none of that day. */
export const weekHours = z.array(daySpans).length(7).readonly();
export type WeekHours = z.infer<typeof weekHours>;

/** `YYYY-MM-DD`, one there is. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((it) => !Number.isNaN(Date.parse(it)) && new Date(it).toJSON().startsWith(it), { message: 'no such day' });

/** Days on which the shop's hours are others than in an ordinary week. */
export const specialDay = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    from: date,
    /** The last of them. */
    to: date,
    /** On the same days of every year, as Christmas is. */
    yearly: z.boolean(),
    /** Empty: closed. */
    hours: daySpans,
  })
  .refine(({ from, to }) => from <= to, { message: 'ends before it begins' });
export type SpecialDay = z.infer<typeof specialDay>;
