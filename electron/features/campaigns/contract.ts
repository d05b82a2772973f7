import { z } from 'zod';
import type { MessageState, MessageDto } from '../messaging/contract.ts';
import { id, limit } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import { type LeftOut, groupTextOrder } from '../../shared/group-texts.ts';
import type { ConversationId } from '../../shared/ids.ts';
import type { Reason } from '../../shared/reason.ts';

/** What would come of one text to many. */
export interface GroupTextPreviewDto {
  /** Of those who were chosen so many get it, and the others not. */
  readonly chosen: number;
  readonly receivers: number;
  readonly leftOut: readonly { readonly reason: LeftOut; readonly count: number }[];
  /** Of how many something is not known that the text wants to say. */
  readonly lacking: readonly { readonly name: string; readonly count: number }[];
  /** How many had the very same words in the last days. */
  readonly hadIt: number;
  /** Of all together, and of the longest. */
  readonly parts: number;
  readonly mostParts: number;
  /** In the shop's currency; 0: it costs nothing, or nobody says. */
  readonly cost: number;
  /** When the last would have left if nothing else is sent; null: that cannot be told. */
  readonly endsAt: number | null;
  readonly examples: readonly {
    readonly who: string;
    readonly displayNumber: string;
    readonly text: string;
    readonly parts: number;
  }[];
}

/** One text to many, and what became of it. */
export interface GroupTextDto {
  readonly id: string;
  /** The group's; or how many were chosen, in digits. */
  readonly name: string;
  readonly text: string;
  readonly purpose: 'service' | 'offer';
  readonly state: 'on' | 'paused' | 'stopped' | 'over';
  /**
   * `came-due`: its time came while the program was not running, or the line was away; `restored`: a backup was put back, and some may
   * have had it since.
   */
  readonly pausedFor: 'person' | 'came-due' | 'restored' | null;
  readonly startsAt: number;
  readonly createdAt: number;
  readonly author: string | null;
  readonly nextAt: number | null;
  readonly receivers: number;
  readonly counts: Readonly<Partial<Record<GroupTextReceiverDto['state'], number>>>;
  /** Why some did not get it. */
  readonly failures: readonly { readonly reason: Reason | null; readonly count: number }[];
  /** How many wrote after it, and how many wanted no more texts after it. */
  readonly answered: number;
  readonly optedOut: number;
}

export interface GroupTextReceiverDto {
  /** Null: no customer any more. */
  readonly contactId: string | null;
  readonly number: string;
  readonly displayNumber: string;
  readonly name: string;
  readonly who: string;
  /** As the message's; `waiting`: its turn has not come yet; `gone`: it was sent and is not kept any more. */
  readonly state: MessageState | 'waiting' | 'skipped' | 'gone';
  readonly reason: Reason | null;
  /** When it left or arrived, or is due. */
  readonly at: number | null;
  readonly conversationId: ConversationId | null;
  readonly answered: boolean;
}

export interface GroupTextPageDto {
  readonly groupText: GroupTextDto;
  readonly items: readonly GroupTextReceiverDto[];
  readonly next: string | null;
}

/** One text to many. */
export const campaignsContract = {
  methods: {
    'groupTexts.preview': method(groupTextOrder, answer<GroupTextPreviewDto>()),
    /** To oneself, as the first of them gets it. */
    'groupTexts.test': method(
      z.strictObject({ order: groupTextOrder, number: z.string().max(40) }),
      answer<MessageDto>(),
    ),
    /** `confirmed`: how many it goes to, as somebody has typed it. The same key is the same group text. */
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
    /** What became of each, as a table. */
    'groupTexts.table': method(z.strictObject({ id }), answer<{ readonly table: string }>()),
  },
  events: {
    /** One text to many has gone a step further. */
    'groupText.changed': event<{ readonly id: string }>(),
  },
} satisfies Contract;
