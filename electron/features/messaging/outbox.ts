import { notFound } from '../../shared/not-found.ts';
import { createHash } from 'node:crypto';
import { planSegments } from '../../../modem/index.ts';
import { MAX_PARTS, normaliseText } from '../../shared/composing.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { MessageDto, Purpose } from './contract.ts';
import { UNDO_AT_MOST_MS } from './repository.ts';
import { pauseAutomation } from '../automation/handoff.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishMessage, publishMessages } from '../conversations/publish.ts';
import { settleAsSent } from './delivery-reports.ts';
import { markFailed } from './mark-failed.ts';
import { MAX_LATENESS_MS } from './max-lateness.ts';
import { isInternalNumber } from './internal-number.ts';
import type { Service } from '../../core/service.ts';
import type { Slices } from '../../core/slices.ts';
import { toMessageDto } from '../conversations/to-dto.ts';

/** What somebody wants to send. */
export interface SendRequest {
  readonly to: string;
  readonly text: string;
  readonly purpose: Purpose;
  readonly lineId: number;
  /** The message is not sent before this instant; null for at once. */
  readonly notBefore: number | null;
  readonly expiresAt: number | null;
  /** What caused the message, if no person wrote it. */
  readonly source?: string;
  /**
   * The message says all that was asked for, so once it has left, nobody waits for a person. A person's answer does so when
   * written.
   */
  readonly resolvesConversation?: boolean;
  /** The action of a person that the message follows from; if that is undone in time, the message does not leave. */
  readonly follows?: string;
  /** Nobody has to look after the message: a conversation that begins with it stays closed until the customer answers. */
  readonly staysClosed?: boolean;
  /** When the message came due while the program was not running, so that it waits until a person has looked at it. */
  readonly cameDueAt?: number;
}

/** A key the caller made up for one request, with the request as they wrote it. The same key means the same request. */
export interface Idempotency {
  readonly key: string;
  readonly body: string;
}

interface Prepared extends SendRequest {
  readonly party: 'phone' | 'short-code';
  readonly encoding: 'gsm7' | 'ucs2';
  readonly partCount: number;
}

/** Answers go first and offers last; within one priority, it is first come, first served. */
const PRIORITY: Readonly<Record<Purpose, number>> = { answer: 0, system: 0, auto: 1, service: 2, survey: 3, offer: 4 };
/** With more waiting messages than this, the line could not get through in days, so whoever asks is at fault. */
const MAX_WAITING = 50_000;
const ANNOUNCED_AT_ONCE = 200;
/** The reason why a message is held that came due while nobody was here. */
export const MISSED = 'came-due';

/** Accepts messages and lets them be taken back. The senders take them from here to the modem. */
export class Outbox implements Service {
  readonly #context: DeskContext;
  readonly #slices: Slices;
  #cancelAnnouncing: () => void = () => {};

  constructor(context: DeskContext, slices: Slices) {
    this.#context = context;
    this.#slices = slices;
  }

