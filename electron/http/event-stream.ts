import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ContractEvent } from '../shared/contract.ts';

/** What tells of whatever happens at the desk; `on` returns the function that stops it. */
export interface EventSource {
  on(listener: (event: ContractEvent) => void): () => void;
}

/** Proxies and browsers drop a silent connection; this comes between events. */
const HEARTBEAT_MS = 15_000;
/** A reader that does not read is let go rather than remembered for. */
const MAX_BEHIND = 10_000;

/**
 * The desk's events as server-sent events, from now on.
 * @param select the name and data of an event for this reader, or null where it is none of his
 * @param isWelcome whether he may hear anything at all, asked each time: a key may have been taken back
 */
export function eventStream(
  context: Context,
  events: EventSource,
  select: (event: ContractEvent) => { readonly event: string; readonly data: unknown } | null,
  isWelcome: () => boolean = () => true,
): Response | Promise<Response> {
  // Nobody reads what would be told: that there is a stream is all that is asked.
  if (context.req.method === 'HEAD') return context.body(null, 200, { 'Content-Type': 'text/event-stream' });
  return streamSSE(context, async (stream) => {
    const queue: { event: string; data: unknown }[] = [];
    let wake: () => void = () => {};
    const stopListening = events.on((event) => {
      if (!isWelcome()) {
        letGo();
        return;
      }
      const selected = select(event);
      if (selected === null) return;
      queue.push(selected);
      if (queue.length > MAX_BEHIND) letGo();
      wake();
    });
    const letGo = (): void => {
      stopListening();
      queue.length = 0;
      (context.env as { outgoing?: { destroy(): void } }).outgoing?.destroy();
    };
    const heartbeat = setInterval(() => {
      if (isWelcome()) void stream.write(': still here\n\n');
      else letGo();
    }, HEARTBEAT_MS);
    heartbeat.unref();
    stream.onAbort(() => wake());
    try {
      await stream.write(': listening\n\n');
      while (!stream.aborted && !stream.closed) {
        const next = queue.shift();
        if (next !== undefined) await stream.writeSSE({ event: next.event, data: JSON.stringify(next.data) });
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      stopListening();
      clearInterval(heartbeat);
    }
  });
}
