import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../modem/pdu/address.ts';
import { LOCKING_TABLES, NATIONAL_LANGUAGES, SHIFT_TABLES, type LanguageId } from '../../../modem/pdu/gsm7-tables.ts';
import { packSeptets, septetsToText, textToSeptets, unpackSeptets } from '../../../modem/pdu/gsm7.ts';
import { hexToOctets, octetsToHex } from '../../../modem/pdu/octets.ts';
import { PduError } from '../../../modem/pdu/pdu-error.ts';
import { planContents, planSegments } from '../../../modem/pdu/segmentation.ts';
import {
  decodePdu,
  decodeTpdu,
  encodeDeliver,
  encodeStatusReport,
  encodeSubmit,
  toPdu,
  type DeliverTpdu,
  type StatusReportTpdu,
  type SubmitTpdu,
} from '../../../modem/pdu/tpdu.ts';
import { relativeValidity, relativeValidityMs } from '../../../modem/pdu/validity.ts';
import { joinParts } from '../../../modem/sms/reassembly.ts';

const numbers = fc.oneof(
  fc.stringMatching(/^\+[1-9][0-9]{0,18}$/),
  fc.stringMatching(/^[0-9*#abc]{1,20}$/),
  fc.stringMatching(/^[A-Z][A-Za-z ]{0,9}[A-Za-z]$/),
);
const languages = fc.integer({ min: 0, max: 13 }) as fc.Arbitrary<LanguageId>;

const LANGUAGES = Object.values(NATIONAL_LANGUAGES);

describe('GSM 7-bit', () => {
  test('packing and unpacking are inverse at every fill', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 127 }), { maxLength: 160 }),
        fc.integer({ min: 0, max: 6 }),
        (septets, fill) => {
          const packed = packSeptets(Uint8Array.from(septets), fill);
          expect([...unpackSeptets(packed, septets.length, fill)]).toEqual(septets);
        },
      ),
    );
  });

  test('every character of every table comes back', () => {
    for (let language = 0; language <= 13; language++) {
      const tables = { locking: language as LanguageId, single: language as LanguageId };
      const characters = [...`${LOCKING_TABLES[language]}${SHIFT_TABLES[language]}`].filter(
        (character) => character !== '\uffff',
      );
      const text = [...new Set(characters)].join('');
      expect(septetsToText(textToSeptets(text, tables), tables)).toBe(text);
    }
  });

  test('the tables have 128 positions and the escape at 0x1B', () => {
    for (const table of [...LOCKING_TABLES, ...SHIFT_TABLES]) expect(table).toHaveLength(128);
    for (const table of LOCKING_TABLES) expect(table[0x1b]).toBe('\uffff');
  });
});

