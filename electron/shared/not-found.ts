import { refuse, type Result } from './result.ts';

const SENTENCES = {
  thing: 'This is not there any more.',
  conversation: 'There is no such conversation.',
  'group-text': 'This group text is not there any more.',
  customer: 'This customer is not there any more.',
  task: 'There is no such task.',
  order: 'There is no such order.',
  message: 'There is no such message.',
  appointment: 'There is no such appointment.',
  payment: 'There is no payment of that reference.',
  line: 'There is no such line.',
} as const;

/** What somebody asks for is gone, or never was. */
export function notFound(what: keyof typeof SENTENCES = 'thing'): Result<never> {
  return refuse('not-found', SENTENCES[what]);
}
