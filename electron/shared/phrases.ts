/** The phrases of a list that is separated by commas. Pure. */
export function phrasesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** The words of a list that is separated by white space. Pure. */
export function wordsIn(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/**
 * A global pattern that finds each of these phrases as whole words; of two that begin alike, the longer one. Phrases may contain
 * letters, digits and spaces only.
 */
export function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${phrases.toSorted((a, b) => b.length - a.length).join('|')})\\b`, 'g');
}
