import type { Database } from './sqlite.ts';

export interface GroupRow {
  readonly id: number;
  readonly line_id: number;
  readonly total: number;
  readonly first_at: number;
  readonly message_id: number | null;
}

/** PDUs as they came, and the long texts that are being put together of them. */
export function receivedRepository(database: Database) {
  const insert = database.prepare<[number, string, string, number]>(
    'INSERT INTO received_pdus (line_id, key, pdu, received_at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
  );
  const setHandled = database.prepare<[number]>('UPDATE received_pdus SET handled = 1 WHERE id = ?');
  const unhandled = database.prepare<[], { id: number; line_id: number; pdu: string; received_at: number }>(
    'SELECT id, line_id, pdu, received_at FROM received_pdus WHERE handled = 0 ORDER BY id',
  );
  const setGroup = database.prepare<[number, number, number]>(
    'UPDATE received_pdus SET group_id = ?, sequence = ? WHERE id = ?',
  );
  const setMessage = database.prepare<[number, number]>('UPDATE received_pdus SET message_id = ? WHERE id = ?');
  const setGroupMessage = database.prepare<[number, number]>(
    'UPDATE received_pdus SET message_id = ? WHERE group_id = ?',
  );
  const openGroups = database.prepare<[number, string, number, number], GroupRow>(
    `SELECT id, line_id, total, first_at, message_id FROM part_groups
     WHERE done = 0 AND line_id = ? AND key = ? AND written_at BETWEEN ? AND ? ORDER BY id`,
  );
  const insertGroup = database.prepare<[number, string, number, number, number]>(
    'INSERT INTO part_groups (line_id, key, total, written_at, first_at) VALUES (?, ?, ?, ?, ?)',
  );
  const groupById = database.prepare<[number], GroupRow>(
    'SELECT id, line_id, total, first_at, message_id FROM part_groups WHERE id = ?',
  );
  const partsOf = database.prepare<[number], { sequence: number; pdu: string }>(
    'SELECT sequence, pdu FROM received_pdus WHERE group_id = ? ORDER BY sequence',
  );
  const finish = database.prepare<[number, number, number]>(
    'UPDATE part_groups SET done = ?, message_id = ? WHERE id = ?',
  );
  const overdue = database.prepare<[number], GroupRow>(
    `SELECT id, line_id, total, first_at, message_id FROM part_groups
     WHERE done = 0 AND message_id IS NULL AND first_at <= ? ORDER BY first_at`,
  );
  const oldest = database.prepare<[], { at: number | null }>(
    'SELECT min(first_at) AS at FROM part_groups WHERE done = 0 AND message_id IS NULL',
  );

  return {
    /** The new row's id, or null where this PDU was taken before. */
    insert(lineId: number, key: string, pdu: string, at: number): number | null {
      const { changes, lastInsertRowid } = insert.run(lineId, key, pdu, at);
      return changes === 0 ? null : Number(lastInsertRowid);
    },
    setHandled: (pduId: number): void => void setHandled.run(pduId),
    /** PDUs that are kept but of which nothing was made yet: the program stopped or failed in between. */
    unhandled: () => unhandled.all(),
    setMessage: (pduId: number, messageId: number): void => void setMessage.run(messageId, pduId),
    setGroup: (pduId: number, groupId: number, sequence: number): void => void setGroup.run(groupId, sequence, pduId),
    /** Incomplete texts with this key written between two instants, the oldest first. */
    openGroups: (lineId: number, key: string, from: number, to: number): readonly GroupRow[] =>
      openGroups.all(lineId, key, from, to),
    createGroup(lineId: number, key: string, total: number, writtenAt: number, at: number): GroupRow {
      return groupById.get(Number(insertGroup.run(lineId, key, total, writtenAt, at).lastInsertRowid)) as GroupRow;
    },
    partsOf: (groupId: number): readonly { sequence: number; pdu: string }[] => partsOf.all(groupId),
    /** @param complete false: shown with a gap that a late part may still fill */
    linkMessage(groupId: number, messageId: number, complete: boolean): void {
      finish.run(complete ? 1 : 0, messageId, groupId);
      setGroupMessage.run(messageId, groupId);
    },
    /** Groups without a message whose first part came at or before `at`. */
    overdueGroups: (at: number): readonly GroupRow[] => overdue.all(at),
    oldestWaiting: (): number | null => oldest.get()?.at ?? null,
  };
}
