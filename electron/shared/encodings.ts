/** Encodings of a table, from which a person may choose. Of single-byte ones that look alike, the earlier is likelier. */
export const ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'cp850',
  'macintosh',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'cp852',
  'windows-1251',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'koi8-r',
  'ibm866',
  'shift_jis',
  'gb18030',
  'euc-jp',
  'big5',
  'euc-kr',
  'iso-8859-15',
  'utf-8',
  'utf-16le',
  'utf-16be',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The upper halves of the DOS code pages, which no browser decodes. */
const DOS: Readonly<Record<'cp850' | 'cp852', string>> = {
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0',
};

/** Decodes octets in an encoding; octets that mean nothing in it become U+FFFD. Never throws. Pure. */
export function lettersOf(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'cp850' && encoding !== 'cp852') return new TextDecoder(encoding).decode(bytes);
  const upper = DOS[encoding];
  return new TextDecoder('latin1')
    .decode(bytes.map((octet) => (octet < 0x80 ? octet : 0x00)))
    .replace(/\0/g, (_, i: number) => upper[(bytes[i] ?? 0x80) - 0x80] ?? '\0');
}
