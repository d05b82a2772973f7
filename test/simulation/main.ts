import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

/** npm run simulate -- [--seed N] [--days D] [--shops S]: so many shops, each of its own seed, through so many days. */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, days: { type: 'string' }, shops: { type: 'string' } },
});
const [seed, days, shops] = [Number(values.seed ?? 1), Number(values.days ?? 1), Number(values.shops ?? 1)];
const from = performance.now();
const all = {
  days: 0,
  sent: 0,
  uncertain: 0,
  received: 0,
  lost: 0,
  doubled: 0,
  invisible: 0,
  wrong: 0,
  misfortunes: 0,
};
for (let shop = seed; shop < seed + shops; shop++) {
  const { sent, received, misfortunes, ...faults } = await simulate({ seed: shop, days });
  const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
  all.days += days;
  all.sent += sum(sent);
  all.uncertain += sent['uncertain'] ?? 0;
  all.received += received;
  all.misfortunes += sum(misfortunes);
  for (const name of ['lost', 'doubled', 'invisible', 'wrong'] as const) {
    all[name] += faults[name].length;
    for (const what of faults[name]) process.stdout.write(`seed ${shop}: ${name}: ${what}\n`);
  }
  if (Object.values(faults).some(({ length }) => length > 0)) {
    process.exitCode = 1;
    process.stdout.write(`again: npm run simulate -- --seed ${shop} --days ${days}\n`);
  }
}
process.stdout.write(`${JSON.stringify(all)}\n${((performance.now() - from) / 1_000).toFixed(0)} s\n`);
