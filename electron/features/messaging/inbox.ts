import { ServiceCentreClock } from './service-centre-clock.ts';
import {
  cameWhole,
  isAlphanumeric,
  pictureSender,
  readReceived,
  reassemblyKey,
  type Arrival,
  type DeliverTpdu,
  type IncomingCall,
  type Place,
} from '../../../modem/index.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../../shared/disk-fault.ts';
import type { Party } from '../../shared/phone.ts';
import type { GroupRow } from './received-repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishConversation, publishMessage, publishMessages } from '../conversations/publish.ts';
import { applyReport } from './delivery-reports.ts';
import type { Automation } from '../automation/automation.ts';
import { FOLLOWS_CLOSING } from '../automation/undo-key.ts';
import type { IncomingText } from '../automation/incoming-text.ts';
import type { AppointmentReplyHandler } from '../appointments/reply-handler.ts';
import type { OrderReplyHandler } from '../orders/reply-handler.ts';
import type { Consent } from '../consent/consent.ts';
import { consentRequestIn } from '../consent/words.ts';
import type { Surveys } from '../surveys/surveys.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';
import { isInternalNumber } from './internal-number.ts';
import {
  contentOf,
  hasSameContent,
  honestTime,
  isCopy,
  keyOf,
  PICTURE,
  writtenAt,
  type Received,
  type Written,
} from './received-pdu.ts';
import { partyOfSender, UNKNOWN_SENDER } from './senders.ts';
import { publishEvent } from '../conversations/event-log.ts';
import type { Service } from '../../core/service.ts';

/** A call that is written down later than this is no longer answered automatically. */
const ANSWERED_WITHIN_MS = 10 * 60_000;
/** A part that has not come within this time leaves a visible gap. */
const GAP_AFTER_MS = 15 * 60_000;
/** Parts written this far apart belong to different messages that happen to share a reference. */
const GROUP_SPAN_MS = 30 * 60_000;
/** A part with the same place and words that comes again this soon is a copy, even if its message is complete by now. */
const PART_AGAIN_MS = 2 * 60_000;
/** If the service centre has no right time, only the times of arrival are known, and the line may have been away in between. */
const UNDATED_GROUP_SPAN_MS = 24 * 60 * 60_000;
/** Short message type 0 (23.040 §9.2.3.9), which is acknowledged and discarded, since nobody wrote it. */
const PID_SILENT = 0x40;
/** A PDU that comes without a place was handed over directly. */
const HANDED_OVER: Arrival = { place: null, isReport: false, isNew: false, announcedAt: null, notBefore: null };
/** That a copy is gone is written down with the next message, at the latest after this time. */
const SETTLED_WITHIN_MS = 1_000;

/** The stages a message goes through. */
interface InboxDeps {
  readonly consent: Consent;
  readonly questions: OpenQuestions;
  readonly dialogue: AppointmentReplyHandler;
  readonly surveys: Surveys;
  readonly orders: OrderReplyHandler;
  readonly automation: Automation;
}

/** Makes messages from what the modem received. */
export class Inbox implements Service {
  readonly #context: DeskContext;
  readonly #deps: InboxDeps;
  /** Copies that are gone from the modem, which is not written down yet. */
  readonly #settled: { readonly lineId: number; readonly key: string; readonly place: Place | null }[] = [];
  #cancelWriting: (() => void) | null = null;
  readonly #centreClock: ServiceCentreClock;

  constructor(context: DeskContext, deps: InboxDeps) {
    this.#context = context;
    this.#deps = deps;
    this.#centreClock = new ServiceCentreClock(context);
  }

