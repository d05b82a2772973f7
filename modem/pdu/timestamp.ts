import { octetsToHex } from './octets.ts';

/**
 * Seven semi-octet pairs: year, month, day, hour, minute, second, and zone in quarters of an hour (TS 23.040 §9.2.3.11). `utcMs`
 * is null where the octets are no possible date; `raw` keeps them in any case.
 */
export interface Timestamp {
  readonly raw: string;
  readonly utcMs: number | null;
  readonly offsetMinutes: number;
}

/** Years 90 to 99 belong to the last century; GSM is not older. */
const CENTURY_PIVOT = 90;

export function decodeTimestamp(octets: Uint8Array): Timestamp {
  const raw = octetsToHex(octets);
  const [year, month, day, hour, minute, second] = Array.from(octets.subarray(0, 6), swapped);
  const zone = octets[6] as number;
  // The sign is bit 3 of the octet, that is the top bit of the tens digit.
  const quarters = (zone & 0x07) * 10 + (zone >> 4);
  const offsetMinutes = (zone & 0x08) !== 0 ? -quarters * 15 : quarters * 15;
  // Real networks send zones with more than nine in the ones digit (0xA0: ten quarters).
  if ([year, month, day, hour, minute, second].some((field) => field === undefined || field < 0)) {
    return { raw, utcMs: null, offsetMinutes: 0 };
  }
  const fullYear = (year as number) + ((year as number) >= CENTURY_PIVOT ? 1900 : 2000);
  const local = Date.UTC(fullYear, (month as number) - 1, day, hour, minute, second);
  const check = new Date(local);
  const possible =
    check.getUTCMonth() === (month as number) - 1 &&
    check.getUTCDate() === day &&
    check.getUTCHours() === hour &&
    check.getUTCMinutes() === minute &&
    check.getUTCSeconds() === second;
  return { raw, utcMs: possible ? local - offsetMinutes * 60_000 : null, offsetMinutes };
}

/** @param offsetMinutes a multiple of 15 between -1185 and +1185 */
export function encodeTimestamp(utcMs: number, offsetMinutes = 0): Uint8Array {
  const local = new Date(utcMs + offsetMinutes * 60_000);
  const quarters = Math.round(Math.abs(offsetMinutes) / 15);
  const fields = [
    local.getUTCFullYear() % 100,
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
    quarters,
  ].map((field) => ((field % 10) << 4) | Math.trunc(field / 10));
  if (offsetMinutes < 0) fields[6] = (fields[6] as number) | 0x08;
  return Uint8Array.from(fields);
}

function swapped(octet: number): number {
  const tens = octet & 0xf;
  const ones = octet >> 4;
  return tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
}
