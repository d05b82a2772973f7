import type { ProgramSource } from '../../shared/sources.ts';
import type { ConsentLanguage } from '../../shared/consent-words.ts';
import { rowOf } from '../../shared/ids.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type {
  ConsentChoice,
  ConsentPurpose,
  ConsentView,
  ConversationEventView,
  ConversationView,
} from '../../shared/views.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { announceConversation, announceMessage, type DeskContext } from '../context.ts';
import type { Outbox } from '../outbox.ts';
import type { Questions } from '../questions.ts';
import { ANSWERS_A_DAY, ANSWERS_AN_HOUR } from '../gate-facts.ts';
import { announceEvent, record } from '../timeline.ts';
import { conversationView, eventView } from '../view.ts';
import { spokenTo } from './shop-language.ts';
import { CONSENT_WORDING } from './wording.ts';
import { consentRequestIn, type ConsentRequest } from './words.ts';

const MINUTE = 60_000;
/** A confirmation that comes later confirms nothing any more. */
const CONFIRMED_WITHIN_MS = 5 * MINUTE;
const CONSENT_SOURCE: ProgramSource = '@consent';
const SHOWN = 200;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** On behalf of a web page: so many are asked, and nobody again so soon. */
const WEB_ASKS_AN_HOUR = 20;
const WEB_ASKS_A_DAY = 100;
const ASKED_AGAIN_MS = 30 * DAY;
const MOST_LOOKED_AT = 10_000;
/** Beside what was asked for a web page. */
const WEB = 'web';
/** A question that could not leave by then is not asked any more. */
const ASKED_WITHIN_MS = 2 * DAY;
/** A yes that comes later may be one to something else. */
const ANSWERED_WITHIN_MS = 7 * DAY;
/** So much of the shop's name, so that a confirmation is one text. */
const LONGEST_SHOP_NAME = 40;

/** A customer's text, as far as it may be about being texted. */
interface Heard {
  readonly number: string;
  readonly text: string;
  /** Row numbers. */
  readonly message: number;
  readonly conversation: number;
  readonly line: number;
  readonly at: number;
  /** When it was handed to the network, which may be long before the SIM gave it to us. */
  readonly writtenAt: number;
}

/** What is to be told once it is on disk. */
export interface ConsentNews {
  readonly messages: readonly number[];
  readonly events: readonly ConversationEventView[];
}

export interface ConsentOfNumber {
  /** E.164. */
  readonly number: string;
  readonly isOptedOut: boolean;
  readonly wants: ConsentView['wants'];
}

/** Whether a customer may be texted: what he says about it, what a person decides, and the ledger of both. */
export class Consent {
  readonly #context: DeskContext;
  readonly #outbox: Outbox;
  readonly #questions: Questions;
  readonly #shopName: () => string;

  constructor(context: DeskContext, outbox: Outbox, questions: Questions, shopName: () => string) {
    this.#context = context;
    this.#outbox = outbox;
    this.#questions = questions;
    this.#shopName = shopName;
  }

