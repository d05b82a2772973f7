/** A word may have one typo from the first length on, and two from the second length on. */
const ONE_SLIP = 4;
const TWO_SLIPS = 8;
/** Anything longer is not a word, but text without spaces or nonsense. */
const LONGEST = 24;

/** How many typos a word of this length may have and still be the same word. */
export function slipsAllowed(length: number): number {
  return length < ONE_SLIP || length > LONGEST ? 0 : length < TWO_SLIPS ? 1 : 2;
}

/**
 * Optimal string alignment distance: it counts letters that are left out, added, changed, or swapped with a neighbor. A distance
 * of more than `most` is returned as `most + 1`. Words are short, so no more than a row is kept.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** A word and everything that remains of it when up to this many letters are removed. */
function leftovers(word: string, slips: number): ReadonlySet<string> {
  const all = new Set([word]);
  let newest = [word];
  for (let n = 0; n < slips; n++) {
    newest = newest.flatMap((each) => Array.from(each, (_, i) => each.slice(0, i) + each.slice(i + 1)));
    for (const each of newest) all.add(each);
  }
  return all;
}

/**
 * Finds words despite typos, as SymSpell does: two words that are a few typos apart share a leftover, so a lookup takes as long
 * among ten words as among ten thousand.
 */
export class TypoIndex {
  readonly #words = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words)
      for (const leftover of leftovers(word, slipsAllowed(word.length))) {
        const known = this.#words.get(leftover);
        if (known === undefined) this.#words.set(leftover, [word]);
        else known.push(word);
      }
  }

  /**
   * The nearest words that this one may be a typo of. The first letter is hardly ever wrong, and a wrong one often makes another
   * word.
   */
  find(input: string): readonly string[] {
    const allowed = slipsAllowed(input.length);
    let best = allowed;
    let found: string[] = [];
    if (allowed === 0) return found;
    const seen = new Set<string>();
    for (const leftover of leftovers(input, allowed))
      for (const word of this.#words.get(leftover) ?? []) {
        if (seen.has(word)) continue;
        seen.add(word);
        const most = Math.min(best, slipsAllowed(word.length));
        if (most === 0 || !startsAlike(input, word)) continue;
        const slips = slipsBetween(input, word, most);
        if (slips > most || (isShort(input, word) && isAnotherWord(input, word))) continue;
        if (slips < best) found = [];
        best = Math.min(best, slips);
        found.push(word);
      }
    return found;
  }
}

function startsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

const isShort = (a: string, b: string): boolean => Math.max(a.length, b.length) <= ONE_SLIP;

/** Among four-letter words, one changed letter is more often another word than a typo: cart, card. */
function isAnotherWord(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') !== [...b].sort().join('');
}