  /**
   * Stores a PDU for good: when this returns it is on disk, and taking the same copy again changes nothing. What cannot be read
   * is shown as unreadable.
   */
  accept(lineId: number, pdu: string, arrival = HANDED_OVER): void {
    const { store, clock } = this.#context;
    const readAt = clock.now();
    const key = keyOf(lineId, pdu);
    const settled = this.#settled.length;
    this.#context.unit(() => {
      this.#writeSettled();
      const copies = store.received.copies(key);
      const isDated = copies.some(({ service_time: time }) => time !== null);
      const centre = isDated ? this.#centreClock.stateOf(lineId, key) : null;
      const copy = copies.find((row) => isCopy(row, arrival, readAt, centre));
      if (copy !== undefined) {
        store.received.see(copy.id, readAt, arrival.place);
        return;
      }
      const read = readReceived(pdu);
      const row = store.received.insert(lineId, key, pdu, {
        at: arrival.announcedAt ?? readAt,
        serviceTime: read.kind === 'text' ? honestTime(read.tpdu) : null,
        sequence: read.kind === 'text' ? (reassemblyKey(read.tpdu)?.concatenation.sequence ?? null) : null,
        place: arrival.place,
      });
      store.lines.recordActivity(lineId, 'received', readAt);
      this.#handle({ row, lineId, pdu, at: readAt, readAt, age: arrival });
    });
    this.#settled.splice(0, settled);
  }

  /** The modem's copy is gone, so the same octets are another message from now on. */
  settled(lineId: number, pdu: string, place: Place | null): void {
    this.#settled.push({ lineId, key: keyOf(lineId, pdu), place });
    this.#writeSoon(SETTLED_WITHIN_MS);
  }

  /** A memory was read through; copies of ours that are no longer in it are gone. */
  swept(lineId: number, memory: string, occupied: readonly number[]): void {
    const { store } = this.#context;
    const gone = store.received.unsettledSlots(lineId, memory).filter((slot) => !occupied.includes(slot));
    if (gone.length === 0) return;
    this.#context.unit(() => {
      for (const slot of gone) store.received.settle(lineId, '', { memory, slot });
    });
  }

  /** Writes down which copies are gone. */
  flush(): void {
    this.#cancelWriting?.();
    this.#cancelWriting = null;
    const settled = this.#settled.length;
    if (settled === 0) return;
    try {
      this.#context.unit(() => this.#writeSettled());
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      this.#writeSoon(DISK_AGAIN_MS);
      return;
    }
    this.#settled.splice(0, settled);
  }

  #writeSoon(afterMs: number): void {
    this.#cancelWriting ??= this.#context.clock.after(afterMs, () => this.flush());
  }

  /** Must run inside a unit of work; the caller forgets the copies once that is on disk. */
  #writeSettled(): void {
    for (const { lineId, key, place } of this.#settled) this.#context.store.received.settle(lineId, key, place);
  }

  /**
   * Somebody called, and waits for an answer as if they had written. A caller who withholds the number cannot be answered.
   * @param at when they called, which may be some time ago if the disk could not be written
   */
  called(lineId: number, { number, rejected }: IncomingCall, at: number): void {
    const { store, clock } = this.#context;
    const isLately = clock.now() - at < ANSWERED_WITHIN_MS;
    const kind = rejected ? 'call-rejected' : 'call-missed';
    if (number === null) {
      store.lineHistory.addEvent(lineId, at, 'ready', 'call-withheld');
      return;
    }
    const party = partyOfSender(number, false, this.#context.country());
    const isSystem = this.#isNobodysCustomer(party);
    this.#context.unit(() => {
      const id = store.conversations.findOrCreate(lineId, party.value, party.kind, at, isSystem);
      const isBlocked = store.contacts.isBlocked(party.value);
      if (isBlocked) store.conversations.setStatus(id, 'closed', null);
      else store.conversations.noteEvent(id, at, kind, !isSystem);
      const event = { conversation_id: id, at, kind, detail: null, author: null } as const;
      publishEvent(this.#context, store.conversationEvents.add(event));
      if (!isSystem && !isBlocked && isLately)
        this.#deps.automation.called({ conversation: id, line: lineId, number: party.value });
      publishConversation(this.#context, id);
    });
  }

  /** Whether a sender is the network, a program, a line of ours or the owner, whose messages go into the operator's drawer. */
  #isNobodysCustomer({ kind, value }: Party): boolean {
    return kind !== 'phone' || isInternalNumber(this.#context, value);
  }

  /** Handles what was stored but not handled when the program stopped. */
  recover(): void {
    const { store } = this.#context;
    for (const { id, line_id: lineId, pdu, received_at: at } of store.received.unhandled()) {
      this.#context.unit(() => this.#handle({ row: id, lineId, pdu, at, readAt: null, age: HANDED_OVER }));
    }
    this.onDue();
  }

  stop(): void {
    this.flush();
  }

  /** When the oldest incomplete message is to be shown with its gap; null if there is none. */
  get dueAt(): number | null {
    const oldest = this.#context.store.received.oldestWaiting();
    return oldest === null ? null : oldest + GAP_AFTER_MS;
  }

  /** Shows the messages whose missing parts are overdue. */
  onDue(): void {
    const { store, clock } = this.#context;
    for (const group of store.received.overdueGroups(clock.now() - GAP_AFTER_MS)) {
      this.#context.unit(() => this.#messageOfGroup(group, { at: clock.now(), readAt: null }));
    }
  }

  /** A fault here must not keep the PDU on the SIM forever: the PDU stays on disk, unhandled, and the fault is logged. */
  #handle(received: Received): void {
    const { store, logger } = this.#context;
    try {
      this.#context.unit(() => {
        this.#interpret(received);
        store.received.setHandled(received.row);
      });
    } catch (error) {
      logger.error({ pdu: received.row, error: String(error) }, 'a received PDU could not be handled and is kept');
    }
  }

  #interpret(received: Received): void {
    const { logger } = this.#context;
    const { row, lineId, at } = received;
    const read = readReceived(received.pdu);
    if (received.age.isReport && !cameWhole(read)) {
      logger.warn({ pdu: row, kind: read.kind }, 'a delivery report cannot be read and is kept as it is');
      return;
    }
    switch (read.kind) {
      case 'text':
        // A short message of type 0 was written by nobody.
        if (read.tpdu.pid !== PID_SILENT) this.#deliver(received, read.tpdu);
        return;
      case 'report': {
        const message = applyReport(this.#context, lineId, read.tpdu);
        if (message !== null) publishMessage(this.#context, message);
        return;
      }
      case 'damaged-report':
        logger.warn({ pdu: row, code: read.code }, 'a delivery report is damaged and is kept as it is');
        return;
      case 'unreadable': {
        logger.warn({ pdu: row, code: read.code }, 'a received PDU cannot be read and is shown as unreadable');
        const party =
          read.sender === null
            ? UNKNOWN_SENDER
            : partyOfSender(read.sender.value, isAlphanumeric(read.sender), this.#context.country());
        const message = this.#unreadable(lineId, party, at);
        this.#context.store.received.setMessage(row, message);
        publishMessage(this.#context, message, 'message.received');
      }
    }
  }

  /** Somebody has to look at an unreadable message, since its sender may be asked to write again. */
  #unreadable(lineId: number, party: Party, at: number): number {
    const { store } = this.#context;
    const isSystem = party !== UNKNOWN_SENDER && this.#isNobodysCustomer(party);
    const conversationId = store.conversations.findOrCreate(lineId, party.value, party.kind, at, isSystem);
    const id = store.messages.insertIncoming({
      conversationId,
      lineId,
      number: party.value,
      text: '',
      reason: 'unreadable',
      encoding: '8bit',
      partCount: 1,
      receivedAt: at,
    });
    if (store.contacts.isBlocked(party.value)) store.conversations.noteBlocked(conversationId, id, at);
    else store.conversations.noteIncoming(conversationId, id, at, !isSystem);
    return id;
  }

  #deliver({ row, lineId, at, readAt, age }: Received, tpdu: DeliverTpdu): void {
    const { store } = this.#context;
    const part = reassemblyKey(tpdu);
    const when = writtenAt(tpdu, age, at);
    if (part === null) {
      store.received.setMessage(row, this.#message(lineId, [tpdu], { at, readAt, ...when }));
      return;
    }
    const { key, concatenation } = part;
    const { sequence, total } = concatenation;
    const dated = honestTime(tpdu);
    const span = dated === null ? UNDATED_GROUP_SPAN_MS : GROUP_SPAN_MS;
    const within = { span, writtenSpan: GROUP_SPAN_MS };
    const open = store.received.openGroups(lineId, key, { at, writtenAt: dated ?? at }, within);
    const known = [
      ...store.received.partsLike(lineId, key, sequence, at - PART_AGAIN_MS),
      ...open.flatMap(({ id }) => store.received.partsOf(id).filter((each) => each.sequence === sequence)),
    ];
    if (known.some(({ pdu }) => hasSameContent(pdu, tpdu))) return;
    // The same sequence number with other content belongs to another message with the same reference.
    const group =
      open.find(({ id }) => !store.received.partsOf(id).some((each) => each.sequence === sequence)) ??
      store.received.createGroup(lineId, key, total, dated ?? at, at);
    store.received.setGroup(row, group.id, sequence);
    const isComplete = store.received.partsOf(group.id).length === total;
    if (isComplete || group.message_id !== null) this.#messageOfGroup(group, { at, readAt }, when);
  }

  /** Makes the message of a group, or fills its gap. */
  #messageOfGroup(
    group: GroupRow,
    { at, readAt }: Pick<Received, 'at' | 'readAt'>,
    when: Written = { writtenAt: at, announcedAt: at },
  ): void {
    const { store } = this.#context;
    const known = new Map(store.received.partsOf(group.id).map(({ sequence, pdu }) => [sequence, pdu]));
    const parts = Array.from({ length: group.total }, (_, i) => {
      const pdu = known.get(i + 1);
      const read = pdu === undefined ? null : readReceived(pdu);
      return read?.kind === 'text' ? read.tpdu : null;
    });
    const isComplete = known.size === group.total;
    if (group.message_id !== null) {
      const { text, reason } = contentOf(parts);
      store.messages.updateIncoming(group.message_id, text, reason);
      store.received.linkMessage(group.id, group.message_id, isComplete);
      publishMessage(this.#context, group.message_id);
      return;
    }
    store.received.linkMessage(group.id, this.#message(group.line_id, parts, { at, readAt, ...when }), isComplete);
  }

  /** Writes a new message and passes it along the stages until one of them handles it. @returns its row */
  #message(
    lineId: number,
    parts: readonly (DeliverTpdu | null)[],
    { at, readAt, ...when }: Written & Pick<Received, 'at' | 'readAt'>,
  ): number {
    const { store } = this.#context;
    const first = parts.find((part) => part !== null) as DeliverTpdu;
    const { text, reason } = contentOf(parts);
    // The notice comes from the carrier's machine, but the picture comes from a customer.
    const sender = reason === PICTURE ? pictureSender(parts) : null;
    const party =
      sender === null
        ? partyOfSender(first.originator.value, isAlphanumeric(first.originator), this.#context.country())
        : partyOfSender(sender, false, this.#context.country());
    const { value: number, kind } = party;
    const isSystem = this.#isNobodysCustomer(party);
    const conversationId = store.conversations.findOrCreate(lineId, number, kind, at, isSystem);
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
    // A customer who writes again is not done with the conversation.
    publishMessages(this.#context, store.queue.cancelPutOff(conversationId, FOLLOWS_CLOSING));
    if (isBlocked) store.conversations.noteBlocked(conversationId, id, at);
    else
      store.conversations.noteIncoming(
        conversationId,
        id,
        at,
        !isSystem && !this.#deps.consent.isSettledByItself(text, number),
      );
    publishMessage(this.#context, id, 'message.received');
    if (isSystem) return id;
    const heard = { number, text, message: id, conversation: conversationId, line: lineId, ...when };
    this.#answer(heard, { at, readAt }, isBlocked);
    // A STOP, a score or a C to a reminder: whether it was answered or not, nobody has to look at it.
    if (!isBlocked && store.conversations.byId(conversationId)?.waiting_since === null)
      store.reports.settleTalk(conversationId);
    return id;
  }

  /** The first stage that understands a message ends it; what no stage understands waits for a person. */
  #answer(heard: IncomingText & Written, { at, readAt }: Pick<Received, 'at' | 'readAt'>, isBlocked: boolean): void {
    const { consent, questions, dialogue, surveys, orders, automation } = this.#deps;
    const wish = consentRequestIn(heard.text)?.wish ?? null;
    const question = questions.asked(heard.number);
    // A message that is clearly about consent is not taken as an answer to a question and goes on to the consent stage.
    if (!isBlocked && (dialogue.handleReply(heard, wish) || surveys.handleReply(heard, wish))) return;
    if (consent.handleReply({ ...heard, at, readAt, writtenAt: heard.announcedAt })) {
      if (wish === 'opt-out') dialogue.ended(heard.number, question);
      return;
    }
    if (!isBlocked && !orders.handleReply(heard)) automation.answer(heard);
  }
}