  /**
   * Takes what a text says about being texted for keeps. Inside the transaction that keeps the text.
   * @returns null: it says nothing about it
   */
  heed(heard: Heard): ConsentNews | null {
    const request = consentRequestIn(heard.text);
    switch (request?.wish) {
      case 'opt-out':
        return this.#end(heard, request, 'text');
      case 'opt-in':
        return this.#begin(heard, request);
      case 'offers':
        return this.#wantsOffers(heard, request);
      case 'yes': {
        // “Ja” and “si” are said in several languages.
        const yes = { ...request, language: null };
        if (this.#isAsked(heard.number)) return this.#wantsOffers(heard, yes);
        return this.#bringsBack(heard.number) ? this.#begin(heard, yes) : null;
      }
      case 'no':
        if (!this.#isAsked(heard.number)) return null;
        this.#questions.close(heard.number);
        return NOTHING;
      case 'help':
        return { messages: this.#say(heard, request, 'help'), events: [] };
      case 'maybe':
        return this.#ask(heard);
      case undefined:
        return null;
    }
  }

  /** Said and done: nobody needs to answer it. */
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

  /** A person has read the text that may ask for no more. */
  decide(id: string, as: 'opt-out' | 'innocent'): Result<ConversationView> {
    const { store, clock } = this.#context;
    const row = this.#row(id);
    if (row === null) return notFound();
    const news = store.transaction(() => {
      const question = store.consent.question(row.number);
      if (question === null) return null;
      if (as === 'innocent') {
        store.consent.settle(row.number);
        const event = record(this.#context, row.id, 'consent-innocent');
        return { messages: store.messages.releaseForConsent(row.number), events: [event] };
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
      };
      return this.#end(heard, { wish: 'opt-out', language: null }, 'operator');
    });
    if (news === null) return refuse('too-late', 'This was decided already.');
    this.tell(news);
    announceConversation(this.#context, row.id);
    return ok(conversationView(store.conversations.byId(row.id) ?? row, this.#context.country()));
  }

  /** What the owner of a number wants of us. @param written in any usual spelling */
  ofNumber(written: string): Result<ConsentOfNumber> {
    const { store } = this.#context;
    const party = parseRecipient(written, this.#context.country());
    if (party?.kind !== 'phone') return refuse('bad-number', 'This is no phone number. Check it.');
    return ok({ number: party.value, isOptedOut: store.optOuts.has(party.value), wants: this.#wants(party.value) });
  }

  /** What the customer of a conversation wants of us, and how we know. */
  get(id: string): Result<ConsentView> {
    const row = this.#row(id);
    return row === null ? notFound() : ok(this.#view(row.number));
  }

  /** What a customer said at the counter. His own STOP stands above it. */
  record(
    id: string,
    said: { readonly purpose: ConsentChoice; readonly state: 'granted' | 'withdrawn'; readonly wording: string },
  ): Result<ConsentView> {
    const { store, clock } = this.#context;
    const row = this.#row(id);
    if (row === null) return notFound();
    if (said.state === 'granted' && store.optOuts.has(row.number))
      return refuse('opted-out', 'This customer asked for no more texts. Only their own START brings them back.');
    const { event, unasked } = store.transaction(() => {
      const unasked = said.purpose === 'offer' ? this.#unask(row.number) : [];
      store.consent.add({
        ...said,
        number: row.number,
        source: 'counter',
        message_id: null,
        author: this.#context.atCounter()?.name ?? null,
        at: clock.now(),
      });
      const kind = said.state === 'granted' ? 'consent-given' : 'consent-taken';
      return { event: record(this.#context, row.id, kind, said.purpose), unasked };
    });
    this.tell({ messages: unasked, events: [event] });
    announceConversation(this.#context, row.id);
    return ok(this.#view(row.number));
  }

  /** Asks by text whether offers are wanted: what is said elsewhere is confirmed by the customer's own phone. */
  askForOffers(id: string): Result<ConsentView> {
    const row = this.#row(id);
    if (row === null) return notFound();
    const asked = this.#askForOffers(row.number, row.line_id, false);
    return asked.ok ? ok(this.#view(row.number)) : asked;
  }

  /**
   * What somebody said on a web page. Offers he agrees to by answering a text, for anybody can enter a number there.
   * @param line by which he is asked; null: there is none
   */
  recordFromWeb(
    written: string,
    line: number | null,
    said: { readonly purpose: ConsentChoice; readonly state: 'granted' | 'withdrawn'; readonly wording: string },
  ): Result<ConsentOfNumber> {
    const { store, clock } = this.#context;
    const known = this.ofNumber(written);
    if (!known.ok) return known;
    const { number, isOptedOut } = known.value;
    if (said.state === 'granted' && isOptedOut)
      return refuse('opted-out', 'This customer asked for no more texts. Only their own START brings them back.');
    if (said.state === 'granted' && said.purpose === 'offer') {
      if (known.value.wants.offer) return known;
      if (line === null) return refuse('no-line', 'There is no line yet: connect a modem first.');
      const asked = this.#askForOffers(number, line, true);
      return asked.ok ? this.ofNumber(number) : asked;
    }
    const conversation = store.reports.conversationOf(number);
    const news = store.transaction(() => {
      const messages = said.purpose === 'offer' ? this.#unask(number) : [];
      store.consent.add({ ...said, number, source: 'web', message_id: null, author: null, at: clock.now() });
      const kind = said.state === 'granted' ? 'consent-given' : 'consent-taken';
      return {
        messages,
        events: conversation === null ? [] : [record(this.#context, conversation, kind, said.purpose)],
      };
    });
    this.tell(news);
    if (conversation !== null) announceConversation(this.#context, conversation);
    return this.ofNumber(number);
  }

  /** Anybody can enter numbers on a web page: strangers are not asked by the hundred, and nobody again and again. */
  #webHeld(number: string): Result<never> | null {
    const { store, clock } = this.#context;
    const now = clock.now();
    const conversation = store.reports.conversationOf(number);
    const asked = store.conversationEvents.ofKinds(['offers-asked'], now - ASKED_AGAIN_MS, MOST_LOOKED_AT);
    if (asked.some((event) => event.conversation_id === conversation))
      return refuse('too-many-requests', 'This customer was asked in the last 30 days. Nobody is asked again so soon.');
    const since = (ms: number): number => asked.filter(({ at, detail }) => detail === WEB && at > now - ms).length;
    if (since(HOUR) < WEB_ASKS_AN_HOUR && since(DAY) < WEB_ASKS_A_DAY) return null;
    return refuse(
      'too-many-requests',
      `From web pages ${WEB_ASKS_AN_HOUR} customers are asked in an hour and ${WEB_ASKS_A_DAY} in a day. Try again later.`,
    );
  }

  #askForOffers(number: string, line: number, isFromWeb: boolean): Result<null> {
    const { store, clock } = this.#context;
    if (store.optOuts.has(number)) return refuse('opted-out', 'This customer asked for no more texts.');
    if (this.#questions.of(number) !== null)
      return refuse('question-open', 'This customer has been asked something and has not answered yet.');
    const held = isFromWeb ? this.#webHeld(number) : null;
    if (held !== null) return held;
    const at = clock.now();
    const asked = store.transaction(() => {
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
      if (message === null) return null;
      const question = { number, kind: 'offers', message, about: null, body: null } as const;
      this.#questions.open({ ...question, expiresAt: at + ANSWERED_WITHIN_MS });
      const conversation = store.messages.byId(message)?.conversation_id ?? 0;
      return {
        messages: [message],
        events: [record(this.#context, conversation, 'offers-asked', isFromWeb ? WEB : null)],
      };
    });
    if (asked === null) return refuse('bad-number', 'No text can go to this number.');
    this.tell(asked);
    return ok(null);
  }

  /**
   * Somebody asked elsewhere for no more texts, as a list says that is brought in. Inside a transaction.
   * @returns texts that were taken back; null: he gets none already
   */
  broughtIn(number: string, wording: string): readonly number[] | null {
    const { store, clock } = this.#context;
    if (store.optOuts.has(number)) return null;
    const at = clock.now();
    store.consent.settle(number);
    this.#questions.close(number);
    const cancelled = store.messages.cancelAutomatic(number, 'opted-out');
    store.recurring.endOf(number);
    store.optOuts.add(number, at, null);
    store.consent.add({
      number,
      purpose: 'all',
      state: 'withdrawn',
      source: 'import',
      wording,
      message_id: null,
      author: this.#context.atCounter()?.name ?? null,
      at,
    });
    return cancelled;
  }

  tell(news: ConsentNews): void {
    for (const event of news.events) announceEvent(this.#context, event);
    for (const message of news.messages) announceMessage(this.#context, message, 'message.changed');
  }

  /** No more texts: what waits is taken back, and it is confirmed once. */
  #end(heard: Heard, request: ConsentRequest, source: 'text' | 'operator'): ConsentNews {
    const { store } = this.#context;
    const { number, message, conversation, at } = heard;
    store.consent.settle(number);
    this.#questions.close(number);
    const cancelled = store.messages.cancelAutomatic(number, 'opted-out');
    store.recurring.endOf(number);
    if (store.optOuts.has(number)) return { messages: cancelled, events: [] };
    store.optOuts.add(number, at, message);
    this.#write(heard, 'withdrawn', source);
    const event =
      source === 'text' ? this.#event(conversation, at, 'opted-out') : record(this.#context, conversation, 'opted-out');
    return { messages: [...cancelled, ...this.#say(heard, request, 'stopped')], events: [event] };
  }

  /** @param said what is answered by itself; null: something else is */
  #begin(heard: Heard, request: ConsentRequest, said: 'started' | null = 'started'): ConsentNews {
    const { store } = this.#context;
    const settled = store.consent.settle(heard.number) ? store.messages.releaseForConsent(heard.number) : [];
    const isNarrowed = !store.consent.wants(heard.number, 'service') || !store.consent.wants(heard.number, 'survey');
    if (!store.optOuts.has(heard.number) && !isNarrowed) return { messages: settled, events: [] };
    store.optOuts.remove(heard.number);
    this.#write(heard, 'granted', 'text');
    const event = this.#event(heard.conversation, heard.at, 'opted-in');
    const confirmed = said === null ? [] : this.#say(heard, request, said);
    return { messages: [...settled, ...confirmed], events: [event] };
  }

  /** In so many words, or by a yes to the question: both come from the phone that will get them. */
  #wantsOffers(heard: Heard, request: ConsentRequest): ConsentNews {
    const { store } = this.#context;
    const { number, conversation, at } = heard;
    const begun = store.optOuts.has(number) ? this.#begin(heard, request, null) : NOTHING;
    const unasked = this.#unask(number);
    if (store.consent.wants(number, 'offer')) return { ...begun, messages: [...begun.messages, ...unasked] };
    this.#write(heard, 'granted', 'text', 'offer');
    const event = this.#event(conversation, at, 'consent-given', 'offer');
    return {
      messages: [...begun.messages, ...unasked, ...this.#say(heard, request, 'offers')],
      events: [...begun.events, event],
    };
  }

  /** Whether offers are wanted needs no asking any more; what else was asked still does. */
  #unask(number: string): readonly number[] {
    return this.#offersAskedAt(number) === null ? [] : this.#questions.close(number);
  }

  #offersAskedAt(number: string): number | null {
    const question = this.#questions.of(number);
    return question?.row.kind === 'offers' ? question.row.asked_at : null;
  }

  /** Whether a yes means texts as such: none come any more, and nothing else is asked. */
  #bringsBack(number: string): boolean {
    return this.#context.store.optOuts.has(number) && this.#questions.asked(number) === null;
  }

  /** Whether the next yes means offers. */
  #isAsked(number: string): boolean {
    return this.#questions.asked(number)?.row.kind === 'offers';
  }

  /** Nothing leaves by itself until a person has looked; where nothing could anyway, nobody needs to. */
  #ask(heard: Heard): ConsentNews {
    const { store } = this.#context;
    if (store.optOuts.has(heard.number) || store.consent.question(heard.number) !== null) return NOTHING;
    store.consent.ask(heard.number, heard.conversation, heard.message, heard.at);
    return { messages: [], events: [this.#event(heard.conversation, heard.at, 'consent-question')] };
  }

  /** Answers by itself, once, if that still makes sense and not too often. */
  #say(heard: Heard, request: ConsentRequest, what: keyof (typeof CONSENT_WORDING)['en']): readonly number[] {
    const { store } = this.#context;
    const { number, conversation, line, at, writtenAt } = heard;
    const expiresAt = Math.min(at, writtenAt) + CONFIRMED_WITHIN_MS;
    if (expiresAt <= at) return [];
    const sent = (since: number): number => store.messages.automaticSince(conversation, at - since);
    if (sent(DAY) >= ANSWERS_A_DAY) return [];
    // An end is confirmed also to somebody who has asked for help three times: else he says it again and again.
    if (what !== 'stopped' && sent(HOUR) >= ANSWERS_AN_HOUR) return [];
    const text = this.#wording(number, request.language, what);
    const confirmation = { to: number, text, purpose: 'system', lineId: line, notBefore: null, expiresAt } as const;
    const id = this.#outbox.write({ ...confirmation, source: CONSENT_SOURCE });
    return id === null ? [] : [id];
  }

  #wording(number: string, language: ConsentLanguage | null, what: keyof (typeof CONSENT_WORDING)['en']): string {
    const shop = this.#shopName().slice(0, LONGEST_SHOP_NAME).toWellFormed();
    return CONSENT_WORDING[language ?? spokenTo(this.#context, number)][what](shop);
  }

  #view(number: string): ConsentView {
    const { store } = this.#context;
    return {
      wants: this.#wants(number),
      offersAskedAt: this.#offersAskedAt(number),
      entries: store.consent
        .ofNumber(number, SHOWN)
        .map(({ at, purpose, state, source, wording, author }) => ({ at, purpose, state, source, wording, author })),
    };
  }

  #wants(number: string): ConsentView['wants'] {
    const { consent } = this.#context.store;
    return {
      service: consent.wants(number, 'service'),
      survey: consent.wants(number, 'survey'),
      offer: consent.wants(number, 'offer'),
    };
  }

  #write(
    heard: Heard,
    state: 'granted' | 'withdrawn',
    source: 'text' | 'operator',
    purpose: ConsentPurpose = 'all',
  ): void {
    this.#context.store.consent.add({
      number: heard.number,
      purpose,
      state,
      source,
      wording: heard.text,
      message_id: heard.message,
      author: source === 'operator' ? (this.#context.atCounter()?.name ?? null) : null,
      at: heard.at,
    });
  }

  /** By the customer himself. */
  #event(
    conversation: number,
    at: number,
    kind: ConversationEventView['kind'],
    detail: string | null = null,
  ): ConversationEventView {
    return eventView(
      this.#context.store.conversationEvents.add({
        conversation_id: conversation,
        at,
        kind,
        detail,
        author: null,
      }),
    );
  }

  #row(id: string): ConversationRow | null {
    const row = rowOf('c', id);
    return row === null ? null : this.#context.store.conversations.byId(row);
  }
}

const NOTHING: ConsentNews = { messages: [], events: [] };

function notFound(): Result<never> {
  return refuse('not-found', 'There is no such conversation.');
}
