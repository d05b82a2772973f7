/** What a table may be in, and a person may say that it is in; of those of one octet that look alike the one before is likelier. */
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

/** The upper halves of the code pages of DOS, which no browser decodes. */
const DOS: Readonly<Record<'cp850' | 'cp852', string>> = {
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0',
};

/** What octets mean in an encoding; what means nothing there becomes U+FFFD. Never throws. Pure. */
export function lettersOf(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'cp850' && encoding !== 'cp852') return new TextDecoder(encoding).decode(bytes);
  const upper = DOS[encoding];
  return new TextDecoder('latin1')
    .decode(bytes.map((octet) => (octet < 0x80 ? octet : 0x00)))
    .replace(/\0/g, (_, i: number) => upper[(bytes[i] ?? 0x80) - 0x80] ?? '\0');
}
