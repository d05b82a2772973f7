import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../../../electron/core/db/migrate.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { temporaryFolder } from '../../../support/headless.ts';

const RULE = {
  when: { trigger: 'tagged', tagId: 't3' },
  only: { words: ['"tagId":"t3"', 's1'], tagId: 't12', field: null },
  does: { answer: 'Say "tagId":"t3" or t3', tagId: null, assigneeId: 'p7' },
};

test('what the owner has set goes on naming the same tags, people and services', async () => {
  const folder = temporaryFolder('migration');
  const database = await openSqlite(join(folder.path, 'counterline.db'));
  for (const step of MIGRATIONS.slice(0, 28)) database.exec(step);
  const json = (value: unknown): string => JSON.stringify(value);
  database
    .prepare('INSERT INTO rules (position, name, enabled, body) VALUES (1, ?, 1, ?), (2, ?, 1, ?)')
    .run('one', json(RULE), 'without', json({ ...RULE, when: { trigger: 'closed' }, only: { tagId: null }, does: {} }));
  database
    .prepare('INSERT INTO contact_groups (name, body) VALUES (?, ?)')
    .run('Repair', json({ match: 'all', conditions: [{ about: 'tag', tagId: 't4', has: true }] }));
  database
    .prepare('INSERT INTO surveys (name, body) VALUES (?, ?)')
    .run('After', json({ thanks: 'Thank you', lowTagId: 't5', highTagId: null }));
  database
    .prepare('INSERT INTO resources (name, body) VALUES (?, ?), (?, ?)')
    .run('Sina', json({ note: 's1', serviceIds: ['s1', 's22'] }), 'Lena', json({ serviceIds: null }));
  database
    .prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
    .run('settings', json({ shopName: 's1', calendarService: 's2', calendarResource: 'h3' }));
  database.exec(MIGRATIONS[28] as string);
  const bodies = (table: string): unknown[] =>
    database
      .prepare<[], { body: string }>(`SELECT body FROM ${table} ORDER BY id`)
      .all()
      .map(({ body }) => JSON.parse(body) as unknown);
  expect(bodies('rules')).toEqual([
    {
      when: { trigger: 'tagged', tagId: 'tag_3' },
      only: { words: ['"tagId":"t3"', 's1'], tagId: 'tag_12', field: null },
      does: { answer: 'Say "tagId":"t3" or t3', tagId: null, assigneeId: 'person_7' },
    },
    { when: { trigger: 'closed' }, only: { tagId: null }, does: {} },
  ]);
  expect(bodies('contact_groups')).toEqual([
    { match: 'all', conditions: [{ about: 'tag', tagId: 'tag_4', has: true }] },
  ]);
  expect(bodies('surveys')).toEqual([{ thanks: 'Thank you', lowTagId: 'tag_5', highTagId: null }]);
  expect(bodies('resources')).toEqual([{ note: 's1', serviceIds: ['service_1', 'service_22'] }, { serviceIds: null }]);
  const { value } = database
    .prepare<[], { value: string }>("SELECT value FROM settings WHERE key = 'settings'")
    .get() ?? {
    value: '{}',
  };
  expect(JSON.parse(value)).toEqual({
    shopName: 's1',
    calendarService: 'service_2',
    calendarResource: 'resource_3',
  });
  database.close();
  folder.remove();
});
