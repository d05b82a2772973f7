import type { Orders } from './orders.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { ordersContract } from './contract.ts';

interface Services {
  readonly orders: Orders;
}

export function ordersHandlers({ orders }: Services): Handlers<typeof ordersContract> {
  return {
    'orders.board': () => ok(orders.board()),
    'orders.ofCustomer': ({ conversationId }) => orders.ofCustomer(conversationId),
    'orders.add': ({ columnId, tell, ...order }) =>
      orders.add({ ...order, columnId: columnId ?? undefined }, { tell, canBeUndone: true }),
    'orders.change': ({ id, tell, ...order }) => orders.change(id, order, { tell, canBeUndone: true }),
    'orders.move': ({ id, columnId, tell }) => orders.change(id, { columnId }, { tell, canBeUndone: true }),
    'orders.setRemoved': ({ id, removed }) => orders.setRemoved(id, removed),
    'orders.setColumns': ({ columns }) => orders.setColumns(columns),
    'orders.import': ({ table, tell, columns, dryRun }) =>
      orders.import(table, { tell, columns: columns ?? null, isDryRun: dryRun }),
  };
}
