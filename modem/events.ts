/** A typed list of listeners for one event. A listener that throws does not keep the others from being called. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Returns the function that stops listening. */
  on(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(value);
      } catch (error) {
        // The error is reported where the process reports faults, without interrupting the code that emitted the event.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
