import type { FieldTest } from '../../shared/contact-words.ts';
import type { ContactGroup, GroupCondition } from '../../shared/contacts.ts';
import { fold } from '../../shared/fold.ts';
import type { ConsentChoice } from '../../shared/consent-words.ts';
import type { ContactField } from './contract.ts';
import { numberIn } from './fields.ts';

/** What is known of a customer; each fact is looked up when a group asks for it. */
export interface ContactFacts {
  readonly tagIds: readonly string[];
  readonly fields: readonly ContactField[];
  readonly language: string | null;
  /** `YYYY-MM-DD` or `--MM-DD`. */
  readonly birthday: string | null;
  readonly createdAt: number;
  readonly visits: number;
  /** Null: never. */
  readonly visitedAt: number | null;
  readonly wroteAt: number | null;
  wants(purpose: ConsentChoice): boolean;
}

/** @param monthsAgo returns the instant that many months before now @returns whether a customer belongs to a group. Pure. */
export function belongs(
  { match, conditions }: Pick<ContactGroup, 'match' | 'conditions'>,
  facts: ContactFacts,
  monthsAgo: (months: number) => number,
): boolean {
  const holds = (condition: GroupCondition): boolean => isTrue(condition, facts, monthsAgo);
  return match === 'all' ? conditions.every(holds) : conditions.some(holds);
}

function isTrue(condition: GroupCondition, facts: ContactFacts, monthsAgo: (months: number) => number): boolean {
  const since = (at: number | null, months: number): boolean => at !== null && at >= monthsAgo(months);
  switch (condition.about) {
    case 'tag':
      return facts.tagIds.includes(condition.tagId) === condition.has;
    case 'field':
      return fieldIs(condition, facts.fields);
    case 'visit':
      return since(facts.visitedAt, condition.months) === condition.within;
    case 'visits':
      return facts.visits >= condition.atLeast;
    case 'wrote':
      return since(facts.wroteAt, condition.months) === condition.within;
    case 'consent':
      return facts.wants(condition.purpose) === condition.wants;
    case 'language':
      return (facts.language ?? '').slice(0, 2) === condition.language.slice(0, 2);
    case 'birthday':
      return Number(facts.birthday?.slice(-5, -3)) === condition.month;
    case 'added':
      return since(facts.createdAt, condition.months) === condition.within;
  }
}

function fieldIs(
  { name, test, value: wanted }: { readonly name: string; readonly test: FieldTest; readonly value: string },
  fields: readonly ContactField[],
): boolean {
  const value = fields.find((field) => fold(field.name) === fold(name))?.value.trim() ?? '';
  const [mine, theirs] = [fold(value), fold(wanted.trim())];
  const numbers = (compare: (a: number, b: number) => boolean): boolean => {
    const [a, b] = [numberIn(value), numberIn(wanted)];
    return a !== null && b !== null && compare(a, b);
  };
  switch (test) {
    case 'is':
      return mine === theirs;
    case 'is-not':
      return mine !== theirs;
    case 'contains':
      return theirs !== '' && mine.includes(theirs);
    case 'filled':
      return value !== '';
    case 'empty':
      return value === '';
    case 'less':
      return numbers((a, b) => a < b);
    case 'more':
      return numbers((a, b) => a > b);
    // Both dates are kept as YYYY-MM-DD.
    case 'before':
      return /^\d{4}-/.test(value) && value < wanted;
    case 'after':
      return /^\d{4}-/.test(value) && value > wanted;
  }
}
