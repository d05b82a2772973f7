/** The pages of the help by their groups, both in the order in which they are listed. Each page is in exactly one group. */
export const HELP_GROUPS = {
  start: [
    'first-steps',
    'sample-data',
    'connect-modem',
    'which-modem',
    'keyboard',
    'team',
    'phone-tablet',
    'appearance',
    'notifications',
  ],
  messages: [
    'inbox',
    'views-and-search',
    'send-later',
    'saved-replies',
    'suggested-replies',
    'faq',
    'automations',
    'away-message',
    'escalation',
    'tasks',
    'notes-and-tags',
    'conversation-assignment',
    'delivery-states',
    'missed-while-offline',
    'long-messages',
    'pictures-and-calls',
  ],
  customers: [
    'customers',
    'customer-fields',
    'import-customers',
    'groups',
    'group-sends',
    'consent',
    'qr-code',
    'opt-out',
    'block',
    'merge',
    'erase-and-export',
    'verified-record',
  ],
  appointments: [
    'calendar',
    'services-and-staff',
    'opening-hours',
    'reminders',
    'book-by-text',
    'waitlist',
    'recurring-appointments',
    'import-calendar',
  ],
  orders: ['orders', 'payments', 'surveys', 'recurring-messages', 'reports', 'costs'],
  line: [
    'line-page',
    'several-lines',
    'sending-limits',
    'sending-hours',
    'line-no-modem',
    'line-unplugged',
    'line-sim-missing',
    'line-sim-failed',
    'line-pin',
    'line-pin-wrong',
    'line-puk',
    'line-searching',
    'line-denied',
    'line-weak-signal',
    'line-sending-refused',
    'line-message-center',
    'line-balance',
    'line-storage-full',
    'line-no-storage',
    'line-busy',
    'line-no-permission',
    'line-port',
    'line-unresponsive',
    'line-text-mode',
    'line-other-sim',
    'cant-reach',
  ],
  data: [
    'backup',
    'restore',
    'damaged-data',
    'disk-full',
    'move-to-another-computer',
    'privacy',
    'api-and-webhooks',
    'updates',
  ],
  law: ['law-overview', 'law-us-canada', 'law-eu-uk', 'law-other'],
} as const;
export type HelpGroup = keyof typeof HELP_GROUPS;
export type HelpPageId = (typeof HELP_GROUPS)[HelpGroup][number];

/** The pages of the help, in the order in which they are listed. */
export const HELP_PAGES: readonly HelpPageId[] = Object.values(HELP_GROUPS).flat();

export interface HelpPage {
  readonly title: string;
  /** One sentence, for the list of what a search has found. */
  readonly summary: string;
  /** Everyday words, in lower case, that find the page though it does not use them. */
  readonly sought: readonly string[];
  /**
   * Paragraphs divided by an empty line. `- ` begins an entry of a list and `1. ` a step, `## ` a heading; `**…**` is the name of
   * something in the window; `[words](help:page)` and `[words](settings:section)` are links.
   */
  readonly body: string;
}
export type HelpPages = Readonly<Record<HelpPageId, HelpPage>>;
