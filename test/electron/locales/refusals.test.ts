import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../electron/locales/index.ts';
import { refusals as english } from '../../../electron/locales/en/refusals.ts';
import { refuse, type RefusalKey } from '../../../electron/shared/result.ts';

const KEYS = Object.keys(english) as RefusalKey[];
const blanksOf = (sentence: string): readonly string[] => (sentence.match(/\{\w+\}/g) ?? []).toSorted();

describe('the sentences of refusals', () => {
  test.each(Object.entries(LOCALES))('in %s have the blanks of the English ones, and say something', (_, locale) => {
    const { refusals } = locale.window;
    for (const key of KEYS) {
      expect(blanksOf(refusals[key]), key).toEqual(blanksOf(english[key]));
      expect(refusals[key], key).toMatch(/[.…}?]$/);
    }
  });

  test('are all said somewhere', () => {
    const sources = ['electron/**/*.ts', 'renderer/**/*.ts']
      .flatMap((pattern) => globSync(pattern))
      .filter((path) => !path.includes('locales/'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const isSaid = (key: string): boolean => {
      const [code = '', variant = ''] = key.split('.');
      // Put together from a problem of a calendar, or an answer of the operator.
      if (sources.includes(`\`${code}.\${`) && code === 'no-answer') return true;
      if (code.startsWith('calendar-')) return sources.includes('`calendar-${code}`');
      return sources.includes(`'${key}'`) || (code === 'not-found' && sources.includes(`notFound('${variant}')`));
    };
    expect(KEYS.filter((key) => !isSaid(key))).toEqual([]);
  });

  test('are filled from what they are about, which programs get as well', () => {
    expect(refuse('not-done-by', { name: 'Lena', service: 'Bike check' })).toEqual({
      ok: false,
      error: {
        code: 'not-done-by',
        message: 'Lena doesn’t do Bike check. Choose someone else.',
        details: { name: 'Lena', service: 'Bike check' },
      },
    });
    expect(refuse('unfilled-blank.automatic', { name: 'colour' })).toMatchObject({
      error: {
        code: 'unfilled-blank',
        variant: 'automatic',
        message: 'Unknown placeholder {{colour}} in an automatic message.',
      },
    });
  });
});
