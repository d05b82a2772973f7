import type { TriggerName, TriggerOf, When } from '../features/automation/triggers/index.ts';

/** What stands for things that a rule names by their ids, or not at all. */
export interface Names {
  readonly tag: (id: string) => string;
  readonly birthday: string;
}

/** What each language says of every trigger: its name, its fields, and the sentence of a rule that has it. */
export type TriggerWords = {
  readonly [N in TriggerName]: {
    readonly label: string;
    readonly fields: { readonly [K in keyof TriggerOf<N>['fields']]: string };
    /** Left out: its name says it. */
    readonly says?: (when: Extract<When, { readonly trigger: N }>, names: Names) => string;
  };
};
