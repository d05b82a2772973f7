import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * A Node binary to run the back end in, for an Electron whose own Node is too old for the database; null: Electron's own. Where the app
 * is worked on, the variable COUNTERLINE_NODE names it. A packed app believes no variable, which anybody may set: only what was packed
 * into the archive whose integrity is checked.
 */
export function backendNode(): string | null {
  const named = app.isPackaged ? packedWith().backendNode : fromVariable();
  return named === undefined || named === '' ? null : named;
}

function fromVariable(): string | undefined {
  return process.env['COUNTERLINE_NODE'];
}

/** What was packed into the archive with the program, for this computer alone. */
export function packedWith(): { readonly backendNode?: string; readonly mayBeWatched?: boolean } {
  const manifest = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) as {
    readonly backendNode?: unknown;
    readonly mayBeWatched?: unknown;
  };
  return {
    ...(typeof manifest.backendNode === 'string' ? { backendNode: manifest.backendNode } : {}),
    mayBeWatched: manifest.mayBeWatched === true,
  };
}
