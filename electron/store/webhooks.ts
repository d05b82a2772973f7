import type { StatementSource } from './statements.ts';

export interface WebhookRow {
  readonly id: number;
  readonly address: string;
  /** JSON. */
  readonly events: string;
  readonly secret: string;
  readonly enabled: 0 | 1;
  readonly removed: 0 | 1;
  readonly created_at: number;
}

export interface DeliveryRow {
  readonly id: number;
  readonly webhook_id: number;
  readonly event: string;
  readonly body: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly outcome: string | null;
  readonly created_at: number;
  readonly at: number;
}

/** Other programs that are told what happens, and what was told them. */
export function webhooksRepository(database: StatementSource) {
  const columns = 'id, address, events, secret, enabled, removed, created_at';
  const all = database.prepare<[], WebhookRow>(`SELECT ${columns} FROM webhooks WHERE removed = 0 ORDER BY id`);
  const byId = database.prepare<[number], WebhookRow>(`SELECT ${columns} FROM webhooks WHERE id = ?`);
  const insert = database.prepare<[string, string, string, number, number]>(
    'INSERT INTO webhooks (address, events, secret, enabled, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  const update = database.prepare<[string, string, number, number]>(
    'UPDATE webhooks SET address = ?, events = ?, enabled = ? WHERE id = ?',
  );
  const setRemoved = database.prepare<[number, number]>('UPDATE webhooks SET removed = ? WHERE id = ?');
  const delivery = 'id, webhook_id, event, body, state, attempts, outcome, created_at, at';
  const add = database.prepare<[number, string, string, number, number]>(
    'INSERT INTO webhook_deliveries (webhook_id, event, body, created_at, at) VALUES (?, ?, ?, ?, ?)',
  );
  const next = database.prepare<[number], DeliveryRow>(
    `SELECT ${delivery} FROM webhook_deliveries WHERE webhook_id = ? AND state = 'waiting' ORDER BY id LIMIT 1`,
  );
  const waiting = database.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM webhook_deliveries WHERE webhook_id = ? AND state = 'waiting'`,
  );
  const log = database.prepare<[number, number], DeliveryRow>(
    `SELECT ${delivery} FROM webhook_deliveries WHERE webhook_id = ? ORDER BY id DESC LIMIT ?`,
  );
  const one = database.prepare<[number], DeliveryRow>(`SELECT ${delivery} FROM webhook_deliveries WHERE id = ?`);
  const settle = database.prepare<[DeliveryRow['state'], string | null, number, number]>(
    'UPDATE webhook_deliveries SET state = ?, outcome = ?, at = ?, attempts = attempts + 1 WHERE id = ?',
  );
  const again = database.prepare<[number, number]>(
    `UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, outcome = NULL, at = ? WHERE id = ?`,
  );
  const prune = database.prepare<[number]>(`DELETE FROM webhook_deliveries WHERE state <> 'waiting' AND at < ?`);
  return {
    all: (): readonly WebhookRow[] => all.all(),
    byId: (id: number): WebhookRow | null => byId.get(id) ?? null,
    insert: (row: Pick<WebhookRow, 'address' | 'events' | 'secret' | 'enabled' | 'created_at'>): number =>
      Number(insert.run(row.address, row.events, row.secret, row.enabled, row.created_at).lastInsertRowid),
    update: (id: number, row: Pick<WebhookRow, 'address' | 'events' | 'enabled'>): void =>
      void update.run(row.address, row.events, row.enabled, id),
    setRemoved: (id: number, removed: boolean): void => void setRemoved.run(removed ? 1 : 0, id),
    add: (webhook: number, event: string, body: string, at: number): number =>
      Number(add.run(webhook, event, body, at, at).lastInsertRowid),
    /** The oldest that is not settled: what happened first is told first. */
    next: (webhook: number): DeliveryRow | null => next.get(webhook) ?? null,
    waiting: (webhook: number): number => waiting.get(webhook)?.n ?? 0,
    log: (webhook: number, limit: number): readonly DeliveryRow[] => log.all(webhook, limit),
    delivery: (id: number): DeliveryRow | null => one.get(id) ?? null,
    /** After an attempt. @param at when it is tried next, or was settled */
    settle: (id: number, state: DeliveryRow['state'], outcome: string | null, at: number): void =>
      void settle.run(state, outcome, at, id),
    again: (id: number, at: number): void => void again.run(at, id),
    prune: (before: number): void => void prune.run(before),
  };
}
