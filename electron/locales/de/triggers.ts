import type { TriggerWords } from '../trigger-words.ts';

export const deTriggers: TriggerWords = {
  text: { label: 'ein Kunde schreibt', fields: {} },
  'first-text': { label: 'ein Kunde zum ersten Mal schreibt', fields: {} },
  'missed-call': { label: 'ein Anruf verpasst wurde', fields: {} },
  'no-answer': {
    label: 'eine Weile niemand geantwortet hat',
    fields: { minutes: 'Nach (Öffnungszeit)' },
    says: ({ minutes }) => `${minutes} Minuten niemand geantwortet hat`,
  },
  closed: { label: 'Sie ein Gespräch erledigen', fields: {} },
  tagged: {
    label: 'Sie ein Schlagwort hinzufügen',
    fields: { tagId: 'Welches Schlagwort' },
    says: ({ tagId }, { tag }) =>
      tagId === null ? 'Sie ein Schlagwort hinzufügen' : `Sie das Schlagwort ${tag(tagId)} hinzufügen`,
  },
  'yearly-date': {
    label: 'ein jährliches Datum (Geburtstag…)',
    fields: {
      field: 'Welches Datum',
      daysBefore: 'Wann',
      isOffer: 'Angebot: nur an Kunden mit Einwilligung in Angebote',
    },
    says: ({ field, daysBefore }, { birthday }) =>
      daysBefore === 0 ? field || birthday : `${field || birthday}, ${daysBefore} T davor`,
  },
};
