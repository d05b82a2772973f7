import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineReader } from '../../../modem/transport/line-reader.ts';

function read(octets: Buffer, cuts: readonly number[], promptExpected = false): string[] {
  const reader = new LineReader();
  const lines: string[] = [];
  reader.onLine((line) => lines.push(line));
  reader.setPromptExpected(promptExpected);
  let start = 0;
  for (const end of [...cuts.toSorted((a, b) => a - b), octets.length]) {
    reader.push(octets.subarray(start, end));
    start = end;
  }
  return lines.filter((line) => line !== '');
}

describe('[L2] line endings', () => {
  test.each(['\r\n', '\n', '\r\r\n', '\r'])('%j', (ending) => {
    expect(read(Buffer.from(`${ending}+CSQ: 20,99${ending}${ending}OK${ending}`), [])).toEqual(['+CSQ: 20,99', 'OK']);
  });

  test('leading NULs vanish', () => {
    expect(read(Buffer.from('\0\0\r\n\0OK\r\n'), [])).toEqual(['OK']);
  });
});

describe('[L3] the prompt', () => {
  test.each(['\r\n> ', '\r\n>', 'AT+CMGS=23\r\r\n> '])('%j is seen without a line ending', (text) => {
    expect(read(Buffer.from(text), [], true).at(-1)).toBe('>');
  });

  test('is not taken for one while none is awaited', () => {
    expect(read(Buffer.from('\r\n> quoted\r\n'), [])).toEqual(['> quoted']);
  });

  test('is not taken for one inside a line', () => {
    expect(read(Buffer.from('a > b\r\n'), [], true)).toEqual(['a > b']);
  });
});

describe('[L7] any chunking gives the same lines', () => {
  const stream = Buffer.from(
    '\0AT\r\r\nOK\r\n\r\n+CMTI: "SM",3\r\n\r\n+CMGL: 1,0,,24\r\n07911326040000F0\r\n\r\nOK\r\n\r\n> ',
    'latin1',
  );
  const whole = read(stream, [], true);

  test('one octet at a time', () => {
    expect(
      read(
        stream,
        Array.from(stream, (_, i) => i),
        true,
      ),
    ).toEqual(whole);
  });

  test('cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
        expect(read(stream, cuts, true)).toEqual(whole);
      }),
    );
  });

  test('garbage without an end does not pile up', () => {
    const lines = read(Buffer.alloc(100_000, 'x'), []);
    expect(lines.length).toBeGreaterThan(20);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(4096);
  });
});
