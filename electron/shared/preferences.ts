import { z } from 'zod';
import { API_PORT } from './access-words.ts';
import { weekHours } from './hours.ts';

/** An address of the web, or nothing. */
const linkTemplate = z
  .string()
  .trim()
  .max(500)
  .regex(/^(https?:\/\/[^\s/?#{}]+.*)?$/);
const months = z.number().int().min(0).max(600);

/** How the owner wants the window, and when there is somebody to answer. */
export const preferences = z.strictObject({
  language: z.enum(['system', 'en', 'de']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  enterSends: z.boolean(),
  /** How long a text can be taken back; 0: it leaves at once. */
  undoSeconds: z.number().int().min(0).max(10),
  notify: z.boolean(),
  /** Off: a notification says that somebody wrote, not what. */
  notifyShowsText: z.boolean(),
  sound: z.boolean(),
  /** A customer who has waited this long in opening hours is announced louder; 0: nobody is. */
  overdueMinutes: z.number().int().min(0).max(240),
  /** When there is somebody to answer, but for special days. */
  hours: weekHours,
  /** When customers may be texted by itself, by their own clock. */
  textingHours: weekHours,
  /** Most parts that a customer gets by itself in seven days; 0: no limit. */
  weeklyParts: z.number().int().min(0).max(1_000),
  /** What the operator takes for one part, in the currency; 0: nothing, or nobody says. */
  partPrice: z.number().min(0).max(1_000),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Parts a month that the SIM's tariff holds; 0: none. */
  bundleParts: z.number().int().min(0).max(1_000_000),
  /** The day of the month on which they begin anew. */
  bundleDay: z.number().int().min(1).max(28),
  /** Whether who writes while nobody is there is told when there will be. */
  closedAnswer: z.boolean(),
  /** In the owner's own words, with {{opens}} and {{place}}; empty: in the program's. */
  closedText: z.string().max(600),
  /** Told by text when a customer has waited too long; empty: nobody is. */
  ownerPhone: z.string().trim().max(40),
  /** Of opening time; 0: never. */
  ownerMinutes: z.number().int().min(0).max(480),
  /** Of a language model on the owner's own computer, OpenAI-compatible; empty: none is asked. */
  modelAddress: z.string().trim().max(200),
  modelName: z.string().trim().max(120),
  /** Who was asked about an appointment and says nothing is asked once more after so long, then rung up; 0: never. */
  followUpHours: z.number().int().min(0).max(168),
  /** How long somebody on the waiting list has to take a time that has come free; 0: none is offered. */
  refillMinutes: z.number().int().min(0).max(1_440),
  /** Whether customers book by text. */
  bookByText: z.boolean(),
  /** A calendar file of another program, or a folder of them, which is followed; empty: none is. */
  calendarFolder: z.string().trim().max(1_000),
  /** What and with whom, where that calendar does not say; empty: that is refused, and whoever is free. */
  calendarService: z.string().max(20),
  calendarResource: z.string().max(20),
  /** How many months each is kept; 0: for ever. */
  keepTexts: months,
  keepAppointments: months,
  keepOrders: months,
  /** Of whom nothing was heard since. */
  keepCustomers: months,
  /** Where backups go; empty: beside the data. */
  backupFolder: z.string().trim().max(1_000),
  /** Where other programs reach the desk on this computer, as long as one has a key. */
  apiPort: z.number().int().min(1_024).max(65_535),
  /** With what is put in between double braces; empty: nobody is asked to pay. */
  paymentLink: linkTemplate,
  /** To the customer in the shop's other program; empty: there is none. */
  crmLink: linkTemplate,
  closeToTray: z.boolean(),
  startAtLogin: z.boolean(),
  /** It was said once that the program goes on in the tray. */
  trayExplained: z.boolean(),
  /** The first steps are done, or somebody wanted none. */
  welcomed: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

const WORKDAY = [{ from: '09:00', to: '18:00' }];
const TEXTING = [{ from: '09:00', to: '20:00' }];
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  enterSends: true,
  undoSeconds: 5,
  notify: true,
  notifyShowsText: true,
  sound: true,
  overdueMinutes: 15,
  hours: [[], WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [{ from: '09:00', to: '13:00' }]],
  textingHours: Array.from({ length: 7 }, () => TEXTING),
  weeklyParts: 12,
  partPrice: 0,
  currency: 'EUR',
  bundleParts: 0,
  bundleDay: 1,
  closedAnswer: false,
  closedText: '',
  ownerPhone: '',
  ownerMinutes: 30,
  modelAddress: '',
  modelName: '',
  followUpHours: 24,
  refillMinutes: 60,
  bookByText: false,
  calendarFolder: '',
  calendarService: '',
  calendarResource: '',
  keepTexts: 0,
  keepAppointments: 0,
  keepOrders: 0,
  keepCustomers: 0,
  backupFolder: '',
  apiPort: API_PORT,
  paymentLink: '',
  crmLink: '',
  closeToTray: true,
  startAtLogin: false,
  trayExplained: false,
  welcomed: false,
};
