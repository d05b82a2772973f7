import { trigger } from './trigger.ts';

export const firstText = trigger({
  name: 'first-text',
  fields: {},
  hasText: true,
  source: { by: 'text', isIt: ({ isFirst }) => isFirst() },
  past: (look) => look.texts(({ at, isFirst }) => (isFirst() ? at : null)),
});
