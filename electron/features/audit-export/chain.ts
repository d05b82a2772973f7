import { createHash } from 'node:crypto';

/**
 * Chains entries together: the seal of each is a hash (SHA-256) of its cells and of the seal before it, so that nothing can be
 * changed, left out, inserted or moved without changing every seal behind it. The last seal stands for all of them. Pure.
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
  /** @property seal the last seal, to compare with a copy of it that was noted elsewhere */
  | { readonly isWhole: true; readonly entries: number; readonly seal: string }
  /** @property entry the first entry that was changed, counted from 1 */
  | { readonly isWhole: false; readonly entry: number };

/** Checks whether sealed entries are unchanged. Pure. */
export function verdictOn(rows: readonly (readonly string[])[]): Verdict {
  let seal = '';
  for (const [i, row] of rows.entries()) {
    seal = sealOf(row.slice(0, -1), seal);
    if (row.length < 2 || row.at(-1) !== seal) return { isWhole: false, entry: i + 1 };
  }
  return { isWhole: true, entries: rows.length, seal };
}

/** The seal in a form that people can read out and compare. */
export function shortSeal(seal: string): string {
  return (seal.slice(0, 24).toUpperCase().match(/.{4}/g) ?? []).join('-');
}

function sealOf(cells: readonly string[], before: string): string {
  return createHash('sha256')
    .update(JSON.stringify([before, ...cells]))
    .digest('hex');
}
