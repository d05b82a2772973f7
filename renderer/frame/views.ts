import Building from '@lucide/svelte/icons/building-2';
import Check from '@lucide/svelte/icons/check';
import Clock from '@lucide/svelte/icons/clock';
import List from '@lucide/svelte/icons/list';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Moon from '@lucide/svelte/icons/moon';
import User from '@lucide/svelte/icons/user';
import UserX from '@lucide/svelte/icons/user-x';
import {
  CONVERSATION_VIEWS,
  TEAM_VIEWS,
  type ConversationListView,
} from '../../electron/features/conversations/constants.ts';
import type { AppStore } from './app-store.svelte.ts';

export const VIEW_ICONS = {
  open: MessageSquare,
  waiting: Clock,
  mine: User,
  unassigned: UserX,
  snoozed: Moon,
  closed: Check,
  all: List,
  operator: Building,
} as const;

/** Whether it is looked at now and then only. What came from the carrier is not hidden. */
export function isMoreView(desk: AppStore, view: ConversationListView): boolean {
  if (view === 'operator') return desk.app?.counts.conversations.operator === 0;
  return view === 'closed' || view === 'all';
}

/** Those that a shop has, what needs somebody first: one of a single person has nobody to assign to. */
export function shownViews(desk: AppStore): readonly ConversationListView[] {
  const shown = CONVERSATION_VIEWS.filter((view) => !TEAM_VIEWS.has(view) || (desk.app?.people.length ?? 0) > 0);
  return ['waiting', ...shown.filter((view) => view !== 'waiting')];
}
