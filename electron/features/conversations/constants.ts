/** The lists of the inbox. */
export const CONVERSATION_VIEWS = ['open', 'waiting', 'snoozed', 'closed', 'all', 'operator'] as const;
export type ConversationListView = (typeof CONVERSATION_VIEWS)[number];
