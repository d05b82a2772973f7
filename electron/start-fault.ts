import { accessSync, constants, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { DATABASE, FILES_THERE } from './data-folder.ts';
import { isDiskFull } from './shared/disk-fault.ts';

const NOT_WRITABLE = /^(?:EACCES|EPERM|EROFS|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH)/;
const WRONG_KIND = /^(?:EISDIR|ENOTDIR|EEXIST|ERR_FS_EISDIR)$/;
const BROKEN_DISK = /^(?:EIO|ENXIO|ENODEV|ESTALE|SQLITE_IOERR)/;
const IN_USE = /^(?:EBUSY|SQLITE_BUSY|SQLITE_LOCKED)/;

/**
 * What keeps the program from starting, as a sentence that names the file or folder and says what to do. What says so itself stays as
 * it is.
 */
export function startFault(error: unknown, dataDir: string): unknown {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  if (typeof code !== 'string') return error;
  const said = sentenceOf(code, typeof path === 'string' ? path : null, { error, dataDir });
  return said === null ? error : new Error(said, { cause: error });
}

function sentenceOf(
  code: string,
  path: string | null,
  { error, dataDir }: { readonly error: unknown; readonly dataDir: string },
): string | null {
  if (isDiskFull(error)) return `There is no room on the disk of ${dataDir}. Make room, and start again.`;
  // Of a modem or a stick: it says itself what is wrong, and another folder is no remedy.
  if (path !== null && path !== dataDir && !path.startsWith(join(dataDir, sep))) return null;
  const where = path ?? join(dataDir, DATABASE);
  if (IN_USE.test(code)) return `Another program is working with ${where}. Close it, and start again.`;
  const isBroken = BROKEN_DISK.test(code);
  if (!isBroken && !NOT_WRITABLE.test(code) && !WRONG_KIND.test(code) && code !== 'ENOENT') return null;
  const odd = oddIn(dataDir);
  if (odd !== null) return odd;
  // A disk that may only be read says many things, depending on what is tried first.
  if (isBroken && isUsable(dataDir))
    return (
      `The disk does not give back what is kept in ${where} (${code}). Look at the disk and its cable, then start again; ` +
      'or choose a folder on another disk and put a backup back.'
    );
  if (path !== null && path !== dataDir && isUsable(dataDir))
    return WRONG_KIND.test(code)
      ? `${path} cannot be used: what lies there, or in place of its folder, is of another kind. Move it elsewhere, and start again.`
      : notUsable(path);
  return (
    `The folder ${dataDir} cannot be written. See to it that it is a folder that this user may write, or choose ` +
    'another one.'
  );
}

const notUsable = (path: string): string =>
  `${path} cannot be read and written by this user. Give it to this user, or choose another folder.`;

function isUsable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A file that lies there and is none, or not this user's; null: there is none such. */
function oddIn(dataDir: string): string | null {
  if (!isUsable(dataDir)) return null;
  for (const name of FILES_THERE) {
    const path = join(dataDir, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) continue;
    if (!found.isFile()) return `${path} should be a file, and is none. Move it elsewhere, and start again.`;
    if (!isUsable(path)) return notUsable(path);
  }
  return null;
}
