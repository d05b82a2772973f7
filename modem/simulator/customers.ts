import type { Clock } from '../clock.ts';
import type { Network } from './network.ts';

/** A simulated customer: what he writes of himself, and what he says to the shop's answers, one after the other. */
interface Customer {
  readonly number: string;
  readonly afterMs: number;
  readonly texts: readonly string[];
  readonly replies: readonly string[];
}

const CUSTOMERS: readonly Customer[] = [
  {
    number: '+491712223344',
    afterMs: 1_500,
    texts: ['Hello! Is the blue bike ready? I could come by at five'],
    replies: ['Great, see you at five then. Thank you!', 'Perfect 👍', 'Thanks!'],
  },
  {
    number: '+491604412907',
    afterMs: 8_000,
    texts: ['Hi, do you repair e-bikes too?', 'And what would a new chain cost?'],
    replies: ['That is fine. Can I bring it on Saturday morning?', 'Good, until then!'],
  },
  {
    number: '+491795550118',
    afterMs: 25_000,
    texts: [
      'Olá, vocês têm campainhas 🔔 para bicicletas de criança? A minha filha quer uma com flores 🌸, se houver.',
    ],
    replies: ['Ótimo, obrigada! Passo amanhã.', 'Até amanhã!'],
  },
  {
    number: '+4915233668710',
    afterMs: 60_000,
    texts: [
      'Good morning, I left my grey touring bike with you on Thursday for a full service. Since then I noticed that the rear ' +
        'light flickers when it rains, could you look at that as well while you have it? If it needs a new cable that is ' +
        'all right with me, just tell me the price first please.',
    ],
    replies: ['Yes please, go ahead.', 'Thank you very much!'],
  },
];

const BETWEEN_TEXTS_MS = 2_500;
const THINKING_MS = 2_000;

/**
 * Lets simulated customers text a SIM and react to what they are answered. Returns what stops them.
 * @param introduce false: they have texted before and only react
 */
export function startCustomers(network: Network, shop: string, clock: Clock, { introduce = true } = {}): () => void {
  const stops = new Set<() => void>();
  const later = (delayMs: number, action: () => void): void => {
    const stop = clock.after(delayMs, () => {
      stops.delete(stop);
      action();
    });
    stops.add(stop);
  };
  for (const { number, afterMs, texts } of introduce ? CUSTOMERS : []) {
    texts.forEach((text, i) => later(afterMs + i * BETWEEN_TEXTS_MS, () => network.sendText(number, shop, text)));
  }
  const answered = new Map<string, number>();
  stops.add(
    network.textReceived.on(({ from, to }) => {
      if (from !== shop) return;
      const count = answered.get(to) ?? 0;
      answered.set(to, count + 1);
      const replies = CUSTOMERS.find(({ number }) => number === to)?.replies ?? ['Thank you, got your text.'];
      const reply = replies[count];
      if (reply !== undefined) later(THINKING_MS, () => network.sendText(to, shop, reply));
    }),
  );
  return () => {
    for (const stop of stops) stop();
    stops.clear();
  };
}
