import type { Rule } from '../../../electron/features/automation/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { t } from '../../lib/text/format.ts';

/** What a rule does, in a sentence. */
export function ruleSentence(desk: AppStore, { when, only, does }: Rule): string {
  const tagName = (id: string): string => desk.app?.tags.find((tag) => tag.id === id)?.name ?? t.rules.gone;
  const { label, says } = t.rules.triggers[when.trigger];
  const happens = says?.(when as never, { tag: tagName, birthday: t.customers.edit.birthday }) ?? label;
  const conditions = [
    ...(only.words.length === 0 ? [] : [t.rules.withWords(only.words.join(', '))]),
    ...(only.hours === 'any' ? [] : [t.rules.hours[only.hours]]),
    ...(only.tagId === null ? [] : [t.rules.hasTag(tagName(only.tagId))]),
    ...(only.field === null ? [] : [t.rules.hasField(only.field.name, only.field.value)]),
  ];
  const doings = [
    ...(does.answer === '' ? [] : [t.rules.doings.answer]),
    ...(does.tagId === null ? [] : [`${t.rules.doings.tag} ${tagName(does.tagId)}`]),
    ...(does.assigneeId === null
      ? []
      : [`${t.rules.doings.assign} ${desk.personName(does.assigneeId) ?? t.rules.gone}`]),
    ...(does.task === '' ? [] : [`${t.rules.doings.task} ${does.task}`]),
    ...(does.notify ? [t.rules.doings.notify] : []),
    ...(does.staffPhone === '' ? [] : [`${t.rules.doings.staff} ${does.staffPhone}`]),
    ...(does.close ? [t.rules.doings.close] : []),
  ];
  return `${[happens, ...conditions].join(', ')} → ${doings.join(', ')}`;
}
