import { trigger } from './trigger.ts';

export const closed = trigger({
  name: 'closed',
  fields: {},
  hasText: false,
  source: { by: 'change', isIt: ({ kind }) => kind === 'closed' },
  past: (look) => look.events(['closed']),
});
