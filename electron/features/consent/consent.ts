import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import type { CustomerLanguage } from '../../locales/customer-languages.ts';
import type { ConsentNotice } from '../../locales/customer-words.ts';
import { notFound } from '../../shared/not-found.ts';
import { DAY, HOUR, MINUTE } from '../../shared/durations.ts';
import type { ConsentOfNumber } from './consent-views.ts';
import { type Heard, ConsentLog } from './consent-log.ts';
import { ConsentViews } from './consent-views.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import { rowOf } from '../../shared/ids.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ConsentDto } from './contract.ts';
import type { ConsentChoice } from '../../shared/consent-words.ts';
import type { ConversationDto } from '../conversations/contract.ts';
import type { ConversationRow } from '../conversations/repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishConversation, publishMessages } from '../conversations/publish.ts';
import type { Outbox } from '../messaging/outbox.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';
import { ANSWERS_A_DAY, ANSWERS_AN_HOUR } from '../messaging/gate-facts.ts';
import { logEvent } from '../conversations/event-log.ts';
import { toConversationDto } from '../conversations/to-dto.ts';
import { customerLanguage } from './shop-language.ts';
import { consentRequestIn, type ConsentRequest } from './words.ts';

/** A confirmation that leaves later than this no longer confirms anything. */
const CONFIRMED_WITHIN_MS = 5 * MINUTE;
const CONSENT_SOURCE: ProgramSource = '@consent';
/** Web pages may ask only this many questions, and nobody is asked again within this time. */
const WEB_ASKS_AN_HOUR = 20;
const WEB_ASKS_A_DAY = 100;
const ASKED_AGAIN_MS = 30 * DAY;
const MOST_LOOKED_AT = 10_000;
/** The mark for what was asked on behalf of a web page. */
const WEB = 'web';
/** A question that could not leave within this time is no longer asked. */
const ASKED_WITHIN_MS = 2 * DAY;
/** A yes that comes later than this may be the answer to something else. */
const ANSWERED_WITHIN_MS = 7 * DAY;
/** The shop's name is cut to this length, so that a confirmation fits into one part. */
const LONGEST_SHOP_NAME = 40;

/** Decides whether a customer may be texted: what they say about it, what a person decides, and the ledger of both. */
export class Consent {
  readonly #context: DeskContext;
  readonly #outbox: Outbox;
  readonly #questions: OpenQuestions;
  readonly #shopName: () => string;
  readonly #views: ConsentViews;
  readonly #log: ConsentLog;

  constructor(context: DeskContext, outbox: Outbox, questions: OpenQuestions, shopName: () => string) {
    this.#context = context;
    this.#outbox = outbox;
    this.#questions = questions;
    this.#shopName = shopName;
    this.#views = new ConsentViews(context, questions);
    this.#log = new ConsentLog(context);
  }

