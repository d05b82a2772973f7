import { hexToOctets } from '../pdu/octets.ts';
import { ucs2ToText } from '../pdu/ucs2.ts';

/** Letters of Latin, Greek, Cyrillic, Armenian, Hebrew or Arabic, and signs; or Chinese characters throughout. */
const USUAL_WORDS = /^[\u0020-\u06ff\u2010-\u20bf]+$/;
const CHINESE_WORDS = /^[\u4e00-\u9fff]+$/;

/** Decodes a name that a modem gives as hexadecimal UCS-2 because its character set could not be changed: `00440065006D006F`. */
export function decodeName(name: string): string {
  if (!/^(?:[0-9A-F]{4}){2,}$/i.test(name)) return name;
  const text = ucs2ToText(hexToOctets(name));
  const isUsual = USUAL_WORDS.test(text) && /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]+$/u.test(text);
  return isUsual || (CHINESE_WORDS.test(text) && /[A-F]/i.test(name)) ? text : name;
}
