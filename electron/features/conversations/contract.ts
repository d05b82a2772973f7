import { z } from 'zod';
import type { MessageDto } from '../messaging/contract.ts';
import { id, ids, limit, text } from '../../shared/contract-fields.ts';
import { CONVERSATION_VIEWS } from './constants.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { ConversationId, LineId } from '../../shared/ids.ts';
import { instant } from '../../shared/instants.ts';

/** `operator`: the drawer for texts from the network, from programs and from ourselves, which are in no other view. */
export const CONVERSATION_EVENT_KINDS = [
  'call-missed',
  'call-rejected', // by the line's setting
  'called', // somebody here called the customer
  'note', // private; detail: the text of the note
  'closed',
  'reopened',
  'snoozed', // detail: until when, in epoch milliseconds
  'woke',
  'assigned', // detail: the person it is assigned to; null means nobody any more
  'opted-out', // by text; detail: milliseconds from reading it to the block
  'opted-in',
  'consent-question',
  'consent-innocent',
  'consent-given', // detail: what for
  'consent-taken', // detail: what for
  'offers-asked',
  'appointment-booked', // detail: the new appointment, as `YYYY-MM-DD HH:MM service`
  'appointment-confirmed',
  'appointment-moved',
  'appointment-cancelled',
  'appointment-missed',
  'appointment-restored',
  'move-asked', // the customer wants another time
  'person-asked', // the customer wants to talk to somebody
  'paused', // nothing is answered automatically any more
  'resumed',
  'rule', // detail: the rule's name
  'blocked',
  'unblocked',
] as const;

export type ConversationEventKind = (typeof CONVERSATION_EVENT_KINDS)[number];

/** Something other than a message that happened in a conversation. */
export interface ConversationEventDto {
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly at: number;
  readonly kind: ConversationEventKind;
  readonly detail: string | null;
  /** The person who did it, as far as the shop tells its people apart. */
  readonly author: string | null;
}

export interface ConversationDto {
  readonly id: ConversationId;
  readonly lineId: LineId;
  readonly number: string;
  /** The number as people in the SIM's country write it. */
  readonly displayNumber: string;
  readonly contactId: string | null;
  readonly name: string | null;
  readonly blocked: boolean;
  readonly status: 'open' | 'snoozed' | 'closed';
  readonly snoozedUntil: number | null;
  readonly assigneeId: string | null;
  readonly tagIds: readonly string[];
  readonly unread: number;
  /** Since when the customer has been waiting for an answer; null if somebody here wrote last. */
  readonly waitingSince: number | null;
  readonly lastActivityAt: number;
  /** The latest event, if no message came after it. */
  readonly lastEvent: Pick<ConversationEventDto, 'at' | 'kind'> | null;
  readonly lastMessage: Pick<MessageDto, 'direction' | 'text' | 'state' | 'reason' | 'purpose' | 'notBefore'> | null;
  /** The next thing that somebody means to do for this customer. */
  readonly task: { readonly text: string; readonly dueAt: number | null } | null;
  readonly draft: string;
  readonly createdAt: number;
  /** False for a sender's name or a short code: nobody there can be answered. */
  readonly canAnswer: boolean;
  readonly optedOut: boolean;
  /** The message that may be an opt-out: nothing leaves automatically until a person has decided. */
  readonly consentQuestionId: string | null;
  /** Since when nothing is answered automatically there, because a person has taken over. */
  readonly pausedSince: number | null;
  /** From the network, a program or ourselves: shown in the operator's drawer only. */
  readonly isSystem: boolean;
}

export interface ConversationCounts {
  readonly open: number;
  readonly waiting: number;
  /** Open, and assigned to whoever works now. */
  readonly mine: number;
  /** Open, and assigned to nobody. */
  readonly unassigned: number;
  readonly snoozed: number;
  readonly closed: number;
  readonly all: number;
  /** The number of unread conversations in the operator's drawer. */
  readonly operator: number;
}

/** A message or note that contains what was searched for. */
export interface SearchHit {
  readonly conversationId: ConversationId;
  readonly who: string;
  readonly number: string;
  readonly hasName: boolean;
  /** The id of the message or note. */
  readonly id: string;
  readonly kind: 'in' | 'out' | 'note';
  readonly at: number;
  readonly text: string;
}

/** The name that a window makes up for itself, so that the other windows are told what it does. */
const clientId = z.string().min(8).max(80);

/** The state before a change, which is needed to undo it. */
export const conversationSnapshot = z.strictObject({
  id,
  status: z.enum(['open', 'snoozed', 'closed']),
  snoozedUntil: instant.nullable(),
  assigneeId: id.nullable(),
  tagIds: z.array(id).max(200),
  waitingSince: instant.nullable(),
  pausedSince: instant.nullable(),
  unread: z.number().int().min(0),
  readUpTo: z.number().int().min(0),
  /** What the change left behind, with the newest message then. Whatever differs by now was not done by this change. */
  left: z.strictObject({
    status: z.enum(['open', 'snoozed', 'closed']),
    snoozedUntil: instant.nullable(),
    lastMessageId: z.number().int().nullable(),
    lastIncomingId: z.number().int().nullable(),
    lastEventAt: instant.nullable(),
  }),
});

