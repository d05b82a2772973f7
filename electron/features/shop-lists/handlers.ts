import type { ShopLists } from './shop-lists.ts';

import type { Handlers } from '../../shared/contract.ts';
import type { shopListsContract } from './contract.ts';

interface Services {
  readonly lists: ShopLists;
}

export function shopListsHandlers({ lists }: Services): Handlers<typeof shopListsContract> {
  return {
    'tags.save': ({ id, ...tag }) => lists.save('tags', id, tag),
    'people.save': ({ id, ...person }) => lists.save('people', id, person),
    'templates.save': ({ id, ...template }) => lists.save('templates', id, template),
    'filters.save': ({ id, ...filter }) => lists.save('filters', id, filter),
  };
}
