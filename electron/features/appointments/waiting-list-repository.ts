import { Repository } from '../../core/db/repository.ts';
import type { WaitingHalf } from '../../shared/appointments.ts';

export interface WaitingRow {
  readonly id: number;
  /** E.164. */
  readonly number: string;
  readonly name: string;
  readonly service_id: number;
  /** Null for whoever is free. */
  readonly resource_id: number | null;
  /** `YYYY-MM-DD`, both inclusive; null for any later day. */
  readonly from_date: string;
  readonly until_date: string | null;
  readonly half: WaitingHalf;
  readonly state: 'waiting' | 'booked' | 'removed';
  readonly author: string | null;
  readonly created_at: number;
}

export interface RefillOfferRow {
  readonly id: number;
  readonly entry_id: number;
  readonly resource_id: number;
  readonly date: string;
  readonly time: string;
  readonly starts_at: number;
  readonly until: number;
  readonly state: 'open' | 'taken' | 'declined' | 'lapsed' | 'gone';
}

const COLUMNS = `id, number, name, service_id, resource_id, from_date, until_date, half, state, author, created_at`;
const OFFERS = 'id, entry_id, resource_id, date, time, starts_at, until, state';

/** The customers who wait for a time to come free, and the offers made to them. */
export class WaitingListRepository extends Repository {
  readonly #byId = this.prepare<[number], WaitingRow>(`SELECT ${COLUMNS} FROM waiting_list WHERE id = ?`);
  readonly #waiting = this.prepare<[string], WaitingRow>(
    `SELECT ${COLUMNS} FROM waiting_list WHERE state = 'waiting' AND coalesce(until_date, '9999') >= ? ORDER BY id`,
  );
  readonly #insert = this.prepare<[Omit<WaitingRow, 'id' | 'state'>]>(
    `INSERT INTO waiting_list (number, name, service_id, resource_id, from_date, until_date, half, author, created_at)
     VALUES (@number, @name, @service_id, @resource_id, @from_date, @until_date, @half, @author, @created_at)`,
  );
  readonly #setState = this.prepare<[WaitingRow['state'], number]>('UPDATE waiting_list SET state = ? WHERE id = ?');
  readonly #offer = this.prepare<[Omit<RefillOfferRow, 'id' | 'state'>]>(
    `INSERT INTO refill_offers (entry_id, resource_id, date, time, starts_at, until)
     VALUES (@entry_id, @resource_id, @date, @time, @starts_at, @until)`,
  );
  readonly #offerById = this.prepare<[number], RefillOfferRow>(`SELECT ${OFFERS} FROM refill_offers WHERE id = ?`);
  readonly #offersOf = this.prepare<[number, number], RefillOfferRow>(
    `SELECT ${OFFERS} FROM refill_offers INDEXED BY refill_offers_by_time WHERE resource_id = ? AND starts_at = ?`,
  );
  readonly #openOf = this.prepare<[number], RefillOfferRow>(
    `SELECT ${OFFERS} FROM refill_offers INDEXED BY refill_offers_open WHERE entry_id = ? AND state = 'open' LIMIT 1`,
  );
  readonly #allOpen = this.prepare<[], RefillOfferRow & { service_id: number }>(
    `SELECT ${OFFERS.replaceAll(/\b(\w+)/g, 'o.$1')}, w.service_id FROM refill_offers o INDEXED BY refill_offers_open
     JOIN waiting_list w ON w.id = o.entry_id WHERE o.state = 'open'`,
  );
  readonly #settle = this.prepare<[RefillOfferRow['state'], number]>(
    `UPDATE refill_offers SET state = ? WHERE id = ? AND state = 'open'`,
  );

  byId(id: number): WaitingRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** Customers who wait for that day or a later one, in the order they joined the list. */
  waiting(today: string): readonly WaitingRow[] {
    return this.#waiting.all(today);
  }

  insert(row: Omit<WaitingRow, 'id' | 'state'>): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  setState(id: number, state: WaitingRow['state']): void {
    this.#setState.run(state, id);
  }

  offer(row: Omit<RefillOfferRow, 'id' | 'state'>): number {
    return Number(this.#offer.run(row).lastInsertRowid);
  }

  offerById(id: number): RefillOfferRow | null {
    return this.#offerById.get(id) ?? null;
  }

  /** The offers made of that time so far. */
  offersOf(resource: number, startsAt: number): readonly RefillOfferRow[] {
    return this.#offersOf.all(resource, startsAt);
  }

  /** The offers that can still be taken, with the service each is for. */
  openOffers(): readonly (RefillOfferRow & { readonly service_id: number })[] {
    return this.#allOpen.all();
  }

  openOfferOf(entry: number): RefillOfferRow | null {
    return this.#openOf.get(entry) ?? null;
  }

  /** A settled offer keeps its state. */
  settleOffer(id: number, state: Exclude<RefillOfferRow['state'], 'open'>): void {
    this.#settle.run(state, id);
  }
}
