/** The phrases of a list in which commas part them. Pure. */
export function phrasesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** The words of a list in which white space parts them. Pure. */
export function wordsIn(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** Finds each of these phrases as whole words, of two that begin alike the longer one. Letters, figures and spaces only. Global. */
export function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${phrases.toSorted((a, b) => b.length - a.length).join('|')})\\b`, 'g');
}
