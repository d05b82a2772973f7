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
  /** The number that the shop itself gives the order. */
  readonly reference: string;
  /** E.164; null if nobody is texted. */
  readonly number: string | null;
  /** The customer's name as the counter knows it; empty if unknown. */
  readonly who: string;
  readonly name: string;
  /** What was ordered. */
  readonly note: string;
  readonly columnId: string;
  /** When the order came into this column. */
  readonly movedAt: number;
  readonly createdAt: number;
  /** Nothing is left to do for the order. */
  readonly isOver: boolean;
  readonly isRemoved: boolean;
  /** The conversation with the customer; null if they were never texted. */
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
    /** A null column means the first. */
    'orders.add': method(newOrder.safeExtend({ columnId: id.nullable(), tell: z.boolean() }), answer<OrderDto>()),
    /** If the number changes, the new number is told where the order stands, provided that the column tells. */
    'orders.change': method(newOrder.safeExtend({ id, tell: z.boolean() }), answer<OrderDto>()),
    /** The customer is told if the column tells. */
    'orders.move': method(z.strictObject({ id, columnId: id, tell: z.boolean() }), answer<OrderDto>()),
    'orders.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<OrderDto>()),
    /** Replaces the whole board; new columns have a null id. */
    'orders.setColumns': method(
      z.strictObject({
        columns: z
          .array(orderColumn.safeExtend({ id: id.nullable() }))
          .min(1)
          .max(MOST_COLUMNS),
      }),
      answer<readonly OrderColumnDto[]>(),
    ),
    /** Imports the orders of a table; `dryRun` only says what the import would do. */
    'orders.import': method(
      z.strictObject({
        table: z.string().max(5_000_000),
        tell: z.boolean(),
        /** What each column holds; without it the headings decide. */
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
