import type { TriggerWords } from '../trigger-words.ts';

export const enTriggers: TriggerWords = {
  text: { label: 'a customer writes', fields: {} },
  'first-text': { label: 'a customer writes for the first time', fields: {} },
  'missed-call': { label: 'a call was missed', fields: {} },
  'no-answer': {
    label: 'nobody has replied for a while',
    fields: { minutes: 'After (opening hours)' },
    says: ({ minutes }) => `nobody has replied for ${minutes} minutes`,
  },
  closed: { label: 'you close a conversation', fields: {} },
  tagged: {
    label: 'you add a tag',
    fields: { tagId: 'Which tag' },
    says: ({ tagId }, { tag }) => (tagId === null ? 'you add a tag' : `you add the tag ${tag(tagId)}`),
  },
  'yearly-date': {
    label: 'a yearly date (birthday…)',
    fields: {
      field: 'Which date',
      daysBefore: 'When',
      isOffer: 'Promotion: only to customers who consented to promotions',
    },
    says: ({ field, daysBefore }, { birthday }) =>
      daysBefore === 0 ? field || birthday : `${field || birthday}, ${daysBefore} d before`,
  },
};
