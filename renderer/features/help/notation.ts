export type Inline =
  | { readonly kind: 'text' | 'name'; readonly text: string }
  | { readonly kind: 'help' | 'settings'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list' | 'steps'; readonly entries: readonly (readonly Inline[])[] };

const INLINE = /\*\*([^*]+)\*\*|\[([^\]]+)\]\((help|settings):([a-z-]+)\)/g;
const ENTRY = /^(?:- |\d+\. )/;

/** The body of a page of the help, in the notation of `HelpPage.body`. Pure. */
export function blocksOf(body: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of body.split('\n').map((each) => each.trim())) {
    if (line === '') {
      blocks.push({ kind: 'list', entries: [] });
      continue;
    }
    if (line.startsWith('## ')) {
      blocks.push({ kind: 'heading', content: inlinesOf(line.slice(3)) });
    } else if (ENTRY.test(line)) {
      const kind = line.startsWith('- ') ? 'list' : 'steps';
      const entry = inlinesOf(line.replace(ENTRY, ''));
      const last = blocks.at(-1);
      if (last?.kind === kind && last.entries.length > 0)
        blocks.splice(-1, 1, { kind, entries: [...last.entries, entry] });
      else blocks.push({ kind, entries: [entry] });
    } else {
      blocks.push({ kind: 'paragraph', content: inlinesOf(line) });
    }
  }
  // An empty line only ends what was before it.
  return blocks.filter((block) => !('entries' in block) || block.entries.length > 0);
}

function inlinesOf(line: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > at) inlines.push({ kind: 'text', text: line.slice(at, match.index) });
    const [whole, name, words, where, to] = match;
    if (name !== undefined) inlines.push({ kind: 'name', text: name });
    else inlines.push({ kind: where as 'help' | 'settings', text: words as string, to: to as string });
    at = match.index + whole.length;
  }
  if (at < line.length) inlines.push({ kind: 'text', text: line.slice(at) });
  return inlines;
}
