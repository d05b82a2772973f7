import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** An entry of the archive's header: a folder, or a file with its hash. Of links none are packed. */
interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}

/** Two Chromium pickles: the header's size, then its length and its JSON (github.com/electron/asar, "Format"). */
const SIZES_OCTETS = 16;
const LENGTH_AT = 12;

/**
 * Throws where a file that lies beside the archive is not the one that was packed, is gone, or was never packed: whoever can write there
 * could otherwise have the signed program run their code. The header of the archive holds a SHA-256 of each of those files, and on macOS
 * and Windows Electron checks the header itself (the fuse "embedded asar integrity"). On Linux, where it does not, whoever can write the
 * archive can write the program.
 * @param archive the app's `app.asar`
 * @throws Error with the sentence for the person
 */
export function assertOwnFilesUnchanged(archive: string, platform: NodeJS.Platform = process.platform): void {
  const changed = withoutArchives(() => changedFile(archive, platform));
  if (changed === null) return;
  throw new Error(
    `A file of the program is not as it was installed: ${changed}. Something has changed it, or the installation is incomplete. ` +
      'Install Counterline again; your data stay as they are.',
  );
}

/** The first file that is not as it was packed; null: all are. */
function changedFile(archive: string, platform: NodeJS.Platform): string | null {
  // Where a module of ours asks for one that it can do without, Node looks for it beside the archive as well.
  const beside = join(dirname(archive), 'node_modules');
  if (existsSync(beside)) return beside;
  const folder = `${archive}.unpacked`;
  const packed = new Map(unpackedFiles(headerOf(archive), ''));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isDirectory() || packed.has(name)) continue;
    return name;
  }
  for (const [name, hash] of packed) {
    // Signing writes into native code after it was packed: there only the system's own check of the whole app stands for it.
    if (platform === 'darwin' && name.endsWith('.node')) continue;
    if (hashOf(join(folder, name)) !== hash) return name;
  }
  return null;
}

function* unpackedFiles(entry: Entry, path: string): Generator<readonly [string, string | null]> {
  for (const [name, child] of Object.entries(entry.files ?? {})) {
    const at = path === '' ? name : `${path}/${name}`;
    if (child.files !== undefined) yield* unpackedFiles(child, at);
    else if (child.unpacked === true) yield [at, child.integrity?.algorithm === 'SHA256' ? child.integrity.hash : null];
  }
}

function headerOf(archive: string): Entry {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(SIZES_OCTETS);
    readSync(file, sizes, 0, SIZES_OCTETS, 0);
    const header = Buffer.alloc(sizes.readUInt32LE(LENGTH_AT));
    readSync(file, header, 0, header.length, SIZES_OCTETS);
    return JSON.parse(header.toString('utf8')) as Entry;
  } finally {
    closeSync(file);
  }
}

/** Undefined: it cannot be read, and equals nothing. */
function hashOf(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return undefined;
  }
}

/** Electron shows an archive as a folder; here it is the file that is meant. */
function withoutArchives<T>(work: () => T): T {
  const { noAsar } = process;
  process.noAsar = true;
  try {
    return work();
  } finally {
    process.noAsar = noAsar;
  }
}
