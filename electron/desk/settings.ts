import { DEFAULT_PREFERENCES, preferences, type Preferences } from '../shared/preferences.ts';
import type { DeskContext } from './context.ts';

const PREFERENCES = 'preferences';
const AT_COUNTER = 'people.at-counter';

/** How the owner wants the window, and who stands at the counter. */
export class DeskSettings {
  readonly #settings: DeskContext['store']['settings'];
  readonly #people: DeskContext['store']['lists']['people'];
  #preferences: Preferences;

  constructor({ settings, lists }: Pick<DeskContext['store'], 'settings' | 'lists'>) {
    this.#settings = settings;
    this.#people = lists.people;
    const kept = JSON.parse(settings.get(PREFERENCES) ?? '{}') as Record<string, unknown>;
    // Each by itself: one that another version wrote takes the others with it no more.
    const usable = Object.entries(preferences.shape).filter(([key, schema]) => schema.safeParse(kept[key]).success);
    this.#preferences = { ...DEFAULT_PREFERENCES, ...Object.fromEntries(usable.map(([key]) => [key, kept[key]])) };
  }

  get preferences(): Preferences {
    return this.#preferences;
  }

  change(changes: Partial<Preferences>): void {
    this.#preferences = { ...this.#preferences, ...changes };
    this.#settings.set(PREFERENCES, JSON.stringify(this.#preferences));
  }

  get atCounter(): { readonly id: number; readonly name: string } | null {
    const id = this.#settings.get(AT_COUNTER);
    return id === null ? null : this.#people.byId(Number(id));
  }

  /** False: there is nobody of that number. */
  setAtCounter(id: number | null): boolean {
    if (id === null) {
      this.#settings.remove(AT_COUNTER);
      return true;
    }
    if (!this.#people.all().some((person) => person.id === id)) return false;
    this.#settings.set(AT_COUNTER, String(id));
    return true;
  }
}
