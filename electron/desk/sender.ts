import { setImmediate } from 'node:timers/promises';
import {
  addressOf,
  encodeSegments,
  planSegments,
  PduError,
  relativeValidity,
  type SubmitOutcome,
} from '../../modem/index.ts';
import type { LineSettings, Purpose } from '../shared/views.ts';
import type { MessageRow } from '../store/messages.ts';
import type { PartRow } from '../store/parts.ts';
import { announceMessage, type DeskContext } from './context.ts';
import { matchEarlyReports, matchReportOfUncertain } from './delivery-reports.ts';
import { gate, GATE_TABLE } from './gate.ts';
import { gateFactsOf } from './gate-facts.ts';
import { giveUp } from './giving-up.ts';
import type { Volume } from './lines/volume.ts';

/** What the sender needs of a line. */
export interface SendingLine {
  isReady(): boolean;
  submit(tpdu: Uint8Array): Promise<SubmitOutcome>;
  /** Asks the modem to keep its link open between the parts of one text. */
  keepLinkOpen(): Promise<void>;
  volume(): Volume;
  caps(): LineSettings['caps'];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What a text is worth to its reader, and so how long the network may try ([S5]). */
const VALIDITY_MS: Readonly<Record<Purpose, number>> = {
  answer: 48 * HOUR,
  auto: 6 * HOUR,
  service: 24 * HOUR,
  survey: 24 * HOUR,
  offer: 12 * HOUR,
  system: 24 * HOUR,
};
/** A phone that is off for a moment at closing time still gets it. */
const LATE_ENOUGH_MS = HOUR;
/** Waits before each further attempt of one text; after the last it has failed. */
const RETRY_MS = [10_000, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR] as const;
/** When what the operator has to mend is looked at again. */
const OPERATOR_RETRY_MS = 5 * MINUTE;
/** Of answers by a person and of what answers for itself: caps do not hold them. */
const UNCAPPED_PRIORITY = 0;
/** The line went away before the text was handed over: tried again as soon as it is back, without counting. */
const LINE_LOST = 'closed';
const LINE_LOST_RETRY_MS = 1_000;

/** Takes one line's texts from the outbox to its modem, one part at a time, each step on disk before the next. */
export class Sender {
  readonly #context: DeskContext;
  readonly #lineId: number;
  readonly #line: SendingLine;
  #running: Promise<void> | null = null;
  #kickedMeanwhile = false;
  #stopped = false;
  #cappedUntil = 0;
  /** Failures in a row of each number's texts: the next to it waits longer as well. */
  readonly #failuresTo = new Map<string, number>();

  constructor(context: DeskContext, lineId: number, line: SendingLine) {
    this.#context = context;
    this.#lineId = lineId;
    this.#line = line;
  }

