import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ContractEvent } from '../app/contract.ts';
import { refused } from '../core/refusal-error.ts';

/** The source of everything that happens at the desk; `on` returns the function that stops listening. */
export interface EventSource {
  on(listener: (event: ContractEvent) => void): () => void;
}

/** Proxies and browsers drop a silent connection, so a heartbeat is sent between events. */
const HEARTBEAT_MS = 15_000;
/** A reader that does not read is disconnected rather than buffered for without limit. */
const MAX_BEHIND = 10_000;
/** A client that opens more streams than this has forgotten earlier ones. */
const [MOST_OF_KEY, MOST] = [20, 100];

/** How many streams are open, of each key and in all. */
export class OpenStreams {
  readonly #ofKey = new Map<string, number>();
  #all = 0;

  /** @returns the function that gives the place back @throws RefusalError 429 */
  take(key: string): () => void {
    const ofKey = this.#ofKey.get(key) ?? 0;
    if (ofKey >= MOST_OF_KEY || this.#all >= MOST)
      throw refused('too-many-requests', 'Too many event streams are open. Close those that nobody reads.');
    this.#ofKey.set(key, ofKey + 1);
    this.#all += 1;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#all -= 1;
      const left = (this.#ofKey.get(key) ?? 1) - 1;
      if (left === 0) this.#ofKey.delete(key);
      else this.#ofKey.set(key, left);
    };
  }
}

/** However many readers get it, an event is serialized once. */
const spelled = new WeakMap<object, string>();

function jsonOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const before = spelled.get(data);
  if (before !== undefined) return before;
  const json = JSON.stringify(data);
  spelled.set(data, json);
  return json;
}

/**
 * The desk's events as server-sent events, from now on.
 * @param select the name and data of an event for this reader, or null where it is not theirs
 * @param options `streams`: those that are open already; `isWelcome`: whether they may hear anything at all, asked each time: a key may
 * have been taken back
 * @throws RefusalError 429
 */
export function eventStream(
  context: Context,
  events: EventSource,
  select: (event: ContractEvent) => { readonly event: string; readonly data: unknown } | null,
  { streams, isWelcome = () => true }: { readonly streams: OpenStreams; readonly isWelcome?: () => boolean },
): Response | Promise<Response> {
  const ended = streams.take(context.req.header('Authorization') ?? '');
  // The response to HEAD is never read: the request only asks whether the stream exists.
  if (context.req.method === 'HEAD') {
    ended();
    return context.body(null, 200, { 'Content-Type': 'text/event-stream' });
  }
  return streamSSE(context, async (stream) => {
    const queue: { event: string; data: unknown }[] = [];
    let wake: () => void = () => {};
    const stopListening = events.on((event) => {
      if (!isWelcome()) {
        close();
        return;
      }
      const selected = select(event);
      if (selected === null) return;
      queue.push(selected);
      if (queue.length > MAX_BEHIND) close();
      wake();
    });
    const close = (): void => {
      stopListening();
      queue.length = 0;
      (context.env as { outgoing?: { destroy(): void } }).outgoing?.destroy();
    };
    const heartbeat = setInterval(() => {
      if (isWelcome()) void stream.write(': still here\n\n');
      else close();
    }, HEARTBEAT_MS);
    heartbeat.unref();
    stream.onAbort(() => wake());
    try {
      await stream.write(': listening\n\n');
      while (!stream.aborted && !stream.closed) {
        const next = queue.shift();
        if (next !== undefined) await stream.writeSSE({ event: next.event, data: jsonOf(next.data) });
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      stopListening();
      clearInterval(heartbeat);
      ended();
    }
  });
}
