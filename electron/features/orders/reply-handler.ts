import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import { HOUR } from '../../shared/durations.ts';
import { ANSWERED_WITHIN_MS, type IncomingText } from '../automation/incoming-text.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { DeskContext } from '../../core/context.ts';
import { ANSWERS_AN_HOUR } from '../messaging/gate-facts.ts';
import type { Outbox } from '../messaging/outbox.ts';
import { ORDER_SOURCE } from './order-texts.ts';
import type { Orders } from './orders.ts';
import { orderWishIn } from './reference.ts';

/** How long customers may ask about an order that they have collected. */
const REMEMBERED_MS = 30 * 24 * HOUR;
/** As many orders as fit into one text. */
const TOLD = 3;

/** Answers customers who ask how far their orders are; nobody is told about another customer's order. */
export class OrderReplyHandler {
  readonly #context: DeskContext;
  readonly #deps: { readonly outbox: Outbox; readonly orders: Orders };

  constructor(context: DeskContext, deps: { readonly outbox: Outbox; readonly orders: Orders }) {
    this.#context = context;
    this.#deps = deps;
  }

  /** Must run inside the unit of work that stores the text. Returns false if the text is not about an order. */
  handleReply(heard: IncomingText): boolean {
    const { store, clock } = this.#context;
    const wish = orderWishIn(heard.text);
    if (wish === null || !store.orders.isUsed()) return false;
    const now = clock.now();
    // The text came too late for an automatic answer, or two programs are answering each other.
    if (now - heard.writtenAt > ANSWERED_WITHIN_MS) return false;
    if (store.messages.automaticSince(heard.conversation, now - HOUR) >= ANSWERS_AN_HOUR) return false;
    const wording = CUSTOMER_WORDS[customerLanguage(this.#context, heard.number)].orders;
    const all = store.orders.ofNumber(heard.number, now - REMEMBERED_MS);
    const asked = wish.key === null ? all.filter(({ over_at: over }) => over === null) : [];
    const [named] = wish.key === null ? [] : all.filter(({ reference_key: key }) => key === wish.key);
    const found = named === undefined ? asked.slice(0, TOLD) : [named];
    if (found.length > 0) {
      const lines = found.flatMap((order) => {
        const column = this.#deps.orders.columns.all.get(order.column_id);
        return column === undefined
          ? []
          : [wording.status(order.reference, this.#deps.orders.columns.nameOf(column, heard.number))];
      });
      return this.#reply(heard, lines.join('\n'), true);
    }
    // A bare number that matches no order may mean anything.
    if (wish.is === 'bare') return false;
    return this.#reply(heard, wish.key === null ? wording.none : wording.unknown(wish.input), false);
  }

  /** @param resolvesConversation this settles it: the customer is not waiting for anybody any more */
  #reply({ number, line }: IncomingText, text: string, resolvesConversation: boolean): true {
    this.#deps.outbox.write({
      to: number,
      text,
      purpose: 'auto',
      lineId: line,
      notBefore: null,
      expiresAt: this.#context.clock.now() + ANSWERED_WITHIN_MS,
      source: ORDER_SOURCE,
      resolvesConversation,
    });
    return true;
  }
}
