import { HELP_PAGES, type HelpPageId, type HelpPages } from '../../../electron/locales/help-page.ts';
import { fold } from '../../../electron/shared/fold.ts';

/** Where a word stands decides how much it says about a page. */
const WEIGHTS = { title: 8, sought: 6, summary: 3, body: 1 } as const;

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The pages that have each of the typed words, or the beginning of it, the most fitting first. Pure. */
export function searchHelp(pages: HelpPages, query: string): readonly HelpPageId[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  const scored = HELP_PAGES.map((id) => ({ id, score: scoreOf(pages, id, wanted) }));
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

/** 0 where one of the words is nowhere on the page. */
function scoreOf(pages: HelpPages, id: HelpPageId, wanted: readonly string[]): number {
  const { title, sought, summary, body } = pages[id];
  const places = [
    [WEIGHTS.title, wordsOf(title)],
    [WEIGHTS.sought, wordsOf(sought.join(' '))],
    [WEIGHTS.summary, wordsOf(summary)],
    [WEIGHTS.body, wordsOf(body)],
  ] as const;
  let score = 0;
  for (const each of wanted) {
    const best = Math.max(
      ...places.map(([weight, words]) => (words.some((word) => word.startsWith(each)) ? weight : 0)),
    );
    if (best === 0) return 0;
    score += best;
  }
  return score;
}
