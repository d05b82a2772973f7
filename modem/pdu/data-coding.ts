/** The meaning of a TP-DCS octet (TS 23.038 §4). Reserved groups are read as the GSM 7-bit alphabet, as §4 requires. */
export interface DataCoding {
  readonly alphabet: Alphabet;
  /** Compressed text (TS 23.042) is kept as octets; in practice nobody sends it. */
  readonly compressed: boolean;
  /** 0 is shown at once and not stored ("flash"), 1 is for the phone, 2 for the SIM, 3 for the terminal equipment. */
  readonly messageClass: 0 | 1 | 2 | 3 | null;
  /** The sender asks for the message to be deleted once it is read. */
  readonly autoDelete: boolean;
  /** Voicemail, fax, e-mail or other messages are waiting; `store` tells whether this message itself is to be kept. */
  readonly waiting: { readonly kind: 0 | 1 | 2 | 3; readonly active: boolean; readonly store: boolean } | null;
}

export type Alphabet = 'gsm7' | '8bit' | 'ucs2';

const ALPHABETS: readonly Alphabet[] = ['gsm7', '8bit', 'ucs2', 'gsm7'];

export function decodeDataCoding(dcs: number): DataCoding {
  const group = dcs >> 4;
  const low2 = (dcs & 0b11) as 0 | 1 | 2 | 3;
  if (group < 0b1000) {
    return {
      alphabet: ALPHABETS[(dcs >> 2) & 0b11] as Alphabet,
      compressed: (dcs & 0x20) !== 0,
      messageClass: (dcs & 0x10) !== 0 ? low2 : null,
      autoDelete: group >= 0b0100,
      waiting: null,
    };
  }
  const plain: DataCoding = {
    alphabet: 'gsm7',
    compressed: false,
    messageClass: null,
    autoDelete: false,
    waiting: null,
  };
  if (group < 0b1100) return plain;
  if (group === 0b1111) return { ...plain, alphabet: (dcs & 0b100) !== 0 ? '8bit' : 'gsm7', messageClass: low2 };
  return {
    ...plain,
    alphabet: group === 0b1110 ? 'ucs2' : 'gsm7',
    waiting: { kind: low2, active: (dcs & 0b1000) !== 0, store: group !== 0b1100 },
  };
}

/** The plain TP-DCS octet for an alphabet: general group, without a class. */
export const DCS_OF_ALPHABET: Readonly<Record<Alphabet, number>> = { gsm7: 0x00, '8bit': 0x04, ucs2: 0x08 };
