import { DAY, MINUTE } from '../../../shared/durations.ts';
import { setImmediate } from 'node:timers/promises';
import type { DeskContext } from '../../../core/context.ts';
import { conversationId } from '../../../shared/ids.ts';
import { displayNumber } from '../../../shared/phone.ts';
import type { ConversationEventKind } from '../../conversations/contract.ts';
import type { SimulationDto } from '../contract.ts';
import { triggerOf } from '../triggers/index.ts';
import type { Look, Past, PastText, RuleFacts } from '../triggers/trigger.ts';
import type { Rule } from './rule.ts';
import { fits } from './rule-conditions.ts';
import { customerFacts } from './rule-facts.ts';

/** At most this many messages of the last days are looked through. */
const LOOKED_THROUGH = 5_000;
/** Nothing else should have to wait for this. */
const READ_AT_ONCE = 100;
const SHOWN = 50;

/**
 * What a rule would have done in the last days. Tags and fields are taken as they are now, because their history is not kept.
 * Whether a person had answered is known as of then, and the opening hours are today's.
 */
export async function simulate(context: DeskContext, rule: Rule, days: number): Promise<SimulationDto> {
  const { store, clock } = context;
  const { past } = triggerOf(rule.when);
  if (past === null) return { looked: 0, total: 0, hits: [], isUnknown: true };
  const { looked, hits } = await past(new PastDays(context, rule, clock.now() - days * DAY), rule.when);
  const shown = hits.slice(0, SHOWN).map(({ conversation, at, text }) => {
    const row = store.conversations.byId(conversation);
    return {
      conversationId: conversationId(conversation),
      who: row?.name ?? displayNumber(row?.number ?? '', context.country()),
      at,
      text,
    };
  });
  return { looked, total: hits.length, hits: shown, isUnknown: false };
}

class PastDays implements Look {
  readonly #context: DeskContext;
  readonly #rule: Rule;
  readonly #since: number;
  /** What is known about each customer, looked up once. */
  readonly #known = new Map<number, Pick<RuleFacts, 'tagIds' | 'fields' | 'language'>>();

  constructor(context: DeskContext, rule: Rule, since: number) {
    this.#context = context;
    this.#rule = rule;
    this.#since = since;
  }

  async texts(when: (text: PastText) => number | null): Promise<Past> {
    const { store } = this.#context;
    const heard = store.messages.heardSince(this.#since, LOOKED_THROUGH);
    const hits: { conversation: number; at: number; text: string }[] = [];
    for (const [i, { id, conversation_id: conversation, number, text, at }] of heard.entries()) {
      if (i % READ_AT_ONCE === 0) await setImmediate();
      const happened = when({
        at,
        isFirst: () => store.messages.isFirstOf(number, id),
        unansweredAt: (minutes) => this.#unansweredAt(conversation, { id, at }, minutes),
      });
      if (happened !== null && this.#fits(conversation, text, happened))
        hits.push({ conversation, at: happened, text });
    }
    return { looked: heard.length, hits };
  }

  events(kinds: readonly ConversationEventKind[]): Past {
    const events = this.#context.store.conversationEvents.ofKinds(kinds, this.#since, LOOKED_THROUGH);
    const hits = events
      .filter(({ conversation_id: conversation, at }) => this.#fits(conversation, '', at))
      .map(({ conversation_id: conversation, at }) => ({ conversation, at, text: '' }));
    return { looked: events.length, hits };
  }

  #unansweredAt(conversation: number, { id, at }: { id: number; at: number }, minutes: number): number | null {
    const { store, calendar } = this.#context;
    const before = store.messages.ofConversation(conversation, id, 1)[0];
    // Of several messages in a row, only the first one starts the wait.
    if (before?.direction === 'in') return null;
    const waited = calendar.waitedUntil(at, minutes * MINUTE, at);
    const answered = store.messages.answeredAfter(conversation, id);
    return waited === null || (answered !== null && answered <= waited) ? null : waited;
  }

  #fits(conversation: number, text: string, at: number): boolean {
    let known = this.#known.get(conversation);
    if (known === undefined) {
      known = customerFacts(this.#context, conversation);
      this.#known.set(conversation, known);
    }
    const isOpen = this.#context.calendar.isOpen(at);
    return fits(this.#rule, { ...known, triggers: [this.#rule.when.trigger], text, isOpen, givenTagId: null });
  }
}
