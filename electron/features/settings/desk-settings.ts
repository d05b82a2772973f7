import type { DeskContext } from '../../core/context.ts';
import { settingsSchema } from './schema.ts';
import { INITIAL_SETTINGS, type Settings } from './table.ts';

const SETTINGS_KEY = 'settings';
const AT_COUNTER = 'people.at-counter';

type Stored = Pick<DeskContext['store'], 'settings' | 'lists'>;

/** What the owner has set, and who stands at the counter. */
export class DeskSettings {
  readonly #store: Stored;
  #all: Settings;

  constructor(store: Stored) {
    this.#store = store;
    const kept = JSON.parse(store.settings.get(SETTINGS_KEY) ?? '{}') as Record<string, unknown>;
    // Each by itself: one that another version wrote takes the others with it no more.
    const usable = Object.entries(settingsSchema.shape).filter(([key, schema]) => schema.safeParse(kept[key]).success);
    this.#all = { ...INITIAL_SETTINGS, ...Object.fromEntries(usable.map(([key]) => [key, kept[key]])) };
  }

  get all(): Settings {
    return this.#all;
  }

  change(changes: Partial<Settings>): void {
    this.#all = { ...this.#all, ...changes };
    this.#store.settings.set(SETTINGS_KEY, JSON.stringify(this.#all));
  }

  get currentAgent(): { readonly id: number; readonly name: string } | null {
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
