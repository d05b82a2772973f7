import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import { DAY } from '../../shared/durations.ts';
import { z } from 'zod';
import type { DeskContext } from '../../core/context.ts';
import { DONE, dropped, jobKind, type Job, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import type { OrderRow } from './repository.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import { MAX_LATENESS_MS } from '../messaging/max-lateness.ts';
import type { Outbox } from '../messaging/outbox.ts';
import type { KeptColumn, OrderColumns } from './columns.ts';

/** An action of a person can be undone for eight seconds, so the text about it leaves well after that. */
const PUT_OFF_MS = 15_000;
/** After this time the text is not news to the customer any more. */
const TOLD_WITHIN_MS = 2 * DAY;
const NUDGE = jobKind('order-nudge', z.object({ column: z.number() }));
export const ORDER_SOURCE: ProgramSource = '@order';

/** The group of texts about an order: when it moves on or comes back, those that have not left do not leave. */
const followsOrder = (row: number): string => `order:${row}`;
const followsNudge = (row: number): string => `order-nudge:${row}`;

export interface OrderTextDeps {
  readonly outbox: Outbox;
  readonly scheduler: Scheduler;
  readonly words: AnswerText;
  /** The line that a number is texted from; null if there is none yet. */
  readonly lineFor: (number: string) => number | null;
}

export interface NotifyOptions {
  /** Whether the customer is told by text if the column tells. */
  readonly tell: boolean;
  /** Whether the customer is reminded of an order that stands too long; true by default. */
  readonly nudges?: boolean;
  /** A person does this and may undo it. */
  readonly canBeUndone: boolean;
}

/**
 * Tells customers where their orders stand, and reminds them of orders that still stand there. Must run inside a unit of work.
 */
export class OrderTexts {
  readonly #context: DeskContext;
  readonly #deps: OrderTextDeps;
  readonly #columns: OrderColumns;

  constructor(context: DeskContext, deps: OrderTextDeps, columns: OrderColumns) {
    this.#context = context;
    this.#deps = deps;
    this.#columns = columns;
    deps.scheduler.add(NUDGE, { run: (job, lateMs) => this.#nudge(job, lateMs) });
  }

  cancelNudge(id: number): void {
    this.#deps.scheduler.cancelAbout(NUDGE, id);
  }

  /** Tells the customer where the order stands, if the column tells and they have not been told. */
  tellOf(id: number, column: KeptColumn, { tell, canBeUndone }: NotifyOptions): void {
    const { store, clock } = this.#context;
    const order = store.orders.byId(id) as OrderRow;
    if (!tell || !column.value.tells || order.number === null || !store.orders.tell(id, column.row)) return;
    const now = clock.now();
    this.#reply(order, this.#textOf(order, column), {
      notBefore: canBeUndone ? now + PUT_OFF_MS : null,
      expiresAt: now + TOLD_WITHIN_MS,
      follows: followsOrder(id),
    });
  }

  /**
   * Takes back the texts about an order that wait to leave, including a reminder; the customer then counts as not told of that
   * column.
   * @returns whether any text was waiting
   */
  takeBack(order: OrderRow): boolean {
    if (order.number === null) return false;
    const { outbox } = this.#deps;
    const told = outbox.takeBack(order.number, followsOrder(order.id));
    if (told.length > 0) this.#context.store.orders.clearNotified(order.id, order.column_id);
    const nudges = outbox.takeBack(order.number, followsNudge(order.id));
    return told.length + nudges.length > 0;
  }

  armNudge(id: number, column: number, movedAt: number, days: number): void {
    const { scheduler } = this.#deps;
    scheduler.cancelAbout(NUDGE, id);
    if (days === 0) return;
    const { calendar } = this.#context;
    const wanted = movedAt + days * DAY;
    scheduler.arm(NUDGE, `${NUDGE.name}:${id}:${column}:${movedAt}`, calendar.opensAt(wanted) ?? wanted, id, {
      column,
    });
  }

  /** Reminds the customer that the order has not been collected so far. */
  #nudge(job: Job<{ readonly column: number }>, lateMs: number): JobOutcome {
    const { store, clock } = this.#context;
    const { column } = job.payload;
    const order = job.about === null ? null : store.orders.byId(job.about);
    const kept = this.#columns.all.get(column);
    if (order === null || kept === undefined || order.over_at !== null || order.column_id !== column)
      return dropped('cancelled');
    this.#reply(order, this.#textOf(order, kept, 'nudge'), {
      notBefore: null,
      expiresAt: clock.now() + TOLD_WITHIN_MS,
      follows: followsNudge(order.id),
      ...(lateMs > MAX_LATENESS_MS ? { cameDueAt: job.due_at } : {}),
    });
    return DONE;
  }

  #reply(
    { number }: OrderRow,
    text: string,
    when: {
      readonly notBefore: number | null;
      readonly expiresAt: number;
      readonly follows: string;
      readonly cameDueAt?: number;
    },
  ): void {
    const line = number === null ? null : this.#deps.lineFor(number);
    if (number === null || line === null) return;
    this.#deps.outbox.write({
      to: number,
      text,
      purpose: 'service',
      lineId: line,
      source: ORDER_SOURCE,
      ...when,
    });
  }

  #textOf(order: OrderRow, column: KeptColumn, program: 'told' | 'nudge' = 'told'): string {
    const { words } = this.#deps;
    const { stage, name, text, nudgeText } = column.value;
    const language = customerLanguage(this.#context, order.number);
    const wording = CUSTOMER_WORDS[language].orders;
    const own = program === 'nudge' ? nudgeText : text;
    if (own === '') {
      if (program === 'nudge') return wording.nudge(words.shop, order.reference);
      return name === '' || stage === 'ready'
        ? wording.told[stage](words.shop, order.reference)
        : wording.moved(words.shop, order.reference, name);
    }
    return words.fill(own, {
      number: order.number,
      language,
      at: this.#context.clock.now(),
      more: {
        order: order.reference,
        what: order.note,
        column: this.#columns.nameOf(column, order.number),
        ...(order.name === '' ? {} : { name: order.name, first_name: order.name.split(/\s+/)[0] ?? '' }),
      },
    });
  }
}
