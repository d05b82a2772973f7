/** Made when it is first needed: it reads large tables. */
let segmenter: Intl.Segmenter | null = null;

/** What a reader sees as one character each: an emoji joined of several, a letter with its accents. */
export function graphemesOf(text: string): readonly string[] {
  // Each by itself, and twenty times as fast: nothing in ASCII joins but a line's two ends.
  if (/^[\n\u0020-\u007e]*$/.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
