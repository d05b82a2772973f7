import type { ContractEvent, Invoke } from '../../../electron/app/contract.ts';
import { refuse } from '../../../electron/shared/result.ts';
import { EventHub, type DeskConnection } from './desk-connection.ts';

const TOKEN_KEY = 'counterline.token';
const RETRY_MS = 1_000;

/** The token stands behind the # of the printed address, which browsers send to nobody, and is kept for this tab. */
function takeToken(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) {
    sessionStorage.setItem(TOKEN_KEY, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(TOKEN_KEY);
}

export function httpConnection(): DeskConnection | null {
  const token = takeToken();
  if (token === null) return null;
  const headers = { Authorization: `Bearer ${token}` };
  const fan = new EventHub();
  const reachability = new Set<(reachable: boolean) => void>();
  const announce = (reachable: boolean): void => {
    for (const listener of reachability) listener(reachable);
  };
  const { promise: listening, resolve: listens } = Promise.withResolvers<void>();
  void listen(headers, (event) => fan.emit(event), announce, listens);
  return {
    invoke: (async (method: string, input: unknown) => {
      // What changes while the first answers are on their way is told as well.
      await listening;
      try {
        const response = await fetch(`/window/invoke/${method}`, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify(input),
        });
        const answer = (await response.json()) as { error?: unknown };
        return response.ok ? answer : { ok: false, error: answer.error };
      } catch {
        return refuse('unreachable.not-reached');
      }
    }) as Invoke,
    subscribe: (event, listener) => fan.on(event, listener),
    // A browser's notifications are the window's own.
    onOpen: () => () => {},
    onReachable(listener) {
      reachability.add(listener);
      return () => reachability.delete(listener);
    },
  };
}

/** Reads the event stream for ever; an EventSource could not carry the token in a header. */
async function listen(
  headers: Readonly<Record<string, string>>,
  emit: (event: ContractEvent) => void,
  announce: (reachable: boolean) => void,
  listens: () => void,
): Promise<never> {
  for (let reachable: boolean | null = null; ;) {
    try {
      const response = await fetch('/window/events', { headers });
      if (!response.ok || response.body === null) throw new Error(String(response.status));
      // At the start everything is read anyway.
      if (reachable !== null) announce(true);
      reachable = true;
      listens();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let buffer = '';
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        buffer += chunk.value;
        const records = buffer.split('\n\n');
        buffer = records.pop() ?? '';
        for (const record of records) parseRecord(record, emit);
      }
    } catch {
      // Told below: whether the stream ended or never began is the same to the person in front.
    }
    if (reachable !== false) announce(false);
    reachable = false;
    listens();
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

function parseRecord(record: string, emit: (event: ContractEvent) => void): void {
  const type = /^event: ?(.*)$/m.exec(record)?.[1];
  const data = /^data: ?(.*)$/m.exec(record)?.[1];
  if (type !== undefined && data !== undefined) emit({ type, value: JSON.parse(data) as unknown } as ContractEvent);
}
