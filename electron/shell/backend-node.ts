import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * A Node binary to run the back end in, for an Electron whose own Node is too old for the database; null: Electron's own. Where the app
 * is worked on, the variable COUNTERLINE_NODE names it. A packed app believes no variable, which anybody may set: only what was packed
 * into the archive whose integrity is checked.
 */
export function backendNode(): string | null {
  const named = app.isPackaged ? nameOf(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) : fromVariable();
  return named === undefined || named === '' ? null : named;
}

function fromVariable(): string | undefined {
  return process.env['COUNTERLINE_NODE'];
}

function nameOf(manifest: string): string | undefined {
  const { backendNode: node } = JSON.parse(manifest) as { readonly backendNode?: unknown };
  return typeof node === 'string' ? node : undefined;
}
