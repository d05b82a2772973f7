import type { ContractEvent, ContractEvents, EventName, Invoke } from '../../../electron/app/contract.ts';

/** The desk as the window sees it, through Electron or over HTTP. */
export interface DeskConnection {
  readonly invoke: Invoke;
  /** Returns the function that stops listening. */
  subscribe<E extends EventName>(event: E, listener: (value: ContractEvents[E]) => void): () => void;
  /** False while the desk cannot be reached; after it comes back everything is to be read anew. */
  onReachable(listener: (reachable: boolean) => void): () => void;
  /** Somebody clicked on a notification that the system showed for us. */
  onOpen(listener: (conversationId: string) => void): () => void;
}

/** Hands events to those who asked for them. */
export class EventHub {
  readonly #listeners = new Map<EventName, Set<(value: never) => void>>();

  on<E extends EventName>(event: E, listener: (value: ContractEvents[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit({ type, value }: ContractEvent): void {
    for (const listener of this.#listeners.get(type) ?? []) (listener as (each: typeof value) => void)(value);
  }
}
