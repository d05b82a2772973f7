import { trigger } from './trigger.ts';

export const noAnswer = trigger({
  name: 'no-answer',
  fields: { minutes: { kind: 'minutes', offered: [5, 10, 15, 30, 60, 120], initial: 15 } },
  hasText: true,
  source: { by: 'waiting', minutes: ({ minutes }) => minutes },
  past: (look, { minutes }) => look.texts(({ unansweredAt }) => unansweredAt(minutes)),
});
