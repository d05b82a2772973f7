import { Repository } from '../../core/db/repository.ts';

export interface LineRow {
  readonly id: number;
  readonly kind: 'sim' | 'demo';
  readonly imsi: string | null;
  readonly imei: string | null;
  readonly iccid: string | null;
  readonly name: string;
  readonly port: string | null;
  readonly own_number: string | null;
  readonly enabled: 0 | 1;
  /** JSON whose shape the desk knows. */
  readonly settings: string;
  readonly pin_sealed: string | null;
  readonly pin_refused: 0 | 1;
  readonly last_sent_at: number | null;
  readonly last_received_at: number | null;
  readonly last_report_at: number | null;
}

/** What a SIM and its modem said about themselves. */
export interface LineIdentity {
  readonly imsi: string | null;
  readonly imei: string | null;
  readonly iccid: string | null;
  readonly ownNumber: string | null;
  readonly port: string | null;
}

const COLUMNS = `id, kind, imsi, imei, iccid, name, port, own_number, enabled, settings, pin_sealed, pin_refused,
    last_sent_at, last_received_at, last_report_at`;

/** The lines: each is one SIM, known by its IMSI. A line that was never opened has no IMSI yet. */
export class LinesRepository extends Repository {
  readonly #byId = this.prepare<[number], LineRow>(`SELECT ${COLUMNS} FROM lines WHERE id = ?`);
  readonly #byImsi = this.prepare<[string], LineRow>(`SELECT ${COLUMNS} FROM lines WHERE imsi = ?`);
  readonly #byPort = this.prepare<[string], LineRow>(
    `SELECT ${COLUMNS} FROM lines WHERE port = ? AND kind = 'sim' ORDER BY last_used_at DESC, id DESC LIMIT 1`,
  );
  readonly #unidentified = this.prepare<[], LineRow>(
    `SELECT ${COLUMNS} FROM lines WHERE imsi IS NULL AND kind = 'sim'`,
  );
  readonly #all = this.prepare<[], LineRow>(`SELECT ${COLUMNS} FROM lines ORDER BY id`);
  readonly #lastUsed = this.prepare<[], LineRow>(
    `SELECT ${COLUMNS} FROM lines ORDER BY last_used_at DESC, id DESC LIMIT 1`,
  );
  readonly #demo = this.prepare<[], LineRow>(`SELECT ${COLUMNS} FROM lines WHERE kind = 'demo'`);
  readonly #ownNumbers = this.prepare<[string], { id: number }>('SELECT id FROM lines WHERE own_number = ?');
  readonly #insert = this.prepare<[string, string | null, string, string | null, number, number, number]>(
    'INSERT INTO lines (kind, imsi, name, port, enabled, created_at, last_used_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  readonly #identify = this.prepare<[LineIdentity & { id: number; at: number }]>(
    `UPDATE lines SET imsi = coalesce(@imsi, imsi), imei = coalesce(@imei, imei), iccid = coalesce(@iccid, iccid),
       own_number = coalesce(@ownNumber, own_number), port = coalesce(@port, port), last_used_at = @at WHERE id = @id`,
  );
  readonly #rename = this.prepare<[string, number]>('UPDATE lines SET name = ? WHERE id = ?');
  readonly #setEnabled = this.prepare<[number, number]>('UPDATE lines SET enabled = ? WHERE id = ?');
  readonly #setPort = this.prepare<[string, number]>('UPDATE lines SET port = ? WHERE id = ?');
  readonly #setOwnNumber = this.prepare<[string | null, number]>('UPDATE lines SET own_number = ? WHERE id = ?');
  readonly #setSettings = this.prepare<[string, number]>('UPDATE lines SET settings = ? WHERE id = ?');
  readonly #setPin = this.prepare<[null, number]>('UPDATE lines SET pin_sealed = ?, pin_refused = 0 WHERE id = ?');
  // A PIN that a person just entered is for whatever SIM is there now, in whatever modem.
  readonly #enterPin = this.prepare<[string, number]>(
    'UPDATE lines SET pin_sealed = ?, pin_refused = 0, imei = NULL, iccid = NULL WHERE id = ?',
  );
  readonly #movePin = this.prepare<[{ from: number; to: number }]>(
    'UPDATE lines SET pin_sealed = gone.pin_sealed, pin_refused = 0 FROM lines gone WHERE lines.id = @to AND gone.id = @from',
  );
  readonly #refusePin = this.prepare<[number]>('UPDATE lines SET pin_refused = 1 WHERE id = ?');
  readonly #proofs = {
    sent: this.prepare<[number, number]>('UPDATE lines SET last_sent_at = ? WHERE id = ?'),
    received: this.prepare<[number, number]>('UPDATE lines SET last_received_at = ? WHERE id = ?'),
    report: this.prepare<[number, number]>('UPDATE lines SET last_report_at = ? WHERE id = ?'),
  };
  readonly #removeConversations = this.prepare<[number]>('DELETE FROM conversations WHERE line_id = ?');
  readonly #removePdus = this.prepare<[number]>('DELETE FROM received_pdus WHERE line_id = ?');
  readonly #removeGroups = this.prepare<[number]>('DELETE FROM part_groups WHERE line_id = ?');
  readonly #removeReports = this.prepare<[number]>('DELETE FROM early_reports WHERE line_id = ?');
  readonly #remove = this.prepare<[number]>('DELETE FROM lines WHERE id = ?');
  readonly #move = [
    // If the customer has a conversation on the other line too, its messages move over; otherwise the conversation itself does.
    `UPDATE messages SET conversation_id = (SELECT kept.id FROM conversations kept, conversations gone
       WHERE gone.id = messages.conversation_id AND kept.number = gone.number AND kept.line_id = @to)
     WHERE conversation_id IN (SELECT id FROM conversations WHERE line_id = @from)
       AND EXISTS (SELECT 1 FROM conversations kept, conversations gone
         WHERE gone.id = messages.conversation_id AND kept.number = gone.number AND kept.line_id = @to)`,
    `UPDATE conversation_events SET conversation_id = (SELECT kept.id FROM conversations kept, conversations gone
       WHERE gone.id = conversation_events.conversation_id AND kept.number = gone.number AND kept.line_id = @to)
     WHERE conversation_id IN (SELECT id FROM conversations WHERE line_id = @from)
       AND EXISTS (SELECT 1 FROM conversations kept, conversations gone
         WHERE gone.id = conversation_events.conversation_id AND kept.number = gone.number AND kept.line_id = @to)`,
    `UPDATE tasks SET conversation_id = (SELECT kept.id FROM conversations kept, conversations gone
       WHERE gone.id = tasks.conversation_id AND kept.number = gone.number AND kept.line_id = @to)
     WHERE conversation_id IN (SELECT id FROM conversations WHERE line_id = @from)
       AND EXISTS (SELECT 1 FROM conversations kept, conversations gone
         WHERE gone.id = tasks.conversation_id AND kept.number = gone.number AND kept.line_id = @to)`,
    `UPDATE consent_questions SET conversation_id = (SELECT kept.id FROM conversations kept, conversations gone
       WHERE gone.id = consent_questions.conversation_id AND kept.number = gone.number AND kept.line_id = @to)
     WHERE conversation_id IN (SELECT id FROM conversations WHERE line_id = @from)
       AND EXISTS (SELECT 1 FROM conversations kept, conversations gone
         WHERE gone.id = consent_questions.conversation_id AND kept.number = gone.number AND kept.line_id = @to)`,
    `INSERT INTO conversation_tags (conversation_id, tag_id)
       SELECT kept.id, t.tag_id FROM conversation_tags t JOIN conversations gone ON gone.id = t.conversation_id
         JOIN conversations kept ON kept.number = gone.number AND kept.line_id = @to
       WHERE gone.line_id = @from ON CONFLICT DO NOTHING`,
    `UPDATE conversations SET unread = conversations.unread + gone.unread,
       last_message_id = (SELECT max(id) FROM messages WHERE conversation_id = conversations.id),
       last_activity_at = max(conversations.last_activity_at, gone.last_activity_at),
       waiting_since = coalesce(min(conversations.waiting_since, gone.waiting_since), conversations.waiting_since, gone.waiting_since),
       read_up_to = CASE WHEN gone.unread = 0 THEN conversations.read_up_to WHEN conversations.unread = 0 THEN gone.read_up_to
         ELSE min(conversations.read_up_to, gone.read_up_to) END,
       status = CASE WHEN gone.status = 'open' THEN 'open' ELSE conversations.status END,
       snoozed_until = CASE WHEN gone.status = 'open' THEN NULL ELSE conversations.snoozed_until END,
       assignee_id = coalesce(conversations.assignee_id, gone.assignee_id),
       draft = CASE WHEN conversations.draft = '' THEN gone.draft ELSE conversations.draft END
     FROM conversations gone
     WHERE conversations.line_id = @to AND gone.line_id = @from AND gone.number = conversations.number`,
    `DELETE FROM conversations WHERE line_id = @from AND number IN (SELECT number FROM conversations WHERE line_id = @to)`,
    'UPDATE conversations SET line_id = @to WHERE line_id = @from',
    'UPDATE messages SET line_id = @to WHERE line_id = @from',
    'UPDATE received_pdus SET line_id = @to WHERE line_id = @from',
    'UPDATE part_groups SET line_id = @to WHERE line_id = @from',
    'UPDATE early_reports SET line_id = @to WHERE line_id = @from',
    'UPDATE line_events SET line_id = @to WHERE line_id = @from',
    // What was counted for the two lines is added up.
    'UPDATE talks SET line_id = @to WHERE line_id = @from',
    `INSERT INTO text_counts (quarter, line_id, kind, texts, parts)
       SELECT quarter, @to, kind, texts, parts FROM text_counts WHERE line_id = @from
       ON CONFLICT DO UPDATE SET texts = texts + excluded.texts, parts = parts + excluded.parts`,
    `INSERT INTO outcome_counts (quarter, line_id, state, reason, texts)
       SELECT quarter, @to, state, reason, texts FROM outcome_counts WHERE line_id = @from
       ON CONFLICT DO UPDATE SET texts = texts + excluded.texts`,
    `INSERT INTO line_uptime (line_id, quarter, watched_ms, ready_ms)
       SELECT @to, quarter, watched_ms, ready_ms FROM line_uptime WHERE line_id = @from
       ON CONFLICT DO UPDATE SET watched_ms = watched_ms + excluded.watched_ms, ready_ms = ready_ms + excluded.ready_ms`,
    // What was set for the modem before its SIM had identified itself applies to that SIM.
    `UPDATE lines SET enabled = max(lines.enabled, gone.enabled), pin_sealed = coalesce(gone.pin_sealed, lines.pin_sealed),
       pin_refused = CASE WHEN gone.pin_sealed IS NULL THEN lines.pin_refused ELSE gone.pin_refused END
     FROM lines gone WHERE lines.id = @to AND gone.id = @from`,
  ].map((sql) => this.prepare<[{ from: number; to: number }]>(sql));
  readonly #uncount = ['text_counts', 'outcome_counts', 'line_uptime', 'talks'].map((table) =>
    this.prepare<[number]>(`DELETE FROM ${table} WHERE line_id = ?`),
  );

  byId(id: number): LineRow | null {
    return this.#byId.get(id) ?? null;
  }

  byImsi(imsi: string): LineRow | null {
    return this.#byImsi.get(imsi) ?? null;
  }

  /** The line last seen on a port, which is a guess until the SIM identifies itself. */
  lastAt(port: string): LineRow | null {
    return this.#byPort.get(port) ?? null;
  }

  unidentified(): readonly LineRow[] {
    return this.#unidentified.all();
  }

  all(): readonly LineRow[] {
    return this.#all.all();
  }

  lastUsed(): LineRow | null {
    return this.#lastUsed.get() ?? null;
  }

  demo(): LineRow | null {
    return this.#demo.get() ?? null;
  }

  isOwnNumber(number: string): boolean {
    return this.#ownNumbers.get(number) !== undefined;
  }

  create(line: { kind: 'sim' | 'demo'; imsi: string | null; name: string; port: string | null; at: number }): LineRow {
    const { kind, imsi, name, port, at } = line;
    const { lastInsertRowid } = this.#insert.run(kind, imsi, name, port, kind === 'sim' ? 1 : 0, at, at);
    return this.#byId.get(Number(lastInsertRowid)) as LineRow;
  }

  identify(id: number, identity: LineIdentity, at: number): void {
    this.#identify.run({ ...identity, id, at });
  }

  rename(id: number, name: string): void {
    this.#rename.run(name, id);
  }

  /** Sets whether the line is opened at the start and kept open. */
  setEnabled(id: number, enabled: boolean): void {
    this.#setEnabled.run(enabled ? 1 : 0, id);
  }

  setPort(id: number, port: string): void {
    this.#setPort.run(port, id);
  }

  setOwnNumber(id: number, number: string | null): void {
    this.#setOwnNumber.run(number, id);
  }

  setSettings(id: number, settings: string): void {
    this.#setSettings.run(settings, id);
  }

  /** Stores a PIN that a person entered, which is for the SIM that is there now. */
  enterPin(id: number, sealed: string): void {
    this.#enterPin.run(sealed, id);
  }

  forgetPin(id: number): void {
    this.#setPin.run(null, id);
  }

  /** Moves a PIN, because the SIM it opened belongs to another line. */
  movePin(from: number, to: number): void {
    this.#movePin.run({ from, to });
    this.#setPin.run(null, from);
  }

  refusePin(id: number): void {
    this.#refusePin.run(id);
  }

  /** Records when the line last did what it is for. */
  recordActivity(id: number, by: 'sent' | 'received' | 'report', at: number): void {
    this.#proofs[by].run(at, id);
  }

  /** Moves everything that belongs to one line to another and removes the empty one. */
  merge(from: number, to: number): void {
    for (const statement of this.#move) statement.run({ from, to });
    for (const statement of this.#uncount) statement.run(from);
    this.#remove.run(from);
  }

  /** Deletes a line with everything said on it. Only for the Demo line. */
  erase(id: number): void {
    this.#removePdus.run(id);
    this.#removeGroups.run(id);
    this.#removeReports.run(id);
    this.#removeConversations.run(id);
    // The next line may get the same row number.
    for (const statement of this.#uncount) statement.run(id);
    this.#remove.run(id);
  }
}
