import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/headless.ts';

const CITED = /\[([LWSRE]\d{1,2})\]/g;

test('every fact about modems that code and tests cite stands in modem/README.md', () => {
  const facts = new Set(
    [...readFileSync(join(ROOT, 'modem/README.md'), 'utf8').matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].map(
      ([, id]) => id,
    ),
  );
  const cited = new Set<string>();
  for (const folder of ['modem', 'electron', 'test'])
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.ts'))
        for (const [, id = ''] of readFileSync(join(ROOT, folder, name), 'utf8').matchAll(CITED)) cited.add(id);
  expect(cited.size).toBeGreaterThan(30);
  expect([...cited].filter((id) => !facts.has(id))).toEqual([]);
});
