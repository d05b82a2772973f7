import type { FaqStarter } from '../../shared/faq.ts';

export const enFaqStarters: readonly FaqStarter[] = [
  {
    name: 'Opening hours',
    phrasings: [
      'When are you open?',
      'What are your opening hours?',
      'Are you open today?',
      'Are you open on Saturday?',
      'When do you close?',
      'Until when are you there?',
    ],
    keywords: ['opening hours', 'opening times'],
    answer: 'We are open {{hours}}. Today: {{today}}.',
  },
  {
    name: 'Where we are',
    phrasings: ['Where are you?', 'What is your address?', 'How do I find you?', 'Where is the shop?'],
    keywords: ['address'],
    answer: '',
  },
  {
    name: 'Parking',
    phrasings: ['Where can I park?', 'Do you have parking?', 'Is there a car park nearby?'],
    keywords: ['parking'],
    answer: '',
  },
  {
    name: 'Paying by card',
    phrasings: ['Can I pay by card?', 'Do you take credit cards?', 'How can I pay?'],
    keywords: ['credit card'],
    answer: '',
  },
];
