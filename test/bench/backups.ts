import { statSync } from 'node:fs';
import { join } from 'node:path';
import { FileBackupVault } from '../../electron/backups/vault.ts';
import { openStore } from '../../electron/app/store.ts';
import { taken } from '../support/contact-shop.ts';
import { temporaryFolder } from '../support/headless.ts';
import { seed, type SeedSize } from '../support/seed.ts';
import { print } from './figures.ts';

const SIZE: SeedSize = { conversations: 50_000, messages: 1_000_000 };
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** A backup of a shop of many years, on a real disk: how long it takes, and how long the modem has to wait for it. */
export async function backupsBench(): Promise<void> {
  const folder = temporaryFolder('bench-backups');
  const path = join(folder.path, 'counterline.db');
  await seed(path, SIZE, Date.now());
  const size = `${(statSync(path).size / 1e6).toFixed(0)} MB`;
  let at = performance.now();
  const since = (): number => performance.now() - at;
  const store = await openStore(path, { isDoubtful: true });
  print('backups: looked through at the start, after it was ended in the middle', seconds(since()), size);
  const vault = new FileBackupVault({
    dataDir: folder.path,
    dateOf: (instant) => new Date(instant).toJSON().slice(0, 10),
  });
  for (const passphrase of [null, 'four words nobody guesses']) {
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    at = performance.now();
    const sealed = passphrase === null ? '' : ', sealed';
    const now = Date.now() + (passphrase === null ? 0 : 60_000);
    const made = taken(
      await vault.make(vault.ownFolder, 'by-hand', now, passphrase, (to, isGivenUp) => store.copyTo(to, isGivenUp)),
    );
    print(`backups: one made${sealed}`, `${seconds(since())}, others wait ${longest.toFixed(0)} ms`, size);
    longest = 0;
    at = performance.now();
    taken(await vault.verify(vault.ownFolder, made.name, passphrase));
    print(`backups: one read back whole${sealed}`, `${seconds(since())}, others wait ${longest.toFixed(0)} ms`);
    clearInterval(beat);
  }
  store.close();
  folder.remove();
}
