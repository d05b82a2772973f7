import type { OwnerWords } from '../owner-words.ts';

export const enOwner: OwnerWords = {
  waiting: {
    one: (who, since) => `${who} has been waiting for a reply since ${since}.`,
    several: (count, who, since) => `${count} customers are waiting for a reply, ${who} since ${since}.`,
  },
  appointmentTask: {
    'ring-up': (who, when) => `Call ${who}: no reply about ${when}`,
    'too-late': (who, when) => `${who} wants to change ${when}, too late by text`,
    'no-slots': (who, when) => `${who} wants to reschedule ${when}, no free times`,
    'may-have-cancelled': (who, when) => `${who} opted out: ask whether ${when} still stands`,
  },
  mail: {
    test: ['Test e-mail', 'E-mail from Counterline works.'],
    waiting: (count, since) =>
      count === 1
        ? ['A customer is waiting for a reply', `A customer has been waiting for a reply since ${since}.`]
        : [
            `${count} customers are waiting for a reply`,
            `${count} customers are waiting for a reply, the first since ${since}.`,
          ],
    lineDown: (line, since, why) => [
      'Your line is down',
      `${line} has been down since ${since} and can’t send or receive. ${why}`,
    ],
    lineUp: (line) => ['Your line is back', `${line} can send and receive again.`],
    backup: (why) => ['Backup failed', `The last backup failed. ${why}`],
    week: [(range) => `Your week, ${range}`, 'See the Reports page for more.'],
    figures: {
      received: 'Messages received',
      sent: 'Messages sent',
      talks: 'Conversations',
      'first-answer-median': 'First response time (median, minutes of opening hours)',
      'opt-outs': 'Opted out',
      kept: 'Completed appointments',
      parts: 'SMS sent',
    },
    before: (value) => `(previous week: ${value})`,
  },
};
