import { z } from 'zod';
import type { MessageState, MessageDto } from '../messaging/contract.ts';
import { id, limit } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import { type LeftOut, groupTextOrder } from '../../shared/group-texts.ts';
import type { ConversationId } from '../../shared/ids.ts';
import type { Reason } from '../../shared/reason.ts';

/** What one message to many would do. */
export interface GroupTextPreviewDto {
  /** How many were chosen, and how many of them get the message. */
  readonly chosen: number;
  readonly receivers: number;
  readonly leftOut: readonly { readonly reason: LeftOut; readonly count: number }[];
  /** For how many recipients something is unknown that the text wants to say. */
  readonly lacking: readonly { readonly name: string; readonly count: number }[];
  /** How many got the very same words in the last days. */
  readonly hadIt: number;
  /** The parts of all messages together, and of the longest one. */
  readonly parts: number;
  readonly mostParts: number;
  /** In the shop's currency; 0: it costs nothing, or the price is unknown. */
  readonly cost: number;
  /** When the last message would have left if nothing else is sent; null: this cannot be told. */
  readonly endsAt: number | null;
  readonly examples: readonly {
    readonly who: string;
    readonly displayNumber: string;
    readonly text: string;
    readonly parts: number;
  }[];
}

/** One message to many, and what became of it. */
export interface GroupTextDto {
  readonly id: string;
  /** The name of the group, or how many were chosen, in digits. */
  readonly name: string;
  readonly text: string;
  readonly purpose: 'service' | 'offer';
  readonly state: 'on' | 'paused' | 'stopped' | 'over';
  /**
   * `came-due`: its time came while the program was not running, or the line was away; `restored`: a backup was restored, and
   * some may have got the message since.
   */
  readonly pausedFor: 'person' | 'came-due' | 'restored' | null;
  readonly startsAt: number;
  readonly createdAt: number;
  readonly author: string | null;
  readonly nextAt: number | null;
  readonly receivers: number;
  readonly counts: Readonly<Partial<Record<GroupTextReceiverDto['state'], number>>>;
  /** Why some recipients did not get it. */
  readonly failures: readonly { readonly reason: Reason | null; readonly count: number }[];
  /** How many recipients wrote after it, and how many opted out after it. */
  readonly answered: number;
  readonly optedOut: number;
}

export interface GroupTextReceiverDto {
  /** Null: they are no longer a customer. */
  readonly contactId: string | null;
  readonly number: string;
  readonly displayNumber: string;
  readonly name: string;
  readonly who: string;
  /** The message's state, or `waiting`: its turn has not come yet; `gone`: it was sent and is no longer kept. */
  readonly state: MessageState | 'waiting' | 'skipped' | 'gone';
  readonly reason: Reason | null;
  /** When the message left or arrived, or when it is due. */
  readonly at: number | null;
  readonly conversationId: ConversationId | null;
  readonly answered: boolean;
}

export interface GroupTextPageDto {
  readonly groupText: GroupTextDto;
  readonly items: readonly GroupTextReceiverDto[];
  readonly next: string | null;
}

/** One message to many. */
export const campaignsContract = {
  methods: {
    'groupTexts.preview': method(groupTextOrder, answer<GroupTextPreviewDto>()),
    /** Sends the message to oneself, as the first recipient would get it. */
    'groupTexts.test': method(
      z.strictObject({ order: groupTextOrder, number: z.string().max(40) }),
      answer<MessageDto>(),
    ),
    /** `confirmed`: the number of recipients that somebody has typed. The same key is the same campaign. */
    'groupTexts.start': method(
      z.strictObject({
        order: groupTextOrder,
        key: z.string().min(8).max(80),
        confirmed: z.number().int().min(0),
      }),
      answer<GroupTextDto>(),
    ),
    'groupTexts.list': method(z.strictObject({}), answer<readonly GroupTextDto[]>()),
    'groupTexts.page': method(
      z.strictObject({ id, after: z.string().max(20).nullable(), limit }),
      answer<GroupTextPageDto>(),
    ),
    'groupTexts.setPaused': method(z.strictObject({ id, paused: z.boolean() }), answer<GroupTextDto>()),
    'groupTexts.stop': method(z.strictObject({ id }), answer<GroupTextDto>()),
    /** What became of each recipient's message, as a table. */
    'groupTexts.table': method(z.strictObject({ id }), answer<{ readonly table: string }>()),
  },
  events: {
    /** The state of one message to many has changed. */
    'groupText.changed': event<{ readonly id: string }>(),
  },
} satisfies Contract;
