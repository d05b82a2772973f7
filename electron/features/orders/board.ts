import type { CountryCode } from '../../shared/phone.ts';
import type { NewOrder } from '../../shared/orders.ts';
import type { Result } from '../../shared/result.ts';
import type { OrderRow } from './repository.ts';
import type { OrderColumns } from './columns.ts';
import type { OrderDto } from './contract.ts';
import type { NotifyOptions } from './order-texts.ts';

/** What somebody changes in an order; fields left out keep their value. */
export type OrderChange = { readonly [K in keyof NewOrder]?: NewOrder[K] | undefined } & {
  readonly columnId?: string | undefined;
};

/** The board that a list of orders is imported into. */
export interface OrderBoard {
  readonly country: CountryCode;
  readonly columns: OrderColumns;
  readonly openOf: (reference: string) => OrderRow | null;
  readonly findSameClosed: (order: NewOrder) => OrderDto | null;
  readonly add: (order: NewOrder & { readonly columnId?: string | undefined }, how: NotifyOptions) => Result<OrderDto>;
  readonly change: (id: string, change: OrderChange, how: NotifyOptions) => Result<OrderDto>;
  readonly setRemoved: (id: string, removed: boolean) => Result<OrderDto>;
  readonly toDto: (row: OrderRow) => OrderDto;
}
