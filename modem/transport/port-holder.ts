import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Programs that take modems on their own and run as root, so that their open files cannot be seen. */
const KNOWN_HOLDERS: readonly string[] = ['ModemManager', 'gammu-smsd', 'smsd', 'wvdial', 'pppd', 'minicom'];

/**
 * The name of the program that holds a port; null where it cannot be determined. Linux only: it looks at the open files of all
 * processes it has access to, and at the running programs.
 * @param proc the folder where the system shows its processes
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

/** The running program that left a lock file for the port, as gammu, smstools and minicom do; null if there is none. */
export async function lockHolderOf(path: string, proc = '/proc', locks = '/var/lock'): Promise<string | null> {
  const lock = await readFile(join(locks, `LCK..${basename(await realpath(path).catch(() => path))}`), 'utf8').catch(
    () => null,
  );
  const id = lock?.trim() ?? '';
  if (!/^\d+$/.test(id) || Number(id) === process.pid) return null;
  const name = await readFile(join(proc, id, 'comm'), 'utf8').catch(() => null);
  return name === null ? null : name.trim();
}
