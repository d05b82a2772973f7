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
 * Whether something failed because the disk is full, or cannot be written. What was to be written down in one step was undone as one,
 * and may be tried again.
 */
export function isDiskFault(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return CODES.has(code) || (typeof code === 'string' && code.startsWith('SQLITE_IOERR'));
}

/** What could not be written is tried again after this. */
export const DISK_AGAIN_MS = 5_000;

/** Whether it has no room, rather than another fault. */
export function isDiskFull(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT';
}
