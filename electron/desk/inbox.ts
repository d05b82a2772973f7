import { createHash } from 'node:crypto';
import {
  decodePdu,
  isAlphanumeric,
  joinParts,
  PduError,
  pictureSender,
  portsOf,
  reassemblyKey,
  type DeliverTpdu,
  type IncomingCall,
} from '../../modem/index.ts';
import { rowOf } from '../shared/ids.ts';
import { partyOfSender, type Party } from '../shared/phone.ts';
import type { ConversationEventView } from '../shared/views.ts';
import type { GroupRow } from '../store/received.ts';
import { announceMessage, type DeskContext } from './context.ts';
import { applyReport } from './delivery-reports.ts';
import type { Automation } from './automation/automation.ts';
import { FOLLOWS_CLOSING } from './automation/following.ts';
import type { Unanswered } from './automation/unanswered.ts';
import { announceDoings, announceNews, NO_NEWS, together, type News } from './automation/news.ts';
import type { AppointmentDialogue } from './appointments/dialogue.ts';
import type { OrderDialogue } from './orders/order-dialogue.ts';
import type { Consent } from './consent/consent.ts';
import { consentRequestIn } from './consent/words.ts';
import type { Surveys } from './surveys/surveys.ts';
import type { Questions } from './questions.ts';
import { isOurs } from './ours.ts';
import { announceEvent } from './timeline.ts';
import { eventView } from './view.ts';

/** A part that has not come by then leaves a visible gap. */
const GAP_AFTER_MS = 15 * 60_000;
/** Parts written this far apart are of different texts that happen to share a reference. */
const GROUP_SPAN_MS = 30 * 60_000;
/** Short message type 0 (23.040 §9.2.3.9): acknowledged and discarded, nobody wrote it. */
const PID_SILENT = 0x40;
const PORT_WAP_PUSH = 2948;
const PICTURE = 'picture-message';

type Touched = { readonly id: number; readonly type: 'message.received' | 'message.changed' };

/** The stages a text goes through. */
interface InboxParts {
  readonly consent: Consent;
  readonly questions: Questions;
  readonly dialogue: AppointmentDialogue;
  readonly surveys: Surveys;
  readonly orders: OrderDialogue;
  readonly automation: Automation;
}

/** Makes messages of what the modem received. */
export class Inbox {
  readonly #context: DeskContext;
  readonly #parts: InboxParts;
  /** What was written down and done in a transaction that is not through yet. */
  readonly #untold: ConversationEventView[] = [];
  readonly #undone: Omit<News, 'messages' | 'events'>[] = [];

