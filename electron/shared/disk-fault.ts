const CODES: ReadonlySet<unknown> = new Set([
  'SQLITE_FULL',
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EROFS',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
]);

/**
 * Whether something failed because the disk is full or cannot be written. A step that failed was undone as a whole and may be
 * tried again.
 */
export function isDiskFault(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return CODES.has(code) || (typeof code === 'string' && code.startsWith('SQLITE_IOERR'));
}

/** A failed write is tried again after this time. */
export const DISK_AGAIN_MS = 5_000;

/** Whether the disk is full, as opposed to another fault. */
export function isDiskFull(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT';
}
