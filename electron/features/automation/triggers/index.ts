import { closed } from './closed.ts';
import { firstText } from './first-text.ts';
import { missedCall } from './missed-call.ts';
import { noAnswer } from './no-answer.ts';
import { tagged } from './tagged.ts';
import { text } from './text.ts';
import type { Params, Trigger } from './trigger.ts';
import { yearlyDate } from './yearly-date.ts';

/** The triggers of rules, in the order in which they are offered. */
export const TRIGGERS = [text, firstText, missedCall, noAnswer, closed, tagged, yearlyDate] as const;

type Known = (typeof TRIGGERS)[number];
export type TriggerName = Known['name'];
export type TriggerOf<N extends TriggerName> = Extract<Known, { readonly name: N }>;

/** When a rule is set off: the name of its trigger, and the values of that trigger's fields. */
export type When = {
  [N in TriggerName]: { readonly trigger: N } & Params<TriggerOf<N>['fields']>;
}[TriggerName];

/** The trigger with this name. Its own parameters are what {@link When} holds beside the name. */
export function triggerOf({ trigger }: Pick<When, 'trigger'>): Trigger {
  return TRIGGERS.find(({ name }) => name === trigger) as unknown as Trigger;
}

/** The initial values when somebody has just chosen the trigger. */
export function initialWhen(trigger: TriggerName): When {
  const fields = Object.entries(triggerOf({ trigger }).fields);
  return { trigger, ...Object.fromEntries(fields.map(([name, { initial }]) => [name, initial])) } as When;
}
