import type { Database } from './sqlite.ts';

export interface LineRow {
  readonly id: number;
  readonly kind: 'sim' | 'demo';
  readonly imsi: string | null;
  readonly imei: string | null;
  readonly name: string;
  readonly port: string | null;
}

/** Lines: one SIM each, known by its IMSI. A line that was never opened has none yet. */
export function linesRepository(database: Database) {
  const columns = 'id, kind, imsi, imei, name, port';
  const byId = database.prepare<[number], LineRow>(`SELECT ${columns} FROM lines WHERE id = ?`);
  const byImsi = database.prepare<[string], LineRow>(`SELECT ${columns} FROM lines WHERE imsi = ?`);
  const byPort = database.prepare<[string], LineRow>(
    `SELECT ${columns} FROM lines WHERE port = ? AND kind = 'sim' ORDER BY last_used_at DESC, id DESC LIMIT 1`,
  );
  const unidentified = database.prepare<[], LineRow>(
    `SELECT ${columns} FROM lines WHERE imsi IS NULL AND kind = 'sim'`,
  );
  const lastUsed = database.prepare<[], LineRow>(
    `SELECT ${columns} FROM lines ORDER BY last_used_at DESC, id DESC LIMIT 1`,
  );
  const demo = database.prepare<[], LineRow>(`SELECT ${columns} FROM lines WHERE kind = 'demo'`);
  const insert = database.prepare<[string, string | null, string, string | null, number, number]>(
    'INSERT INTO lines (kind, imsi, name, port, created_at, last_used_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const identify = database.prepare<[string | null, string | null, string | null, number, number]>(
    'UPDATE lines SET imsi = coalesce(?, imsi), imei = coalesce(?, imei), port = coalesce(?, port), last_used_at = ? WHERE id = ?',
  );
  const rename = database.prepare<[string, number]>('UPDATE lines SET name = ? WHERE id = ?');
  const removeConversations = database.prepare<[number]>('DELETE FROM conversations WHERE line_id = ?');
  const removePdus = database.prepare<[number]>('DELETE FROM received_pdus WHERE line_id = ?');
  const removeGroups = database.prepare<[number]>('DELETE FROM part_groups WHERE line_id = ?');
  const removeReports = database.prepare<[number]>('DELETE FROM early_reports WHERE line_id = ?');
  const remove = database.prepare<[number]>('DELETE FROM lines WHERE id = ?');
  const move = [
    // Where the customer has a conversation on the other line too, its texts move over; else the conversation itself.
    `UPDATE messages SET conversation_id = (SELECT kept.id FROM conversations kept, conversations gone
       WHERE gone.id = messages.conversation_id AND kept.number = gone.number AND kept.line_id = @to)
     WHERE line_id = @from AND EXISTS (SELECT 1 FROM conversations kept, conversations gone
       WHERE gone.id = messages.conversation_id AND kept.number = gone.number AND kept.line_id = @to)`,
    `UPDATE conversations SET unread = conversations.unread + gone.unread,
       last_message_id = (SELECT max(id) FROM messages WHERE conversation_id = conversations.id),
       last_activity_at = max(conversations.last_activity_at, gone.last_activity_at),
       waiting_since = coalesce(min(conversations.waiting_since, gone.waiting_since), conversations.waiting_since, gone.waiting_since),
       status = CASE WHEN gone.status = 'open' THEN 'open' ELSE conversations.status END,
       draft = CASE WHEN conversations.draft = '' THEN gone.draft ELSE conversations.draft END
     FROM conversations gone
     WHERE conversations.line_id = @to AND gone.line_id = @from AND gone.number = conversations.number`,
    `DELETE FROM conversations WHERE line_id = @from AND number IN (SELECT number FROM conversations WHERE line_id = @to)`,
    'UPDATE conversations SET line_id = @to WHERE line_id = @from',
    'UPDATE messages SET line_id = @to WHERE line_id = @from',
    'UPDATE received_pdus SET line_id = @to WHERE line_id = @from',
    'UPDATE part_groups SET line_id = @to WHERE line_id = @from',
    'UPDATE early_reports SET line_id = @to WHERE line_id = @from',
  ].map((sql) => database.prepare<[{ from: number; to: number }]>(sql));

  return {
    byId: (id: number): LineRow | null => byId.get(id) ?? null,
    byImsi: (imsi: string): LineRow | null => byImsi.get(imsi) ?? null,
    /** The line last seen on a port: a guess until the SIM says who it is. */
    lastAt: (port: string): LineRow | null => byPort.get(port) ?? null,
    unidentified: (): readonly LineRow[] => unidentified.all(),
    lastUsed: (): LineRow | null => lastUsed.get() ?? null,
    demo: (): LineRow | null => demo.get() ?? null,
    create(line: {
      kind: 'sim' | 'demo';
      imsi: string | null;
      name: string;
      port: string | null;
      at: number;
    }): LineRow {
      const { lastInsertRowid } = insert.run(line.kind, line.imsi, line.name, line.port, line.at, line.at);
      return byId.get(Number(lastInsertRowid)) as LineRow;
    },
    identify(id: number, facts: { imsi: string | null; imei: string | null; port: string | null; at: number }): void {
      identify.run(facts.imsi, facts.imei, facts.port, facts.at, id);
    },
    rename: (id: number, name: string): void => void rename.run(name, id),
    /** Moves all that belongs to one line to another and removes the empty one. */
    merge(from: number, to: number): void {
      for (const statement of move) statement.run({ from, to });
      remove.run(from);
    },
    /** Deletes a line with all that was said on it: for the Demo line only. */
    erase(id: number): void {
      removePdus.run(id);
      removeGroups.run(id);
      removeReports.run(id);
      removeConversations.run(id);
      remove.run(id);
    },
  };
}
