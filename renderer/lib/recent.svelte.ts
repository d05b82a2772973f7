/** What was used last, the latest first. */
export class Recent {
  readonly #most: number;
  readonly #key: string | null;
  #all = $state.raw<readonly string[]>([]);

  /** @param most how many are kept @param key under which this browser keeps them; null: until the window closes */
  constructor(most: number, key: string | null = null) {
    this.#most = most;
    this.#key = key === null ? null : `counterline.${key}`;
    if (this.#key !== null) this.#all = read(this.#key);
  }

  get all(): readonly string[] {
    return this.#all;
  }

  add(entry: string): void {
    this.#all = [entry, ...this.#all.filter((each) => each !== entry)].slice(0, this.#most);
    if (this.#key !== null) localStorage.setItem(this.#key, JSON.stringify(this.#all));
  }
}

/** Anything else that is kept there is nothing of ours. */
function read(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
