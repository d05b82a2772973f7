import { isSupportedCountry, type CountryCode } from '../../shared/phone.ts';
import { DEFAULT_PREFERENCES, preferences, type Preferences } from '../../shared/preferences.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { DeskContext } from '../../core/context.ts';
import type { HandOver } from './constants.ts';
import type { ShopSettings } from './schema.ts';

const PREFERENCES = 'preferences';
const AT_COUNTER = 'people.at-counter';
const SHOP = { shopName: 'shop.name', country: 'shop.country', handOver: 'lines.hand-over' } as const;
const DEFAULT_SHOP_NAME = 'My shop';

type Stored = Pick<DeskContext['store'], 'settings' | 'lists' | 'transaction'>;

/** What the owner has set: how the window is, what is done by itself, the shop's name, and who stands at the counter. */
export class DeskSettings {
  readonly #store: Stored;
  #preferences: Preferences;

  constructor(store: Stored) {
    this.#store = store;
    const kept = JSON.parse(store.settings.get(PREFERENCES) ?? '{}') as Record<string, unknown>;
    // Each by itself: one that another version wrote takes the others with it no more.
    const usable = Object.entries(preferences.shape).filter(([key, schema]) => schema.safeParse(kept[key]).success);
    this.#preferences = { ...DEFAULT_PREFERENCES, ...Object.fromEntries(usable.map(([key]) => [key, kept[key]])) };
  }

  get preferences(): Preferences {
    return this.#preferences;
  }

  change(changes: Partial<Preferences>): void {
    this.#preferences = { ...this.#preferences, ...changes };
    this.#store.settings.set(PREFERENCES, JSON.stringify(this.#preferences));
  }

  get shopName(): string {
    return this.#store.settings.get(SHOP.shopName) ?? DEFAULT_SHOP_NAME;
  }

  /** As the owner set it; null: the SIM's. */
  get country(): CountryCode | null {
    return this.#store.settings.get(SHOP.country) as CountryCode | null;
  }

  get handOver(): HandOver {
    return this.#store.settings.get(SHOP.handOver) === 'automatic' ? 'automatic' : 'nothing';
  }

  setShop({ shopName, country, handOver }: ShopSettings): Result<null> {
    const { settings } = this.#store;
    if (country != null && !isSupportedCountry(country)) return refuse('bad-input', 'There is no such country.');
    this.#store.transaction(() => {
      if (shopName !== undefined) settings.set(SHOP.shopName, shopName.trim() || DEFAULT_SHOP_NAME);
      if (country === null) settings.remove(SHOP.country);
      else if (country !== undefined) settings.set(SHOP.country, country);
      if (handOver !== undefined) settings.set(SHOP.handOver, handOver);
    });
    return ok(null);
  }

  get atCounter(): { readonly id: number; readonly name: string } | null {
    const id = this.#store.settings.get(AT_COUNTER);
    return id === null ? null : this.#store.lists.people.byId(Number(id));
  }

  /** False: there is nobody of that number. */
  setAtCounter(id: number | null): boolean {
    if (id === null) {
      this.#store.settings.remove(AT_COUNTER);
      return true;
    }
    if (!this.#store.lists.people.all().some((person) => person.id === id)) return false;
    this.#store.settings.set(AT_COUNTER, String(id));
    return true;
  }
}
