import { DAY, MINUTE } from '../../../shared/durations.ts';
import { rowOf } from '../../../shared/ids.ts';
import { displayNumber } from '../../../shared/phone.ts';
import type { Purpose } from '../../messaging/contract.ts';
import { customerLanguage } from '../../consent/shop-language.ts';
import type { DeskContext } from '../../../core/context.ts';
import type { Outbox } from '../../messaging/outbox.ts';
import { logEvent } from '../../conversations/event-log.ts';
import type { AnswerText } from '../answer-text.ts';
import { addTaskOnce } from '../../tasks/add-once.ts';
import { publishConversation, publishFlag } from '../../conversations/publish.ts';
import { ANSWERED_WITHIN_MS } from '../incoming-text.ts';
import type { KeptRule } from './rules.ts';

/** People soon stop looking at a phone that rings all day. */
const STAFF_BETWEEN_MS = 5 * MINUTE;
const STAFF_A_DAY = 20;
const LONGEST_QUOTE = 80;
const LONGEST_NAME = 40;

/** The conversation in which something is done; ids are row numbers. */
export interface Where {
  readonly conversation: number;
  readonly line: number;
  readonly number: string;
  /** What the customer said last. */
  readonly text: string;
}

export interface Answering {
  /** `auto` answers what was just written; any other purpose keeps to the hours for texting. */
  readonly purpose: Extract<Purpose, 'auto' | 'service' | 'offer'>;
  /** The earliest time to send it; null means at once. */
  readonly notBefore: number | null;
  /** The action of a person that this follows from; null if there is none. */
  readonly follows: string | null;
}

/** Does what a rule says, inside a unit of work. */
export class RuleRunner {
  readonly #context: DeskContext;
  readonly #outbox: Outbox;
  readonly #words: AnswerText;

  constructor(context: DeskContext, outbox: Outbox, words: AnswerText) {
    this.#context = context;
    this.#outbox = outbox;
    this.#words = words;
  }

  /** @param answering null if this rule does not answer the customer */
  run(rule: KeptRule, where: Where, answering: Answering | null): void {
    const { store } = this.#context;
    const { conversation } = where;
    const { does, name } = rule;
    if (answering !== null && does.answer !== '') this.#answer(rule, where, answering);
    const tag = does.tagId === null ? null : rowOf('tag', does.tagId);
    const isTagged = tag !== null && store.lists.tags.all().some(({ id }) => id === tag);
    if (isTagged) store.conversations.addTag(conversation, tag);
    const person = does.assigneeId === null ? null : rowOf('person', does.assigneeId);
    const isAssigned = person !== null && store.lists.people.all().some(({ id }) => id === person);
    if (isAssigned) store.conversations.assign(conversation, person);
    if (does.task !== '') addTaskOnce(this.#context, conversation, { text: does.task, author: name });
    if (does.staffPhone !== '') this.#tellStaff(rule, where);
    if (does.close) store.conversations.setStatus(conversation, 'closed', null);
    // The message it sent speaks for itself.
    const did = isTagged || isAssigned || does.task !== '' || does.staffPhone !== '' || does.close || does.notify;
    if (did) logEvent(this.#context, conversation, 'rule', name);
    if (does.notify) publishFlag(this.#context, conversation, name);
    publishConversation(this.#context, conversation);
  }

  #answer({ does, name }: KeptRule, { number, line }: Where, { purpose, notBefore, follows }: Answering): void {
    const now = this.#context.clock.now();
    this.#outbox.write({
      to: number,
      text: this.#words.fill(does.answer, { number, language: customerLanguage(this.#context, number), at: now }),
      purpose,
      lineId: line,
      notBefore,
      expiresAt: purpose === 'auto' ? now + ANSWERED_WITHIN_MS : now + 2 * DAY,
      source: name,
      ...(follows === null ? {} : { follows }),
    });
  }

  /** Staff are told which customer it is about and no more, and no more often than is useful. */
  #tellStaff({ does: { staffPhone }, name }: KeptRule, { conversation, line, text }: Where): void {
    const { store, clock } = this.#context;
    const now = clock.now();
    const told = store.rules.staffTexts(staffPhone, now - DAY);
    const row = store.conversations.byId(conversation);
    if (row === null || told.length >= STAFF_A_DAY || (told.at(-1) ?? 0) > now - STAFF_BETWEEN_MS) return;
    store.rules.addStaffText(staffPhone, now, now - DAY);
    const who = (row.name ?? displayNumber(row.number, this.#context.country())).slice(0, LONGEST_NAME);
    const said = text.replace(/\s+/g, ' ').trim();
    const quote = said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)}...` : said;
    this.#outbox.write({
      to: staffPhone,
      text: `${this.#words.shop}, ${name}: ${who}${quote === '' ? '' : `: ${quote}`}`.toWellFormed(),
      purpose: 'system',
      lineId: line,
      notBefore: null,
      expiresAt: now + 30 * MINUTE,
      source: name,
    });
  }
}