  /**
   * Takes down for good what a message says about consent. Must run inside the unit of work that stores the message.
   * @returns false if it says nothing about it
   */
  handleReply(heard: Heard): boolean {
    const request = consentRequestIn(heard.text);
    switch (request?.wish) {
      case 'opt-out':
        this.#end(heard, request, 'text');
        return true;
      case 'opt-in':
        this.#begin(heard, request);
        return true;
      case 'offers':
        this.#wantsOffers(heard, request);
        return true;
      case 'yes': {
        // “Ja” and “si” exist in several languages.
        const yes = { ...request, language: null };
        if (this.#isAsked(heard.number)) this.#wantsOffers(heard, yes);
        else if (this.#bringsBack(heard.number)) this.#begin(heard, yes);
        else return false;
        return true;
      }
      case 'no':
        if (!this.#isAsked(heard.number)) return false;
        this.#questions.close(heard.number);
        return true;
      case 'help':
        this.#reply(heard, request, 'help');
        return true;
      case 'maybe':
        this.#ask(heard);
        return true;
      case undefined:
        return false;
    }
  }

  /** Whether a message is settled by what the desk does by itself, so that nobody needs to answer it. */
  isSettledByItself(text: string, number: string): boolean {
    const wish = consentRequestIn(text)?.wish;
    switch (wish) {
      case 'opt-out':
      case 'opt-in':
      case 'offers':
        return true;
      case 'yes':
        return this.#isAsked(number) || this.#bringsBack(number);
      case 'no':
        return this.#isAsked(number);
      default:
        return false;
    }
  }

  /** Settles the question once a person has read the message that may ask for no more. */
  decide(id: string, as: 'opt-out' | 'innocent'): Result<ConversationDto> {
    const { store, clock } = this.#context;
    const row = this.#row(id);
    if (row === null) return notFound('conversation');
    const isDecided = this.#context.unit(() => {
      const question = store.consent.question(row.number);
      if (question === null) return false;
      publishConversation(this.#context, row.id);
      if (as === 'innocent') {
        store.consent.settle(row.number);
        logEvent(this.#context, row.id, 'consent-innocent');
        publishMessages(this.#context, store.queue.releaseForConsent(row.number));
        return true;
      }
      const asked = store.messages.byId(question.message_id);
      const heard = {
        number: row.number,
        text: asked?.text ?? '',
        message: question.message_id,
        conversation: row.id,
        line: row.line_id,
        at: clock.now(),
        writtenAt: question.at,
        readAt: null,
      };
      this.#end(heard, { wish: 'opt-out', language: null }, 'operator');
      return true;
    });
    if (!isDecided) return refuse('too-late.decided');
    return ok(toConversationDto(store.conversations.byId(row.id) ?? row, this.#context.country()));
  }

  /** Returns what the owner of a number wants from us. @param input the number in any usual spelling */
  ofNumber(input: string): Result<ConsentOfNumber> {
    const { store } = this.#context;
    const party = parseRecipient(input, this.#context.country());
    if (party?.kind !== 'phone') return refuse('bad-number');
    return ok({
      number: party.value,
      isOptedOut: store.optOuts.has(party.value),
      wants: this.#views.wants(party.value),
    });
  }

  /** Returns what the customer of a conversation wants from us, and how we know it. */
  get(id: string): Result<ConsentDto> {
    const row = this.#row(id);
    return row === null ? notFound('conversation') : ok(this.#views.toDto(row.number));
  }

  /** Records what a customer said at the counter. Their own STOP takes precedence over it. */
  record(
    id: string,
    said: { readonly purpose: ConsentChoice; readonly state: 'granted' | 'withdrawn'; readonly wording: string },
  ): Result<ConsentDto> {
    const { store, clock } = this.#context;
    const row = this.#row(id);
    if (row === null) return notFound('conversation');
    if (said.state === 'granted' && store.optOuts.has(row.number)) return refuse('opted-out.own-start');
    this.#context.unit(() => {
      if (said.purpose === 'offer') this.#withdrawQuestion(row.number);
      store.consent.add({
        ...said,
        number: row.number,
        source: 'counter',
        message_id: null,
        author: this.#context.currentAgent()?.name ?? null,
        at: clock.now(),
      });
      const kind = said.state === 'granted' ? 'consent-given' : 'consent-taken';
      logEvent(this.#context, row.id, kind, said.purpose);
      publishConversation(this.#context, row.id);
    });
    return ok(this.#views.toDto(row.number));
  }

  /** Asks by message whether offers are wanted, so that what was said elsewhere is confirmed from the customer's own phone. */
  askForOffers(id: string): Result<ConsentDto> {
    const row = this.#row(id);
    if (row === null) return notFound('conversation');
    const asked = this.#askForOffers(row.number, row.line_id, false);
    return asked.ok ? ok(this.#views.toDto(row.number)) : asked;
  }

  /**
   * Records what somebody said on a web page. They agree to offers only by answering a message, since anybody can enter a number
   * there.
   * @param line the line the question is sent from; null if there is none
   */
  recordFromWeb(
    input: string,
    line: number | null,
    said: { readonly purpose: ConsentChoice; readonly state: 'granted' | 'withdrawn'; readonly wording: string },
  ): Result<ConsentOfNumber> {
    const { store, clock } = this.#context;
    const known = this.ofNumber(input);
    if (!known.ok) return known;
    const { number, isOptedOut } = known.value;
    if (said.state === 'granted' && isOptedOut) return refuse('opted-out.own-start');
    if (said.state === 'granted' && said.purpose === 'offer') {
      if (known.value.wants.offer) return known;
      if (line === null) return refuse('no-line');
      const asked = this.#askForOffers(number, line, true);
      return asked.ok ? this.ofNumber(number) : asked;
    }
    const conversation = store.reports.conversationOf(number);
    this.#context.unit(() => {
      if (said.purpose === 'offer') this.#withdrawQuestion(number);
      store.consent.add({ ...said, number, source: 'web', message_id: null, author: null, at: clock.now() });
      const kind = said.state === 'granted' ? 'consent-given' : 'consent-taken';
      if (conversation === null) return;
      logEvent(this.#context, conversation, kind, said.purpose);
      publishConversation(this.#context, conversation);
    });
    return this.ofNumber(number);
  }

  /**
   * Since anybody can enter numbers on a web page, strangers are not asked by the hundred, and nobody is asked again and again.
   */
  #webHeld(number: string): Result<never> | null {
    const { store, clock } = this.#context;
    const now = clock.now();
    const conversation = store.reports.conversationOf(number);
    const asked = store.conversationEvents.ofKinds(['offers-asked'], now - ASKED_AGAIN_MS, MOST_LOOKED_AT);
    if (asked.some((event) => event.conversation_id === conversation)) return refuse('too-many-requests.asked-lately');
    const since = (ms: number): number => asked.filter(({ at, detail }) => detail === WEB && at > now - ms).length;
    if (since(HOUR) < WEB_ASKS_AN_HOUR && since(DAY) < WEB_ASKS_A_DAY) return null;
    return refuse('too-many-requests.web-forms', { hourly: WEB_ASKS_AN_HOUR, daily: WEB_ASKS_A_DAY });
  }

  #askForOffers(number: string, line: number, isFromWeb: boolean): Result<null> {
    const { store, clock } = this.#context;
    if (store.optOuts.has(number)) return refuse('opted-out');
    if (this.#questions.of(number) !== null) return refuse('question-open');
    const held = isFromWeb ? this.#webHeld(number) : null;
    if (held !== null) return held;
    const at = clock.now();
    const isAsked = this.#context.unit(() => {
      const text = this.#wording(number, null, 'askOffers');
      const request = {
        to: number,
        text,
        purpose: 'service',
        lineId: line,
        notBefore: null,
        staysClosed: isFromWeb,
      } as const;
      const message = this.#outbox.write({ ...request, expiresAt: at + ASKED_WITHIN_MS, source: CONSENT_SOURCE });
      if (message === null) return false;
      const question = { number, kind: 'offers', message, about: null, body: null } as const;
      this.#questions.open({ ...question, expiresAt: at + ANSWERED_WITHIN_MS });
      const conversation = store.messages.byId(message)?.conversation_id ?? 0;
      logEvent(this.#context, conversation, 'offers-asked', isFromWeb ? WEB : null);
      return true;
    });
    return isAsked ? ok(null) : refuse('bad-number.cannot-be-texted');
  }

  /**
   * Records an opt-out that was made elsewhere and is in an imported list. Must run inside a unit of work.
   * @returns false if they are opted out already
   */
  importOptOut(number: string, wording: string): boolean {
    const { store, clock } = this.#context;
    if (store.optOuts.has(number)) return false;
    const at = clock.now();
    store.consent.settle(number);
    this.#questions.close(number);
    publishMessages(this.#context, store.queue.cancelAutomatic(number, 'opted-out'));
    store.recurring.endOf(number);
    store.optOuts.add(number, at, null);
    store.consent.add({
      number,
      purpose: 'all',
      state: 'withdrawn',
      source: 'import',
      wording,
      message_id: null,
      author: this.#context.currentAgent()?.name ?? null,
      at,
    });
    return true;
  }

  /** Opts the customer out: waiting messages are taken back, and the opt-out is confirmed once. */
  #end(heard: Heard, request: ConsentRequest, source: 'text' | 'operator'): void {
    const { store } = this.#context;
    const { number, message, conversation, at } = heard;
    store.consent.settle(number);
    this.#questions.close(number);
    publishMessages(this.#context, store.queue.cancelAutomatic(number, 'opted-out'));
    store.recurring.endOf(number);
    if (store.optOuts.has(number)) return;
    store.optOuts.add(number, at, message);
    this.#log.write(heard, 'withdrawn', source);
    if (source === 'operator') logEvent(this.#context, conversation, 'opted-out');
    else this.#log.timed(this.#log.event(conversation, at, 'opted-out'), heard.readAt);
    this.#reply(heard, request, 'stopped');
  }

  /** @param said the notice that the desk sends by itself; null if something else answers */
  #begin(heard: Heard, request: ConsentRequest, said: 'started' | null = 'started'): void {
    const { store } = this.#context;
    if (store.consent.settle(heard.number)) publishMessages(this.#context, store.queue.releaseForConsent(heard.number));
    const isNarrowed = !store.consent.wants(heard.number, 'service') || !store.consent.wants(heard.number, 'survey');
    if (!store.optOuts.has(heard.number) && !isNarrowed) return;
    store.optOuts.remove(heard.number);
    this.#log.write(heard, 'granted', 'text');
    this.#log.event(heard.conversation, heard.at, 'opted-in');
    if (said !== null) this.#reply(heard, request, said);
  }

  /** The customer agrees to offers, in so many words or by a yes to the question; both come from the phone that will get them. */
  #wantsOffers(heard: Heard, request: ConsentRequest): void {
    const { store } = this.#context;
    const { number, conversation, at } = heard;
    if (store.optOuts.has(number)) this.#begin(heard, request, null);
    this.#withdrawQuestion(number);
    if (store.consent.wants(number, 'offer')) return;
    this.#log.write(heard, 'granted', 'text', 'offer');
    this.#log.event(conversation, at, 'consent-given', 'offer');
    this.#reply(heard, request, 'offers');
  }

  /** Closes the question whether offers are wanted, which is settled; any other question stays open. */
  #withdrawQuestion(number: string): void {
    if (this.#views.offersAskedAt(number) !== null) this.#questions.close(number);
  }

  /** Whether a yes means messages as such: they are opted out, and no other question is open. */
  #bringsBack(number: string): boolean {
    return this.#context.store.optOuts.has(number) && this.#questions.asked(number) === null;
  }

  /** Whether the next yes is an answer to the question about offers. */
  #isAsked(number: string): boolean {
    return this.#questions.asked(number)?.row.kind === 'offers';
  }

  /** Holds automatic messages until a person has looked. If the customer is opted out anyway, nobody needs to look. */
  #ask(heard: Heard): void {
    const { store } = this.#context;
    if (store.optOuts.has(heard.number) || store.consent.question(heard.number) !== null) return;
    store.consent.ask(heard.number, heard.conversation, heard.message, heard.at);
    this.#log.event(heard.conversation, heard.at, 'consent-question');
  }

  /** Answers automatically, once, if that still makes sense and has not happened too often. */
  #reply(heard: Heard, request: ConsentRequest, what: ConsentNotice): void {
    const { store } = this.#context;
    const { number, conversation, line, at, writtenAt } = heard;
    const expiresAt = Math.min(at, writtenAt) + CONFIRMED_WITHIN_MS;
    if (expiresAt <= at) return;
    const sent = (since: number): number => store.messages.automaticSince(conversation, at - since);
    if (sent(DAY) >= ANSWERS_A_DAY) return;
    // An opt-out is confirmed even to somebody who has asked for help three times; otherwise they would say it again and again.
    if (what !== 'stopped' && sent(HOUR) >= ANSWERS_AN_HOUR) return;
    const text = this.#wording(number, request.language, what);
    const confirmation = { to: number, text, purpose: 'system', lineId: line, notBefore: null, expiresAt } as const;
    this.#outbox.write({ ...confirmation, source: CONSENT_SOURCE });
  }

  #wording(number: string, language: CustomerLanguage | null, what: ConsentNotice): string {
    const shop = this.#shopName().slice(0, LONGEST_SHOP_NAME).toWellFormed();
    return CUSTOMER_WORDS[language ?? customerLanguage(this.#context, number)].consent[what](shop);
  }

  #row(id: string): ConversationRow | null {
    const row = rowOf('conversation', id);
    return row === null ? null : this.#context.store.conversations.byId(row);
  }
}
