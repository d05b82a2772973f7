import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../electron/backend.ts';
import { keyFromFile } from '../../electron/secrets.ts';
import { startFault } from '../../electron/start-fault.ts';
import { UnusableDataError } from '../../electron/core/db/snapshot.ts';
import { loadSqlite } from '../../electron/core/db/sqlite.ts';
import { temporaryFolder } from '../support/headless.ts';

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
beforeEach(() => {
  folder = temporaryFolder('data-folder');
  data = join(folder.path, 'data');
});
afterEach(() => folder.remove());

const opened = (): Promise<Backend> => createBackend({ dataDir: data, modem: 'none', country: 'DE', scryptLogN: 2 });
/** A database, and nothing in it. */
async function madeAnew(path: string): Promise<void> {
  for (const part of ['', '-wal', '-shm']) rmSync(`${path}${part}`, { force: true });
  const database = new (await loadSqlite())(path);
  database.exec('VACUUM');
  database.close();
}
const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** What others may read, each file and folder below one. */
function readByOthers(path: string): readonly string[] {
  const below = statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => readByOthers(join(path, name))) : [];
  return [...((modeOf(path) & 0o077) === 0 ? [] : [path]), ...below];
}

describe.skipIf(process.platform === 'win32')('security 3: only this user reads what is kept', () => {
  test('also where the folder and all in it could be read by everybody', async () => {
    let backend = await opened();
    await backend.invoke('backups.make', {});
    await backend.close();
    mkdirSync(join(data, 'aside'));
    writeFileSync(join(data, 'aside', 'counterline-20260101T000000Z.db'), 'old');
    const all = (path: string): readonly string[] =>
      statSync(path).isDirectory() ? [path, ...readdirSync(path).flatMap((name) => all(join(path, name)))] : [path];
    for (const path of all(data)) chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
    expect(readByOthers(data).length).toBeGreaterThan(6);
    backend = await opened();
    expect(readByOthers(data)).toEqual([]);
    await backend.close();
    expect(readByOthers(data)).toEqual([]);
  });

  test('what is not of the program is left as it is', async () => {
    mkdirSync(data, { mode: 0o755 });
    writeFileSync(join(data, 'letter.txt'), 'Dear Ana', { mode: 0o644 });
    await (await opened()).close();
    expect(modeOf(join(data, 'letter.txt'))).toBe(0o644);
    expect(modeOf(data)).toBe(0o700);
  });
});

describe('security 9: a database that holds nothing', () => {
  test('is damaged where backups lie beside it: they are offered, and one is put back', async () => {
    let backend = await opened();
    await backend.invoke('settings.set', { shopName: 'Bikes' });
    const made = await backend.invoke('backups.make', {});
    expect(made.ok).toBe(true);
    await backend.close();
    truncateSync(join(data, 'counterline.db'));
    backend = await opened();
    expect(backend.desk()).toBeNull();
    const listed = (await backend.invoke('backups.list', { folder: null })) as {
      readonly value: { readonly items: readonly { readonly name: string }[] };
    };
    const [{ name } = { name: '' }] = listed.value.items;
    expect((await backend.invoke('backups.restore', { name, passphrase: null, folder: null })).ok).toBe(true);
    expect(backend.desk()?.state.settings.shopName).toBe('Bikes');
    await backend.close();
  });

  test.each([
    ['of one octet, with backups', (db: string) => writeFileSync(db, 'x')],
    ['gone, with backups', (db: string) => rmSync(db)],
    ['made anew by another program, with backups', (db: string) => madeAnew(db)],
    [
      'gone, with backups on a stick that is not there',
      (db: string) => {
        rmSync(db);
        rmSync(join(data, 'backups'), { recursive: true });
        writeFileSync(join(data, 'backup-folder.json'), '{"folder":"/media/stick"}');
      },
    ],
    [
      'empty, where somebody wants no texts',
      (db: string) => {
        truncateSync(db);
        rmSync(join(data, 'backups'), { recursive: true });
        writeFileSync(join(data, 'opt-outs.jsonl'), '{"number":"+491712223344"}\n');
      },
    ],
  ])('is damaged: %s; begun anew only where a person has chosen so', async (_, damage) => {
    let backend = await opened();
    await backend.invoke('backups.make', {});
    await backend.close();
    await Promise.resolve(damage(join(data, 'counterline.db')));
    backend = await opened();
    expect(backend.desk()).toBeNull();
    expect((await backend.invoke('backups.resetData', {})).ok).toBe(true);
    expect(backend.desk()).not.toBeNull();
    await backend.close();
  });

  test('is a new shop where there never was anything: the first start was ended in the middle', async () => {
    mkdirSync(data);
    writeFileSync(join(data, 'counterline.db'), '');
    const backend = await opened();
    expect(backend.desk()).not.toBeNull();
    await backend.close();
  });

  test('is begun with where a person has chosen so', async () => {
    let backend = await opened();
    await backend.invoke('backups.make', {});
    await backend.close();
    truncateSync(join(data, 'counterline.db'));
    backend = await opened();
    expect((await backend.invoke('backups.resetData', {})).ok).toBe(true);
    expect(backend.desk()).not.toBeNull();
    await backend.close();
    backend = await opened();
    expect(backend.desk()).not.toBeNull();
    await backend.close();
  });
});

