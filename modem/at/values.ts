/**
 * Splits the values of an information response such as `+CPMS: "SM",0,20,("SM","ME")`: strings lose their quotes, groups in
 * parentheses stay whole, and an omitted value is ''. Malformed lists ([W6]) never throw.
 */
export function parseValues(line: string): readonly string[] {
  const colon = line.indexOf(':');
  const source = colon >= 0 && /^[+^*%]/.test(line) ? line.slice(colon + 1) : line;
  const values: string[] = [];
  let value = '';
  let depth = 0;
  let quoted = false;
  for (const character of source.trim()) {
    if (character === '"') {
      quoted = !quoted;
      if (depth > 0) value += character;
      continue;
    }
    if (!quoted) {
      if (character === '(') depth += 1;
      else if (character === ')') depth = Math.max(0, depth - 1);
      else if (character === ',' && depth === 0) {
        values.push(value.trim());
        value = '';
        continue;
      }
    }
    value += character;
  }
  values.push(value.trim());
  return values;
}

/** A decimal number, or null for anything else. */
export function parseNumber(value: string | undefined): number | null {
  return value !== undefined && /^-?\d+$/.test(value.trim()) ? Number(value) : null;
}

/** The members of `(0,1,3)` and `(0-3)`; an unreadable list has none. */
export function parseRange(group: string | undefined): ReadonlySet<number> {
  const members = new Set<number>();
  for (const item of (group ?? '').replace(/[()]/g, '').split(',')) {
    const [, from, to] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(item) ?? [];
    if (from === undefined) continue;
    for (let n = Number(from); n <= Number(to ?? from) && members.size < 1000; n++) members.add(n);
  }
  return members;
}
