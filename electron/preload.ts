import { contextBridge, ipcRenderer } from 'electron';
import { OPEN_EVENT, REACHABLE_EVENT } from './shared/shell-events.ts';
import { EVENT_NAMES, METHOD_NAMES } from './shell/contract-names.ts';

/** Two functions, and only names of the contract pass them. */
const EVENTS: ReadonlySet<string> = new Set([...EVENT_NAMES, REACHABLE_EVENT, OPEN_EVENT]);

contextBridge.exposeInMainWorld('counterline', {
  invoke(method: string, input: unknown): Promise<unknown> {
    if (!METHOD_NAMES.has(method)) return Promise.reject(new Error(`The contract has no method ${method}.`));
    return ipcRenderer.invoke('invoke', method, input);
  },
  subscribe(event: string, listener: (value: unknown) => void): () => void {
    if (!EVENTS.has(event)) throw new Error(`The contract has no event ${event}.`);
    const relay = (_: unknown, type: string, value: unknown): void => {
      if (type === event) listener(value);
    };
    ipcRenderer.on('event', relay);
    return () => ipcRenderer.off('event', relay);
  },
});
