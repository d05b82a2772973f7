import type { CustomerLanguage } from '../../locales/customer-languages.ts';
import { notFound } from '../../shared/not-found.ts';
import { DAY, HOUR, MINUTE } from '../../shared/durations.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import { fold } from '../../shared/fold.ts';
import { messageId, rowOf } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { SimulationDto, SuggestionsDto, TryDto } from './contract.ts';
import { consentRequestIn } from '../consent/words.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Outbox } from '../messaging/outbox.ts';
import { logEvent } from '../conversations/event-log.ts';
import type { AnswerText } from './answer-text.ts';
import type { ClosedAnswer } from './closed-answer.ts';
import type { Faqs } from './faq/faqs.ts';
import type { Decision, Match } from './faq/faq-matcher.ts';
import { FOLLOWS_CLOSING, followsTag } from './undo-key.ts';
import { publishConversation } from '../conversations/publish.ts';
import { pauseAutomation } from './handoff.ts';
import { simulate } from './rules/simulation.ts';
import type { Rule } from './rules/rule.ts';
import { fits } from './rules/rule-conditions.ts';
import { customerFacts } from './rules/rule-facts.ts';
import { RuleRunner, type Where } from './rules/rule-runner.ts';
import type { KeptRule, Rules } from './rules/rules.ts';
import { TRIGGERS } from './triggers/index.ts';
import type { Change, HeardText, RuleFacts } from './triggers/trigger.ts';
import { ANSWERED_WITHIN_MS, type IncomingText } from './incoming-text.ts';
import { personAskedIn, personComes, tellsWayOut, wayOut } from './human-handoff.ts';

/** Closing a conversation can be undone for a while, so what follows from it leaves only after that. */
const PUT_OFF_MS = MINUTE;
const TOLD_AT_ONCE = 200;
/** A message that is late by more than this is not sent at all: the computer was off. */
const LATE_MS = 30 * MINUTE;
const AT_ONCE = { purpose: 'auto', notBefore: null, follows: null } as const;
/** An incoming message is an echo if it repeats one of this many messages that we sent last. */
const ECHOES = 3;
const RECENT = 10;
export const PERSON_SOURCE: ProgramSource = '@person';

interface Deps {
  readonly outbox: Outbox;
  readonly faqs: Faqs;
  readonly closedAnswer: ClosedAnswer;
  readonly words: AnswerText;
  readonly rules: Rules;
}

/** Who answers a message. */
type Chosen =
  { readonly by: 'question'; readonly match: Match } | { readonly by: 'rule'; readonly rule: KeptRule } | null;

/** A rule about the customer's words comes before the shop's questions, and any other rule after them. */
function choose(rules: readonly KeptRule[], decide: () => Decision): Chosen {
  const answering = rules.filter(({ does }) => does.answer !== '');
  const aboutWords = answering.find(({ only }) => only.words.length > 0);
  if (aboutWords !== undefined) return { by: 'rule', rule: aboutWords };
  const decision = decide();
  if (decision.kind === 'answer') return { by: 'question', match: decision.match };
  const [rule] = answering;
  return rule === undefined ? null : { by: 'rule', rule };
}

function matchesOf(decision: Decision): readonly Match[] {
  if (decision.kind === 'answer') return [decision.match];
  return decision.kind === 'suggest' ? decision.matches : [];
}

const CALL_TRIGGERS = TRIGGERS.filter(({ source }) => source.by === 'missed-call').map(({ name }) => name);

function textTriggers(text: HeardText): readonly string[] {
  return TRIGGERS.flatMap(({ name, source }) => (source.by === 'text' && source.isIt(text) ? [name] : []));
}

function changeTriggers(change: Change): readonly string[] {
  return TRIGGERS.flatMap(({ name, source }) => (source.by === 'change' && source.isIt(change) ? [name] : []));
}

/** What a person did with conversations, given by their row numbers. */
export interface ByPerson {
  readonly conversations: readonly number[];
  readonly change: Change;
}

