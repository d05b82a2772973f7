import { trigger } from './trigger.ts';

export const missedCall = trigger({
  name: 'missed-call',
  fields: {},
  hasText: false,
  source: { by: 'missed-call' },
  past: (look) => look.events(['call-missed', 'call-rejected']),
});
