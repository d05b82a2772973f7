import { deliveryStatus, type StatusReportTpdu } from '../../../modem/index.ts';
import { sameSubscriber } from '../../shared/phone.ts';
import type { MessageRow } from './repository.ts';
import type { PartRow } from './parts-repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { markFailed } from './mark-failed.ts';

/** References have only 8 bits and repeat, so a report is matched with the messages of the last days only. */
const LOOK_BACK_MS = 7 * 24 * 3_600_000;
/** A report may come before the modem has told the reference, but at most this long before. */
const EARLY_MS = 10 * 60_000;
const CLOCK_SLACK_MS = 60_000;
/** No two time zones are further apart than this. */
const ZONES_APART_MS = 26 * 3_600_000;
/** A report can come this late if the customer's phone was off. */
const LATELY_MS = 24 * 3_600_000;
/**
 * A report settles an uncertain message automatically only if this computer's clock and the service centre's differ by at most
 * this.
 */
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * Finds the part a report is about (reference, recipient and time must fit) and writes down what became of it. Must run inside a
 * unit of work. Returns the message's row number, or null if no part fits (yet).
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
      // The service centre says when it took the message; without that, the newest one is the best guess.
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

/** A part whose answer was lost or lacked the reference. Its report settles it if it is the only such part to that number. */
function unreferencedPart(context: DeskContext, lineId: number, report: StatusReportTpdu, now: number) {
  const { parts } = context.store;
  const recipient = report.recipient.value;
  const handedInAt = report.serviceCentreTime.utcMs;
  // The report could just as well be about a message to the same number whose answer is awaited right now.
  if (parts.submitting(lineId).some(({ number }) => sameSubscriber(number, recipient))) return null;
  const all = parts
    .unreferenced(lineId, recipient, now - LOOK_BACK_MS)
    .filter(({ number }) => sameSubscriber(number, recipient));
  // A report about another message must not be taken for this one's, so in doubt a person decides. A report that comes within
  // minutes of the message belongs to it even if the service centre's clock is wrong.
  const isNear = ({ submitted_at: at }: (typeof all)[number]): boolean =>
    handedInAt === null || Math.abs(at - handedInAt) <= CLOCKS_APART_MS || now - at <= CLOCKS_APART_MS;
  // If the service centre's clock is in another time zone, the report may be about one of these as well.
  const mayBe = ({ submitted_at: at }: (typeof all)[number]): boolean =>
    handedInAt === null || Math.abs(at - handedInAt) <= ZONES_APART_MS || now - at <= LATELY_MS;
  const [part, ...others] = all.filter((each) => isNear(each) || mayBe(each));
  if (part === undefined || others.length > 0 || !isNear(part)) return null;
  // The report may also be about a part that was called refused and arrived all the same.
  const refused = parts.refused(lineId, recipient, now - LATELY_MS);
  if (refused.some((each) => each.submitted_at > part.submitted_at)) return null;
  return part;
}

/**
 * Whether a report may be about a message that went out, but whose reference lost digits on the wire between modem and computer.
 */
function mayBeOnGarbled({ store, clock }: DeskContext, lineId: number, recipient: string, reference: number): boolean {
  return store.parts
    .awaitingReport(lineId, recipient, clock.now() - LATELY_MS)
    .some((sent) => mayHaveLostDigits(sent.reference, reference));
}

/**
 * Whether the reference that was read may be another one that lost digits: the same digits in the same order, with some missing.
 */
function mayHaveLostDigits(read: number, whole: number): boolean {
  const [left, digits] = [String(read), String(whole)];
  if (left.length >= digits.length) return false;
  let found = 0;
  for (const digit of digits) if (digit === left[found]) found += 1;
  return found === left.length;
}

/**
 * Finds a part that was called refused and arrived all the same. The modem was wrong, so the message must not be sent again. The
 * part must be the only refused one handed over to that number in the last minutes, and no part with an unknown outcome may be
 * meant.
 */
function refusedPart({ store }: DeskContext, lineId: number, { recipient, status }: StatusReportTpdu, now: number) {
  if (deliveryStatus(status) !== 'delivered') return null;
  if (store.parts.submitting(lineId).some(({ number }) => sameSubscriber(number, recipient.value))) return null;
  if (store.parts.unreferenced(lineId, recipient.value, now - LOOK_BACK_MS).length > 0) return null;
  const candidates = store.parts.refused(lineId, recipient.value, now - EARLY_MS);
  return candidates.length === 1 ? (candidates[0] as (typeof candidates)[number]) : null;
}

/** Applies reports that came before the reference was known. Must run inside a unit of work, right after a part was sent. */
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
 * Returns the report on a part that was handed over but not answered by the modem yet: the only report to that number that fits
 * no other part, while no other part to that number lacks a reference. Null if there is none. Must run inside a unit of work.
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
 * Settles a part that just became uncertain, since its report may have come while its answer was awaited. The report counts only
 * if it is the one report to that number that fits no other part. Must run inside a unit of work.
 */
export function matchReportOfUncertain(context: DeskContext, message: MessageRow, part: PartRow): void {
  const report = reportOfSubmitted(context, message, part);
  if (report !== null) applyEarlyReport(context, message.id, part.sequence, report);
}

/** Writes down the outcome from a report that came before its part was known. Must run inside a unit of work. */
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
      return; // this settles nothing yet
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
  // If the operator has given the message up, the parts that did not go out stay where they are.
  else if (
    store.messages.byId(id)?.state === 'uncertain' &&
    before?.state === 'uncertain' &&
    !parts.some(({ state }) => state === 'uncertain')
  )
    settleAsSent(context, id, now);
}

/**
 * An uncertain message turns out to have gone: parts after it that still wait go out now; if there are none, it is sent. Must run
 * inside a unit of work.
 */
export function settleAsSent({ store }: DeskContext, id: number, at: number): void {
  const parts = store.parts.ofMessage(id);
  // What counts is when the modem had the part, not when somebody found out.
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
