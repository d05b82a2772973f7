import { z } from 'zod';
import { allOf, route, type RestRoutes } from '../../core/rest-route.ts';
import type { ShopLists } from './shop-lists.ts';

interface Services {
  readonly lists: ShopLists;
}

const template = z.object({ id: z.string(), name: z.string(), text: z.string() });

export const shopListsRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'get',
    path: '/templates',
    scope: 'customers:read',
    summary: 'List saved replies',
    answer: [200, 'All saved replies', allOf(template)],
    handle: () => ({
      items: services()
        .lists.all('templates')
        .map(({ id, name, text }) => ({ id, name, text })),
    }),
  }),
];
