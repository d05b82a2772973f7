import { fold } from '../../../shared/fold.ts';
import type { Rule, RuleTrigger } from '../../../shared/rules.ts';
import type { ContactField } from '../../contacts/contract.ts';
import { GRAMMARS, type FaqLanguage } from '../faq/languages.ts';
import { wordsOf } from '../faq/faq-matcher.ts';

/** What has happened, and what is known of the customer at that moment. */
export interface RuleFacts {
  readonly triggers: readonly RuleTrigger[];
  /** What the customer last said; empty: nothing. */
  readonly text: string;
  readonly isOpen: boolean;
  readonly tagIds: readonly string[];
  /** The tag that was given, where that is what has happened. */
  readonly givenTagId: string | null;
  readonly fields: readonly ContactField[];
  /** In which words' endings are forgiven. */
  readonly language: FaqLanguage;
}

/** Whether a rule is set off. Pure. */
export function fits({ when, only }: Pick<Rule, 'when' | 'only'>, facts: RuleFacts): boolean {
  if (!facts.triggers.includes(when.trigger)) return false;
  if (when.trigger === 'tagged' && when.tagId !== null && when.tagId !== facts.givenTagId) return false;
  if (only.hours !== 'any' && (only.hours === 'open') !== facts.isOpen) return false;
  if (only.tagId !== null && !facts.tagIds.includes(only.tagId)) return false;
  if (only.field !== null && !hasField(only.field, facts.fields)) return false;
  return only.words.length === 0 || only.words.some((phrase) => holds(facts.text, phrase, facts.language));
}

function hasField({ name, value }: ContactField, fields: readonly ContactField[]): boolean {
  const found = fields.find((field) => fold(field.name) === fold(name));
  return found !== undefined && (value === '' ? found.value.trim() !== '' : fold(found.value).trim() === fold(value));
}

/** Whether the words of a phrase stand in a text one after the other, whatever their endings. */
function holds(text: string, phrase: string, language: FaqLanguage): boolean {
  const { stem } = GRAMMARS[language];
  const said = wordsOf(text).map((word) => stem(word));
  const wanted = wordsOf(phrase).map((word) => stem(word));
  return wanted.length > 0 && said.some((_, at) => wanted.every((word, i) => said[at + i] === word));
}
