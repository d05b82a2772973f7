import type { RecurringTexts } from './recurring-texts.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { recurringContract } from './contract.ts';

interface Services {
  readonly recurring: RecurringTexts;
}

export function recurringHandlers({ recurring }: Services): Handlers<typeof recurringContract> {
  return {
    'recurring.list': () => ok(recurring.views),
    'recurring.save': ({ id, number, text, rule }) => recurring.save(id, number, text, rule),
    'recurring.setStopped': ({ id, stopped }) => recurring.setStopped(id, stopped),
    'recurring.preview': ({ rule }) => ok(recurring.preview(rule)),
  };
}
