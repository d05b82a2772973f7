import { HOUR, MINUTE } from '../../shared/durations.ts';
import { setImmediate } from 'node:timers/promises';
import type { SubmitOutcome } from '../../../modem/index.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../../shared/disk-fault.ts';
import type { LineSettings } from '../lines/contract.ts';
import type { MessageRow } from './repository.ts';
import type { PartRow } from './parts-repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { followMessage, publishMessage, tellMessages } from '../conversations/publish.ts';
import {
  applyEarlyReport,
  matchEarlyReports,
  matchReportOfUncertain,
  reportOfSubmitted,
  settleAsSent,
} from './delivery-reports.ts';
import { gate } from './gate.ts';
import { gateFactsOf } from './gate-facts.ts';
import { encodeMessage } from './encode-message.ts';
import { markFailed } from './mark-failed.ts';
import type { Volume } from '../lines/volume.ts';

/** What the sender needs from a line. */
export interface SendingLine {
  isReady(): boolean;
  submit(tpdu: Uint8Array, onLate: (outcome: SubmitOutcome) => void): Promise<SubmitOutcome>;
  /** The message being submitted has been reported, so its own answer need not be waited for. */
  settleSubmission(): void;
  /** Asks the modem to keep its link open between the parts of one text. */
  keepLinkOpen(): Promise<void>;
  volume(): Volume;
  caps(): LineSettings['caps'];
  nationalLanguage(): LineSettings['nationalLanguage'];
}

/** The waits before each further attempt of one message; after the last attempt it has failed. */
const RETRY_MS = [10_000, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR] as const;
/** When a message that needs the operator to fix something is looked at again. */
const OPERATOR_RETRY_MS = 5 * MINUTE;
/** The priority of a person's answers and of the desk's own confirmations, which caps do not hold. */
const UNCAPPED_PRIORITY = 0;
/** The line was lost before the message was handed over: it is tried again once the line is back, which is no attempt. */
const LINE_LOST = 'closed';
const LINE_LOST_RETRY_MS = 1_000;

/** A report usually comes after the modem's answer; a report that comes this long before the answer settles its message alone. */
const REPORT_BEFORE_ANSWER_MS = 1_000;

/** A part that is written down as handed over and is being handed over now. */
interface Handover {
  readonly message: MessageRow;
  readonly part: PartRow;
  readonly submittedAt: number;
  readonly isLast: boolean;
  readonly isMarked: true;
}

/** `isMarked` false: the modem must keep its link open first. `held`: a message was checked and stays. Null: nothing goes. */
type Next = Handover | { readonly message: MessageRow; readonly isMarked: false } | 'held' | null;

/** A transaction that failed as a whole. */
class UnwrittenError extends Error {}

/** Takes one line's messages from the outbox to its modem, one part at a time, with each step on disk before the next. */
export class Sender {
  readonly #context: DeskContext;
  readonly #lineId: number;
  readonly #line: SendingLine;
  #running: Promise<void> | null = null;
  #wokenMeanwhile = false;
  #stopped = false;
  #cappedUntil = 0;
  /** The part that the modem has but has not answered. */
  #underWay: Omit<Handover, 'isMarked'> | null = null;
  #cancelReportWait: (() => void) | null = null;
  /** Messages that have changed without anybody having been told yet. */
  readonly #changed = new Set<number>();
  #fault: { readonly error: unknown } | null = null;
  /** How many messages to each number failed in a row, so that the next one to it waits longer as well. */
  readonly #failuresTo = new Map<string, number>();

  constructor(context: DeskContext, lineId: number, line: SendingLine) {
    this.#context = context;
    this.#lineId = lineId;
    this.#line = line;
  }

  /** Continues if there is something to send. It is called on every event that may mean so. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running !== null) {
      this.#wokenMeanwhile = true;
      return;
    }
    // This does not run at once, since what it announces may wake it again before it is known to be running.
    this.#running = Promise.resolve()
      .then(() => this.#run())
      .catch((error: unknown) => {
        const cause = error instanceof UnwrittenError ? error.cause : error;
        this.#context.logger.error({ error: String(cause) }, 'sending stopped by a fault');
      })
      .finally(() => {
        this.#running = null;
        // It may have looked for the last time just before it was woken again.
        if (!this.#wokenMeanwhile) return;
        this.#wokenMeanwhile = false;
        this.wake();
      });
  }

  /** The caps were changed, so they are checked again. */
  uncap(): void {
    this.#cappedUntil = 0;
  }

