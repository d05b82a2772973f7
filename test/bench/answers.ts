import { FaqMatcher, type Asked } from '../../electron/features/automation/faq/faq-matcher.ts';
import { percentile, print } from './figures.ts';

const ENTRIES = 1_000;
const PHRASINGS = 6;
const TEXTS = 2_000;
const SYLLABLES = 'ba ke lo mi nu pra stel tor van wis gro del fi ran sho'.split(' ');

/** A made-up noun, the same for the same number. */
function noun(n: number): string {
  const part = (i: number): string => SYLLABLES[i % SYLLABLES.length] as string;
  return part(n) + part(Math.floor(n / 15) + 3) + part(Math.floor(n / 225) + 7);
}

const SHAPES: readonly ((a: string, b: string) => string)[] = [
  (a) => `Do you have ${a}?`,
  (a, b) => `How much is a ${a} for my ${b}?`,
  (a) => `Where can I find the ${a}?`,
  (a, b) => `Can I bring the ${b} for ${a} tomorrow?`,
  (a) => `How long does ${a} take`,
  (a, b) => `Is ${a} with ${b} possible on Saturday?`,
];

/** What a text costs that is held against a thousand questions. */
export function answersBench(): void {
  const asked: readonly Asked[] = Array.from({ length: ENTRIES }, (_, entry) => ({
    entry,
    language: entry % 4 === 0 ? 'de' : 'en',
    phrasings: SHAPES.slice(0, PHRASINGS).map((shape) => shape(noun(entry), noun(entry * 7 + 3))),
    keywords: [noun(entry)],
  }));
  const started = performance.now();
  const matcher = new FaqMatcher(asked);
  matcher.decide('Hello');
  print('questions: 1,000 entries read in', `${(performance.now() - started).toFixed(0)} ms`, '');
  const times = Array.from({ length: TEXTS }, (_, i) => {
    const shape = SHAPES[i % SHAPES.length] as (a: string, b: string) => string;
    const text = `Hi, ${shape(noun(i * 13), noun(i * 5))} Thank you very much!`;
    const at = performance.now();
    matcher.decide(text);
    return performance.now() - at;
  });
  print(
    'questions: one text against 1,000 entries',
    `median ${percentile(times, 0.5).toFixed(2)}, p95 ${percentile(times, 0.95).toFixed(2)} ms`,
    'budget: 10 ms p95',
  );
}
