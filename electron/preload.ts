import { contextBridge, ipcRenderer } from 'electron';
import { EVENT_NAMES, METHOD_NAMES, OPEN_EVENT, REACHABLE_EVENT } from './shared/contract-names.ts';

/** Two functions, and only names of the contract pass them. */
const METHODS: ReadonlySet<string> = new Set(METHOD_NAMES);
const EVENTS: ReadonlySet<string> = new Set([...EVENT_NAMES, REACHABLE_EVENT, OPEN_EVENT]);

contextBridge.exposeInMainWorld('counterline', {
  invoke(method: string, input: unknown): Promise<unknown> {
    if (!METHODS.has(method)) return Promise.reject(new Error(`The contract has no method ${method}.`));
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
