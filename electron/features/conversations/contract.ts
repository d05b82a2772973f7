import { z } from 'zod';
import type { MessageDto } from '../messaging/contract.ts';
import { id, ids, limit, text } from '../../shared/contract-fields.ts';
import { CONVERSATION_VIEWS } from './constants.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { ConversationId, LineId } from '../../shared/ids.ts';
import { instant } from '../../shared/instants.ts';

/** `operator`: the drawer for texts of the network, of programs and of ourselves, which are in no other view. */
export const CONVERSATION_EVENT_KINDS = [
  'call-missed',
  'call-rejected', // by the line's setting
  'called', // somebody here rang the customer
  'note', // private; detail: its words
  'closed',
  'reopened',
  'snoozed', // detail: until when, epoch milliseconds
  'woke',
  'assigned', // detail: to whom; null: to nobody any more
  'opted-out', // by text: detail: milliseconds from reading it to the block
  'opted-in',
  'consent-question',
  'consent-innocent',
  'consent-given', // detail: what for
  'consent-taken', // detail: what for
  'offers-asked',
  'appointment-booked', // detail: what it is now, as `YYYY-MM-DD HH:MM service`
  'appointment-confirmed',
  'appointment-moved',
  'appointment-cancelled',
  'appointment-missed',
  'appointment-restored',
  'move-asked', // the customer wants another time
  'person-asked', // the customer wants to talk to somebody
  'paused', // nothing is answered by itself any more
  'resumed',
  'rule', // detail: its name
  'blocked',
  'unblocked',
] as const;

export type ConversationEventKind = (typeof CONVERSATION_EVENT_KINDS)[number];

/** Something that happened in a conversation beside texts. */
export interface ConversationEventDto {
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly at: number;
  readonly kind: ConversationEventKind;
  readonly detail: string | null;
  /** Who did it, as far as the shop tells its people apart. */
  readonly author: string | null;
}

export interface ConversationDto {
  readonly id: ConversationId;
  readonly lineId: LineId;
  readonly number: string;
  /** As people of the SIM's country write it. */
  readonly displayNumber: string;
  readonly contactId: string | null;
  readonly name: string | null;
  readonly blocked: boolean;
  readonly status: 'open' | 'snoozed' | 'closed';
  readonly snoozedUntil: number | null;
  readonly assigneeId: string | null;
  readonly tagIds: readonly string[];
  readonly unread: number;
  /** Since when the customer has had the last word; null: somebody here has had it. */
  readonly waitingSince: number | null;
  readonly lastActivityAt: number;
  /** What happened last beside texts, if nothing was said since. */
  readonly lastEvent: Pick<ConversationEventDto, 'at' | 'kind'> | null;
  readonly lastMessage: Pick<MessageDto, 'direction' | 'text' | 'state' | 'reason' | 'purpose' | 'notBefore'> | null;
  /** The next thing that somebody means to do for this customer. */
  readonly task: { readonly text: string; readonly dueAt: number | null } | null;
  readonly draft: string;
  readonly createdAt: number;
  /** Nobody answers a sender's name or a short code. */
  readonly canAnswer: boolean;
  readonly optedOut: boolean;
  /** The text that may ask for no more: nothing leaves by itself until a person has decided. */
  readonly consentQuestionId: string | null;
  /** Since when nothing is answered by itself there: a person has taken over. */
  readonly pausedSince: number | null;
  /** Of the network, of a program, of ourselves: shown in the operator's drawer only. */
  readonly isSystem: boolean;
}

export interface ConversationCounts {
  readonly open: number;
  readonly waiting: number;
  readonly snoozed: number;
  readonly closed: number;
  readonly all: number;
  /** Unread in the operator's drawer. */
  readonly operator: number;
}

/** A text or a note that holds what was looked for. */
export interface SearchHit {
  readonly conversationId: ConversationId;
  readonly who: string;
  readonly number: string;
  readonly hasName: boolean;
  /** The text's or the note's id. */
  readonly id: string;
  readonly kind: 'in' | 'out' | 'note';
  readonly at: number;
  readonly text: string;
}

/** A window's own name, made up by it: what it does is told to the others. */
const clientId = z.string().min(8).max(80);

/** What was before a change, for undoing it. */
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
  /** What the change made of it, and the newest of what came in: what is otherwise by now was not this change. */
  left: z.strictObject({
    status: z.enum(['open', 'snoozed', 'closed']),
    snoozedUntil: instant.nullable(),
    lastMessageId: z.number().int().nullable(),
    lastIncomingId: z.number().int().nullable(),
    lastEventAt: instant.nullable(),
  }),
});

export type ConversationSnapshot = z.infer<typeof conversationSnapshot>;

/** Which part of a conversation: its end, where somebody stopped reading, around something found, or what follows. */
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
  /** What happened in the time this page spans. */
  readonly events: readonly ConversationEventDto[];
  /** The first text nobody has seen; null: all are seen. */
  readonly firstUnreadId: string | null;
}

export interface SearchAnswer {
  readonly conversations: readonly ConversationDto[];
  readonly hits: readonly SearchHit[];
  /** Operators that mean nothing, as they were written. */
  readonly unknownOperators: readonly string[];
}

/** Conversations: the inbox, its threads, notes, and what is found in them. */
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
    /** Changes several at once; answers what was before. */
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
    /** Somebody is writing an answer: told to the other windows, kept nowhere. */
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
    /** Answers: the note as it was. */
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
    /** Also for a note that was written anew. */
    'conversation.event': event<ConversationEventDto>(),
    'conversation.eventRemoved': event<ConversationEventDto>(),
    'conversation.typing': event<{
      readonly conversationId: ConversationId;
      readonly clientId: string;
      readonly who: string | null;
    }>(),
    /** A customer has waited too long in opening hours: louder, once. */
    'conversation.overdue': event<ConversationDto>(),
  },
} satisfies Contract;
