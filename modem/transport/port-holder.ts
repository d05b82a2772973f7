import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Programs that take modems by themselves and run as root, where their open files cannot be seen. */
const KNOWN_HOLDERS: readonly string[] = ['ModemManager', 'gammu-smsd', 'smsd', 'wvdial', 'pppd', 'minicom'];

/**
 * The program that holds a port, by name; null where nobody can be named. Linux only: it looks at the open files of all
 * processes it may look at, and at who runs.
 * @param proc where the system shows its processes
 */
export async function holderOf(path: string, proc = '/proc'): Promise<string | null> {
  const device = await realpath(path).catch(() => path);
  const processes = (await readdir(proc).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const names = new Map<string, string>();
  for (const id of processes) {
    const name = await readFile(join(proc, id, 'comm'), 'utf8').catch(() => '');
    if (name !== '') names.set(id, name.trim());
    if (Number(id) === process.pid) continue;
    const files = await readdir(join(proc, id, 'fd')).catch(() => []);
    for (const file of files) {
      if ((await readlink(join(proc, id, 'fd', file)).catch(() => '')) === device) return names.get(id) ?? null;
    }
  }
  return KNOWN_HOLDERS.find((name) => [...names.values()].includes(name.slice(0, 15))) ?? null;
}

/** The living program that left a lock file for the port, as gammu, smstools and minicom do; null where none did. */
export async function lockHolderOf(path: string, proc = '/proc', locks = '/var/lock'): Promise<string | null> {
  const lock = await readFile(join(locks, `LCK..${basename(await realpath(path).catch(() => path))}`), 'utf8').catch(
    () => null,
  );
  const id = lock?.trim() ?? '';
  if (!/^\d+$/.test(id) || Number(id) === process.pid) return null;
  const name = await readFile(join(proc, id, 'comm'), 'utf8').catch(() => null);
  return name === null ? null : name.trim();
}
