import type { OwnerWords } from '../owner-words.ts';

export const enOwner: OwnerWords = {
  waiting: {
    one: (who, since) => `${who} has waited for an answer since ${since}.`,
    several: (count, who, since) => `${count} customers wait for an answer, ${who} since ${since}.`,
  },
  appointmentTask: {
    'ring-up': (who, when) => `Ring ${who}: no answer about ${when}`,
    'too-late': (who, when) => `${who} wants to change ${when}, too late by text`,
    'no-slots': (who, when) => `${who} wants another time than ${when}, nothing is free`,
    'may-have-cancelled': (who, when) => `${who} ended all texts: ask whether ${when} stands`,
  },
  mail: {
    test: ['This is a test', 'E-mail from Counterline arrives here.'],
    waiting: (count, since) =>
      count === 1
        ? ['A customer waits for an answer', `A customer has waited for an answer since ${since}.`]
        : [`${count} customers wait for an answer`, `${count} customers wait for an answer, the first since ${since}.`],
    lineDown: (line, since, why) => [
      'The line is not ready',
      `${line} has not been ready since ${since}, and neither sends nor receives. ${why}`,
    ],
    lineUp: (line) => ['The line is ready again', `${line} sends and receives again.`],
    backup: (why) => ['No backup was made', `The last backup could not be made. ${why}`],
    week: [(range) => `Your week, ${range}`, 'More of it stands on the page “Reports”.'],
    figures: {
      received: 'Texts received',
      sent: 'Texts sent',
      talks: 'Talks',
      'first-answer-median': 'First answer, median in minutes of opening time',
      'opt-outs': 'Wanted no more texts',
      kept: 'Appointments kept',
      parts: 'Parts sent',
    },
    before: (value) => `(before: ${value})`,
  },
};
