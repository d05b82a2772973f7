import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './headless.ts';

/** Builds window and programs where a source is newer than the last build. @throws Error where that fails */
export function buildProgram(): void {
  const script = join(ROOT, 'electron/launch/build.mjs');
  const { status } = spawnSync(process.execPath, [script, '--if-stale', '--quiet'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The program could not be built: see above.');
}
