import { describe, expect, test } from 'vitest';
import { blanksOf, fillTemplate } from '../../../electron/shared/templates.ts';

describe('a template', () => {
  test('fills what is known, and leaves the rest to a person', () => {
    const text = fillTemplate('Hi {{first_name}}, ready {{ when }} at {{SHOP}}. {{unknown', {
      first_name: 'Ana',
      shop: 'Kessler',
    });
    expect(text).toBe('Hi Ana, ready {{ when }} at Kessler. {{unknown');
    expect(blanksOf(text)).toEqual([{ name: 'when', start: 14, end: 24 }]);
  });

  test('a customer without a name leaves the blank', () => {
    expect(fillTemplate('Hi {{first_name}}', { first_name: '' })).toBe('Hi {{first_name}}');
  });

  test('a name that looks like a template is a name', () => {
    const filled = fillTemplate('Hi {{name}}!', { name: '{{shop}} $& $1' });
    expect(filled).toBe('Hi {shop} $& $1!');
    expect(blanksOf(filled)).toEqual([]);
  });
});
