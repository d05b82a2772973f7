import { expect, test } from 'vitest';
import { carriedOver, reconcileAfterRestore } from '../../../electron/features/backups/post-restore.ts';
import { DeskSettings } from '../../../electron/features/settings/desk-settings.ts';
import { deskLine } from '../../support/desk-line.ts';

const HOUR = 3_600_000;

test('in data of some time ago what was due since is late, and a key that was taken back since opens nothing', async () => {
  const { store, clock, context, customers } = await deskLine();
  const now = clock.now();
  store.accessTokens.insert('Till', 'a'.repeat(64), '[]', now);
  const carried = carriedOver(store);
  // What stands in the backup: a key that nobody has any more today, and two reminders, the first of them due five minutes ago.
  store.accessTokens.insert('Lost phone', 'b'.repeat(64), '[]', now);
  for (const dueAt of [now - 5 * 60_000, now + HOUR])
    store.jobs.arm({ kind: 'reminder', key: `at ${dueAt}`, about: null, due_at: dueAt, payload: '{}' });
  reconcileAfterRestore(context, carried, { ...customers, settings: new DeskSettings(store) });
  const [late, later] = store.jobs.dueBetween('reminder', 0, now + 2 * HOUR, 10);
  // Not five minutes late, as if the program had been there: nobody knows whether it was said.
  expect(late?.due_at).toBeLessThanOrEqual(now - HOUR);
  expect(later?.due_at).toBe(now + HOUR);
  expect(store.accessTokens.all().map(({ name }) => name)).toEqual(['Till']);
});
