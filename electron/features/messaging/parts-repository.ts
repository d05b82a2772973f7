import { Repository } from '../../core/db/repository.ts';

export type PartState = 'waiting' | 'submitting' | 'sent' | 'delivered' | 'failed' | 'uncertain';

export interface PartRow {
  readonly message_id: number;
  readonly sequence: number;
  readonly tpdu: Uint8Array;
  readonly state: PartState;
  readonly reference: number | null;
  readonly submitted_at: number | null;
}

/** This many parts are enough to tell how fast a line is. */
const PACE_OF = 20;

/** A part together with what became of it. */
export interface PartDetailRow extends Omit<PartRow, 'tpdu'> {
  readonly sent_at: number | null;
  readonly delivered_at: number | null;
  readonly status: number | null;
}

/** The parts of outgoing messages: one TPDU each, written down before it is handed to the modem. */
export class PartsRepository extends Repository {
  readonly #ofMessage = this.prepare<[number], PartRow>(
    'SELECT message_id, sequence, tpdu, state, reference, submitted_at FROM message_parts WHERE message_id = ? ORDER BY sequence',
  );
  readonly #details = this.prepare<[number], PartDetailRow>(
    `SELECT message_id, sequence, state, reference, submitted_at, sent_at, delivered_at, status
     FROM message_parts WHERE message_id = ? ORDER BY sequence`,
  );
  readonly #insert = this.prepare<[number, number, Uint8Array]>(
    'INSERT INTO message_parts (message_id, sequence, tpdu) VALUES (?, ?, ?)',
  );
  readonly #remove = this.prepare<[number]>('DELETE FROM message_parts WHERE message_id = ?');
  readonly #submitting = this.prepare<[number, number, number]>(
    `UPDATE message_parts SET state = 'submitting', submitted_at = ? WHERE message_id = ? AND sequence = ?`,
  );
  readonly #notSubmitted = this.prepare<[number, number]>(
    'UPDATE message_parts SET submitted_at = NULL WHERE message_id = ? AND sequence = ?',
  );
  readonly #sent = this.prepare<[number | null, number, number, number]>(
    `UPDATE message_parts SET state = 'sent', reference = ?, sent_at = ? WHERE message_id = ? AND sequence = ?`,
  );
  readonly #setReference = this.prepare<[number | null, number, number]>(
    'UPDATE message_parts SET reference = ? WHERE message_id = ? AND sequence = ?',
  );
  readonly #setState = this.prepare<[PartState, number, number]>(
    'UPDATE message_parts SET state = ? WHERE message_id = ? AND sequence = ?',
  );
  readonly #reported = this.prepare<[PartState, number, number | null, number, number]>(
    'UPDATE message_parts SET state = ?, status = ?, delivered_at = ? WHERE message_id = ? AND sequence = ?',
  );
  // The reference has only 8 bits, so several parts to one number may share it. Networks keep the last digits of a number.
  readonly #byReference = this.prepare<
    [number, number, number, number, string],
    { message_id: number; sequence: number; number: string; sent_at: number }
  >(
    `SELECT p.message_id, p.sequence, m.number, p.sent_at FROM message_parts p JOIN messages m ON m.id = p.message_id
     WHERE p.reference = ? AND p.state IN ('sent', 'uncertain') AND p.sent_at BETWEEN ? AND ? AND m.line_id = ?
       AND substr(m.number, -8) = ?
     ORDER BY p.sent_at DESC, p.message_id DESC, p.sequence DESC LIMIT 20`,
  );
  // Parts of which no reference is known, because the answer to the PDU was lost or the modem left it out.
  readonly #unreferenced = this.prepare<
    [number, number, string],
    { message_id: number; sequence: number; number: string; submitted_at: number }
  >(
    `SELECT p.message_id, p.sequence, m.number, p.submitted_at FROM message_parts p JOIN messages m ON m.id = p.message_id
     WHERE p.state IN ('sent', 'uncertain') AND p.reference IS NULL AND p.submitted_at >= ? AND m.line_id = ?
       AND substr(m.number, -8) = ? LIMIT 20`,
  );
  readonly #awaitingReport = this.prepare<[number, number, string], { reference: number }>(
    `SELECT p.reference FROM message_parts p JOIN messages m ON m.id = p.message_id
     WHERE p.state = 'sent' AND p.reference IS NOT NULL AND p.submitted_at >= ? AND m.line_id = ?
       AND substr(m.number, -8) = ? ORDER BY p.submitted_at DESC LIMIT 20`,
  );
  // Parts that were called refused and may be sent again.
  readonly #refusedTo = this.prepare<
    [number, number, string],
    { message_id: number; sequence: number; submitted_at: number }
  >(
    `SELECT p.message_id, p.sequence, p.submitted_at FROM message_parts p JOIN messages m ON m.id = p.message_id
     WHERE p.state IN ('waiting', 'failed') AND p.submitted_at >= ? AND m.line_id = ? AND substr(m.number, -8) = ?
       AND m.state IN ('scheduled', 'held', 'queued', 'failed') LIMIT 20`,
  );
  readonly #submittingNow = this.prepare<[number], { number: string }>(
    `SELECT number FROM messages WHERE state = 'sending' AND line_id = ?`,
  );
  readonly #submittedSince = this.prepare<[number, number], { at: number }>(
    `SELECT p.submitted_at AS at FROM message_parts p JOIN messages m ON m.id = p.message_id
     WHERE p.submitted_at >= ? AND m.line_id = ? ORDER BY p.submitted_at`,
  );
  readonly #lately = this.prepare<[number, number], { ms: number }>(
    `SELECT p.sent_at - p.submitted_at AS ms FROM messages m JOIN message_parts p ON p.message_id = m.id
     WHERE m.line_id = ? AND m.direction = 'out' AND m.state IN ('sent', 'delivered') AND p.sent_at >= p.submitted_at
     ORDER BY m.id DESC LIMIT ?`,
  );
  readonly #pruneEarly = this.prepare<[number]>('DELETE FROM early_reports WHERE received_at < ?');
  readonly #insertEarly = this.prepare<[number, number, string, number, number]>(
    'INSERT INTO early_reports (line_id, reference, recipient, status, received_at) VALUES (?, ?, ?, ?, ?)',
  );
  readonly #early = this.prepare<
    [number, number, number],
    { id: number; recipient: string; status: number; received_at: number }
  >(
    'SELECT id, recipient, status, received_at FROM early_reports WHERE line_id = ? AND reference = ? AND received_at >= ?',
  );
  readonly #earlyAll = this.prepare<
    [number, number],
    { id: number; reference: number; recipient: string; status: number }
  >('SELECT id, reference, recipient, status FROM early_reports WHERE line_id = ? AND received_at >= ?');
  readonly #removeEarly = this.prepare<[number]>('DELETE FROM early_reports WHERE id = ?');
  readonly #lastReference = this.prepare<[string], { last: number }>(
    `INSERT INTO concatenation_references (number, last) VALUES (?, abs(random() % 256))
     ON CONFLICT (number) DO UPDATE SET last = (last + 1) % 256 RETURNING last`,
  );

  ofMessage(messageId: number): readonly PartRow[] {
    return this.#ofMessage.all(messageId);
  }

  details(messageId: number): readonly PartDetailRow[] {
    return this.#details.all(messageId);
  }

  insert(messageId: number, tpdus: readonly Uint8Array[]): void {
    tpdus.forEach((tpdu, i) => this.#insert.run(messageId, i + 1, tpdu));
  }

  removeAll(messageId: number): void {
    this.#remove.run(messageId);
  }

  setSubmitting(messageId: number, sequence: number, at: number): void {
    this.#submitting.run(at, messageId, sequence);
  }

  /** Notes that the modem never had the part. */
  setNotSubmitted(messageId: number, sequence: number): void {
    this.#notSubmitted.run(messageId, sequence);
  }

  setSent(messageId: number, sequence: number, reference: number | null, at: number): void {
    this.#sent.run(reference, at, messageId, sequence);
  }

  /** Stores a reference that the modem told after all; what became of the part stays as it is. */
  setReference(messageId: number, sequence: number, reference: number | null): void {
    this.#setReference.run(reference, messageId, sequence);
  }

  setState(messageId: number, sequence: number, state: PartState): void {
    this.#setState.run(state, messageId, sequence);
  }

  setReported(messageId: number, sequence: number, state: PartState, status: number, deliveredAt: number | null): void {
    this.#reported.run(state, status, deliveredAt, messageId, sequence);
  }

  /** Sent parts that a report may be about, the newest first. */
  byReference(lineId: number, reference: number, number: string, from: number, to: number) {
    return this.#byReference.all(reference, from, to, lineId, number.slice(-8));
  }

  /**
   * Parts to a number that went out, or may have, without a known reference. Only the last digits are compared, as networks keep
   * them.
   */
  unreferenced(lineId: number, number: string, from: number) {
    return this.#unreferenced.all(from, lineId, number.slice(-8));
  }

  /** Parts to a number that went out since an instant with a reference and have no report yet. */
  awaitingReport(lineId: number, number: string, from: number) {
    return this.#awaitingReport.all(from, lineId, number.slice(-8));
  }

  /** Parts to a number that were handed over since an instant and were called refused. */
  refused(lineId: number, number: string, from: number) {
    return this.#refusedTo.all(from, lineId, number.slice(-8));
  }

  /** When parts were handed to a line's modem since an instant, the oldest first. */
  submittedSince(lineId: number, since: number): readonly number[] {
    return this.#submittedSince.all(since, lineId).map(({ at }) => at);
  }

  /** How long a line recently took for one part, in milliseconds; null if it has sent too few to tell. */
  paceOf(lineId: number): number | null {
    const times = this.#lately
      .all(lineId, PACE_OF)
      .map(({ ms }) => ms)
      .toSorted((a, b) => a - b);
    return times.length < PACE_OF / 2 ? null : (times[Math.floor(times.length / 2)] ?? null);
  }

  /** The numbers whose messages are being handed over right now. */
  submitting(lineId: number): readonly { number: string }[] {
    return this.#submittingNow.all(lineId);
  }

  /** Forgets reports older than this that fitted no part. */
  pruneEarlyReports(before: number): void {
    this.#pruneEarly.run(before);
  }

  keepEarlyReport(lineId: number, report: { reference: number; recipient: string; status: number; at: number }): void {
    this.#insertEarly.run(lineId, report.reference, report.recipient, report.status, report.at);
  }

  earlyReports(lineId: number, reference: number, from: number) {
    return this.#early.all(lineId, reference, from);
  }

  earlyReportsSince(lineId: number, from: number) {
    return this.#earlyAll.all(lineId, from);
  }

  removeEarlyReport(id: number): void {
    this.#removeEarly.run(id);
  }

  /** Returns a new reference for a long message to a number, which is kept across restarts ([S4]). */
  nextConcatenationReference(number: string): number {
    return this.#lastReference.get(number)?.last ?? 0;
  }
}
