import { copyFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initial } from '../../../../electron/core/db/migrations/0001-initial.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { SCHEMA_VERSION } from '../../../../electron/core/db/migrate.ts';
import { openStore } from '../../../../electron/app/store.ts';
import { temporaryFolder } from '../../../support/headless.ts';

/**
 * The power goes: of the log beside the database some of the end may be missing. What was confirmed was synchronised to the disk
 * before, so that nothing in front of its place in the log can be.
 */
describe('a log that is cut off anywhere', () => {
  test('loses nothing that was confirmed before that place, and leaves no half of anything', async () => {
    const folder = temporaryFolder('power-cut');
    const live = join(folder.path, 'live.db');
    const store = await openStore(live);
    const log = `${live}-wal`;
    /** How long the log was when each was confirmed. */
    const confirmed: number[] = [];
    for (let n = 0; n < 60; n++) {
      store.transaction(() => {
        const id = store.contacts.insert({
          name: `Kim ${n}`,
          language: null,
          zone: null,
          notes: 'x'.repeat((n * 137) % 3_000),
          fields: '[]',
          blocked_at: null,
          birthday: null,
          created_at: n,
        });
        store.contacts.addNumbers(id, [{ number: `+4917120${n}`, label: '' }]);
        store.optOuts.add(`+4917120${n}`, n, null);
      });
      confirmed.push(statSync(log).size);
    }
    const whole = statSync(log).size;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole }), async (length) => {
        const copy = join(folder.path, `cut-${run++}.db`);
        copyFileSync(live, copy);
        copyFileSync(log, `${copy}-wal`);
        truncateSync(`${copy}-wal`, length);
        const cut = await openStore(copy, { isDoubtful: true });
        const sure = confirmed.filter((size) => size <= length).length;
        const there = cut.contacts.count;
        expect(there).toBeGreaterThanOrEqual(sure);
        // Each with all that belongs to it, and none out of turn.
        const numbers = Array.from({ length: there }, (_, n) => `+4917120${n}`);
        expect(numbers.every((number) => cut.contacts.ofNumber(number) !== null && cut.optOuts.has(number))).toBe(true);
        expect(cut.optOuts.all().length).toBe(there);
        cut.close();
      }),
      { numRuns: 60 },
    );
    store.close();
    folder.remove();
  });

  test('in the middle of a migration it is begun again, from data that are whole', async () => {
    const folder = temporaryFolder('power-cut-migration');
    const path = join(folder.path, 'old.db');
    // Of the first version; the log of all steps since will stand beside it.
    const database = await openSqlite(path);
    database.exec(initial);
    database.exec("INSERT INTO settings (key, value) VALUES ('mail.settings', 'Kessler')");
    database.pragma('user_version = 1');
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const before = join(folder.path, 'before.db');
    copyFileSync(path, before);
    const migrated = await openStore(path);
    const log = `${path}-wal`;
    const length = existsSync(log) ? statSync(log).size : 0;
    expect(length).toBeGreaterThan(0);
    for (let cut = 0; cut <= length; cut += Math.ceil(length / 12)) {
      const copy = join(folder.path, `copy-${cut}.db`);
      copyFileSync(before, copy);
      copyFileSync(log, `${copy}-wal`);
      truncateSync(`${copy}-wal`, cut);
      const again = await openStore(copy, { isDoubtful: true });
      expect(again.settings.get('mail.settings')).toBe('Kessler');
      again.close();
      const read = await openSqlite(copy);
      expect(read.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
      read.close();
    }
    migrated.close();
    folder.remove();
  });
});