export type ConversationSnapshot = z.infer<typeof conversationSnapshot>;

/**
 * Which part of a conversation: its end, the place where somebody stopped reading, the surroundings of a search hit, or what
 * follows.
 */
export const messageRange = z.union([
  z.strictObject({ from: z.literal('end') }),
  z.strictObject({ from: z.literal('unread') }),
  z.strictObject({ from: z.enum(['before', 'after', 'around']), id }),
]);

export type MessageRange = z.infer<typeof messageRange>;

export interface MessagePage {
  readonly items: readonly MessageDto[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** What happened in the time that this page spans. */
  readonly events: readonly ConversationEventDto[];
  /** The first message that nobody has seen; null if all are seen. */
  readonly firstUnreadId: string | null;
}

export interface SearchAnswer {
  readonly conversations: readonly ConversationDto[];
  readonly hits: readonly SearchHit[];
  /** Search operators that are not understood, as they were written. */
  readonly unknownOperators: readonly string[];
}

/** Conversations: the inbox, its threads, notes, and the search in them. */
export const conversationsContract = {
  methods: {
    'conversations.list': method(
      z.strictObject({
        view: z.enum(CONVERSATION_VIEWS),
        order: z.enum(['newest', 'longest']),
        tagId: id.nullable(),
        assigneeId: id.nullable(),
        after: z.string().max(40).nullable(),
        limit,
      }),
      answer<{ readonly items: readonly ConversationDto[]; readonly next: string | null }>(),
    ),
    'conversations.get': method(z.strictObject({ id }), answer<ConversationDto>()),
    'conversations.messages': method(z.strictObject({ id, range: messageRange, limit }), answer<MessagePage>()),
    'conversations.markRead': method(z.strictObject({ id }), answer<ConversationDto>()),
    'conversations.markUnread': method(z.strictObject({ id }), answer<ConversationDto>()),
    /** Changes several at once; the answer is the state before. */
    'conversations.change': method(
      z.strictObject({
        ids,
        change: z.union([
          z.strictObject({ status: z.enum(['open', 'closed']) }),
          z.strictObject({ snoozeUntil: instant }),
          z.strictObject({ assigneeId: id.nullable() }),
          z.strictObject({ addTagId: id }),
          z.strictObject({ removeTagId: id }),
        ]),
      }),
      answer<{ readonly before: readonly ConversationSnapshot[] }>(),
    ),
    'conversations.restore': method(
      z.strictObject({
        what: z.union([z.enum(['status', 'assignee']), z.strictObject({ tagId: id })]),
        snapshots: z.array(conversationSnapshot).min(1).max(500),
      }),
      answer<{ readonly restored: number }>(),
    ),
    'conversations.setDraft': method(z.strictObject({ id, draft: text, clientId }), answer<ConversationDto>()),
    /** Somebody is writing an answer: the other windows are told, and nothing is stored. */
    'conversations.typing': method(z.strictObject({ id, clientId }), answer<null>()),
    'conversations.logCall': method(z.strictObject({ id }), answer<ConversationEventDto>()),
    'notes.add': method(
      z.strictObject({ conversationId: id, text: z.string().trim().min(1).max(4_000) }),
      answer<ConversationEventDto>(),
    ),
    'notes.edit': method(
      z.strictObject({ id, text: z.string().trim().min(1).max(4_000) }),
      answer<ConversationEventDto>(),
    ),
    /** The answer is the note as it was. */
    'notes.remove': method(z.strictObject({ id }), answer<ConversationEventDto>()),
    'notes.restore': method(
      z.strictObject({
        conversationId: id,
        at: instant,
        text: z.string().min(1).max(4_000),
        author: z.string().max(60).nullable(),
      }),
      answer<ConversationEventDto>(),
    ),
    'search.find': method(z.strictObject({ query: z.string().max(300), limit }), answer<SearchAnswer>()),
  },
  events: {
    'conversation.changed': event<ConversationDto>(),
    /** Also sent when a note was rewritten. */
    'conversation.event': event<ConversationEventDto>(),
    'conversation.eventRemoved': event<ConversationEventDto>(),
    'conversation.typing': event<{
      readonly conversationId: ConversationId;
      readonly clientId: string;
      readonly who: string | null;
    }>(),
    /** A customer has waited too long during opening hours. This is announced once, and louder. */
    'conversation.overdue': event<ConversationDto>(),
  },
} satisfies Contract;
