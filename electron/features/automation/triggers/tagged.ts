import { trigger } from './trigger.ts';

export const tagged = trigger({
  name: 'tagged',
  fields: { tagId: { kind: 'tag', initial: null } },
  hasText: false,
  source: { by: 'change', isIt: ({ kind }) => kind === 'tagged' },
  matches: ({ tagId }, { givenTagId }) => tagId === null || tagId === givenTagId,
  past: null,
});
