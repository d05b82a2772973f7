import { z } from 'zod';
import { unwrap } from '../../core/refusal-error.ts';
import {
  AlreadyThere,
  allOf,
  byId,
  byReference,
  route,
  type PublicEvents,
  type RestRoutes,
} from '../../core/rest-route.ts';
import { compact, instant, iso } from '../../core/wire.ts';
import { newOrder as orderOfShop, ORDER_REFERENCE } from '../../shared/orders.ts';
import type { OrderDto, ordersContract } from './contract.ts';
import type { Orders } from './orders.ts';

interface Services {
  readonly orders: Orders;
}

const fields = z.strictObject({
  reference: orderOfShop.shape.reference.meta({
    description: 'The shop’s own order number, as on the receipt.',
    // The library drops the flags of a regular expression when it writes its pattern.
    pattern: ORDER_REFERENCE.source,
  }),
  number: orderOfShop.shape.number.meta({
    description: 'The customer’s number in any usual format; empty if nobody is texted.',
  }),
  name: orderOfShop.shape.name,
  note: orderOfShop.shape.note.meta({ description: 'The item.' }),
  column: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ description: 'A column’s id, name or stage; defaults to the first column.' }),
  tell: z.boolean().meta({
    description:
      'false: the customer is not notified. Otherwise they are notified once for each column with notifications on.',
  }),
});
const newOrder = fields.partial().required({ reference: true });
const orderChange = fields.partial();

const order = z.object({
  id: z.string(),
  reference: z.string(),
  number: z.string().optional(),
  name: z.string(),
  note: z.string(),
  column: z.object({ id: z.string(), name: z.string(), stage: z.enum(['open', 'ready', 'done']) }),
  over: z.boolean().meta({ description: 'The order is finished.' }),
  removed: z.boolean(),
  createdAt: instant,
  movedAt: instant,
  conversationId: z.string().optional(),
});

function toOrder(view: OrderDto, orders: Orders): z.infer<typeof order> {
  const { id, name, stage } = orders.columns.of(view);
  return compact({
    id: view.id,
    reference: view.reference,
    number: view.number,
    name: view.name,
    note: view.note,
    column: { id, name, stage },
    over: view.isOver,
    removed: view.isRemoved,
    createdAt: iso(view.createdAt),
    movedAt: iso(view.movedAt),
    conversationId: view.conversationId,
  }) as z.infer<typeof order>;
}

export const ordersRoutes: RestRoutes<Services> = (services) => {
  const change = (
    { orders }: Services,
    { id }: OrderDto,
    { column, tell = true, ...changed }: z.infer<typeof orderChange>,
  ) => {
    const columnId = column === undefined ? undefined : unwrap(orders.columns.called(column));
    return toOrder(unwrap(orders.change(id, { ...changed, columnId }, { tell, canBeUndone: false })), orders);
  };

  return [
    route({
      method: 'post',
      path: '/orders',
      scope: 'orders:write',
      summary: 'Create an order; the same one again returns the first (200)',
      request: { body: newOrder },
      answer: [201, 'The order', order],
      alreadyThere: 'The same was put on the board before',
      handle({ body: { reference, number = '', name = '', note = '', column, tell = true } }) {
        const { orders } = services();
        const columnId = column === undefined ? undefined : unwrap(orders.columns.called(column));
        const input = { reference, number, name, note, columnId };
        // A till that got no answer asks again, so the same order is not added twice.
        const known = orders.findSameOpen(input);
        if (known !== null) return new AlreadyThere(toOrder(known, orders));
        return toOrder(unwrap(orders.add(input, { tell, canBeUndone: false })), orders);
      },
    }),
    route({
      method: 'get',
      path: '/orders',
      scope: 'orders:read',
      summary: 'List open orders, and those finished in the last two days',
      answer: [200, 'The board', allOf(order)],
      handle() {
        const { orders } = services();
        return { items: orders.board().orders.map((each) => toOrder(each, orders)) };
      },
    }),
    route({
      method: 'get',
      path: '/orders/{id}',
      scope: 'orders:read',
      summary: 'Get an order',
      request: byId,
      answer: [200, 'The order', order],
      handle: ({ params }) => toOrder(unwrap(services().orders.get(params.id)), services().orders),
    }),
    route({
      method: 'patch',
      path: '/orders/{id}',
      scope: 'orders:write',
      summary: 'Update an order, or move it to another column',
      request: { ...byId, body: orderChange },
      answer: [200, 'The updated order', order],
      handle: ({ params, body }) => change(services(), unwrap(services().orders.get(params.id)), body),
    }),
    route({
      method: 'get',
      path: '/orders/reference/{reference}',
      scope: 'orders:read',
      summary: 'Get an order by its order number',
      request: byReference,
      answer: [200, 'The order', order],
      handle: ({ params }) => toOrder(unwrap(services().orders.byReference(params.reference)), services().orders),
    }),
    route({
      method: 'patch',
      path: '/orders/reference/{reference}',
      scope: 'orders:write',
      summary: 'Update an order by its order number: the open one, or else the latest',
      request: { ...byReference, body: orderChange },
      answer: [200, 'The updated order', order],
      handle: ({ params, body }) => change(services(), unwrap(services().orders.byReference(params.reference)), body),
    }),
  ];
};

export const ordersEvents = (services: () => Services): PublicEvents<typeof ordersContract> => ({
  'order.changed': { scope: 'orders:read', toData: (view) => toOrder(view, services().orders) },
});