describe('security 17: what is wrong with the folder is said in a sentence, with its name', () => {
  test('a file where the folder should be', async () => {
    writeFileSync(data, 'not a folder');
    await expect(opened()).rejects.toThrow(`The folder ${data} cannot be written.`);
  });

  test.each(['instance.lock', 'counterline.db', 'secret.key', 'opt-outs.jsonl'])(
    'a folder in place of %s',
    async (name) => {
      mkdirSync(join(data, name), { recursive: true });
      await expect(opened()).rejects.toThrow(
        `${join(data, name)} should be a file, and is none. Move it elsewhere, and start again.`,
      );
      rmSync(join(data, name), { recursive: true });
      const backend = await opened();
      expect(backend.desk()).not.toBeNull();
      await backend.close();
    },
  );

  test.each(['logs', 'backups', 'aside', 'running', 'logs/black-box.log', 'logs/counterline.log'])(
    'what only records, or is needed later, keeps nobody from starting: %s is of another kind',
    async (name) => {
      const path = join(data, name);
      mkdirSync(dirname(path), { recursive: true });
      if (name === 'running' || name.endsWith('.log')) mkdirSync(path);
      else writeFileSync(path, 'no folder');
      const backend = await opened();
      expect(backend.desk()).not.toBeNull();
      await backend.close();
    },
  );

  test('a database that its owner may not write, as copies from a disk of backups are', async () => {
    await (await opened()).close();
    chmodSync(join(data, 'counterline.db'), 0o400);
    await (await opened()).close();
    expect(modeOf(join(data, 'counterline.db'))).toBe(0o600);
  });

  const saying = (code: string, path?: string): string =>
    (startFault(Object.assign(new Error(`${code}: no such luck`), { code, path }), data) as Error).message;

  test('whatever the system says of the folder and its files, a person reads what to do', async () => {
    await (await opened()).close();
    expect(saying('EROFS')).toMatch(/^The folder .* cannot be written\. See to it/);
    expect(saying('EACCES', join(data, 'secret.key'))).toMatch(/^\/.*secret\.key cannot be read/);
    expect(saying('SQLITE_READONLY')).toMatch(/cannot be written\. See to it/);
    expect(saying('SQLITE_IOERR_READ')).toMatch(/^The disk does not give back .*counterline\.db \(SQLITE_IOERR_READ\)/);
    expect(saying('SQLITE_BUSY')).toMatch(/^Another program is working with .*counterline\.db\. Close it/);
    expect(saying('ENOSPC')).toMatch(/^There is no room on the disk/);
    // Of a modem or a stick: another folder is no remedy.
    for (const path of ['/dev/ttyUSB0', `${data}2/file`]) expect(saying('EACCES', path)).toBe('EACCES: no such luck');
    expect(saying('ENOTDIR', join(data, 'aside', 'old.db'))).toMatch(/is of another kind\. Move it elsewhere/);
    // What says so itself stays as it is.
    const own = new UnusableDataError('schema-too-new', 'Install the newer version.');
    expect(startFault(own, data)).toBe(own);
  });

  test.each(['', '{', 'null', '{"aside":1}', '{"aside":"../../evil","carried":{}}'])(
    'a note of a restore that says %j',
    async (note) => {
      await (await opened()).close();
      writeFileSync(join(data, 'restore.json'), note);
      await expect(opened()).rejects.toThrow(`The file ${join(data, 'restore.json')} is damaged`);
      rmSync(join(data, 'restore.json'));
      const backend = await opened();
      expect(backend.desk()).not.toBeNull();
      await backend.close();
    },
  );
});

describe('security 10: the key that secrets are sealed with', () => {
  test.each([0, 1, 31, 33])('of %i octets is none: said with what to do, and left as it is', (octets) => {
    mkdirSync(data);
    writeFileSync(join(data, 'secret.key'), Buffer.alloc(octets, 7));
    expect(() => keyFromFile(data)).toThrow(/secret\.key is damaged: .* Put it back from a copy/);
    expect(readFileSync(join(data, 'secret.key'))).toHaveLength(octets);
  });

  test('is made once, whole, and stays', () => {
    mkdirSync(data);
    const key = keyFromFile(data);
    expect(key).toHaveLength(32);
    expect(keyFromFile(data)).toEqual(key);
    expect(existsSync(join(data, 'secret.key.partial'))).toBe(false);
  });
});
