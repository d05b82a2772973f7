import type { AppointmentTask } from '../shared/appointments.ts';
import type { WeekFigure } from '../shared/reports.ts';

/** What the shop is told by itself, outside of the window. */
export interface OwnerWords {
  /** To the owner's phone, where nobody has answered. */
  readonly waiting: {
    readonly one: (who: string, since: string) => string;
    readonly several: (count: number, who: string, since: string) => string;
  };
  /** What somebody here has to do about an appointment. */
  readonly appointmentTask: Readonly<Record<AppointmentTask, (who: string, when: string) => string>>;
  readonly mail: MailWording;
}

/** By e-mail. Neither numbers nor words of customers: mail passes through many hands. */
export interface MailWording {
  readonly test: readonly [subject: string, text: string];
  readonly waiting: (count: number, since: string) => readonly [subject: string, text: string];
  readonly lineDown: (line: string, since: string, why: string) => readonly [subject: string, text: string];
  readonly lineUp: (line: string) => readonly [subject: string, text: string];
  readonly backup: (why: string) => readonly [subject: string, text: string];
  readonly week: readonly [subject: (range: string) => string, hint: string];
  readonly figures: Readonly<Record<WeekFigure, string>>;
  readonly before: (value: string) => string;
}
