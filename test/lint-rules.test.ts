import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ROOT } from './support/headless.ts';

/** The table of who may import whom is the linter's; here it is shown that the linter means it. */
const FORBIDDEN: readonly (readonly [file: string, source: string])[] = [
  ['modem/pdu/x.ts', "import 'node:fs';"],
  ['modem/pdu/x.ts', "import '../at/values.ts';"],
  ['modem/at/x.ts', "import 'serialport';"],
  ['modem/at/x.ts', "import '../device/device.ts';"],
  ['modem/at/x.ts', 'setTimeout(() => {}, 1);'],
  ['modem/device/x.ts', "import 'serialport';"],
  ['modem/sms/x.ts', "import '../../electron/backend.ts';"],
  ['modem/simulator/x.ts', "import 'better-sqlite3';"],
  ['modem/transport/x.ts', "import '../device/device.ts';"],
  ['electron/shared/x.ts', "import 'node:path';"],
  ['electron/shared/x.ts', "import '../../modem/at/values.ts';"],
  ['electron/shared/x.ts', "import '../store/store.ts';"],
  ['electron/store/x.ts', "import '../desk/desk.ts';"],
  ['electron/store/x.ts', "import '../../modem/index.ts';"],
  ['electron/desk/x.ts', "import '../http/server.ts';"],
  ['electron/desk/x.ts', "import '../../modem/line.ts';"],
  ['electron/desk/x.ts', "import 'electron';"],
  ['electron/http/x.ts', "import '../store/store.ts';"],
  ['electron/shell/x.ts', "import '../store/store.ts';"],
  ['electron/backend.ts', "import 'electron';"],
  ['renderer/x.ts', "import 'node:fs';"],
  ['renderer/x.ts', "import '../electron/desk/desk.ts';"],
  ['renderer/x.ts', "import '../modem/index.ts';"],
];

const ALLOWED: readonly (readonly [file: string, source: string])[] = [
  ['electron/shared/x.ts', "import '../../modem/pdu/segmentation.ts';"],
  ['electron/desk/x.ts', "import '../../modem/index.ts';\nimport '../store/store.ts';"],
  ['electron/http/x.ts', "import '../desk/desk.ts';\nimport '../shared/ids.ts';"],
  ['renderer/x.ts', "import '../electron/shared/composing.ts';"],
  ['modem/transport/x.ts', "import 'serialport';"],
];

// Inside the project, so that the linter's own folders apply; named so that nothing else takes it for source.
const sandbox = join(ROOT, 'test/fixtures/import-rules');

function lint(file: string, source: string): string {
  const path = join(sandbox, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${source}\n`);
  writeFileSync(join(sandbox, '.oxlintrc.json'), configuration());
  try {
    execFileSync('oxlint', ['-c', '.oxlintrc.json', file], { cwd: sandbox, encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

function configuration(): string {
  const text = execFileSync('node', ['-p', "require('fs').readFileSync('.oxlintrc.json','utf8')"], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return JSON.stringify({ ...JSON.parse(text), ignorePatterns: [] });
}

afterEach(() => rmSync(sandbox, { recursive: true, force: true }));

describe('who may import whom', () => {
  test.each(FORBIDDEN)('%s may not: %s', (file, source) => {
    expect(lint(file, source)).toMatch(/no-restricted-(imports|globals)/);
  });

  test.each(ALLOWED)('%s may: %s', (file, source) => {
    expect(lint(file, source)).not.toMatch(/no-restricted-(imports|globals)/);
  });
});
