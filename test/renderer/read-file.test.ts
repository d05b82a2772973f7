import { expect, test } from 'vitest';
import { readAgain, readFile } from '../../renderer/lib/text/read-file.ts';

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
])('%s', async (_, bytes) => expect((await readFile(new Blob([bytes]))).text).toBe(WORDS));

test('of a guess a person can say that it is wrong: a Czech list in windows-1250', async () => {
  // “Jiří Dvořák”, which reads as Western letters too.
  const octets = Uint8Array.from([0x4a, 0x69, 0xf8, 0xed, 0x20, 0x44, 0x76, 0x6f, 0xf8, 0xe1, 0x6b]);
  const file = await readFile(new Blob([octets]), 'list.csv');
  expect(file).toMatchObject({ name: 'list.csv', text: 'Jiří Dvořák', encoding: 'windows-1250' });
  expect(readAgain(file, 'windows-1252')).toMatchObject({ text: 'Jiøí Dvoøák', encoding: 'windows-1252' });
  expect(readAgain(file, 'cp850').text).not.toBe(file.text);
});

test('what is certain is no guess', async () => {
  expect((await readFile(new Blob([utf8(WORDS)]))).encoding).toBeNull();
  expect((await readFile(new Blob([utf8('Ana;0171')]))).encoding).toBeNull();
  expect((await readFile(new Blob([utf16(WORDS, true)]))).encoding).toBe('utf-16le');
  const card = [...utf8('BEGIN:VCARD\r\nFN:M'), 0xfc, ...utf8('ller\r\nEND:VCARD\r\n')];
  // Of an address book it is that of the cards that are not in UTF-8.
  const file = await readFile(new Blob([Uint8Array.from(card)]));
  expect(file.encoding).toBe('windows-1252');
  expect(readAgain(file, 'windows-1250').text).toContain('Müller');
  expect(readAgain(file, 'windows-1251').text).toContain('Mьller');
});
