import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { unguarded } from './shared/csv.ts';
import { shortSeal, verdictOn } from './features/audit-export/chain.ts';
import { PROOF_COLUMNS } from './features/audit-export/audit-export.ts';

/** `npm run verify -- FILE`: whether a proof of a number's history is as it was made. Exit code 0: it is; 1: it is not; 2: it is none. */

const [path] = process.argv.slice(2);
if (path === undefined) end(2, 'Say which file: npm run verify -- proof.csv');
const rows = read(path);
if (rows === null || rows[0]?.join() !== PROOF_COLUMNS.join()) end(2, `${path} is no proof that Counterline has made.`);
const verdict = verdictOn(rows.slice(1).map((row) => row.map(unguarded)));
if (!verdict.isWhole) end(1, `CHANGED: entry ${verdict.entry} of ${path} is not as it was sealed.`);
end(0, `Whole: ${verdict.entries} entries. Seal ${shortSeal(verdict.seal)}: it is the one on the printed proof.`);

function read(file: string): readonly string[][] | null {
  try {
    return parse(readFileSync(file), { bom: true, relax_column_count: true });
  } catch {
    return null;
  }
}

function end(code: number, sentence: string): never {
  (code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`);
  process.exit(code);
}
