import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { beforeEach, describe, expect, test } from 'vitest';
import { assertOwnFilesUnchanged } from '../../../electron/shell/own-files.ts';
import { temporaryFolder } from '../../support/headless.ts';

/** An app as it is packed: a part inside the archive, a part beside it. */
async function packed(): Promise<{ archive: string; beside(path: string): string }> {
  const folder = temporaryFolder('packed').path;
  for (const [path, content] of [
    ['dist/main.js', 'inside'],
    ['dist/backend.js', 'beside'],
    ['dist/chunks/a/one.js', 'beside, deeper'],
    ['node_modules/native/build/native.node', 'native'],
  ] as const) {
    mkdirSync(dirname(join(folder, 'app', path)), { recursive: true });
    writeFileSync(join(folder, 'app', path), content);
  }
  const archive = join(folder, 'app.asar');
  await createPackageWithOptions(join(folder, 'app'), archive, {
    unpack: '{**/backend.js,**/chunks/**,**/node_modules/**}',
  });
  return { archive, beside: (path) => join(`${archive}.unpacked`, path) };
}

describe('security 6: what lies beside the archive runs only as it was packed', () => {
  let app: Awaited<ReturnType<typeof packed>>;
  beforeEach(async () => {
    app = await packed();
  });
  const check = (platform: NodeJS.Platform = 'linux') => assertOwnFilesUnchanged(app.archive, platform);

  test('as it was packed', () => {
    expect(() => check()).not.toThrow();
  });

  test.each(['dist/backend.js', 'dist/chunks/a/one.js', 'node_modules/native/build/native.node'])(
    'changed: %s',
    (path) => {
      appendFileSync(app.beside(path), ' and more');
      expect(() => check()).toThrow(
        `A file of the program is not as it was installed: ${path}. Something has changed it, or the installation is incomplete. ` +
          'Install Counterline again; your data stay as they are.',
      );
    },
  );

  test('gone', () => {
    rmSync(app.beside('dist/chunks/a/one.js'));
    expect(() => check()).toThrow('dist/chunks/a/one.js');
  });

  test('never packed: code that would be found before the packed one', () => {
    mkdirSync(app.beside('dist/node_modules/serialport'), { recursive: true });
    writeFileSync(app.beside('dist/node_modules/serialport/index.js'), 'evil');
    expect(() => check()).toThrow('dist/node_modules/serialport/index.js');
  });

  test('a folder of modules beside the archive, where Node looks for what is not packed', () => {
    mkdirSync(join(dirname(app.archive), 'node_modules'));
    expect(() => check()).toThrow(/not as it was installed: .*node_modules/);
  });

  test('native code is signed after it is packed on macOS, where the system checks it', () => {
    appendFileSync(app.beside('node_modules/native/build/native.node'), ' signature');
    expect(() => check('darwin')).not.toThrow();
    appendFileSync(app.beside('dist/backend.js'), ' and more');
    expect(() => check('darwin')).toThrow('dist/backend.js');
  });
});
