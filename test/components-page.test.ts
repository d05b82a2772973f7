import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './support/headless.ts';

test('the page of components shows every one there is', () => {
  const folder = join(ROOT, 'renderer/gallery');
  const gallery = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const components = readdirSync(join(ROOT, 'renderer/components')).filter((name) => name.endsWith('.svelte'));
  expect(components.length).toBeGreaterThan(15);
  expect(components.filter((name) => !gallery.includes(`'../components/${name}'`))).toEqual([]);
});