/**
 * What the desk does without a person. A customer gets one answer: from a rule about their words, else from the shop's questions,
 * else from another rule, else the one that says the shop is closed. Whatever else rules do besides answering, all of them do, in
 * the owner's order. Nothing is sent from here: every answer passes the gate like any other message.
 */
export class Automation {
  readonly #context: DeskContext;
  readonly #deps: Deps;
  readonly runner: RuleRunner;

  constructor(context: DeskContext, deps: Deps) {
    this.#context = context;
    this.#deps = deps;
    this.runner = new RuleRunner(context, deps.outbox, deps.words);
  }

  /** Called inside the unit of work that stores the message. */
  answer(unanswered: IncomingText): void {
    const { store, clock } = this.#context;
    const { number, text, conversation, message, writtenAt } = unanswered;
    const isLate = clock.now() - writtenAt > ANSWERED_WITHIN_MS;
    const person = personAskedIn(text);
    if (person !== null) {
      this.#personAsked(unanswered, person.language, isLate);
      return;
    }
    // Our own words came back, so a program answers at the other end.
    const isEcho = store.messages.lastSaid(conversation, ECHOES).some((said) => fold(said) === fold(text));
    const isAnswered = !isLate && !isEcho && !this.#isPaused(conversation);
    const triggers = textTriggers({ text, isFirst: () => store.messages.isFirstOf(number, message) });
    const rules = this.#deps.rules.fitting(this.#facts(conversation, triggers, text));
    const chosen = isAnswered ? choose(rules, () => this.#deps.faqs.decide(text, number)) : null;
    const faq = chosen?.by === 'question' ? this.#answerWith(chosen.match, unanswered) : null;
    const rule = chosen?.by === 'rule' ? chosen.rule : undefined;
    for (const each of rules) this.runner.run(each, unanswered, each === rule ? AT_ONCE : null);
    const isSaid = faq !== null || rule !== undefined || isLate || isEcho;
    if (!isSaid) this.#deps.closedAnswer.answer(unanswered);
  }

  /** A customer has rung and nobody answered. Called inside the unit of work that stores the call. */
  called(where: Omit<Where, 'text'>): void {
    const { store, clock } = this.#context;
    const { conversation } = where;
    const rules = this.#deps.rules.fitting(this.#facts(conversation, CALL_TRIGGERS, ''));
    // A customer who rings five times in a row gets one answer.
    const isTold = store.messages.automaticSince(conversation, clock.now() - HOUR) > 0;
    const rule = isTold || this.#isPaused(conversation) ? undefined : rules.find(({ does }) => does.answer !== '');
    for (const each of rules) this.runner.run(each, { ...where, text: '' }, each === rule ? AT_ONCE : null);
  }

  /** A person has closed conversations or given them a tag. */
  changedByPerson({ conversations, change }: ByPerson): void {
    for (const id of conversations) this.#afterwards(id, change);
  }

  /** When the next customer will have waited long enough for a rule to act; null if none will. */
  get dueAt(): number | null {
    const { clock, calendar } = this.#context;
    const now = clock.now();
    // The customer who has waited longest is due first.
    const due = this.#waiting(1).map(({ at }) => (at <= now ? calendar.opensAt(now) : at));
    const known = due.filter((at) => at !== null);
    return known.length === 0 ? null : Math.min(...known);
  }

  /** Runs the rules about customers who have waited too long: only in opening hours, and once for each wait. */
  onDue(): void {
    const { store, clock, calendar } = this.#context;
    const now = clock.now();
    if (!calendar.isOpen(now)) return;
    // Each customer gets one answer, however many rules have one.
    const answered = new Set<number>();
    for (const { rule, conversation, at } of this.#waiting(TOLD_AT_ONCE)) {
      if (at > now) continue;
      const row = store.conversations.byId(conversation);
      // An earlier rule may have closed it.
      if (row === null || row.status !== 'open' || row.waiting_since === null) continue;
      const asked = store.conversations.lastIncoming(conversation);
      const text = asked === null ? '' : (store.messages.byId(asked)?.text ?? '');
      this.#context.unit(() => {
        store.rules.setRun(rule.row, conversation);
        publishConversation(this.#context, conversation);
        if (!fits(rule, this.#facts(conversation, [rule.when.trigger], text))) return;
        const where = { conversation, line: row.line_id, number: row.number, text };
        const isLate = now > at + LATE_MS;
        const answers = !isLate && !answered.has(conversation) && !this.#isPaused(conversation);
        if (answers && rule.does.answer !== '') answered.add(conversation);
        this.runner.run(rule, where, answers ? AT_ONCE : null);
      });
    }
  }

  simulate(rule: Rule, days: number): Promise<SimulationDto> {
    return simulate(this.#context, rule, days);
  }

  /** For the person at the counter: which of the shop's answers may fit what the customer said last. */
  suggest(id: string): Result<SuggestionsDto> {
    const { store } = this.#context;
    const row = rowOf('conversation', id);
    const conversation = row === null ? null : store.conversations.byId(row);
    if (conversation === null) return notFound('conversation');
    const asked = store.conversations.lastIncoming(conversation.id);
    const heard = asked === null ? null : store.messages.byId(asked);
    if (heard === null || conversation.waiting_since === null) return ok({ messageId: null, answers: [] });
    const decision = this.#deps.faqs.decide(heard.text, conversation.number);
    return ok({
      messageId: messageId(heard.id),
      answers: matchesOf(decision).flatMap((match) => this.#toDto(match, conversation.number)),
    });
  }

  /** What would become of a message if it came in now from an unknown customer. None of it actually happens. */
  tryText(text: string): TryDto {
    const { clock, calendar, settings } = this.#context;
    const nothing = { wish: null, answers: [], text: null, by: null, rules: [] };
    const about = consentRequestIn(text)?.wish ?? null;
    if (about !== null && about !== 'yes' && about !== 'no') return { ...nothing, outcome: 'consent', wish: about };
    const person = personAskedIn(text);
    if (person !== null) return { ...nothing, outcome: 'person', text: this.#personComes(null, person.language) };
    const decision = this.#deps.faqs.decide(text, null);
    const answers = matchesOf(decision).flatMap((match) => this.#toDto(match, null));
    const now = clock.now();
    const spoken = customerLanguage(this.#context, null);
    const facts = { tagIds: [], fields: [], givenTagId: null, language: spoken, text, isOpen: calendar.isOpen(now) };
    const fitting = this.#deps.rules.fitting({ ...facts, triggers: textTriggers({ text, isFirst: () => false }) });
    const rules = fitting.map(({ name }) => name);
    const chosen = choose(fitting, () => decision);
    const [answer] = answers;
    if (chosen?.by === 'question' && answer !== undefined) {
      const whole = `${answer.text}\n${wayOut(chosen.match.language)}`;
      return { outcome: 'answer', wish: null, answers, text: whole, by: answer.name, rules };
    }
    if (chosen?.by === 'rule') {
      const { rule } = chosen;
      const said = this.#deps.words.fill(rule.does.answer, { number: null, language: spoken, at: now });
      return { outcome: 'rule', wish: null, answers, text: said, by: rule.name, rules };
    }
    if (settings().closedAnswer && !facts.isOpen)
      return { ...nothing, outcome: 'closed', answers, text: this.#deps.closedAnswer.preview(), rules };
    return { ...nothing, outcome: decision.kind === 'suggest' ? 'suggest' : 'nobody', answers, rules };
  }

  #waiting(limit: number): readonly { readonly rule: KeptRule; readonly conversation: number; readonly at: number }[] {
    const { store, clock, calendar } = this.#context;
    const now = clock.now();
    return this.#deps.rules.ofWaiting.flatMap(({ rule, minutes }) =>
      store.rules.notYetRun(rule.row, limit).flatMap(({ id, waiting_since: since }) => {
        const at = calendar.waitedUntil(since, minutes * MINUTE, now);
        return at === null ? [] : [{ rule, conversation: id, at }];
      }),
    );
  }

  /** Does what follows from what a person did. Messages to the customer wait until the action can no longer be undone. */
  #afterwards(conversation: number, change: ByPerson['change']): void {
    const { store, clock } = this.#context;
    const row = store.conversations.byId(conversation);
    if (row === null || row.is_system === 1) return;
    const givenTagId = change.kind === 'tagged' ? change.tagId : null;
    const rules = this.#deps.rules.fitting({ ...this.#facts(conversation, changeTriggers(change), ''), givenTagId });
    if (rules.length === 0) return;
    const where = { conversation, line: row.line_id, number: row.number, text: '' };
    const rule = rules.find(({ does }) => does.answer !== '');
    const follows = change.kind === 'tagged' ? followsTag(change.tagId) : FOLLOWS_CLOSING;
    const answering = { purpose: 'service', notBefore: clock.now() + PUT_OFF_MS, follows } as const;
    this.#context.unit(() => {
      for (const each of rules) this.runner.run(each, where, each === rule ? answering : null);
    });
  }

  #facts(conversation: number, triggers: RuleFacts['triggers'], text: string): RuleFacts {
    const { clock, calendar } = this.#context;
    const known = customerFacts(this.#context, conversation);
    return { ...known, triggers, text, isOpen: calendar.isOpen(clock.now()), givenTagId: null };
  }

  #isPaused(conversation: number): boolean {
    return this.#context.store.conversations.byId(conversation)?.paused_at !== null;
  }

  #personAsked({ number, conversation, line }: IncomingText, language: CustomerLanguage | null, isLate: boolean): void {
    const { clock } = this.#context;
    const isPaused = this.#isPaused(conversation);
    pauseAutomation(this.#context, conversation);
    logEvent(this.#context, conversation, 'person-asked');
    if (isPaused || isLate) return;
    this.#deps.outbox.write({
      to: number,
      text: this.#personComes(number, language),
      purpose: 'auto',
      lineId: line,
      notBefore: null,
      expiresAt: clock.now() + ANSWERED_WITHIN_MS,
      source: PERSON_SOURCE,
    });
  }

  /** Outside the opening hours, says when somebody will be there again. */
  #personComes(number: string | null, asked: CustomerLanguage | null): string {
    const { clock, calendar } = this.#context;
    const now = clock.now();
    const language = asked ?? customerLanguage(this.#context, number);
    const coming = `${this.#deps.words.shop}: ${personComes(language)}`;
    if (calendar.isOpen(now)) return coming;
    return `${coming} ${this.#deps.words.fill('({{hours}})', { number, language, at: now })}`;
  }

  #answerWith(match: Match, { number, conversation, message, line }: IncomingText): number | null {
    const { store, clock } = this.#context;
    const found = this.#deps.faqs.wordingOf(match);
    if (found === null) return null;
    const now = clock.now();
    const text = this.#textOf(match, number);
    // Customers are told this with the first answer of a day; one who has just read it does not need it again.
    const isKnown =
      store.messages.automaticSince(conversation, now - DAY) > 0 &&
      store.messages.lastSaid(conversation, RECENT).some(tellsWayOut);
    // A customer who had asked something else before still waits for that answer.
    const asked = store.messages.byId(message);
    const resolvesConversation = store.conversations.byId(conversation)?.waiting_since === asked?.received_at;
    return this.#deps.outbox.write({
      to: number,
      text: isKnown ? text : `${text}\n${wayOut(match.language)}`,
      purpose: 'auto',
      lineId: line,
      notBefore: null,
      expiresAt: now + ANSWERED_WITHIN_MS,
      source: found.name,
      resolvesConversation,
    });
  }

  #textOf(match: Match, number: string | null): string {
    const answer = this.#deps.faqs.wordingOf(match)?.wording.answer ?? '';
    const language: CustomerLanguage = match.language;
    return this.#deps.words.fill(answer, { number, language, at: this.#context.clock.now() });
  }

  #toDto(match: Match, number: string | null): SuggestionsDto['answers'] {
    const found = this.#deps.faqs.wordingOf(match);
    if (found === null) return [];
    return [{ id: found.id, name: found.name, text: this.#textOf(match, number), score: match.score }];
  }
}