  /** Writes the message down and queues it. A repeated idempotency key returns the message of the first call. */
  enqueue(request: SendRequest, idempotency: Idempotency | null = null): Result<MessageDto> {
    if (idempotency !== null) {
      const earlier = this.#context.store.idempotency.find(idempotency.key);
      if (earlier !== null) {
        if (earlier.bodyHash !== hashOf(idempotency)) {
          return refuse('key-reused');
        }
        const row = this.#context.store.messages.byId(earlier.messageId);
        if (row !== null) return ok(toMessageDto(row));
      }
    }
    const prepared = this.#prepare(request);
    if (!prepared.ok) return prepared;
    if (!this.#context.hasRoom()) return diskFull();
    if (this.#isFull(1)) return queueFull();
    const id = this.#context.unit(() => {
      const row = this.#insert(prepared.value);
      if (idempotency !== null) {
        this.#context.store.idempotency.keep(idempotency.key, hashOf(idempotency), row, this.#context.clock.now());
      }
      publishMessage(this.#context, row);
      return row;
    });
    return this.#toDto(id);
  }

  /** Writes a message as part of something else, inside its unit of work. Returns null if it cannot be sent. */
  write(request: SendRequest): number | null {
    const prepared = this.#prepare(request);
    if (!prepared.ok || this.#isFull(1)) return null;
    const id = this.#insert(prepared.value);
    publishMessage(this.#context, id);
    return id;
  }

  /** Accepts many messages at once, some at a time. Each is accepted or refused on its own. */
  async enqueueAll(requests: readonly SendRequest[]): Promise<readonly Result<MessageDto>[]> {
    if (!this.#context.hasRoom()) return requests.map(diskFull);
    if (this.#isFull(requests.length)) return requests.map(queueFull);
    const ids: number[] = [];
    const results = await this.#slices.write(requests, (request): Result<MessageDto> => {
      const prepared = this.#prepare(request);
      if (!prepared.ok) return prepared;
      const id = this.#insert(prepared.value);
      ids.push(id);
      return this.#toDto(id);
    });
    this.#context.wake();
    this.#announceBit(ids);
    return requests.map((_, i) => results[i] ?? closing());
  }

  /** A large batch is announced in small portions, so that nothing else waits for it. */
  #announceBit(ids: readonly number[]): void {
    publishMessages(this.#context, ids.slice(0, ANNOUNCED_AT_ONCE));
    const rest = ids.slice(ANNOUNCED_AT_ONCE);
    if (rest.length > 0) this.#cancelAnnouncing = this.#context.clock.after(0, () => this.#announceBit(rest));
  }

  /** Stops announcing; the messages are on disk all the same. */
  stop(): void {
    this.#cancelAnnouncing();
  }

  /** Takes back a message that has not left yet. */
  cancel(id: number): Result<MessageDto> {
    const { store } = this.#context;
    const row = store.messages.byId(id);
    if (row === null || row.direction !== 'out') return notFound('message');
    const untouched = store.parts.ofMessage(id).every(({ state }) => state === 'waiting');
    if (!['scheduled', 'queued', 'held'].includes(row.state) || !untouched) {
      return refuse('too-late');
    }
    this.#context.unit(() => {
      store.messages.setState(id, 'cancelled');
      // It was this message that made a person take over the conversation.
      if (row.purpose === 'answer' && store.conversations.byId(row.conversation_id)?.paused_at === row.created_at)
        store.conversations.setPaused(row.conversation_id, null);
      store.waitingCustomers.noteUnanswered(row.conversation_id, id);
      publishMessage(this.#context, id);
    });
    return this.#toDto(id);
  }

  /**
   * Takes back what follows from something and has not left yet, in the unit of work that ends that thing.
   * @returns the messages that were taken back
   */
  takeBack(number: string, follows: string): readonly number[] {
    const taken = this.#context.store.queue.cancelFollowing(number, follows);
    publishMessages(this.#context, taken);
    return taken;
  }

  /** Changes the words or the time of a message that waits for its time. */
  reschedule(id: number, text: string, notBefore: number): Result<MessageDto> {
    const { store, clock } = this.#context;
    const row = store.messages.byId(id);
    if (row === null || row.direction !== 'out') return notFound('message');
    const waitsForItsTime =
      row.state === 'scheduled' || (row.state === 'held' && (row.reason === 'line-away' || row.reason === MISSED));
    if (!waitsForItsTime || store.parts.ofMessage(id).length > 0) return refuse('too-late');
    if (notBefore <= clock.now()) return refuse('in-the-past');
    const planned = this.#plan(text);
    if (!planned.ok) return planned;
    this.#context.unit(() => {
      store.messages.rewrite({ id, notBefore, ...planned.value });
      publishMessage(this.#context, id);
    });
    return this.#toDto(id);
  }

  /** When the next message that was put off is to be queued, or one that waits for a person expires. */
  get dueAt(): number | null {
    const { queue } = this.#context.store;
    const due = [queue.earliestWake(), queue.cameDueExpires()].filter((at) => at !== null);
    return due.length === 0 ? null : Math.min(...due);
  }

  /**
   * Queues what was put off until now. What came due while nobody was here waits for a person, as long as it is worth something.
   */
  onDue(): void {
    const { store, clock } = this.#context;
    const now = clock.now();
    this.#context.unit(() => {
      const late = store.queue.holdLate(now - MAX_LATENESS_MS);
      publishMessages(this.#context, [...late, ...store.queue.expireCameDue(now), ...store.queue.wakeDue(now)]);
    });
  }

  /**
   * Lets messages go that came due while the program was not running, once somebody has looked. One in any other state stays as
   * it is.
   */
  release(ids: readonly number[]): void {
    const { store } = this.#context;
    this.#context.unit(() => {
      for (const id of ids) {
        const row = store.messages.byId(id);
        if (row?.state !== 'held' || row.reason !== MISSED) continue;
        store.messages.setState(id, 'queued');
        publishMessage(this.#context, id);
      }
    });
  }

