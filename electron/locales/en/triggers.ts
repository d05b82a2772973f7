import type { TriggerWords } from '../trigger-words.ts';

export const enTriggers: TriggerWords = {
  text: { label: 'a customer writes', fields: {} },
  'first-text': { label: 'a customer writes for the first time', fields: {} },
  'missed-call': { label: 'a call was missed', fields: {} },
  'no-answer': {
    label: 'nobody has answered for a while',
    fields: { minutes: 'For so much of your opening time' },
    says: ({ minutes }) => `nobody has answered for ${minutes} minutes`,
  },
  closed: { label: 'you close a conversation', fields: {} },
  tagged: {
    label: 'you give a tag',
    fields: { tagId: 'Which tag' },
    says: ({ tagId }, { tag }) => (tagId === null ? 'you give a tag' : `you give the tag ${tag(tagId)}`),
  },
  'yearly-date': {
    label: 'a date comes round',
    fields: {
      field: 'Which date',
      daysBefore: 'When',
      isOffer: 'It is an offer: only to who agreed to offers',
    },
    says: ({ field, daysBefore }, { birthday }) =>
      daysBefore === 0 ? field || birthday : `${field || birthday}, ${daysBefore} d before`,
  },
};
