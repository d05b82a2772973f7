import { deliveryStatus, type StatusReportTpdu } from '../../modem/index.ts';
import { sameSubscriber } from '../shared/phone.ts';
import type { MessageRow } from '../store/messages.ts';
import type { PartRow } from '../store/parts.ts';
import type { DeskContext } from './context.ts';
import { giveUp } from './giving-up.ts';

/** References have 8 bits and come round; a report is about a text of the last days. */
const LOOK_BACK_MS = 7 * 24 * 3_600_000;
/** A report may come before the modem has told the reference, but not long before. */
const EARLY_MS = 10 * 60_000;
const CLOCK_SLACK_MS = 60_000;
/** So far this computer's clock and the service centre's may be apart for an uncertain text to be settled by itself. */
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * Finds the part a report is about - reference, recipient and time must fit - and writes down what became of it.
 * Inside a transaction. Returns the message's row number, or null where no part fits (yet).
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
      )[0] ?? uncertainPart(context, lineId, recipient, handedInAt, now);
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
  store.lines.prove(lineId, 'report', now);
  return part.message_id;
}

/** A part whose answer was lost has no reference. Its report settles it if it is the only one to that number. */
function uncertainPart(
  context: DeskContext,
  lineId: number,
  recipient: string,
  handedInAt: number | null,
  now: number,
) {
  const { parts } = context.store;
  // It may as well be about a text to the same number whose answer is just awaited.
  if (parts.submitting(lineId).some(({ number }) => sameSubscriber(number, recipient))) return null;
  const candidates = parts.withoutReference(lineId, now - LOOK_BACK_MS).filter(
    ({ number, submitted_at }) =>
      sameSubscriber(number, recipient) &&
      // A report on some other text must not pass for this one's: better a person decides.
      (handedInAt === null || Math.abs(submitted_at - handedInAt) <= CLOCKS_APART_MS),
  );
  return candidates.length === 1 ? (candidates[0] as (typeof candidates)[number]) : null;
}

/** Reports that came before the reference was known. Inside a transaction, right after a part was sent. */
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

/**
 * A part just became uncertain; its report may have come while its answer was awaited. It counts only if it is the one
 * report to that number that fits no other part. Inside a transaction.
 */
export function matchReportOfUncertain(context: DeskContext, message: MessageRow, part: PartRow): void {
  const { store } = context;
  const reports = store.parts
    .earlyReportsSince(message.line_id, part.submitted_at ?? message.created_at)
    .filter(({ recipient }) => sameSubscriber(recipient, message.number));
  const [report] = reports;
  if (report === undefined || reports.length > 1) return;
  store.parts.removeEarlyReport(report.id);
  settle(context, message.id, part.sequence, report.status);
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
      giveUp(context, id, 'failed', outcome === 'failed' ? 'undeliverable' : 'not-delivered');
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
 * Inside a transaction.
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
    store.conversations.noteSent(store.messages.byId(id)?.conversation_id ?? 0, id);
  }
}
