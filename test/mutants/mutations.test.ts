import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/headless.ts';
import { AREAS } from './mutations.ts';

test('each fault can still be made: what it changes stands once in its file, and its tests are there', () => {
  const wrong = AREAS.flatMap(({ tests, mutations }) => [
    ...tests.filter((path) => !existsSync(join(ROOT, 'test', path))),
    ...mutations
      .filter(({ file, find }) => readFileSync(join(ROOT, file), 'utf8').split(find).length !== 2)
      .map(({ file, find }) => `${file}: ${find}`),
  ]);
  expect(wrong).toEqual([]);
});
