import { expect, test } from 'vitest';
import { readFile } from '../../renderer/text/read-file.ts';

const WORDS = 'Größe;Müller €';
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean): Uint8Array<ArrayBuffer> => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return new Uint8Array(bytes.buffer);
};

test.each([
  ['UTF-8', utf8(WORDS)],
  ['UTF-8 with its mark', utf8(`\uFEFF${WORDS}`)],
  ['UTF-16', utf16(`\uFEFF${WORDS}`, true)],
  ['UTF-16, the other way round', utf16(`\uFEFF${WORDS}`, false)],
  ['Windows', Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x3b, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80])],
])('%s', async (_, bytes) => expect(await readFile(new Blob([bytes]))).toBe(WORDS));
