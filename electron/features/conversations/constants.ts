/** The lists of the inbox. */
export const CONVERSATION_VIEWS = [
  'open',
  'waiting',
  'mine',
  'unassigned',
  'snoozed',
  'closed',
  'all',
  'operator',
] as const;
export type ConversationListView = (typeof CONVERSATION_VIEWS)[number];

/** Views of open conversations that can be sorted by who has waited longest. */
export const SORTABLE_VIEWS: ReadonlySet<ConversationListView> = new Set(['open', 'mine', 'unassigned']);
/** Views that say something only where the shop tells its team apart. */
export const TEAM_VIEWS: ReadonlySet<ConversationListView> = new Set(['mine', 'unassigned']);
