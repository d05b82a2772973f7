import { trigger } from './trigger.ts';

export const text = trigger({
  name: 'text',
  fields: {},
  hasText: true,
  source: { by: 'text', isIt: () => true },
  past: (look) => look.texts(({ at }) => at),
});
