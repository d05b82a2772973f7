import type { SettingWords } from '../setting-words.ts';

const minutes = (n: number): string => `${n} min`;
const hours = (n: number): string => (n === 1 ? '1 hour' : `${n} hours`);

export const enSettings: SettingWords = {
  shopName: { label: 'Shop name', hint: 'Shown at the top left.' },
  customerLanguage: {
    label: 'Language for customers',
    hint: 'Used for automatic messages until you know a customer’s own language.',
    options: { auto: 'The language of your country' },
  },
  failover: { label: 'When a line is down for five minutes, its automatic messages may be sent from another line' },
  partPrice: {
    label: 'Price per SMS',
    hint: 'What your carrier charges; 0 with a flat rate.',
    bad: 'Enter an amount like 0.07.',
  },
  bundleParts: {
    label: 'SMS included in your plan per month',
    hint: 'Only SMS beyond these cost extra; 0 if none are included.',
    bad: 'Enter a whole number, like 1000.',
  },
  bundleDay: { label: 'Plan renews on day', option: String },
  theme: { label: 'Theme', options: { system: 'System', light: 'Light', dark: 'Dark' } },
  density: { label: 'Density', options: { comfortable: 'Comfortable', compact: 'Compact' } },
  language: { label: 'Language', options: { system: 'System' } },
  undoSeconds: {
    label: 'Undo send for',
    option: (n) => (n === 0 ? 'Off' : n === 1 ? '1 second' : `${n} seconds`),
  },
  enterSends: { label: 'Enter sends (otherwise Ctrl+Enter)' },
  notify: { label: 'Notify me when a customer writes' },
  notifyShowsText: { label: 'Show name and message in notifications' },
  sound: { label: 'Play a sound' },
  overdueMinutes: {
    label: 'Escalate when a customer has waited',
    hint: 'Only opening hours count.',
    option: (n) => (n === 0 ? 'Never' : minutes(n)),
  },
  ownerMinutes: { label: 'When a customer has waited', option: (n) => (n === 0 ? 'Never' : minutes(n)) },
  closeToTray: { label: 'Keep running in the tray when the window is closed' },
  startAtLogin: { label: 'Start when you log in' },
  hours: {
    label: 'Opening hours',
    hint: 'When someone is there to answer. No escalations outside these hours.',
    none: 'Closed',
  },
  textingHours: {
    label: 'Sending hours for automatic messages',
    hint: 'Automatic messages are only sent during these hours (customer’s local time). Messages you write are always sent right away.',
    none: 'Never',
  },
  weeklyParts: {
    label: 'Maximum automatic messages per customer per week',
    hint: 'Counted in SMS, across everything automatic.',
    option: (n) => (n === 0 ? 'No limit' : `${n} SMS`),
  },
  closedAnswer: {
    label: 'Send an away message outside opening hours',
    hint: 'Says when you open. Sent once for each time you are closed, never while you are in a conversation with the customer.',
  },
  followUpHours: {
    label: 'No reply: ask again after',
    hint: 'If there’s still no reply, you get a task to call.',
    option: (n) => (n === 0 ? 'Never' : hours(n)),
  },
  refillMinutes: {
    label: 'How long a waitlist offer stays open',
    option: (n) => (n === 0 ? 'No offers' : n < 60 ? `${n} minutes` : n === 60 ? '1 hour' : `${n / 60} hours`),
  },
  bookByText: {
    label: 'Let customers book by text',
    hint: 'Customers who text “appointment” are offered services and free times.',
  },
};
