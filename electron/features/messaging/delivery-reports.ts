import { deliveryStatus, type StatusReportTpdu } from '../../../modem/index.ts';
import { sameSubscriber } from '../../shared/phone.ts';
import type { MessageRow } from './repository.ts';
import type { PartRow } from './parts-repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { markFailed } from './mark-failed.ts';

/** References have 8 bits and come round; a report is about a text of the last days. */
const LOOK_BACK_MS = 7 * 24 * 3_600_000;
/** A report may come before the modem has told the reference, but not long before. */
const EARLY_MS = 10 * 60_000;
const CLOCK_SLACK_MS = 60_000;
/** No zone is further from another one. */
const ZONES_APART_MS = 26 * 3_600_000;
/** A report comes as late as this where the customer's phone was off. */
const LATELY_MS = 24 * 3_600_000;
/** So far this computer's clock and the service centre's may be apart for an uncertain text to be settled by itself. */
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * Finds the part a report is about - reference, recipient and time must fit - and writes down what became of it.
 * Inside a unit of work. Returns the message's row number, or null where no part fits (yet).
 */
export function applyReport(context: DeskContext, lineId: number, report: StatusReportTpdu): number | null {
  const { store, clock } = context;
  const now = clock.now();
  const recipient = report.recipient.value;
  const handedInAt = report.serviceCentreTime.utcMs;
  const part =
    store.parts
      .byReference(lineId, report.messageReference, recipient, now - LOOK_BACK_MS, now + CLOCK_SLACK_MS)
      .filter(({ number }) => sameSubscriber(number, recipient))
      // The service centre says when it took the text; without that the newest is the best guess.
      .toSorted((a, b) =>
        handedInAt === null ? 0 : Math.abs(a.sent_at - handedInAt) - Math.abs(b.sent_at - handedInAt),
      )[0] ??
    (mayBeOnGarbled(context, lineId, recipient, report.messageReference)
      ? null
      : (unreferencedPart(context, lineId, report, now) ?? refusedPart(context, lineId, report, now)));
  if (part === null) {
    store.parts.keepEarlyReport(lineId, {
      reference: report.messageReference,
      recipient,
      status: report.status,
      at: now,
    });
    return null;
  }
  settle(context, part.message_id, part.sequence, report.status);
  store.lines.recordActivity(lineId, 'report', now);
  return part.message_id;
}

/** A part whose answer was lost, or came without it, has no reference. Its report settles it if it is the only one to that number. */
function unreferencedPart(context: DeskContext, lineId: number, report: StatusReportTpdu, now: number) {
  const { parts } = context.store;
  const recipient = report.recipient.value;
  const handedInAt = report.serviceCentreTime.utcMs;
  // It may as well be about a text to the same number whose answer is just awaited.
  if (parts.submitting(lineId).some(({ number }) => sameSubscriber(number, recipient))) return null;
  const all = parts
    .unreferenced(lineId, recipient, now - LOOK_BACK_MS)
    .filter(({ number }) => sameSubscriber(number, recipient));
  // A report on some other text must not pass for this one's: better a person decides. One that comes minutes after the text is on it
  // also where the service centre's clock is wrong.
  const isNear = ({ submitted_at: at }: (typeof all)[number]): boolean =>
    handedInAt === null || Math.abs(at - handedInAt) <= CLOCKS_APART_MS || now - at <= CLOCKS_APART_MS;
  // By a clock of another zone it may be on one of these as well.
  const mayBe = ({ submitted_at: at }: (typeof all)[number]): boolean =>
    handedInAt === null || Math.abs(at - handedInAt) <= ZONES_APART_MS || now - at <= LATELY_MS;
  const [part, ...others] = all.filter((each) => isNear(each) || mayBe(each));
  if (part === undefined || others.length > 0 || !isNear(part)) return null;
  // Or one that was called refused after it has arrived all the same.
  const refused = parts.refused(lineId, recipient, now - LATELY_MS);
  if (refused.some((each) => each.submitted_at > part.submitted_at)) return null;
  return part;
}

/** Whether a report may be on a text that went out and whose reference lost digits on the wire between the modem and this computer. */
function mayBeOnGarbled({ store, clock }: DeskContext, lineId: number, recipient: string, reference: number): boolean {
  return store.parts
    .awaitingReport(lineId, recipient, clock.now() - LATELY_MS)
    .some((sent) => mayHaveLostDigits(sent.reference, reference));
}

/** Whether what was read as a reference is what is left of another one: its digits, in their order, without some of them. */
function mayHaveLostDigits(read: number, whole: number): boolean {
  const [left, digits] = [String(read), String(whole)];
  if (left.length >= digits.length) return false;
  let found = 0;
  for (const digit of digits) if (digit === left[found]) found += 1;
  return found === left.length;
}

/**
 * A text that was called refused and arrives all the same: the modem was wrong, and it must not go again. It is the only one to that
 * number that was handed over in the last minutes, and no other of which nobody knows what became of it may be meant.
 */
