import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/headless.ts';

/** The table of who may import whom is the linter's; here it is shown that the linter means it. */
const FORBIDDEN: readonly (readonly [file: string, source: string])[] = [
  ['modem/pdu/x.ts', "import 'node:fs';"],
  ['modem/pdu/x.ts', "import '../at/values.ts';"],
  ['modem/at/x.ts', "import 'serialport';"],
  ['modem/at/x.ts', "import '../device/device.ts';"],
  ['modem/at/x.ts', 'setTimeout(() => {}, 1);'],
  ['modem/makes/x.ts', "import '../device/device.ts';"],
  ['modem/device/x.ts', "import 'serialport';"],
  ['modem/sms/x.ts', "import '../../electron/backend.ts';"],
  ['modem/simulator/x.ts', "import 'better-sqlite3';"],
  ['modem/transport/x.ts', "import '../device/device.ts';"],
  ['electron/shared/x.ts', "import 'node:path';"],
  ['electron/locales/en/x.ts', "import '../../../renderer/lib/text/format.ts';"],
  ['electron/locales/en/x.ts', "import '../../features/orders/orders.ts';"],
  ['electron/shared/x.ts', "import '../../modem/at/values.ts';"],
  ['electron/shared/x.ts', "import '../core/db/sqlite.ts';"],
  ['electron/shared/x.ts', "import '../log.ts';"],
  ['electron/core/db/x.ts', "import '../slices.ts';"],
  ['electron/core/db/x.ts', "import '../../features/tasks/contract.ts';"],
  ['electron/features/a/repository.ts', "import 'better-sqlite3';"],
  ['electron/features/a/b-repository.ts', "import './tasks.ts';"],
  ['electron/features/c/repository.ts', "import '../tasks/repository.ts';"],
  ['electron/features/d/repository.ts', "import '../../core/slices.ts';"],
  ['electron/features/e/repository.ts', "import '../../../modem/index.ts';"],
  ['electron/core/x.ts', "import '../http/server.ts';"],
  ['electron/core/x.ts', "import '../app/desk.ts';"],
  ['electron/features/a/x.ts', "import '../../../modem/line.ts';"],
  ['electron/features/a/x.ts', "import 'electron';"],
  ['electron/features/a/x.ts', "import '../../http/server.ts';"],
  ['electron/features/a/x.ts', "import '../../app/contract.ts';"],
  ['electron/features/b/contract.ts', "import '../../core/slices.ts';"],
  ['electron/features/c/contract.ts', "import '../tasks/handlers.ts';"],
  ['electron/app/x.ts', "import '../http/server.ts';"],
  ['electron/http/x.ts', "import '../app/store.ts';"],
  ['electron/http/y.ts', "import '../features/tasks/repository.ts';"],
  ['electron/shell/x.ts', "import '../app/store.ts';"],
  ['electron/backend.ts', "import 'electron';"],
  ['renderer/x.ts', "import 'node:fs';"],
  ['renderer/x.ts', "import '../electron/app/desk.ts';"],
  ['renderer/x.ts', "import '../modem/index.ts';"],
  ['renderer/x.ts', "import '../electron/features/tasks/handlers.ts';"],
];

const ALLOWED: readonly (readonly [file: string, source: string])[] = [
  ['modem/at/x.ts', "import '../makes/index.ts';"],
  ['electron/shared/x.ts', "import '../../modem/pdu/segmentation.ts';\nimport '../locales/en/refusals.ts';"],
  ['electron/features/a/x.ts', "import '../../../modem/index.ts';\nimport '../tasks/tasks.ts';"],
  ['electron/core/db/x.ts', "import 'better-sqlite3';"],
  ['electron/features/b/repository.ts', "import '../../core/db/repository.ts';\nimport '../tasks/contract.ts';"],
  ['electron/features/b/c-repository.ts', "import './repository.ts';\nimport './contract.ts';"],
  ['electron/http/x.ts', "import '../app/desk.ts';\nimport '../shared/ids.ts';"],
  ['renderer/x.ts', "import '../electron/shared/composing.ts';\nimport '../electron/features/tasks/contract.ts';"],
  ['electron/features/d/contract.ts', "import '../tasks/contract.ts';\nimport '../../shared/ids.ts';"],
  ['electron/features/a/x.ts', "import '../../core/slices.ts';\nimport '../tasks/handlers.ts';"],
  ['modem/transport/x.ts', "import 'serialport';"],
];

// Inside the project, so that the linter's own folders apply; named so that nothing else takes it for source.
const sandbox = join(ROOT, 'test/fixtures/import-rules');
const RESTRICTED = /no-restricted-(?:imports|globals)|max-lines|no-cycle/;
/** In a file of its own, so that its name stands for it. */
const LONG_FUNCTION = [
  'electron/core/long-function.ts',
  `export function x(): void {\n${'  void 0;\n'.repeat(81)}}`,
] as const;

/** Only data may be longer. */
const LONG_FILE = ['electron/core/long-file.ts', 'void 0;\n'.repeat(401)] as const;

/** Each needs only to know of what kind the other is. */
const CIRCLE = [
  ['electron/core/circle-a.ts', "import type { B } from './circle-b.ts';\nexport interface A { readonly b: B }"],
  ['electron/core/circle-b.ts', "import type { A } from './circle-a.ts';\nexport interface B { readonly a: A | null }"],
] as const;

/** The files that the linter has something against because of what they import or use. */
function restricted(sources: readonly (readonly [file: string, source: string])[]): ReadonlySet<string> {
  for (const [file, source] of sources) {
    const path = join(sandbox, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${source}\n`);
  }
  const rules = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as object;
  writeFileSync(join(sandbox, '.oxlintrc.json'), JSON.stringify({ ...rules, ignorePatterns: [] }));
  const linter = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [linter, '-c', '.oxlintrc.json', '-f', 'json', '.'], {
    cwd: sandbox,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  return new Set(diagnostics.filter(({ code }) => RESTRICTED.test(code)).map(({ filename }) => filename));
}

/** Each source in a file of its own, so that the linter starts once for all of them. */
const named = (cases: typeof FORBIDDEN, name: string): typeof FORBIDDEN =>
  cases.map(([file, source], n) => [file.replace(/\/x\.ts$/, `/${name}-${n}.ts`), source]);

describe('who may import whom', () => {
  const forbidden = named(FORBIDDEN, 'forbidden');
  const allowed = named(ALLOWED, 'allowed');
  let found: ReadonlySet<string>;
  beforeAll(() => {
    found = restricted([...forbidden, ...allowed, LONG_FUNCTION, LONG_FILE, ...CIRCLE]);
  });
  afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

  test.each(forbidden)('%s may not: %s', (file) => {
    expect(found).toContain(file);
  });

  test('no function has more than 80 lines', () => {
    expect(found).toContain(LONG_FUNCTION[0]);
  });

  test('no file has more than 400 lines', () => {
    expect(found).toContain(LONG_FILE[0]);
    const components = readdirSync(join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' });
    const long = components.filter(
      (file) => file.endsWith('.svelte') && readFileSync(join(ROOT, 'renderer', file), 'utf8').split('\n').length > 401,
    );
    expect(long).toEqual([]);
  });

  test('no files import each other in a circle, not for their types either', () => {
    for (const [file] of CIRCLE) expect(found).toContain(file);
  });

  test.each(allowed)('%s may: %s', (file) => {
    expect(found).not.toContain(file);
  });
});
