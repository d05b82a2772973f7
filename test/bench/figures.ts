export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function print(name: string, value: string, budget = ''): void {
  process.stdout.write(`${name.padEnd(58)} ${value.padStart(28)}  ${budget}\n`);
}
