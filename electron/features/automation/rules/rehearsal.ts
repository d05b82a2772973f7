import { setImmediate } from 'node:timers/promises';
import { conversationId } from '../../../shared/ids.ts';
import { displayNumber } from '../../../shared/phone.ts';
import type { Rule } from '../../../shared/rules.ts';
import type { RehearsalView } from '../contract.ts';
import type { DeskContext } from '../../../core/context.ts';
import { fits, type RuleFacts } from './rule-conditions.ts';
import { customerFacts } from './rule-facts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** So many texts of the last days are looked through. */
const LOOKED_THROUGH = 5_000;
/** Nothing else has to wait for it. */
const READ_AT_ONCE = 100;
const SHOWN = 50;

/**
 * What a rule would have done in the last days. Tags and fields are taken as they are now, for nobody keeps what they were; what was
 * answered by a person then is known, and the opening hours are today's.
 */
export async function rehearse(context: DeskContext, rule: Rule, days: number): Promise<RehearsalView> {
  const { store, clock } = context;
  const since = clock.now() - days * DAY;
  const { trigger } = rule.when;
  if (trigger === 'tagged' || trigger === 'yearly-date') return { looked: 0, total: 0, hits: [], isUnknown: true };
  const past =
    trigger === 'missed-call' || trigger === 'closed'
      ? pastEvents(context, rule, since)
      : await pastTexts(context, rule, since);
  const hits = past.hits.slice(0, SHOWN).map(({ conversation, at, text }) => {
    const row = store.conversations.byId(conversation);
    return {
      conversationId: conversationId(conversation),
      who: row?.name ?? displayNumber(row?.number ?? '', context.country()),
      at,
      text,
    };
  });
  return { looked: past.looked, total: past.hits.length, hits, isUnknown: false };
}

interface Past {
  readonly looked: number;
  readonly hits: readonly { readonly conversation: number; readonly at: number; readonly text: string }[];
}

async function pastTexts(context: DeskContext, rule: Rule, since: number): Promise<Past> {
  const { store } = context;
  const heard = store.messages.heardSince(since, LOOKED_THROUGH);
  const known = new KnownFacts(context);
  const hits: { conversation: number; at: number; text: string }[] = [];
  for (const [i, { id, conversation_id: conversation, number, text, at }] of heard.entries()) {
    if (i % READ_AT_ONCE === 0) await setImmediate();
    const isFirst = rule.when.trigger === 'first-text' && store.messages.isFirstOf(number, id);
    const waited = rule.when.trigger === 'no-answer' ? unansweredAt(context, rule, conversation, id, at) : null;
    const happened = waited ?? at;
    const triggers: RuleFacts['triggers'] = [
      'text',
      ...(isFirst ? (['first-text'] as const) : []),
      ...(waited === null ? [] : (['no-answer'] as const)),
    ];
    if (fits(rule, known.of(conversation, triggers, text, happened))) hits.push({ conversation, at: happened, text });
  }
  return { looked: heard.length, hits };
}

/** When somebody who wrote had waited as long as the rule says, if nobody had answered by then. */
function unansweredAt(
  { store, calendar }: DeskContext,
  { when }: Rule,
  conversation: number,
  id: number,
  at: number,
): number | null {
  const before = store.messages.ofConversation(conversation, id, 1)[0];
  // Only the first of several texts begins to wait.
  if (before?.direction === 'in') return null;
  const waited = calendar.waitedUntil(at, when.minutes * MINUTE, at);
  const answered = store.messages.answeredAfter(conversation, id);
  return waited === null || (answered !== null && answered <= waited) ? null : waited;
}

function pastEvents(context: DeskContext, rule: Rule, since: number): Past {
  const { trigger } = rule.when;
  const kinds = trigger === 'missed-call' ? (['call-missed', 'call-rejected'] as const) : (['closed'] as const);
  const events = context.store.conversationEvents.ofKinds(kinds, since, LOOKED_THROUGH);
  const known = new KnownFacts(context);
  const hits = events
    .filter(({ conversation_id: conversation, at }) => fits(rule, known.of(conversation, [trigger], '', at)))
    .map(({ conversation_id: conversation, at }) => ({ conversation, at, text: '' }));
  return { looked: events.length, hits };
}

/** What is known of each customer, looked up once. */
class KnownFacts {
  readonly #context: DeskContext;
  readonly #kept = new Map<number, Pick<RuleFacts, 'tagIds' | 'fields' | 'language'>>();

  constructor(context: DeskContext) {
    this.#context = context;
  }

  of(conversation: number, triggers: RuleFacts['triggers'], text: string, at: number): RuleFacts {
    let known = this.#kept.get(conversation);
    if (known === undefined) {
      known = customerFacts(this.#context, conversation);
      this.#kept.set(conversation, known);
    }
    return { ...known, triggers, text, isOpen: this.#context.calendar.isOpen(at), givenTagId: null };
  }
}
