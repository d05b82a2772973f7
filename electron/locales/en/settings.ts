import type { SettingWords } from '../setting-words.ts';

const minutes = (n: number): string => `${n} min`;
const hours = (n: number): string => (n === 1 ? '1 hour' : `${n} hours`);

export const enSettings: SettingWords = {
  shopName: { label: 'Name of the shop', hint: 'Stands at the top left.' },
  customerLanguage: {
    label: 'Language for customers',
    hint: 'Used for automatic messages until you know a customer’s own language.',
    options: { auto: 'The language of your country' },
  },
  failover: { label: 'When one line is down for five minutes, its automatic texts may leave by another line.' },
  partPrice: {
    label: 'Price of one text part',
    hint: 'What your operator takes; 0 with a flat rate.',
    bad: 'Write it like 0.07.',
  },
  bundleParts: {
    label: 'Parts in your tariff, a month',
    hint: 'Only those beyond them are paid for; 0 without any.',
    bad: 'Write a whole number, like 1000.',
  },
  bundleDay: { label: 'Begins anew on day', option: String },
  theme: { label: 'Colours', options: { system: 'As the computer', light: 'Light', dark: 'Dark' } },
  density: { label: 'Rows', options: { comfortable: 'Roomy', compact: 'Close together' } },
  language: { label: 'Language', options: { system: 'As the computer' } },
  undoSeconds: {
    label: 'A text can be taken back for',
    option: (n) => (n === 0 ? 'Not at all' : n === 1 ? '1 second' : `${n} seconds`),
  },
  enterSends: { label: 'Enter sends (otherwise Ctrl+Enter does)' },
  notify: { label: 'Show a notification when a customer writes' },
  notifyShowsText: { label: 'With the customer’s name and words' },
  sound: { label: 'Play a sound' },
  overdueMinutes: {
    label: 'Call louder when a customer has waited',
    hint: 'Counted in opening hours only.',
    option: (n) => (n === 0 ? 'Never' : minutes(n)),
  },
  ownerMinutes: { label: 'When a customer has waited', option: (n) => (n === 0 ? 'Never' : minutes(n)) },
  closeToTray: { label: 'Closing the window leaves the line working in the tray' },
  startAtLogin: { label: 'Start when you log in' },
  hours: {
    label: 'Opening hours',
    hint: 'When somebody is there to answer. Nobody is called louder outside of these hours.',
    none: 'Closed',
  },
  textingHours: {
    label: 'When customers are texted by itself',
    hint: 'Reminders, surveys and offers wait for these hours, by the customer’s clock. What you write yourself leaves at any time.',
    none: 'Never',
  },
  weeklyParts: {
    label: 'Most that a customer gets by itself in a week',
    hint: 'Counted over everything that leaves by itself. A long text counts as several.',
    option: (n) => (n === 0 ? 'No limit' : n === 1 ? '1 text' : `${n} texts`),
  },
  closedAnswer: {
    label: 'While you are closed, tell who writes when you open',
    hint: 'Once for each time you are closed, and never while you are talking with the customer.',
  },
  followUpHours: {
    label: 'No answer to a question: ask once more after',
    hint: 'After that there is a task to ring the customer.',
    option: (n) => (n === 0 ? 'Never' : hours(n)),
  },
  refillMinutes: {
    label: 'Somebody on the waiting list has so long to take a time that has come free',
    option: (n) => (n === 0 ? 'Offer none' : n < 60 ? `${n} minutes` : n === 60 ? '1 hour' : `${n / 60} hours`),
  },
  bookByText: {
    label: 'Customers may book by text',
    hint: 'Who writes “appointment” is offered services and free times.',
  },
};
