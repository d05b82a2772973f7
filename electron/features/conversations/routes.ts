import { z } from 'zod';
import { unwrap } from '../../core/refusal-error.ts';
import { byId, pageLimit, pageOf, route, type PublicEvents, type RestRoutes } from '../../core/rest-route.ts';
import { compact, instant, iso } from '../../core/wire.ts';
import { CONVERSATION_VIEWS } from './constants.ts';
import type { ConversationEventDto, ConversationDto, conversationsContract } from './contract.ts';
import type { Conversations } from './conversations.ts';

interface Services {
  readonly conversations: Conversations;
}

const conversationChange = z.strictObject({ status: z.enum(['open', 'closed']) });

const conversationQuery = z.strictObject({
  view: z.enum(CONVERSATION_VIEWS).default('open'),
  after: z.string().max(40).optional(),
  limit: pageLimit(200, 50),
});

const conversation = z.object({
  id: z.string(),
  lineId: z.string(),
  number: z.string(),
  name: z.string().optional(),
  status: z.enum(['open', 'snoozed', 'closed']),
  unread: z.int(),
  waitingSince: instant.optional(),
  lastActivityAt: instant,
});

function toConversation(view: ConversationDto): z.infer<typeof conversation> {
  return compact({
    id: view.id,
    lineId: view.lineId,
    number: view.number,
    name: view.name,
    status: view.status,
    unread: view.unread,
    waitingSince: iso(view.waitingSince),
    lastActivityAt: iso(view.lastActivityAt),
  }) as z.infer<typeof conversation>;
}

function toConversationEvent(view: ConversationEventDto): object {
  const { id, conversationId, kind, at } = view;
  return { id, conversationId, kind, at: new Date(at).toISOString() };
}

/** The REST routes through which other programs use conversations. */
export const conversationsRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'get',
    path: '/conversations',
    scope: 'messages:read',
    summary: 'List conversations',
    request: { query: conversationQuery },
    answer: [200, 'A page', pageOf(conversation)],
    handle({ query: { view, after, limit } }) {
      const wanted = { view, order: 'newest', tag: null, assignee: null } as const;
      const { items, next } = unwrap(services().conversations.list(wanted, after ?? null, limit));
      return { items: items.map(toConversation), next };
    },
  }),
  route({
    method: 'get',
    path: '/conversations/{id}',
    scope: 'messages:read',
    summary: 'Get a conversation',
    request: byId,
    answer: [200, 'The conversation', conversation],
    handle: ({ params }) => toConversation(unwrap(services().conversations.get(params.id))),
  }),
  route({
    method: 'patch',
    path: '/conversations/{id}',
    scope: 'messages:write',
    summary: 'Close or reopen a conversation',
    request: { ...byId, body: conversationChange },
    answer: [200, 'The updated item', conversation],
    handle({ params: { id }, body: { status } }) {
      const { conversations } = services();
      unwrap(conversations.change([id], { status }));
      return toConversation(unwrap(conversations.get(id)));
    },
  }),
];

export const conversationsEvents = (): PublicEvents<typeof conversationsContract> => ({
  'conversation.changed': { scope: 'messages:read', toData: toConversation },
  'conversation.event': {
    scope: 'messages:read',
    // Notes are private.
    toData: (event) => (event.kind === 'note' ? null : toConversationEvent(event)),
  },
});
