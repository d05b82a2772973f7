import { Repository } from '../../core/db/repository.ts';

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

const COLUMNS = 'id, address, events, secret, enabled, removed, created_at';
const DELIVERY = 'id, webhook_id, event, body, state, attempts, outcome, created_at, at';

/** Other programs that are told what happens, and what was told them. */
export class WebhooksRepository extends Repository {
  readonly #all = this.prepare<[], WebhookRow>(`SELECT ${COLUMNS} FROM webhooks WHERE removed = 0 ORDER BY id`);
  readonly #byId = this.prepare<[number], WebhookRow>(`SELECT ${COLUMNS} FROM webhooks WHERE id = ?`);
  readonly #insert = this.prepare<[string, string, string, number, number]>(
    'INSERT INTO webhooks (address, events, secret, enabled, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  readonly #update = this.prepare<[string, string, number, number]>(
    'UPDATE webhooks SET address = ?, events = ?, enabled = ? WHERE id = ?',
  );
  readonly #setRemoved = this.prepare<[number, number]>('UPDATE webhooks SET removed = ? WHERE id = ?');
  readonly #add = this.prepare<[number, string, string, number, number]>(
    'INSERT INTO webhook_deliveries (webhook_id, event, body, created_at, at) VALUES (?, ?, ?, ?, ?)',
  );
  readonly #next = this.prepare<[number], DeliveryRow>(
    `SELECT ${DELIVERY} FROM webhook_deliveries WHERE webhook_id = ? AND state = 'waiting' ORDER BY id LIMIT 1`,
  );
  readonly #waiting = this.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM webhook_deliveries WHERE webhook_id = ? AND state = 'waiting'`,
  );
  readonly #log = this.prepare<[number, number], DeliveryRow>(
    `SELECT ${DELIVERY} FROM webhook_deliveries WHERE webhook_id = ? ORDER BY id DESC LIMIT ?`,
  );
  readonly #one = this.prepare<[number], DeliveryRow>(`SELECT ${DELIVERY} FROM webhook_deliveries WHERE id = ?`);
  readonly #settle = this.prepare<[DeliveryRow['state'], string | null, number, number]>(
    'UPDATE webhook_deliveries SET state = ?, outcome = ?, at = ?, attempts = attempts + 1 WHERE id = ?',
  );
  readonly #again = this.prepare<[number, number]>(
    `UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, outcome = NULL, at = ? WHERE id = ?`,
  );
  readonly #prune = this.prepare<[number]>(`DELETE FROM webhook_deliveries WHERE state <> 'waiting' AND at < ?`);

  all(): readonly WebhookRow[] {
    return this.#all.all();
  }

  byId(id: number): WebhookRow | null {
    return this.#byId.get(id) ?? null;
  }

  insert(row: Pick<WebhookRow, 'address' | 'events' | 'secret' | 'enabled' | 'created_at'>): number {
    return Number(this.#insert.run(row.address, row.events, row.secret, row.enabled, row.created_at).lastInsertRowid);
  }

  update(id: number, row: Pick<WebhookRow, 'address' | 'events' | 'enabled'>): void {
    this.#update.run(row.address, row.events, row.enabled, id);
  }

  setRemoved(id: number, removed: boolean): void {
    this.#setRemoved.run(removed ? 1 : 0, id);
  }

  add(webhook: number, event: string, body: string, at: number): number {
    return Number(this.#add.run(webhook, event, body, at, at).lastInsertRowid);
  }

  /** The oldest that is not settled: what happened first is told first. */
  next(webhook: number): DeliveryRow | null {
    return this.#next.get(webhook) ?? null;
  }

  waiting(webhook: number): number {
    return this.#waiting.get(webhook)?.n ?? 0;
  }

  log(webhook: number, limit: number): readonly DeliveryRow[] {
    return this.#log.all(webhook, limit);
  }

  delivery(id: number): DeliveryRow | null {
    return this.#one.get(id) ?? null;
  }

  /** After an attempt. @param at when it is tried next, or was settled */
  settle(id: number, state: DeliveryRow['state'], outcome: string | null, at: number): void {
    this.#settle.run(state, outcome, at, id);
  }

  again(id: number, at: number): void {
    this.#again.run(at, id);
  }

  prune(before: number): void {
    this.#prune.run(before);
  }
}