  /** Hands over no further part. Resolves when the one under way has its answer. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /**
   * The outcome of one part and the handover of the next are one commit. Listeners are told while the modem is busy with the next
   * part.
   */
  async #run(): Promise<void> {
    let next = this.#commit(() => this.#nextMessage());
    for (;;) {
      if (next === 'held') {
        this.#tell();
        // Thousands may be held one after the other, so the modem and the window get their turn in between.
        await setImmediate();
        next = this.#commit(() => this.#nextMessage());
        continue;
      }
      if (next === null) break;
      if (!next.isMarked) {
        const { message } = next;
        await this.#line.keepLinkOpen();
        next = this.#commit(() => this.#nextPart(message) ?? this.#nextMessage());
        continue;
      }
      next = await this.#handOver(next);
    }
    this.#tell();
  }

  /** Hands a part to the modem and writes down what became of it, together with what goes next. */
  async #handOver({ message, part, submittedAt, isLast }: Handover): Promise<Next> {
    this.#line.volume().note(submittedAt);
    this.#underWay = { message, part, submittedAt, isLast };
    const submission = this.#line.submit(part.tpdu, (late) =>
      this.#guarded(() => this.#recordLate(message, part, submittedAt, late)),
    );
    this.#tell();
    const outcome = await submission;
    this.#stopWaitingForReport();
    this.#underWay = null;
    const failures = this.#failuresTo.get(message.number) ?? 0;
    for (;;) {
      try {
        return this.#commit(() => {
          this.#changed.add(message.id);
          this.#failuresTo.set(message.number, failures);
          const goesOn = this.#record(message, part, submittedAt, outcome, isLast);
          return this.#orFault(() => (goesOn && !isLast ? this.#nextPart(message) : null) ?? this.#nextMessage());
        });
      } catch (error) {
        // The outcome is known and must not be forgotten because the disk cannot be written now.
        if (!(error instanceof UnwrittenError) || !isDiskFault(error.cause) || this.#stopped) throw error;
        this.#context.logger.error({ error: String(error.cause) }, 'what became of a part is not written down yet');
        await new Promise<void>((resolve) => this.#context.clock.after(DISK_AGAIN_MS, resolve));
      }
    }
  }

  /** A fault in what goes next must not undo that something was sent, so it is thrown after that is on disk. */
  #orFault(work: () => Next): Next {
    try {
      return this.#context.unit(work);
    } catch (error) {
      this.#fault = { error };
      return null;
    }
  }

  /** @throws UnwrittenError if nothing of it is on disk */
  #commit(work: () => Next): Next {
    let next: Next;
    let fault: { readonly error: unknown } | null;
    try {
      next = this.#context.unit(() => {
        const found = work();
        for (const id of this.#changed) followMessage(this.#context, id);
        return found;
      });
    } catch (error) {
      throw new UnwrittenError('Nothing of it is on disk.', { cause: error });
    } finally {
      fault = this.#fault;
      this.#fault = null;
    }
    if (fault === null) return next;
    this.#tell();
    throw fault.error;
  }

  /** Announces what has changed since the last announcement. */
  #tell(): void {
    tellMessages(this.#context, [...this.#changed]);
    this.#changed.clear();
  }

  /** The first part of the next message, marked as handed over; of several parts the link is opened first. In a transaction. */
  #nextMessage(): Next {
    // What goes out has to be written down, both before and after.
    if (this.#stopped || !this.#line.isReady() || !this.#context.hasRoom()) return null;
    const { store, clock } = this.#context;
    // While a cap holds the next message, the others wait behind it; only what no cap holds goes past.
    const isCapped = clock.now() < this.#cappedUntil;
    const message = store.queue.nextToSend(this.#lineId, isCapped ? UNCAPPED_PRIORITY : undefined);
    if (message === null) return null;
    this.#changed.add(message.id);
    const parts = store.parts.ofMessage(message.id);
    // A message that has begun goes on to its end, since half a message is worth nothing.
    const hasBegun = parts.some(({ state }) => state !== 'waiting');
    if (!this.#passesGate(message, hasBegun ? 0 : message.part_count)) return 'held';
    if (!hasBegun) {
      // It is also encoded again after an attempt or a night, since how long the network may try depends on the hour.
      const tpdus = encodeMessage(this.#context, message, this.#line.nationalLanguage());
      if (tpdus === null) return 'held';
      store.parts.removeAll(message.id);
      store.parts.insert(message.id, tpdus);
    }
    const [first, ...others] = store.parts.ofMessage(message.id).filter(({ state }) => state === 'waiting');
    if (first === undefined) return 'held';
    return others.length > 0 ? { message, isMarked: false } : this.#marked(message, first, true);
  }

  /** Returns the next part of a message that is being sent; null if it does not go on. Must run in a transaction. */
  #nextPart(before: MessageRow): Handover | null {
    const { store } = this.#context;
    // The message may have been taken back meanwhile, or a report may have said that it cannot arrive.
    const message = store.messages.byId(before.id);
    if (message === null || (message.state !== 'queued' && message.state !== 'sending')) return null;
    const parts = store.parts.ofMessage(message.id);
    const [part, ...others] = parts.filter(({ state }) => state === 'waiting');
    if (part === undefined) return null;
    const isFirst = message.state === 'queued';
    if (this.#stopped) {
      // The parts that are left go out after the restart.
      if (!isFirst) store.messages.setState(message.id, 'queued');
      return null;
    }
    if (!this.#passesGate(message, isFirst && parts.every(({ state }) => state === 'waiting') ? parts.length : 0))
      return null;
    return this.#marked(message, part, others.length === 0);
  }

  #marked(message: MessageRow, part: PartRow, isLast: boolean): Handover {
    const { store, clock } = this.#context;
    const submittedAt = clock.now();
    store.parts.setSubmitting(message.id, part.sequence, submittedAt);
    if (message.state !== 'sending') store.messages.setState(message.id, 'sending');
    this.#changed.add(message.id);
    return { message, part, submittedAt, isLast, isMarked: true };
  }

  /** Decides by the facts of this moment, also between two parts, so that a STOP takes effect before the next one leaves. */
  #passesGate(message: MessageRow, newParts: number): boolean {
    const { store, clock } = this.#context;
    const heldByCap = (): ReturnType<Volume['heldBy']> =>
      this.#line.volume().heldBy(newParts, this.#line.caps(), clock.now());
    const decision = gate(gateFactsOf(this.#context, message, newParts, heldByCap));
    switch (decision.kind) {
      case 'send':
        return true;
      case 'hold':
        // A cap holds the whole line: this message waits visibly, and the others wait behind it.
        if (decision.reason.startsWith('cap-') && decision.untilMs !== null) this.#cappedUntil = decision.untilMs;
        store.messages.setState(message.id, 'held', decision.reason, decision.untilMs);
        return false;
      case 'drop':
        markFailed(this.#context, message.id, decision.state, decision.reason);
        return false;
    }
  }

  /** Late answers and reports come in the middle of something else, which must not suffer if the disk fails. */
  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#context.logger.error({ error: String(error) }, 'what became of a part could not be written down');
    }
  }

  /** Something came in: in case it was the report on the part under way, the modem's answer is awaited a moment longer only. */
  received(): void {
    if (this.#underWay === null || this.#cancelReportWait !== null) return;
    this.#cancelReportWait = this.#context.clock.after(REPORT_BEFORE_ANSWER_MS, () => {
      this.#cancelReportWait = null;
      this.#guarded(() => this.#settleByReport());
    });
  }

  #settleByReport(): void {
    const submission = this.#underWay;
    if (submission === null) return;
    const { message, part, submittedAt, isLast } = submission;
    const isSettled = this.#context.unit(() => {
      const report = reportOfSubmitted(this.#context, message, { ...part, submitted_at: submittedAt });
      if (report === null) return false;
      this.#record(message, part, submittedAt, { kind: 'sent', reference: null }, isLast);
      applyEarlyReport(this.#context, message.id, part.sequence, report);
      publishMessage(this.#context, message.id);
      return true;
    });
    if (isSettled) this.#line.settleSubmission();
  }

  #stopWaitingForReport(): void {
    this.#cancelReportWait?.();
    this.#cancelReportWait = null;
  }

  /** The modem's answer came when nobody waited for it any more. A report or a person may have settled the part before. */
  #recordLate(message: MessageRow, part: PartRow, submittedAt: number, outcome: SubmitOutcome): void {
    const { store, clock, logger } = this.#context;
    logger.info({ message: message.id, part: part.sequence, ...outcome }, 'the answer to a part came late');
    if (outcome.kind !== 'sent') return; // a late refusal is left to the person who decides about it
    const isOpen = this.#context.unit(() => {
      const state = store.parts.ofMessage(message.id).find(({ sequence }) => sequence === part.sequence)?.state;
      if (state !== 'uncertain') return false;
      store.parts.setReference(message.id, part.sequence, outcome.reference);
      if (store.messages.byId(message.id)?.state === 'uncertain') settleAsSent(this.#context, message.id, clock.now());
      else store.parts.setSent(message.id, part.sequence, outcome.reference, submittedAt);
      if (outcome.reference !== null)
        matchEarlyReports(this.#context, this.#lineId, message, part.sequence, outcome.reference);
      publishMessage(this.#context, message.id);
      return true;
    });
    if (isOpen) this.wake();
  }

  /** Writes down what became of a part. Must run in a transaction. Returns true if the next part may follow. */
  #record(message: MessageRow, part: PartRow, submittedAt: number, outcome: SubmitOutcome, isLast: boolean): boolean {
    const { store, clock, logger } = this.#context;
    const { id } = message;
    const now = clock.now();
    if (outcome.kind !== 'sent') logger.info({ message: id, part: part.sequence, ...outcome }, 'part not sent');
    // If the part cannot have arrived, no report can be about it.
    const isRefused = outcome.kind === 'failed' || outcome.kind === 'needs-attention' || outcome.kind === 'retry';
    if (isRefused && outcome.mayArrive !== true) store.parts.setNotSubmitted(id, part.sequence);
    switch (outcome.kind) {
      case 'sent':
        this.#failuresTo.delete(message.number);
        store.lines.recordActivity(this.#lineId, 'sent', now);
        store.parts.setSent(id, part.sequence, outcome.reference, now);
        if (isLast && store.messages.byId(id)?.state === 'sending') {
          store.messages.setSent(id, now);
          store.waitingCustomers.noteSent(message.conversation_id, id);
        }
        if (outcome.reference !== null)
          matchEarlyReports(this.#context, this.#lineId, message, part.sequence, outcome.reference);
        return true;
      case 'settled':
        return true; // it was written down when the report came
      case 'uncertain':
        store.parts.setState(id, part.sequence, 'uncertain');
        store.messages.setState(id, 'uncertain', outcome.code);
        matchReportOfUncertain(this.#context, message, { ...part, submitted_at: submittedAt });
        return false;
      case 'failed':
        store.parts.setState(id, part.sequence, 'failed');
        markFailed(this.#context, id, 'failed', outcome.code);
        return false;
      case 'needs-attention':
        store.parts.setState(id, part.sequence, 'waiting');
        store.messages.setState(id, 'held', outcome.code, now + OPERATOR_RETRY_MS);
        return false;
      case 'retry': {
        store.parts.setState(id, part.sequence, 'waiting');
        // The modem's own silence says nothing about this message; only the network's codes do.
        const reason = outcome.code.startsWith('cm') ? outcome.code : 'not-taken';
        if (outcome.code === LINE_LOST) {
          store.messages.setState(id, 'scheduled', reason, now + LINE_LOST_RETRY_MS);
          return false;
        }
        const attempts = store.messages.countAttempt(id);
        const failures = (this.#failuresTo.get(message.number) ?? 0) + 1;
        this.#failuresTo.set(message.number, failures);
        const delayMs = RETRY_MS[Math.min(Math.max(attempts, failures), RETRY_MS.length) - 1];
        if (attempts > RETRY_MS.length || delayMs === undefined) markFailed(this.#context, id, 'failed', 'gave-up');
        else store.messages.setState(id, 'scheduled', reason, now + delayMs);
        return false;
      }
    }
  }
}
