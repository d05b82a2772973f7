/** Something that the first view does not need: it is loaded once that is shown, or earlier when it is needed. */
export class Late<T> {
  /** Null: not fetched yet. */
  loaded: T | null = null;
  readonly #load: () => Promise<T>;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** @throws where it cannot be fetched: the desk is away; asked again, it is tried again */
  async load(): Promise<T> {
    this.loaded ??= await this.#load();
    return this.loaded;
  }
}

const all = new Set<Late<unknown>>();

export function late<T>(load: () => Promise<T>): Late<T> {
  const made = new Late(load);
  all.add(made);
  return made;
}

/** Afterwards all of it is there at once when it is needed, also where the desk is away by then. */
export async function loadAllLate(): Promise<void> {
  await Promise.all([...all].map((each) => each.load()));
}
