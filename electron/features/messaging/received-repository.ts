import { Repository } from '../../core/db/repository.ts';

/** One copy of a received PDU that was stored. */
export interface CopyRow {
  readonly id: number;
  readonly received_at: number;
  readonly seen_at: number;
  readonly service_time: number | null;
  readonly memory: string | null;
  readonly slot: number | null;
  readonly settled: 0 | 1;
}

interface NewCopy {
  readonly at: number;
  /** UTC epoch milliseconds; null if the service centre does not have the right time. */
  readonly serviceTime: number | null;
  /** The number of the part within a long message. */
  readonly sequence: number | null;
  readonly place: Place | null;
}

interface TimesRow {
  readonly received_at: number;
  readonly service_time: number;
}

/** A slot of a modem's memory. */
interface Place {
  readonly memory: string;
  readonly slot: number;
}

export interface GroupRow {
  readonly id: number;
  readonly line_id: number;
  readonly total: number;
  readonly first_at: number;
  readonly message_id: number | null;
}

/** PDUs as they came, and the long messages that are being assembled from them. */
export class ReceivedRepository extends Repository {
  readonly #insert = this.prepare<
    [number, string, string, number, number, number | null, number | null, string | null, number | null]
  >(
    `INSERT INTO received_pdus (line_id, key, pdu, received_at, seen_at, service_time, sequence, memory, slot)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  readonly #times = this.prepare<[number, string, number], TimesRow>(
    `SELECT received_at, service_time FROM received_pdus
     WHERE line_id = ? AND key <> ? AND service_time IS NOT NULL AND sequence IS NULL ORDER BY id DESC LIMIT ?`,
  );
  readonly #copies = this.prepare<[string], CopyRow>(
    'SELECT id, received_at, seen_at, service_time, memory, slot, settled FROM received_pdus WHERE key = ? ORDER BY id DESC',
  );
  readonly #see = this.prepare<[{ id: number; at: number; memory: string | null; slot: number | null }]>(
    `UPDATE received_pdus SET seen_at = @at, memory = coalesce(memory, @memory), slot = coalesce(slot, @slot),
       settled = CASE WHEN memory IS NULL AND @memory IS NOT NULL OR memory = @memory AND slot = @slot THEN 0 ELSE settled END
     WHERE id = @id`,
  );
  readonly #settleSlot = this.prepare<[number, string, number]>(
    'UPDATE received_pdus SET settled = 1 WHERE settled = 0 AND line_id = ? AND memory = ? AND slot = ?',
  );
  readonly #settleKey = this.prepare<[string]>('UPDATE received_pdus SET settled = 1 WHERE settled = 0 AND key = ?');
  readonly #unsettled = this.prepare<[number, string], { slot: number }>(
    'SELECT DISTINCT slot FROM received_pdus WHERE settled = 0 AND line_id = ? AND memory = ?',
  );
  readonly #partLike = this.prepare<[number, string, number, number], { pdu: string; group_id: number }>(
    `SELECT p.pdu, p.group_id FROM part_groups g JOIN received_pdus p ON p.group_id = g.id
     WHERE g.line_id = ? AND g.key = ? AND p.sequence = ? AND p.received_at >= ?`,
  );
  readonly #setHandled = this.prepare<[number]>('UPDATE received_pdus SET handled = 1 WHERE id = ?');
  readonly #unhandled = this.prepare<[], { id: number; line_id: number; pdu: string; received_at: number }>(
    'SELECT id, line_id, pdu, received_at FROM received_pdus WHERE handled = 0 ORDER BY id',
  );
  readonly #setGroup = this.prepare<[number, number, number]>(
    'UPDATE received_pdus SET group_id = ?, sequence = ? WHERE id = ?',
  );
  readonly #setMessage = this.prepare<[number, number]>('UPDATE received_pdus SET message_id = ? WHERE id = ?');
  readonly #setGroupMessage = this.prepare<[number, number]>(
    'UPDATE received_pdus SET message_id = ? WHERE group_id = ?',
  );
  readonly #openGroups = this.prepare<
    [Record<'line' | 'at' | 'writtenAt' | 'span' | 'writtenSpan', number> & { key: string }],
    GroupRow
  >(
    `SELECT id, line_id, total, first_at, message_id FROM part_groups
     WHERE done = 0 AND line_id = @line AND key = @key
       AND (abs(written_at - @writtenAt) <= @writtenSpan OR abs(first_at - @at) <= @span) ORDER BY id`,
  );
  readonly #insertGroup = this.prepare<[number, string, number, number, number]>(
    'INSERT INTO part_groups (line_id, key, total, written_at, first_at) VALUES (?, ?, ?, ?, ?)',
  );
  readonly #groupById = this.prepare<[number], GroupRow>(
    'SELECT id, line_id, total, first_at, message_id FROM part_groups WHERE id = ?',
  );
  readonly #partsOf = this.prepare<[number], { sequence: number; pdu: string }>(
    'SELECT sequence, pdu FROM received_pdus WHERE group_id = ? ORDER BY sequence',
  );
  readonly #ofMessage = this.prepare<[number], { pdu: string }>(
    'SELECT pdu FROM received_pdus WHERE message_id = ? ORDER BY sequence, id',
  );
  readonly #finish = this.prepare<[number, number, number]>(
    'UPDATE part_groups SET done = ?, message_id = ? WHERE id = ?',
  );
  readonly #overdue = this.prepare<[number], GroupRow>(
    `SELECT id, line_id, total, first_at, message_id FROM part_groups
     WHERE done = 0 AND message_id IS NULL AND first_at <= ? ORDER BY first_at`,
  );
  readonly #oldest = this.prepare<[], { at: number | null }>(
    'SELECT min(first_at) AS at FROM part_groups WHERE done = 0 AND message_id IS NULL',
  );

  insert(lineId: number, key: string, pdu: string, { at, serviceTime, sequence, place }: NewCopy): number {
    const [memory, slot] = [place?.memory ?? null, place?.slot ?? null];
    const { lastInsertRowid } = this.#insert.run(lineId, key, pdu, at, at, serviceTime, sequence, memory, slot);
    return Number(lastInsertRowid);
  }

  /** The copies stored with this key, the newest first. */
  copies(key: string): readonly CopyRow[] {
    return this.#copies.all(key);
  }

  /** When the last short messages of a line came and how they are dated, the newest first; those with this key are left out. */
  times(lineId: number, key: string, limit: number): readonly TimesRow[] {
    return this.#times.all(lineId, key, limit);
  }

  /** Notes that a copy was seen again, so that it is known where it lies and that it is still there. */
  see(id: number, at: number, place: Place | null): void {
    this.#see.run({ id, at, memory: place?.memory ?? null, slot: place?.slot ?? null });
  }

  /** Notes that the modem's copy is gone: whatever lay in the slot, or without a slot, what has this key. */
  settle(lineId: number, key: string, place: Place | null): void {
    if (place === null) this.#settleKey.run(key);
    else this.#settleSlot.run(lineId, place.memory, place.slot);
  }

  /** Slots of a memory that may still hold a copy of ours. */
  unsettledSlots(lineId: number, memory: string): readonly number[] {
    return this.#unsettled.all(lineId, memory).map(({ slot }) => slot);
  }

  /** Parts at this place in a message that came since an instant, including parts of complete messages. */
  partsLike(lineId: number, key: string, sequence: number, since: number) {
    return this.#partLike.all(lineId, key, sequence, since);
  }

  setHandled(pduId: number): void {
    this.#setHandled.run(pduId);
  }

  /** PDUs that are stored but became no message yet, because the program stopped or failed in between. */
  unhandled() {
    return this.#unhandled.all();
  }

  setMessage(pduId: number, messageId: number): void {
    this.#setMessage.run(messageId, pduId);
  }

  setGroup(pduId: number, groupId: number, sequence: number): void {
    this.#setGroup.run(groupId, sequence, pduId);
  }

  /** Incomplete messages with this key that were written or came close to a part in time, the oldest first. */
  openGroups(
    line: number,
    key: string,
    part: { at: number; writtenAt: number },
    within: { span: number; writtenSpan: number },
  ): readonly GroupRow[] {
    return this.#openGroups.all({ line, key, ...part, ...within });
  }

  createGroup(lineId: number, key: string, total: number, writtenAt: number, at: number): GroupRow {
    return this.#groupById.get(
      Number(this.#insertGroup.run(lineId, key, total, writtenAt, at).lastInsertRowid),
    ) as GroupRow;
  }

  partsOf(groupId: number): readonly { sequence: number; pdu: string }[] {
    return this.#partsOf.all(groupId);
  }

  /** The PDUs of a message, as the modem gave them. */
  ofMessage(messageId: number): readonly string[] {
    return this.#ofMessage.all(messageId).map(({ pdu }) => pdu);
  }

  /** @param complete false if it is shown with a gap that a late part may still fill */
  linkMessage(groupId: number, messageId: number, complete: boolean): void {
    this.#finish.run(complete ? 1 : 0, messageId, groupId);
    this.#setGroupMessage.run(messageId, groupId);
  }

  /** Groups without a message whose first part came at or before `at`. */
  overdueGroups(at: number): readonly GroupRow[] {
    return this.#overdue.all(at);
  }

  oldestWaiting(): number | null {
    return this.#oldest.get()?.at ?? null;
  }
}