  constructor(context: DeskContext, parts: InboxParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * Takes a PDU for keeps: when this returns it is on disk, and taking it again changes nothing. What cannot be read is
   * kept as it is.
   */
  accept(lineId: number, pdu: string): void {
    const { store, clock } = this.#context;
    const readAt = clock.now();
    const key = keyOf(lineId, pdu);
    const touched = store.transaction(() => {
      const row = store.received.insert(lineId, key, pdu, clock.now());
      if (row !== null) store.lines.prove(lineId, 'received', clock.now());
      return row === null ? [] : this.#handle(row, lineId, pdu, clock.now());
    });
    this.#timeStops(readAt);
    this.#announce(touched);
  }

  /** Somebody rang: he waits for an answer as if he had written. A caller who withholds his number cannot be answered. */
  called(lineId: number, { number, rejected }: IncomingCall): void {
    const { store, clock } = this.#context;
    const now = clock.now();
    const kind = rejected ? 'call-rejected' : 'call-missed';
    if (number === null) {
      store.lineHistory.addEvent(lineId, now, 'ready', 'call-withheld');
      return;
    }
    const party = partyOfSender(number, false, this.#context.country());
    const drawer = this.#isNobodysCustomer(party);
    const [conversation, event, news] = store.transaction(() => {
      const id = store.conversations.findOrCreate(lineId, party.value, party.kind, now, drawer);
      const isBlocked = store.contacts.isBlocked(party.value);
      if (isBlocked) store.conversations.setStatus(id, 'closed', null);
      else store.conversations.noteEvent(id, now, kind, !drawer);
      const row = store.conversationEvents.add({ conversation_id: id, at: now, kind, detail: null, author: null });
      const answered =
        drawer || isBlocked
          ? NO_NEWS
          : this.#parts.automation.called({ conversation: id, line: lineId, number: party.value });
      return [id, eventView(row), answered] as const;
    });
    announceEvent(this.#context, event);
    announceNews(this.#context, news, conversation);
  }

  /** The network, a program, a line of ours or the owner: what it says goes into the operator's drawer. */
  #isNobodysCustomer({ kind, value }: Party): boolean {
    return kind !== 'phone' || isOurs(this.#context, value);
  }

  /** What was kept but not handled when the program stopped. */
  resume(): void {
    const { store } = this.#context;
    for (const { id, line_id, pdu, received_at } of store.received.unhandled()) {
      this.#announce(store.transaction(() => this.#handle(id, line_id, pdu, received_at)));
    }
    this.showGaps();
  }

  /** When the oldest incomplete text is to be shown with its gap; null: none is. */
  gapsDueAt(): number | null {
    const oldest = this.#context.store.received.oldestWaiting();
    return oldest === null ? null : oldest + GAP_AFTER_MS;
  }

  /** Shows the texts whose missing parts are overdue. */
  showGaps(): void {
    const { store, clock } = this.#context;
    for (const group of store.received.overdueGroups(clock.now() - GAP_AFTER_MS)) {
      this.#announce(store.transaction(() => this.#messageOfGroup(group, clock.now())));
    }
  }

  /** How long it took from reading a STOP to the block that is on disk: for the shopkeeper to see. */
  #timeStops(readAt: number): void {
    for (const [i, event] of this.#untold.entries()) {
      const row = rowOf('e', event.id);
      if (event.kind !== 'opted-out' || row === null) continue;
      const detail = String(this.#context.clock.now() - readAt);
      this.#context.store.conversationEvents.setDetail(row, detail);
      this.#untold[i] = { ...event, detail };
    }
  }

  #announce(touched: readonly Touched[]): void {
    for (const { id, type } of touched) announceMessage(this.#context, id, type);
    for (const event of this.#untold.splice(0)) announceEvent(this.#context, event);
    for (const done of this.#undone.splice(0)) announceDoings(this.#context, { ...done, events: [] });
  }

  /** A fault here must not keep the PDU on the SIM for ever: it stays on disk, unhandled, and is told to the log. */
  #handle(row: number, lineId: number, pdu: string, at: number): readonly Touched[] {
    const { store, logger } = this.#context;
    const [told, done] = [this.#untold.length, this.#undone.length];
    try {
      return store.transaction(() => {
        const touched = this.#interpret(row, lineId, pdu, at);
        store.received.setHandled(row);
        return touched;
      });
    } catch (error) {
      this.#untold.length = told;
      this.#undone.length = done;
      logger.error({ pdu: row, error: String(error) }, 'a received PDU could not be handled and is kept');
      return [];
    }
  }

  #interpret(row: number, lineId: number, pdu: string, at: number): readonly Touched[] {
    const { logger } = this.#context;
    let decoded;
    try {
      decoded = decodePdu(pdu, 'to-phone');
    } catch (error) {
      if (!(error instanceof PduError)) throw error;
      logger.warn({ pdu: row, code: error.code }, 'a received PDU cannot be read and is kept as it is');
      return [];
    }
    const { tpdu } = decoded;
    if (tpdu.type === 'status-report') {
      const message = applyReport(this.#context, lineId, tpdu);
      return message === null ? [] : [{ id: message, type: 'message.changed' }];
    }
    if (tpdu.type !== 'deliver' || tpdu.pid === PID_SILENT) return [];
    return this.#deliver(row, lineId, tpdu, at);
  }

  #deliver(row: number, lineId: number, tpdu: DeliverTpdu, at: number): readonly Touched[] {
    const { store } = this.#context;
    const part = reassemblyKey(tpdu);
    if (part === null) {
      const touched = this.#message(lineId, [tpdu], at);
      store.received.setMessage(row, touched[0].id);
      return touched;
    }
    const { key, concatenation } = part;
    const { sequence, total } = concatenation;
    const writtenAt = tpdu.serviceCentreTime.utcMs ?? at;
    // The same sequence number with other content is another text with the same reference.
    const group =
      store.received
        .openGroups(lineId, key, writtenAt - GROUP_SPAN_MS, writtenAt + GROUP_SPAN_MS)
        .find((open) => !store.received.partsOf(open.id).some((known) => known.sequence === sequence)) ??
      store.received.createGroup(lineId, key, total, writtenAt, at);
    store.received.setGroup(row, group.id, sequence);
    const isComplete = store.received.partsOf(group.id).length === total;
    return isComplete || group.message_id !== null ? this.#messageOfGroup(group, at) : [];
  }

  /** Makes the message of a group, or fills its gap. */
  #messageOfGroup(group: GroupRow, at: number): readonly Touched[] {
    const { store } = this.#context;
    const known = new Map(store.received.partsOf(group.id).map(({ sequence, pdu }) => [sequence, pdu]));
    const parts = Array.from({ length: group.total }, (_, i) => {
      const pdu = known.get(i + 1);
      return pdu === undefined ? null : (decodePdu(pdu, 'to-phone').tpdu as DeliverTpdu);
    });
    const isComplete = known.size === group.total;
    if (group.message_id !== null) {
      const { text, reason } = contentOf(parts);
      store.messages.updateIncoming(group.message_id, text, reason);
      store.received.linkMessage(group.id, group.message_id, isComplete);
      return [{ id: group.message_id, type: 'message.changed' }];
    }
    const touched = this.#message(group.line_id, parts, at);
    store.received.linkMessage(group.id, touched[0].id, isComplete);
    return touched;
  }

  /** Writes a new message and sends it down the pipeline; the first stage that handles it ends it. */
  #message(lineId: number, parts: readonly (DeliverTpdu | null)[], at: number): readonly [Touched, ...Touched[]] {
    const { store } = this.#context;
    const first = parts.find((part) => part !== null) as DeliverTpdu;
    const { text, reason } = contentOf(parts);
    // The notice comes from the operator's machine; the picture is a customer's.
    const sender = reason === PICTURE ? pictureSender(parts) : null;
    const party =
      sender === null
        ? partyOfSender(first.originator.value, isAlphanumeric(first.originator), this.#context.country())
        : partyOfSender(sender, false, this.#context.country());
    const { value: number, kind } = party;
    const drawer = this.#isNobodysCustomer(party);
    const conversationId = store.conversations.findOrCreate(lineId, number, kind, at, drawer);
    const id = store.messages.insertIncoming({
      conversationId,
      lineId,
      number,
      text,
      reason,
      encoding: first.userData.alphabet,
      partCount: parts.length,
      receivedAt: at,
    });
    const isBlocked = store.contacts.isBlocked(number);
    // Whoever writes again has not done with it.
    const undone = store.messages.cancelPutOff(conversationId, FOLLOWS_CLOSING);
    if (isBlocked) store.conversations.noteBlocked(conversationId, id, at);
    else
      store.conversations.noteIncoming(
        conversationId,
        id,
        at,
        !drawer && !this.#parts.consent.isSettledByItself(text, number),
      );
    if (drawer) return [{ id, type: 'message.received' }];
    const writtenAt = first.serviceCentreTime.utcMs ?? at;
    const heard = { number, text, message: id, conversation: conversationId, line: lineId, writtenAt };
    const { messages: answers, events, ...done } = this.#answer(heard, at, isBlocked);
    // STOP, a score, a C to a reminder: answered or not, nobody has to look at it.
    if (!isBlocked && store.conversations.byId(conversationId)?.waiting_since === null)
      store.reports.settleTalk(conversationId);
    this.#untold.push(...events);
    this.#undone.push(done);
    return [
      { id, type: 'message.received' },
      ...[...undone, ...answers].map((message) => ({ id: message, type: 'message.changed' as const })),
    ];
  }

  /** The first stage that understands it ends it; what none does waits for a person. */
  #answer(heard: Unanswered, at: number, isBlocked: boolean): News {
    const { consent, questions, dialogue, surveys, orders, automation } = this.#parts;
    const wish = consentRequestIn(heard.text)?.wish ?? null;
    const question = questions.asked(heard.number);
    // What is clearly about being texted goes before every question, and leaves it to the stage behind.
    const answered = isBlocked ? null : (dialogue.heed(heard, wish) ?? surveys.heed(heard, wish));
    if (answered !== null) return answered;
    const consented = consent.heed({ ...heard, at });
    if (consented !== null)
      return together([
        { ...NO_NEWS, ...consented },
        wish === 'opt-out' ? dialogue.ended(heard.number, question) : NO_NEWS,
      ]);
    return isBlocked ? NO_NEWS : (orders.heed(heard) ?? automation.answer(heard));
  }
}

/**
 * The same for every copy of a text that the network delivers again: line, sender, service-centre time and content, not
 * the octets around them (TP-MMS and the service centre's address may differ). Anything else is its octets.
 */
function keyOf(lineId: number, pdu: string): string {
  const hash = createHash('sha256').update(`${lineId}|`);
  try {
    const { tpdu } = decodePdu(pdu, 'to-phone');
    if (tpdu.type === 'deliver') {
      const { originator, serviceCentreTime, pid, dcs, userData } = tpdu;
      hash
        .update(JSON.stringify([originator, serviceCentreTime.raw, pid, dcs, userData.elements.length]))
        .update(userData.octets);
      return hash.digest('hex');
    }
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
  }
  return hash.update(pdu).digest('hex');
}

function contentOf(parts: readonly (DeliverTpdu | null)[]): { text: string; reason: string | null } {
  const first = parts.find((part) => part !== null) as DeliverTpdu;
  if (portsOf(first.userData.elements)?.destination === PORT_WAP_PUSH) return { text: '', reason: PICTURE };
  if (first.userData.text === null) return { text: '', reason: 'data-message' };
  return { text: joinParts(parts), reason: parts.includes(null) ? 'part-missing' : null };
}
