const NUMBER = /(\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,](\d{1,2})(?!\d))?/g;

/**
 * Finds the amount in the carrier's answer about the credit: `Ihr Guthaben: 1.234,50 EUR` is 1234.5. Returns null if there is
 * none.
 * @param after the words that stand before the amount; if empty, the first amount with decimals counts, otherwise the first
 * number
 */
export function amountIn(text: string, after: string): number | null {
  const at = after === '' ? 0 : text.toLowerCase().indexOf(after.toLowerCase());
  if (at < 0) return null;
  // Dates are not amounts.
  const rest = text.slice(at + after.length).replace(/\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/g, ' ');
  const found = [...rest.matchAll(NUMBER)];
  const chosen = after === '' ? (found.find(([, , decimals]) => decimals !== undefined) ?? found[0]) : found[0];
  if (chosen === undefined) return null;
  const [, whole = '0', decimals = '0'] = chosen;
  const isNegative = /-\s*$/.test(rest.slice(0, chosen.index));
  return (isNegative ? -1 : 1) * Number(`${whole.replace(/\D/g, '')}.${decimals}`);
}
