import type { TriggerWords } from '../trigger-words.ts';

export const deTriggers: TriggerWords = {
  text: { label: 'ein Kunde schreibt', fields: {} },
  'first-text': { label: 'ein Kunde zum ersten Mal schreibt', fields: {} },
  'missed-call': { label: 'ein Anruf verpasst wurde', fields: {} },
  'no-answer': {
    label: 'eine Weile niemand geantwortet hat',
    fields: { minutes: 'So viel Ihrer Öffnungszeit lang' },
    says: ({ minutes }) => `${minutes} Minuten niemand geantwortet hat`,
  },
  closed: { label: 'Sie ein Gespräch schließen', fields: {} },
  tagged: {
    label: 'Sie eine Marke geben',
    fields: { tagId: 'Welche Marke' },
    says: ({ tagId }, { tag }) => (tagId === null ? 'Sie eine Marke geben' : `Sie die Marke ${tag(tagId)} geben`),
  },
  'yearly-date': {
    label: 'ein Datum wiederkehrt',
    fields: {
      field: 'Welches Datum',
      daysBefore: 'Wann',
      isOffer: 'Es ist ein Angebot: nur an wen, der Angeboten zugestimmt hat',
    },
    says: ({ field, daysBefore }, { birthday }) =>
      daysBefore === 0 ? field || birthday : `${field || birthday}, ${daysBefore} T davor`,
  },
};
