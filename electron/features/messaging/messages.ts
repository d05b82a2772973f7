import { notFound } from '../../shared/not-found.ts';
import type { AnswerOf } from '../../shared/contract.ts';
import type { NamedMessage, MessageDetails, MessageDto, Purpose, messagingContract } from './contract.ts';
import { rowOf } from '../../shared/ids.ts';
import { displayNumber, parseRecipient } from '../../shared/phone.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { MessageRow } from './repository.ts';
import type { Store } from '../../core/context.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Page } from '../conversations/conversations.ts';
import type { Lines } from '../lines/lines.ts';
import type { Routing } from '../lines/routing.ts';
import type { Idempotency, Outbox, SendRequest } from './outbox.ts';
import { toMessageDto } from '../conversations/to-dto.ts';

/** As many as somebody looks through; older ones appear as these are settled. */
const UNDECIDED_SHOWN = 200;
const SCHEDULED_SHOWN = 500;

/** A message to a number in any spelling. */
export interface MessageOrder {
  readonly to: string;
  readonly text: string;
  readonly purpose: Purpose;
  /** Epoch milliseconds; null for at once. */
  readonly notBefore: number | null;
  readonly expiresAt: number | null;
  /** Null for whichever line fits. */
  readonly line: number | null;
}

interface MessagesDeps {
  readonly outbox: Outbox;
  readonly routing: Routing;
  readonly lines: () => Pick<Lines, 'attachedIds' | 'holdForOfflineLine'>;
}

/** Messages as somebody asks for them: sent, looked up or listed. */
export class Messages {
  readonly #context: DeskContext;
  readonly #deps: MessagesDeps;

  constructor(context: DeskContext, deps: MessagesDeps) {
    this.#context = context;
    this.#deps = deps;
  }

  send(request: MessageOrder, idempotency: Idempotency | null): Result<MessageDto> {
    const line = this.#deps.routing.choose(request.line, request.to);
    if (!line.ok) return line;
    const sent = this.#deps.outbox.enqueue(requestOn(request, line.value), idempotency);
    const lines = this.#deps.lines();
    const { attachedIds } = lines;
    if (sent.ok && attachedIds.length > 0 && !attachedIds.includes(line.value)) lines.holdForOfflineLine();
    return sent;
  }

  /** Sends many messages at once. Each is accepted or refused on its own, in the order given. */
  async sendAll(requests: readonly MessageOrder[]): Promise<readonly Result<MessageDto>[]> {
    const lines = requests.map(({ line, to }) => this.#deps.routing.choose(line, to));
    const sendable = requests.flatMap((request, i) => {
      const line = lines[i];
      return line?.ok === true ? [requestOn(request, line.value)] : [];
    });
    const results = (await this.#deps.outbox.enqueueAll(sendable))[Symbol.iterator]();
    return lines.map((line) => (line.ok ? (results.next().value as Result<MessageDto>) : line));
  }

  get(id: string): Result<MessageDto> {
    const row = this.#row(id);
    return row === null ? notFound('message') : ok(toMessageDto(row));
  }

  /** Lists messages in the order they were created; `after` is the row number of the last one known. */
  list(filter: Parameters<Store['messages']['list']>[0]): Page<MessageDto> {
    const rows = this.#context.store.messages.list({ ...filter, limit: filter.limit + 1 });
    const items = rows.slice(0, filter.limit).map(toMessageDto);
    return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** Returns everything there is to know about a message: its parts, and when and how each went. */
  details(id: string): Result<MessageDetails> {
    const { store } = this.#context;
    const message = this.#row(id);
    if (message === null) return notFound('message');
    return ok({
      message: toMessageDto(message),
      line: store.lines.byId(message.line_id)?.name ?? '',
      attempts: message.attempts,
      pdus: store.received.ofMessage(message.id),
      parts: store.parts.details(message.id).map((part) => ({
        sequence: part.sequence,
        state: part.state,
        reference: part.reference,
        submittedAt: part.submitted_at,
        sentAt: part.sent_at,
        deliveredAt: part.delivered_at,
        status: part.status,
      })),
    });
  }

  /** Messages a person has to decide about: whether they went out, or what is to become of them. */
  deliveryUnknown(): readonly NamedMessage[] {
    return this.#named(this.#context.store.messages.inState('uncertain', UNDECIDED_SHOWN));
  }

  /** Messages that wait for the time somebody chose, the next one first. */
  scheduled(): readonly NamedMessage[] {
    return this.#named(this.#context.store.queue.scheduled(SCHEDULED_SHOWN));
  }

  /** Messages that would leave now if the line could send them, the oldest first. */
  waitingForLine(): readonly NamedMessage[] {
    return this.#named(this.#context.store.queue.waitingForLine(SCHEDULED_SHOWN));
  }

  /** Messages that came due while the program was not running, the longest overdue first. */
  cameDue(): readonly NamedMessage[] {
    return this.#named(this.#context.store.queue.cameDue(SCHEDULED_SHOWN));
  }

  /** Tells how a number is written properly, and whether it may be texted. */
  checkNumber(number: string): AnswerOf<(typeof messagingContract.methods)['numbers.check']> {
    const { store } = this.#context;
    const country = this.#context.country();
    const party = parseRecipient(number, country);
    if (party === null) return { number: null, display: null, optedOut: false, blocked: false };
    return {
      number: party.value,
      display: displayNumber(party.value, country),
      optedOut: store.optOuts.has(party.value),
      blocked: store.contacts.isBlocked(party.value),
    };
  }

  #row(id: string): MessageRow | null {
    const row = rowOf('message', id);
    return row === null ? null : this.#context.store.messages.byId(row);
  }

  #named(rows: readonly MessageRow[]): readonly NamedMessage[] {
    const { store } = this.#context;
    return rows.map((row) => {
      const name = store.conversations.byId(row.conversation_id)?.name;
      return { message: toMessageDto(row), name: name ?? displayNumber(row.number, this.#context.country()) };
    });
  }
}

function requestOn({ to, text, purpose, notBefore, expiresAt }: MessageOrder, lineId: number): SendRequest {
  return { to, text, purpose, notBefore, expiresAt, lineId };
}
