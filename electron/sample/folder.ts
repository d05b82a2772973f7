import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'sample';
/** Lies there once the shop is whole: one that was broken off while it was made is none. */
const WHOLE = 'whole';

/** Where the data of an invented shop lie as long as somebody looks around: beside the real ones, and gone without a trace. */
export class SampleFolder {
  readonly folder: string;

  /** @param dataDir the folder of the real data */
  constructor(dataDir: string) {
    this.folder = join(dataDir, FOLDER);
    if (!this.isThere) this.erase();
  }

  get isThere(): boolean {
    return existsSync(join(this.folder, WHOLE));
  }

  /** @param fill makes the data in a folder that is empty */
  async make(fill: (folder: string) => Promise<void>): Promise<void> {
    this.erase();
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    try {
      await fill(this.folder);
    } catch (error) {
      this.erase();
      throw error;
    }
    writeFileSync(join(this.folder, WHOLE), '', { mode: 0o600 });
  }

  erase(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
