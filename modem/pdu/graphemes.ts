/** Made when it is first needed: it reads large tables. */
let segmenter: Intl.Segmenter | null = null;

/** What a reader sees as one character each: an emoji joined of several, a letter with its accents. */
export function graphemesOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
