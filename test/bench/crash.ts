import { crashAt, dryRun, Warm } from '../support/crash/run.ts';

/** npm run test:long -- crash [STRIDE]: kills the desk at every step (or every STRIDE-th) with each way of reports, and prints the counts. */
const stride = Number(process.argv[2] ?? 1);
const warm = await Warm.of(2);
for (const reports of ['late', 'none', 'at-once'] as const) {
  const steps = await dryRun(warm, reports);
  const counted = { points: 0, killed: 0, lost: 0, doubled: 0, uncertain: 0, needlesslyUncertain: 0 };
  let at = 1;
  const lane = async (): Promise<void> => {
    for (; at <= steps.length;) {
      const point = at;
      at += stride;
      const verdict = await crashAt(point, { warm, reports });
      counted.points += 1;
      counted.killed += verdict.died ? 1 : 0;
      for (const key of ['lost', 'doubled', 'uncertain', 'needlesslyUncertain'] as const) counted[key] += verdict[key];
      if (verdict.lost + verdict.doubled + verdict.needlesslyUncertain > 0) {
        process.stdout.write(`point ${point}: ${JSON.stringify({ ...verdict, steps: verdict.steps.at(-1) })}\n`);
        process.exitCode = 1;
      }
    }
  };
  await Promise.all([lane(), lane()]);
  process.stdout.write(`reports ${reports}: ${JSON.stringify(counted)}\n`);
}
await warm.close();
