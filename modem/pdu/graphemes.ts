/** Created on first use, because it reads large tables. */
let segmenter: Intl.Segmenter | null = null;

/** What a reader sees as one character each: an emoji composed of several, a letter with its accents. */
export function graphemesOf(text: string): readonly string[] {
  // ASCII is split into single characters, which is twenty times as fast: only CR and LF join in ASCII.
  if (/^[\n\u0020-\u007e]*$/.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
