import { packSeptets, textToSeptets } from '../pdu/gsm7.ts';
import { octetsToHex } from '../pdu/octets.ts';
import { textToUcs2 } from '../pdu/ucs2.ts';
import type { Quirks } from './quirks.ts';

/** An operator's answer to a code, as a make writes it in +CUSD (27.007 §7.15). */
export function encodeUssd(text: string, form: Quirks['ussd']): string {
  switch (form) {
    case 'plain':
      return text;
    case 'packed':
      return octetsToHex(packSeptets(textToSeptets(text)));
    case 'ucs2':
      return octetsToHex(textToUcs2(text));
  }
}
