import { z } from 'zod';
import type { ImportDto } from '../imports/contract.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { ConversationId } from '../../shared/ids.ts';
import { MOST_TABLE_COLUMNS, ORDER_FIELDS } from '../../shared/import-words.ts';
import { MOST_COLUMNS, type OrderColumn, newOrder, orderColumn } from '../../shared/orders.ts';

/** A column of the board of orders. */
export interface OrderColumnDto extends OrderColumn {
  readonly id: string;
}

export interface OrderDto {
  readonly id: string;
  /** The shop's own number. */
  readonly reference: string;
  /** E.164; null: nobody who is texted. */
  readonly number: string | null;
  /** As somebody at the counter knows them; empty: nobody knows. */
  readonly who: string;
  readonly name: string;
  /** What it is. */
  readonly note: string;
  readonly columnId: string;
  /** Since when it stands there. */
  readonly movedAt: number;
  readonly createdAt: number;
  /** Nothing is left to do about it. */
  readonly isOver: boolean;
  readonly isRemoved: boolean;
  /** Where the customer is texted; null: they never were. */
  readonly conversationId: ConversationId | null;
}

/** Everything that stands on the board. */
export interface BoardDto {
  readonly orders: readonly OrderDto[];
}

/** The board of orders. */
export const ordersContract = {
  methods: {
    'orders.board': method(z.strictObject({}), answer<BoardDto>()),
    'orders.ofCustomer': method(z.strictObject({ conversationId: id }), answer<readonly OrderDto[]>()),
    /** Column null: the first. */
    'orders.add': method(newOrder.safeExtend({ columnId: id.nullable(), tell: z.boolean() }), answer<OrderDto>()),
    /** Another number is told where the order stands, if the column says so. */
    'orders.change': method(newOrder.safeExtend({ id, tell: z.boolean() }), answer<OrderDto>()),
    /** The customer is told, where the column says so. */
    'orders.move': method(z.strictObject({ id, columnId: id, tell: z.boolean() }), answer<OrderDto>()),
    'orders.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<OrderDto>()),
    /** The whole board; ids are null for new columns. */
    'orders.setColumns': method(
      z.strictObject({
        columns: z
          .array(orderColumn.safeExtend({ id: id.nullable() }))
          .min(1)
          .max(MOST_COLUMNS),
      }),
      answer<readonly OrderColumnDto[]>(),
    ),
    /** The orders of a table; `dryRun`: what would come of it. */
    'orders.import': method(
      z.strictObject({
        table: z.string().max(5_000_000),
        tell: z.boolean(),
        /** What each column holds; left out: by its headings. */
        columns: z.array(z.enum(ORDER_FIELDS).nullable()).max(MOST_TABLE_COLUMNS).nullable().optional(),
        dryRun: z.boolean(),
      }),
      answer<ImportDto>(),
    ),
  },
  events: {
    'order.changed': event<OrderDto>(),
  },
} satisfies Contract;
