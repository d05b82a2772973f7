import fc from 'fast-check';

/**
 * `FUZZ_RUNS` says how many shops, `FUZZ_SEED` with which: the same each time if left out, so that a landing does not depend on luck.
 * `npm run test:long` takes new seeds.
 */
const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 4);
const FIRST_SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_129);

/** One shop after the other, each with calls of its own. */
export async function fuzz<T>(calls: fc.Arbitrary<T>, count: number, inShop: (calls: readonly T[]) => Promise<void>) {
  for (let run = 0; run < FUZZ_RUNS; run++) {
    const seed = FIRST_SEED + run;
    if (process.env['FUZZ_SEED'] !== undefined) process.stdout.write(`FUZZ_SEED=${seed} FUZZ_RUNS=1\n`);
    await inShop(fc.sample(calls, { seed, numRuns: count }));
  }
}
