import { text, toggle } from '../../shared/setting.ts';

export const automationSettings = {
  /** Whether who writes while nobody is there is told when there will be. */
  closedAnswer: toggle(false, { section: 'answers' }),
  /** In the owner's own words, with {{opens}} and {{place}}; empty: in the program's. */
  closedText: text(600),
  /** Of a language model on the owner's own computer, OpenAI-compatible; empty: none is asked. */
  modelAddress: text(200),
  modelName: text(120),
};
