import type { WeekHours } from '../../shared/hours.ts';
import { week } from '../../shared/setting.ts';

const WORKDAY = { from: '09:00', to: '18:00' };
const TEXTING = { from: '09:00', to: '20:00' };
const WORKDAYS: WeekHours = Array.from({ length: 5 }, () => [WORKDAY]);
const PLACED = { isPlaced: true } as const;

export const openingHoursSettings = {
  /** When somebody is there to answer, except on special days. */
  hours: week([[], ...WORKDAYS, [{ from: '09:00', to: '13:00' }]], WORKDAY, {
    section: 'hours',
    ...PLACED,
    effect: 'hours',
  }),
  /** When customers may be texted automatically, by their own clock. */
  textingHours: week(
    Array.from({ length: 7 }, () => [TEXTING]),
    TEXTING,
    { section: 'sending', ...PLACED, effect: 'reminders' },
  ),
};
