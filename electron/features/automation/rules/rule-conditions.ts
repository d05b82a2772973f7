import { fold } from '../../../shared/fold.ts';
import type { Rule } from './rule.ts';
import type { ContactField } from '../../contacts/contract.ts';
import { GRAMMARS, type FaqLanguage } from '../faq/languages.ts';
import { triggerOf } from '../triggers/index.ts';
import type { RuleFacts } from '../triggers/trigger.ts';
import { wordsOf } from '../faq/faq-matcher.ts';

/** Whether a rule is set off. Pure. */
export function fits({ when, only }: Pick<Rule, 'when' | 'only'>, facts: RuleFacts): boolean {
  if (!facts.triggers.includes(when.trigger)) return false;
  if (triggerOf(when).matches?.(when, facts) === false) return false;
  if (only.hours !== 'any' && (only.hours === 'open') !== facts.isOpen) return false;
  if (only.tagId !== null && !facts.tagIds.includes(only.tagId)) return false;
  if (only.field !== null && !hasField(only.field, facts.fields)) return false;
  return only.words.length === 0 || only.words.some((phrase) => holds(facts.text, phrase, facts.language));
}

function hasField({ name, value }: ContactField, fields: readonly ContactField[]): boolean {
  const found = fields.find((field) => fold(field.name) === fold(name));
  return found !== undefined && (value === '' ? found.value.trim() !== '' : fold(found.value).trim() === fold(value));
}

/** Whether the words of a phrase follow each other in a text, whatever their endings. */
function holds(text: string, phrase: string, language: FaqLanguage): boolean {
  const { stem } = GRAMMARS[language];
  const said = wordsOf(text).map((word) => stem(word));
  const wanted = wordsOf(phrase).map((word) => stem(word));
  return wanted.length > 0 && said.some((_, at) => wanted.every((word, i) => said[at + i] === word));
}