describe('TPDUs', () => {
  test('SUBMIT: decode(encode(x)) = x', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 255 }),
        (number, text, statusReportRequest, octet) => {
          const plan = planSegments(text, { languages: LANGUAGES });
          fc.pre(plan.parts.length === 1);
          const [content] = planContents(plan, 1);
          const destination = addressOf(number);
          const encoded = encodeSubmit({
            destination,
            content: content as NonNullable<typeof content>,
            statusReportRequest,
            validity: { format: 'relative', octet },
          });
          const { tpdu } = decodePdu(toPdu(encoded), 'to-network') as { tpdu: SubmitTpdu };
          expect(tpdu.destination).toEqual(destination);
          expect(tpdu.userData.text).toBe(text);
          expect(tpdu.statusReportRequest).toBe(statusReportRequest);
          expect(tpdu.validity).toEqual({ format: 'relative', octet });
        },
      ),
    );
  });

  test('DELIVER, cut and joined in any order: the text comes back whole', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.string({ unit: 'grapheme', maxLength: 700 }),
        fc.constantFrom(8 as const, 16 as const),
        (number, text, referenceBits) => {
          const plan = planSegments(text, { referenceBits, languages: LANGUAGES });
          const parts = planContents(plan, 300, referenceBits).map((content) => {
            const encoded = encodeDeliver({
              originator: addressOf(number),
              content,
              serviceCentreTimeUtcMs: Date.UTC(2026, 10, 23, 8, 30),
              offsetMinutes: -210,
            });
            return decodeTpdu(encoded, 'to-phone') as DeliverTpdu;
          });
          expect(joinParts(parts)).toBe(text);
          expect(parts[0]?.serviceCentreTime).toMatchObject({
            utcMs: Date.UTC(2026, 10, 23, 8, 30),
            offsetMinutes: -210,
          });
          expect(parts[0]?.originator.value).toBe(number);
        },
      ),
    );
  });

  test('STATUS-REPORT', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 0, max: 255 }),
        (number, messageReference, status) => {
          const sent = Date.UTC(2026, 0, 31, 23, 59, 59);
          const encoded = encodeStatusReport({
            messageReference,
            recipient: addressOf(number),
            serviceCentreTimeUtcMs: sent,
            dischargeTimeUtcMs: sent + 4_000,
            status,
          });
          const tpdu = decodeTpdu(encoded, 'to-phone') as StatusReportTpdu;
          expect(tpdu).toMatchObject({ messageReference, status, recipient: addressOf(number) });
          expect(tpdu.dischargeTime.utcMs).toBe(sent + 4_000);
        },
      ),
    );
  });

  test('national tables and 8-bit data', () => {
    fc.assert(
      fc.property(languages, fc.uint8Array({ maxLength: 133 }), (language, data) => {
        const characters = [...`${LOCKING_TABLES[language]}`].filter((character) => character !== '\uffff');
        const plan = planSegments(characters.slice(0, 100).join(''), { languages: language === 0 ? [] : [language] });
        for (const content of [...planContents(plan, 7), { alphabet: '8bit' as const, data }]) {
          const tpdu = decodeTpdu(
            encodeSubmit({ destination: addressOf('+4917'), content }),
            'to-network',
          ) as SubmitTpdu;
          if ('data' in content) expect([...tpdu.userData.units]).toEqual([...data]);
          else expect(tpdu.userData.text).toBe(content.text);
        }
      }),
    );
  });
});

describe('hostile input', () => {
  test('random octets are decoded or refused, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 190 }), (octets) => {
        for (const direction of ['to-phone', 'to-network'] as const) {
          try {
            decodePdu(octetsToHex(octets), direction);
          } catch (error) {
            expect(error).toBeInstanceOf(PduError);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a valid PDU with any octet changed or cut off', () => {
    const plan = planSegments('Grüße 👋 aus dem Laden '.repeat(4));
    const contents = planContents(plan, 9);
    const pdu = hexToOctets(
      toPdu(
        encodeDeliver({
          originator: addressOf('Shop'),
          content: contents[0] as (typeof contents)[number],
          serviceCentreTimeUtcMs: 0,
        }),
        '+49171',
      ),
    );
    fc.assert(
      fc.property(fc.nat(pdu.length - 1), fc.nat(255), fc.nat(pdu.length), (at, value, length) => {
        const damaged = Uint8Array.from(pdu);
        damaged[at] = value;
        try {
          decodePdu(octetsToHex(damaged.subarray(0, length)), 'to-phone');
        } catch (error) {
          expect(error).toBeInstanceOf(PduError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['0', 'zz', '07 91', 'not hex'])('%j is not hexadecimal', (hex) => {
    expect(() => decodePdu(hex, 'to-phone')).toThrow(expect.objectContaining({ code: 'bad-hex' }));
  });

  test('an impossible date keeps its octets', () => {
    const pdu = '0004039121F3000062FFFF999999000141';
    const { tpdu } = decodePdu(pdu, 'to-phone') as { tpdu: DeliverTpdu };
    expect(tpdu.serviceCentreTime).toMatchObject({ raw: '62FFFF99999900', utcMs: null });
  });
});

describe('[S5] relative validity', () => {
  test.each([
    [0, 5],
    [143, 720],
    [144, 750],
    [167, 1440],
    [168, 2 * 1440],
    [196, 30 * 1440],
    [197, 5 * 7 * 1440],
    [255, 63 * 7 * 1440],
  ])('octet %i is %i minutes', (octet, minutes) => {
    expect(relativeValidityMs(octet)).toBe(minutes * 60_000);
    expect(relativeValidity(minutes * 60_000)).toEqual({ format: 'relative', octet });
  });

  test('never longer than asked, but for the shortest there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300_000, max: 500 * 86_400_000 }), (wanted) => {
        const { octet } = relativeValidity(wanted) as { octet: number };
        expect(relativeValidityMs(octet)).toBeLessThanOrEqual(wanted);
        if (octet < 255) expect(relativeValidityMs(octet + 1)).toBeGreaterThan(wanted);
      }),
    );
  });
});
