import { createHash } from 'node:crypto';

/**
 * Entries that hold on to each other: the seal of each is a hash (SHA-256) of its cells and of the seal before it, so that nothing can be
 * changed, left out, put in or put elsewhere without every seal behind it being another. The last seal stands for all of them. Pure.
 * @param entries rows of cells, without a seal
 * @returns the same rows, each with its seal as its last cell
 */
export function sealed(entries: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let seal = '';
  return entries.map((cells) => {
    seal = sealOf(cells, seal);
    return [...cells, seal];
  });
}

export type Verdict =
  /** @property seal the last one: to be compared with what was written down of it elsewhere */
  | { readonly isWhole: true; readonly entries: number; readonly seal: string }
  /** @property entry the first that is not as it was, from 1 */
  | { readonly isWhole: false; readonly entry: number };

/** Whether sealed entries are as they were sealed. Pure. */
export function verdictOn(rows: readonly (readonly string[])[]): Verdict {
  let seal = '';
  for (const [i, row] of rows.entries()) {
    seal = sealOf(row.slice(0, -1), seal);
    if (row.length < 2 || row.at(-1) !== seal) return { isWhole: false, entry: i + 1 };
  }
  return { isWhole: true, entries: rows.length, seal };
}

/** As people read it out and compare it. */
export function shortSeal(seal: string): string {
  return (seal.slice(0, 24).toUpperCase().match(/.{4}/g) ?? []).join('-');
}

function sealOf(cells: readonly string[], before: string): string {
  return createHash('sha256')
    .update(JSON.stringify([before, ...cells]))
    .digest('hex');
}