  /** Goes on where there is something to send. Called on every event that may mean so. */
  kick(): void {
    if (this.#stopped) return;
    if (this.#running !== null) {
      this.#kickedMeanwhile = true;
      return;
    }
    this.#running = this.#run()
      .catch((error: unknown) => this.#context.logger.error({ error: String(error) }, 'sending stopped by a fault'))
      .finally(() => {
        this.#running = null;
        // It may have looked for the last time just before this kick came.
        if (!this.#kickedMeanwhile) return;
        this.#kickedMeanwhile = false;
        this.kick();
      });
  }

  /** The caps were changed: they are looked at anew. */
  uncap(): void {
    this.#cappedUntil = 0;
  }

  /** No further part is handed over. Resolves when the one under way has its answer. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    for (;;) {
      // What goes out has to be written down, before and after.
      if (this.#stopped || !this.#line.isReady() || !this.#context.hasRoom()) return;
      // While a cap holds the next of them, the others wait behind it; only what no cap holds goes past.
      const isCapped = this.#context.clock.now() < this.#cappedUntil;
      const message = this.#context.store.messages.nextToSend(this.#lineId, isCapped ? UNCAPPED_PRIORITY : undefined);
      if (message === null) return;
      const wasTried = await this.#send(message);
      announceMessage(this.#context, message.id, 'message.changed');
      // Thousands may be held one after the other: modem and window are heard in between.
      if (!wasTried) await setImmediate();
    }
  }

  /** False: nothing of it was handed over, and nothing waited for. */
  async #send(message: MessageRow): Promise<boolean> {
    const { store, clock } = this.#context;
    let parts = store.parts.ofMessage(message.id);
    // A text that has begun goes on to its end: half of one is worth nothing.
    const hasBegun = parts.some(({ state }) => state !== 'waiting');
    if (!this.#passesGate(message, hasBegun ? 0 : message.part_count)) return false;
    if (!hasBegun) {
      // Also anew, after an attempt or a night: how long the network may try hangs on the hour.
      const tpdus = this.#encode(message);
      if (tpdus === null) return false;
      store.transaction(() => {
        store.parts.removeAll(message.id);
        store.parts.insert(message.id, tpdus);
      });
      parts = store.parts.ofMessage(message.id);
    }
    const waiting = parts.filter(({ state }) => state === 'waiting');
    if (waiting.length > 1) await this.#line.keepLinkOpen();
    for (const [i, part] of waiting.entries()) {
      if (i > 0 && !this.#passesGate(message, 0)) return true;
      if (this.#stopped) {
        // The parts that are left go out after the restart.
        if (i > 0) store.messages.setState(message.id, 'queued');
        return true;
      }
      const submittedAt = clock.now();
      const mayGo = store.transaction(() => {
        // Meanwhile it may have been taken back, or a report may have said that it cannot arrive.
        if (store.messages.byId(message.id)?.state !== (i === 0 ? 'queued' : 'sending')) return false;
        store.parts.setSubmitting(message.id, part.sequence, submittedAt);
        if (i === 0) store.messages.setState(message.id, 'sending');
        return true;
      });
      if (!mayGo) return true;
      this.#line.volume().note(submittedAt);
      if (i === 0) announceMessage(this.#context, message.id, 'message.changed');
      const outcome = await this.#line.submit(part.tpdu);
      if (!this.#record(message, part, submittedAt, outcome, i === waiting.length - 1)) return true;
    }
    return true;
  }

  /** Null where it cannot be written as an SMS, which has then failed. */
  #encode(message: MessageRow): readonly Uint8Array[] | null {
    const { store } = this.#context;
    try {
      const plan = planSegments(message.text);
      return encodeSegments(plan, {
        destination: addressOf(message.number),
        reference: plan.parts.length > 1 ? store.parts.nextConcatenationReference(message.number) : 0,
        statusReportRequest: true,
        validity: relativeValidity(this.#worthMs(message)),
      });
    } catch (error) {
      if (!(error instanceof PduError)) throw error;
      this.#context.logger.warn({ code: error.code }, 'a text cannot be written as an SMS');
      giveUp(this.#context, message.id, 'failed', 'unencodable');
      return null;
    }
  }

  /** How long the network may try: as long as it is worth something, and not into the customer's night. */
  #worthMs({ purpose, expires_at: expiresAt, number }: MessageRow): number {
    const { clock, calendar, store } = this.#context;
    const now = clock.now();
    const worths = [VALIDITY_MS[purpose], ...(expiresAt === null ? [] : [expiresAt - now])];
    if (GATE_TABLE['quiet-hours'][purpose] === 'hold') {
      const texting = calendar.textingAt(now, store.contacts.ofNumber(number)?.zone ?? null);
      if (texting !== null) worths.push(Math.max(LATE_ENOUGH_MS, texting.until - now));
    }
    return Math.min(...worths);
  }

  /** Decides with today's facts, also between two parts: a STOP takes effect before the next one leaves. */
  #passesGate(message: MessageRow, newParts: number): boolean {
    const { store, clock } = this.#context;
    const heldByCap = (): ReturnType<Volume['heldBy']> =>
      this.#line.volume().heldBy(newParts, this.#line.caps(), clock.now());
    const decision = gate(gateFactsOf(this.#context, message, newParts, heldByCap));
    switch (decision.kind) {
      case 'send':
        return true;
      case 'hold':
        // A cap holds the line, not only this text: one waits visibly, the others behind it.
        if (decision.reason.startsWith('cap-') && decision.untilMs !== null) this.#cappedUntil = decision.untilMs;
        store.messages.setState(message.id, 'held', decision.reason, decision.untilMs);
        return false;
      case 'drop':
        giveUp(this.#context, message.id, decision.state, decision.reason);
        return false;
    }
  }

  /** Writes down what became of a part. True: the next one may follow. */
  #record(message: MessageRow, part: PartRow, submittedAt: number, outcome: SubmitOutcome, isLast: boolean): boolean {
    const { store, clock, logger } = this.#context;
    const { id } = message;
    const now = clock.now();
    if (outcome.kind !== 'sent') logger.info({ message: id, part: part.sequence, ...outcome }, 'part not sent');
    return store.transaction(() => {
      switch (outcome.kind) {
        case 'sent':
          this.#failuresTo.delete(message.number);
          store.lines.prove(this.#lineId, 'sent', now);
          store.parts.setSent(id, part.sequence, outcome.reference, now);
          if (isLast && store.messages.byId(id)?.state === 'sending') {
            store.messages.setSent(id, now);
            store.conversations.noteSent(message.conversation_id, id);
          }
          if (outcome.reference !== null)
            matchEarlyReports(this.#context, this.#lineId, message, part.sequence, outcome.reference);
          return true;
        case 'uncertain':
          store.parts.setState(id, part.sequence, 'uncertain');
          store.messages.setState(id, 'uncertain', outcome.code);
          matchReportOfUncertain(this.#context, message, { ...part, submitted_at: submittedAt });
          return false;
        case 'failed':
          store.parts.setState(id, part.sequence, 'failed');
          giveUp(this.#context, id, 'failed', outcome.code);
          return false;
        case 'operator':
          store.parts.setState(id, part.sequence, 'waiting');
          store.messages.setState(id, 'held', outcome.code, now + OPERATOR_RETRY_MS);
          return false;
        case 'retry': {
          store.parts.setState(id, part.sequence, 'waiting');
          // The modem's own silence says nothing about this text; only the network's codes do.
          const reason = outcome.code.startsWith('cm') ? outcome.code : 'not-taken';
          if (outcome.code === LINE_LOST) {
            store.messages.setState(id, 'scheduled', reason, now + LINE_LOST_RETRY_MS);
            return false;
          }
          const attempts = store.messages.countAttempt(id);
          const failures = (this.#failuresTo.get(message.number) ?? 0) + 1;
          this.#failuresTo.set(message.number, failures);
          const delayMs = RETRY_MS[Math.min(Math.max(attempts, failures), RETRY_MS.length) - 1];
          if (attempts > RETRY_MS.length || delayMs === undefined) {
            giveUp(this.#context, id, 'failed', 'gave-up');
          } else store.messages.setState(id, 'scheduled', reason, now + delayMs);
          return false;
        }
      }
    });
  }
}
