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
    description: 'The shop’s own number, as it stands on the slip.',
    // The library drops the flags of a regular expression when it writes its pattern.
    pattern: ORDER_REFERENCE.source,
  }),
  number: orderOfShop.shape.number.meta({
    description: 'Of the customer, in any usual spelling; empty: nobody is texted.',
  }),
  name: orderOfShop.shape.name,
  note: orderOfShop.shape.note.meta({ description: 'What it is.' }),
  column: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ description: 'A column’s id, name or stage; the first if left out.' }),
  tell: z
    .boolean()
    .meta({ description: 'false: the customer is not told. He is told once of each column that tells.' }),
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
  over: z.boolean().meta({ description: 'Nothing is left to do about it.' }),
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
      summary: 'Put an order on the board; the same one again is answered with the first (200)',
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
      summary: 'All orders on the board, and those of the last two days',
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
      summary: 'One order',
      request: byId,
      answer: [200, 'The order', order],
      handle: ({ params }) => toOrder(unwrap(services().orders.get(params.id)), services().orders),
    }),
    route({
      method: 'patch',
      path: '/orders/{id}',
      scope: 'orders:write',
      summary: 'Change an order, or move it to another column',
      request: { ...byId, body: orderChange },
      answer: [200, 'The order as it is now', order],
      handle: ({ params, body }) => change(services(), unwrap(services().orders.get(params.id)), body),
    }),
    route({
      method: 'get',
      path: '/orders/reference/{reference}',
      scope: 'orders:read',
      summary: 'The order of that number',
      request: byReference,
      answer: [200, 'The order', order],
      handle: ({ params }) => toOrder(unwrap(services().orders.byReference(params.reference)), services().orders),
    }),
    route({
      method: 'patch',
      path: '/orders/reference/{reference}',
      scope: 'orders:write',
      summary: 'The same by the shop’s own number: the order that is open, else the last',
      request: { ...byReference, body: orderChange },
      answer: [200, 'The order as it is now', order],
      handle: ({ params, body }) => change(services(), unwrap(services().orders.byReference(params.reference)), body),
    }),
  ];
};

export const ordersEvents = (services: () => Services): PublicEvents<typeof ordersContract> => ({
  'order.changed': { scope: 'orders:read', toData: (view) => toOrder(view, services().orders) },
});