function refusedPart({ store }: DeskContext, lineId: number, { recipient, status }: StatusReportTpdu, now: number) {
  if (deliveryStatus(status) !== 'delivered') return null;
  if (store.parts.submitting(lineId).some(({ number }) => sameSubscriber(number, recipient.value))) return null;
  if (store.parts.unreferenced(lineId, recipient.value, now - LOOK_BACK_MS).length > 0) return null;
  const candidates = store.parts.refused(lineId, recipient.value, now - EARLY_MS);
  return candidates.length === 1 ? (candidates[0] as (typeof candidates)[number]) : null;
}

/** Reports that came before the reference was known. Inside a unit of work, right after a part was sent. */
export function matchEarlyReports(
  context: DeskContext,
  lineId: number,
  message: MessageRow,
  sequence: number,
  reference: number,
): void {
  const { store, clock } = context;
  for (const report of store.parts.earlyReports(lineId, reference, clock.now() - EARLY_MS)) {
    if (!sameSubscriber(report.recipient, message.number)) continue;
    store.parts.removeEarlyReport(report.id);
    settle(context, message.id, sequence, report.status);
  }
}

type EarlyReport = ReturnType<DeskContext['store']['parts']['earlyReportsSince']>[number];

/**
 * The report on a part that was handed over and has no answer from the modem yet: the one report to that number that fits no other
 * part, while no other part to that number is without a reference. Null: there is none. Inside a unit of work.
 */
export function reportOfSubmitted(
  context: DeskContext,
  message: MessageRow,
  { sequence, submitted_at }: PartRow,
): EarlyReport | null {
  const { store, clock } = context;
  const others = store.parts
    .unreferenced(message.line_id, message.number, clock.now() - LOOK_BACK_MS)
    .filter((other) => other.message_id !== message.id || other.sequence !== sequence);
  if (others.length > 0) return null;
  const reports = store.parts
    .earlyReportsSince(message.line_id, submitted_at ?? message.created_at)
    .filter(({ recipient }) => sameSubscriber(recipient, message.number));
  const [report] = reports;
  if (report === undefined || reports.length > 1 || deliveryStatus(report.status) === 'trying') return null;
  return mayBeOnGarbled(context, message.line_id, message.number, report.reference) ? null : report;
}

/**
 * A part just became uncertain; its report may have come while its answer was awaited. It counts only if it is the one
 * report to that number that fits no other part. Inside a unit of work.
 */
export function matchReportOfUncertain(context: DeskContext, message: MessageRow, part: PartRow): void {
  const report = reportOfSubmitted(context, message, part);
  if (report !== null) applyEarlyReport(context, message.id, part.sequence, report);
}

/** Writes down what a report says that came before its part was known. Inside a unit of work. */
export function applyEarlyReport(context: DeskContext, message: number, sequence: number, report: EarlyReport): void {
  context.store.parts.removeEarlyReport(report.id);
  settle(context, message, sequence, report.status);
}

function settle(context: DeskContext, id: number, sequence: number, status: number): void {
  const { store, clock } = context;
  const now = clock.now();
  const outcome = deliveryStatus(status);
  const before = store.parts.ofMessage(id).find((part) => part.sequence === sequence);
  switch (outcome) {
    case 'trying':
      return; // ends nothing
    case 'delivered':
      store.parts.setReported(id, sequence, 'delivered', status, now);
      break;
    case 'failed':
    case 'gave-up':
      store.parts.setReported(id, sequence, 'failed', status, null);
      markFailed(context, id, 'failed', outcome === 'failed' ? 'undeliverable' : 'not-delivered');
      return;
  }
  const parts = store.parts.ofMessage(id);
  if (parts.every(({ state }) => state === 'delivered')) store.messages.setDelivered(id, now);
  // Not where the operator has left it as it is: the parts that did not go stay where they are.
  else if (
    store.messages.byId(id)?.state === 'uncertain' &&
    before?.state === 'uncertain' &&
    !parts.some(({ state }) => state === 'uncertain')
  )
    settleAsSent(context, id, now);
}

/**
 * An uncertain text turns out to have gone: parts after it still wait, and go out now; without any it is sent.
 * Inside a unit of work.
 */
export function settleAsSent({ store }: DeskContext, id: number, at: number): void {
  const parts = store.parts.ofMessage(id);
  // When the modem had it, not when somebody found out.
  let leftAt = at;
  for (const part of parts) {
    if (part.state !== 'uncertain') continue;
    leftAt = part.submitted_at ?? at;
    store.parts.setSent(id, part.sequence, part.reference, leftAt);
  }
  if (parts.some(({ state }) => state === 'waiting')) store.messages.setState(id, 'queued');
  else {
    store.messages.setSent(id, leftAt);
    store.waitingCustomers.noteSent(store.messages.byId(id)?.conversation_id ?? 0, id);
  }
}
