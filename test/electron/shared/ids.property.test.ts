import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, LONGEST_ID, numberOf, rowOf, type IdKind } from '../../../electron/shared/ids.ts';

/** As ids began until now. */
const LETTERS: Readonly<Record<IdKind, string>> = {
  message: 'm',
  conversation: 'c',
  line: 'l',
  event: 'e',
  contact: 'k',
  tag: 't',
  person: 'p',
  template: 'x',
  filter: 'f',
  task: 'j',
  day: 'd',
  faq: 'q',
  rule: 'r',
  service: 's',
  resource: 'h',
  appointment: 'a',
  order: 'o',
  column: 'b',
  waiting: 'w',
  recurring: 'y',
  field: 'n',
  group: 'g',
  import: 'i',
  campaign: 'u',
  survey: 'v',
  webhook: 'z',
};
const kinds = Object.keys(LETTERS) as IdKind[];
const kind = fc.constantFrom(...kinds);
const row = fc.integer({ min: 1, max: 999_999_999_999_999 });

test('an id leads to its row, as it is written now and as it was before, and to none of another kind', () => {
  fc.assert(
    fc.property(kind, kind, row, (of, other, n) => {
      const before = `${LETTERS[of]}${n}`;
      expect(idOf(of, n)).toBe(`${of}_${n}`);
      expect(idOf(of, n).length).toBeLessThanOrEqual(LONGEST_ID);
      expect([rowOf(of, idOf(of, n)), rowOf(of, before), numberOf(idOf(of, n)), numberOf(before)]).toEqual([
        n,
        n,
        n,
        n,
      ]);
      if (other !== of) expect([rowOf(other, idOf(of, n)), rowOf(other, before)]).toEqual([null, null]);
    }),
  );
});

test('whatever is no id leads nowhere', () => {
  for (const id of [
    '',
    'tag',
    'tag_',
    'tag_0',
    'tag_01',
    't_1',
    'tag1',
    'tag_1 ',
    ' tag_1',
    'TAG_1',
    'tag_-1',
    'tag_1e3',
  ])
    expect(rowOf('tag', id), id).toBeNull();
});
