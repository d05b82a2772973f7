import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const REMEMBERED = 'backup-folder.json';

/** Where backups went last, and by which name this installation is known there: beside the data, so that it is there when they are not. */
export class RememberedFolder {
  readonly #dataDir: string;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** Of this installation, made up once. */
  get id(): string {
    const { folder, id } = this.kept();
    if (id !== '') return id;
    const made = randomBytes(4).toString('hex');
    this.keep({ folder, id: made });
    return made;
  }

  kept(): { readonly folder: string; readonly id: string } {
    try {
      const kept = JSON.parse(readFileSync(join(this.#dataDir, REMEMBERED), 'utf8')) as Record<string, unknown>;
      const textOf = (key: string): string => (typeof kept[key] === 'string' ? kept[key] : '');
      return { folder: textOf('folder'), id: /^[0-9a-f]{8}$/.test(textOf('id')) ? textOf('id') : '' };
    } catch {
      return { folder: '', id: '' };
    }
  }

  keep(kept: { readonly folder: string; readonly id: string }): void {
    const path = join(this.#dataDir, REMEMBERED);
    writeFileSync(`${path}.partial`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${path}.partial`, path);
  }
}
