import { MOST_HELD_MS } from '../support/held.ts';
import { largeRequests } from '../support/large-requests.ts';
import { print } from './figures.ts';

/** A group text goes to no more. */
const CUSTOMERS = 9_900;

/** How long the back end's loop is held at a stretch by what is large. */
export async function holdsBench(): Promise<void> {
  const all = await largeRequests(CUSTOMERS);
  const longest = Map.groupBy(all, ({ request }) => request);
  for (const [request, times] of longest) {
    const heldMs = Math.max(...times.map((each) => each.heldMs));
    print(`loop held by ${request}`, `${heldMs.toFixed(0)} ms`, `budget: 50 ms, never over ${MOST_HELD_MS}`);
  }
  const over = all.filter(({ heldMs }) => heldMs > MOST_HELD_MS);
  if (over.length > 0) throw new Error(`Held too long: ${over.map(({ request }) => request).join(', ')}`);
}
