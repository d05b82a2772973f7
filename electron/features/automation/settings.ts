import { text, toggle } from '../../shared/setting.ts';

export const automationSettings = {
  /** Whether a customer who writes while the shop is closed is told when it opens. */
  closedAnswer: toggle(false, { section: 'answers' }),
  /** In the owner's own words, with {{opens}} and {{place}}; empty means the program's words. */
  closedText: text(600),
  /** The address of an OpenAI-compatible language model on the owner's own computer; empty means that none is asked. */
  modelAddress: text(200),
  modelName: text(120),
};
