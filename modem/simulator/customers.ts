import type { Clock } from '../clock.ts';
import type { Network } from './network.ts';

/** A simulated customer: the messages they start with, and their replies to the shop's answers, one after the other. */
interface Customer {
  readonly number: string;
  readonly afterMs: number;
  readonly texts: readonly string[];
  readonly replies: readonly string[];
  /** Their first reply when they are asked to come (C, R or X); after that they reply that they come. */
  readonly manner: 'C' | 'R' | 'X';
}

const CUSTOMERS: readonly Customer[] = [
  {
    number: '+491712223344',
    afterMs: 1_500,
    texts: ['Hello! Is the blue bike ready? I could come by at five'],
    replies: ['Great, see you at five then. Thank you!', 'Perfect 👍', 'Thanks!'],
    manner: 'C',
  },
  {
    number: '+491604412907',
    afterMs: 8_000,
    texts: ['Hi, do you repair e-bikes too?', 'And what would a new chain cost?'],
    replies: ['That is fine. Can I bring it on Saturday morning?', 'Good, until then!'],
    manner: 'R',
  },
  {
    number: '+491795550118',
    afterMs: 25_000,
    texts: [
      'Olá, vocês têm campainhas 🔔 para bicicletas de criança? A minha filha quer uma com flores 🌸, se houver.',
    ],
    replies: ['Ótimo, obrigada! Passo amanhã.', 'Até amanhã!'],
    manner: 'X',
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
    manner: 'C',
  },
];

const BETWEEN_TEXTS_MS = 2_500;
const THINKING_MS = 2_000;

/** The reply of a customer who is asked for a letter or a number, as reminders and offers do; null: they are not asked. */
function choiceIn(text: string, manner: Customer['manner']): string | null {
  if (/^1: .*\n2: /m.test(text)) return '2';
  if (!/(?<!\p{L})C(?!\p{L})/u.test(text)) return null;
  return new RegExp(`(?<!\\p{L})${manner}(?!\\p{L})`, 'u').test(text) ? manner : 'C';
}

/** An automatic message about an appointment: it begins with the shop's name and ends with a time. */
function isNotice(text: string): boolean {
  return /^[^:\n]{1,40}: .*\d{1,2}:\d\d\.$/.test(text);
}

/**
 * Lets simulated customers text a SIM and react to what they are answered. Returns what stops them.
 * @param introduce false: they have texted before and only react
 * @param isPlayed whom a person plays: they say nothing by themselves
 */
export function startCustomers(
  network: Network,
  shop: string,
  clock: Clock,
  { introduce = true, isPlayed = (_number: string): boolean => false } = {},
): () => void {
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
  /** Customers who have already said that they want another time or do not come. */
  const asked = new Set<string>();
  /** Customers who have just chosen: they do not reply to what the shop says about that. */
  const chose = new Set<string>();
  stops.add(
    network.textReceived.on(({ from, to, text }) => {
      if (from !== shop || isPlayed(to)) return;
      const customer = CUSTOMERS.find(({ number }) => number === to);
      const choice = choiceIn(text, asked.has(to) ? 'C' : (customer?.manner ?? 'C'));
      if (choice !== null) {
        if (choice === customer?.manner) asked.add(to);
        chose.add(to);
        later(THINKING_MS, () => network.sendText(to, shop, choice));
        return;
      }
      if (chose.delete(to) || isNotice(text)) return;
      const count = answered.get(to) ?? 0;
      answered.set(to, count + 1);
      const replies = customer?.replies ?? ['Thank you, got your text.'];
      const reply = replies[count];
      if (reply !== undefined) later(THINKING_MS, () => network.sendText(to, shop, reply));
    }),
  );
  return () => {
    for (const stop of stops) stop();
    stops.clear();
  };
}
