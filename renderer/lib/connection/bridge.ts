import type { Invoke } from '../../../electron/app/contract.ts';
import type { DeskConnection } from './desk-connection.ts';

/** The two functions that the preload script puts into the page. */
interface Bridge {
  invoke(method: string, input: unknown): Promise<unknown>;
  subscribe(event: string, listener: (value: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly counterline?: Bridge;
  }
}

export function bridgeConnection(): DeskConnection | null {
  const bridge = window.counterline;
  if (bridge === undefined) return null;
  return {
    // Plain, as it is over HTTP: the state of a component crosses no bridge.
    invoke: ((method, input) => bridge.invoke(method, JSON.parse(JSON.stringify(input)) as unknown)) as Invoke,
    subscribe: (event, listener) => bridge.subscribe(event, listener as (value: unknown) => void),
    // The shell says whether the back end runs, by the name that stands beside the contract's events.
    onReachable: (listener) => bridge.subscribe('desk.reachable', (value) => listener(value === true)),
    onOpen: (listener) => bridge.subscribe('shell.open', (value) => listener(String(value))),
  };
}