  /** Applies what the operator knows about a message that may have gone out, or wants done with one that failed. */
  resolve(id: number, as: 'sent' | 'resend' | 'abandon'): Result<MessageDto> {
    const { store, clock } = this.#context;
    const row = store.messages.byId(id);
    if (row === null) return notFound('message');
    if (row.state !== 'uncertain' && !(row.state === 'failed' && as === 'resend')) {
      return refuse('too-late.nothing-to-decide');
    }
    this.#context.unit(() => {
      if (as === 'abandon') markFailed(this.#context, id, 'failed', 'abandoned');
      else if (as === 'resend') {
        store.parts.removeAll(id);
        store.messages.restart(id);
        if (row.purpose === 'answer') store.waitingCustomers.noteAnsweredAgain(row.conversation_id, id);
      } else settleAsSent(this.#context, id, clock.now());
      publishMessage(this.#context, id);
    });
    return this.#toDto(id);
  }

  #prepare(request: SendRequest): Result<Prepared> {
    const recipient = parseRecipient(request.to, this.#context.country());
    if (recipient === null || recipient.kind === 'name') {
      return refuse('bad-number.receiver-abroad');
    }
    const planned = this.#plan(request.text);
    if (!planned.ok) return planned;
    return ok({ ...request, to: recipient.value, party: recipient.kind, ...planned.value });
  }

  /** Returns the text as it is sent, and in how many parts. */
  #plan(input: string): Result<{ text: string; encoding: 'gsm7' | 'ucs2'; partCount: number }> {
    const text = normaliseText(input);
    if (text.trim() === '') return refuse('empty-text');
    const plan = planSegments(text);
    if (plan.parts.length > MAX_PARTS) {
      return refuse('text-too-long', { parts: plan.parts.length, limit: MAX_PARTS });
    }
    return ok({ text, encoding: plan.alphabet, partCount: plan.parts.length });
  }

  #insert(message: Prepared): number {
    const { store, clock } = this.#context;
    const now = clock.now();
    // A test message to ourselves is not a conversation with a customer.
    const isSystem = message.party !== 'phone' || isInternalNumber(this.#context, message.to);
    const isNew = store.conversations.find(message.lineId, message.to) === null;
    const conversation = store.conversations.findOrCreate(message.lineId, message.to, message.party, now, isSystem);
    if (isNew && message.staysClosed === true) store.conversations.setStatus(conversation, 'closed', null);
    const waits = message.notBefore !== null && message.notBefore > now;
    const id = store.messages.insertOutgoing({
      conversationId: conversation,
      lineId: message.lineId,
      number: message.to,
      text: message.text,
      state: waits ? 'scheduled' : 'queued',
      purpose: message.purpose,
      priority: PRIORITY[message.purpose],
      encoding: message.encoding,
      partCount: message.partCount,
      notBefore: waits ? message.notBefore : null,
      expiresAt: message.expiresAt,
      createdAt: now,
      source: message.source ?? null,
      resolvesConversation: message.resolvesConversation === true ? 1 : 0,
      follows: message.follows ?? null,
    });
    if (message.cameDueAt !== undefined) store.messages.setState(id, 'held', MISSED, message.cameDueAt);
    const isPersons = message.purpose === 'answer';
    store.conversations.noteOutgoing(conversation, id, now, isPersons);
    // While a person is talking with the customer, no program answers in between.
    if (isPersons && !(waits && (message.notBefore ?? 0) - now > UNDO_AT_MOST_MS))
      pauseAutomation(this.#context, conversation);
    return id;
  }

  #isFull(more: number): boolean {
    const { queued, held, sending } = this.#context.store.queue.queueCounts();
    return queued + held + sending + more > MAX_WAITING;
  }

  #toDto(id: number): Result<MessageDto> {
    const row = this.#context.store.messages.byId(id);
    return row === null ? notFound('message') : ok(toMessageDto(row));
  }
}

function diskFull(): Result<never> {
  return refuse('disk-full.nothing-sent');
}

function closing(): Result<never> {
  return refuse('unreachable.closing');
}

function queueFull(): Result<never> {
  return refuse('queue-full');
}

function hashOf({ body }: Idempotency): string {
  return createHash('sha256').update(body).digest('hex');
}
