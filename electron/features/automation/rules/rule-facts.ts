import { idOf } from '../../../shared/ids.ts';
import type { ContactField } from '../../contacts/contract.ts';
import { customerLanguage } from '../../consent/shop-language.ts';
import type { DeskContext } from '../../../core/context.ts';
import { tagsOf } from '../../conversations/undo-record.ts';
import type { RuleFacts } from '../triggers/trigger.ts';

/** What a rule may ask about a customer. */
export function customerFacts(
  context: Pick<DeskContext, 'store' | 'language'>,
  conversation: number,
): Pick<RuleFacts, 'tagIds' | 'fields' | 'language'> {
  const { store } = context;
  const row = store.conversations.byId(conversation);
  const contact = row === null ? null : store.contacts.ofNumber(row.number);
  return {
    tagIds: row === null ? [] : tagsOf(row).map((tag) => idOf('tag', tag)),
    fields: contact === null ? [] : (JSON.parse(contact.fields) as ContactField[]),
    language: customerLanguage(context, row?.number ?? null),
  };
}
