import type { SearchAnswer } from './contract.ts';
import { conversationId, idOf, messageId } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { isEmptySearch, parseSearch, searchDigits } from '../../shared/search-query.ts';
import type { DeskContext } from '../../core/context.ts';
import { toConversationDto } from './to-dto.ts';

/** Fewer digits with signs between them are more likely a price or a date. */
const SHORTEST_NUMBER = 6;

/** Searches customers, messages and notes. An empty query finds nothing. */
export function search(context: DeskContext, input: string, limit: number): SearchAnswer {
  const { store } = context;
  const country = context.country();
  const query = parseSearch(input);
  if (isEmptySearch(query)) return { conversations: [], hits: [], unknownOperators: query.unknownOperators };
  const digits = wholeNumber(input);
  const me = context.currentAgent()?.id ?? null;
  const conversations = store.search
    .conversations(digits === null ? query : { ...query, terms: [digits] }, limit, me)
    .map((row) => toConversationDto(row, country));
  // In messages a number appears either as it was typed or without spaces.
  const spellings = digits === null ? [query] : [input.trim(), digits].map((term) => ({ ...query, terms: [term] }));
  const found = new Map(
    spellings
      .flatMap((spelling) => store.search.hits(spelling, limit, me))
      .map((hit) => [hit.message_id ?? -(hit.event_id ?? 0), hit]),
  );
  const hits = [...found.values()]
    .toSorted((a, b) => b.at - a.at)
    .slice(0, limit)
    .map((hit) => {
      const row = store.conversations.byId(hit.conversation_id);
      return {
        conversationId: conversationId(hit.conversation_id),
        who: row?.name ?? displayNumber(row?.number ?? '', country),
        number: row?.number ?? '',
        hasName: row?.name != null,
        id: hit.message_id === null ? idOf('event', hit.event_id as number) : messageId(hit.message_id),
        kind: hit.direction ?? ('note' as const),
        at: hit.at,
        text: hit.text,
      };
    });
  return { conversations, hits, unknownOperators: query.unknownOperators };
}

/** A phone number written with spaces is one word and not several. Returns its digits if it is all that was typed. */
function wholeNumber(input: string): string | null {
  const digits = searchDigits(input.trim());
  // A price or a date is not a phone number.
  return digits !== null && (input.includes('+') || digits.length >= SHORTEST_NUMBER) ? digits : null;
}
