import { contextBridge, ipcRenderer } from 'electron';
import { OPEN_EVENT, REACHABLE_EVENT } from './shared/shell-events.ts';
import { EVENT_NAMES, METHOD_NAMES } from './shell/contract-names.ts';

const EVENTS = [...EVENT_NAMES, REACHABLE_EVENT, OPEN_EVENT];
const listeners = new Map(EVENTS.map((event) => [event, new Set<(value: unknown) => void>()]));

ipcRenderer.on('event', (_, event: string, value: unknown) => {
  for (const listener of listeners.get(event) ?? []) listener(value);
});

/** Two functions, and only names of the contract pass them. */
contextBridge.exposeInMainWorld('counterline', {
  invoke(method: string, input: unknown): Promise<unknown> {
    if (!METHOD_NAMES.has(method)) return Promise.reject(new Error(`The contract has no method ${method}.`));
    return ipcRenderer.invoke('invoke', method, input);
  },
  subscribe(event: string, listener: (value: unknown) => void): () => void {
    const all = listeners.get(event);
    if (all === undefined) throw new Error(`The contract has no event ${event}.`);
    const one = (value: unknown): void => listener(value);
    all.add(one);
    return () => all.delete(one);
  },
});
