import { expect, test } from 'vitest';
import { atOnce, withOnePlan } from '../../../electron/core/db/statements.ts';
import { openStore } from '../../../electron/app/store.ts';

test.each([
  ['SELECT a FROM t WHERE b = ? AND c > @since', 'SELECT a FROM t WHERE b = +? AND c > +@since'],
  [
    'UPDATE t SET a = ?2, b = ?1 WHERE (c, d) < (@c, @d) LIMIT @n',
    'UPDATE t SET a = +?2, b = +?1 WHERE (c, d) < (+@c, +@d) LIMIT +@n',
  ],
  [
    `SELECT '?', 'it''s @me', "a?b" FROM t WHERE a = '@escalation'`,
    `SELECT '?', 'it''s @me', "a?b" FROM t WHERE a = '@escalation'`,
  ],
  [
    'SELECT a -- whose? @nobody\n FROM t /* ? */ WHERE b = ?',
    'SELECT a -- whose? @nobody\n FROM t /* ? */ WHERE b = +?',
  ],
])('the values of %s are hidden from the planner, and nothing else of it is touched', (sql, hidden) => {
  expect(withOnePlan(sql)).toBe(hidden);
});

test('every statement of every repository has the plan it would have without that', async () => {
  const changed: string[] = [];
  let count = 0;
  const store = await openStore(':memory:', {
    statements: (database) => {
      const planOf = (sql: string): string =>
        database
          .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...valuesFor(sql))
          .map(({ detail }) => detail)
          .join('\n');
      const source = atOnce(database);
      return {
        ...source,
        prepare: (sql) => {
          count += 1;
          if (planOf(sql) !== planOf(withOnePlan(sql))) changed.push(sql);
          return source.prepare(sql);
        },
      };
    },
  });
  store.close();
  expect(count).toBeGreaterThan(400);
  expect(changed).toEqual([]);
});

/** A one for each parameter. */
function valuesFor(sql: string): readonly unknown[] {
  const names = [...withOnePlan(sql).matchAll(/\+(\?|@(\w+))/g)].map(([, token, name]) => name ?? token);
  const named = names.filter((name) => name !== '?');
  return [
    ...names.filter((name) => name === '?').map(() => 1),
    ...(named.length > 0 ? [Object.fromEntries(named.map((name) => [name, 1]))] : []),
  ];
}
