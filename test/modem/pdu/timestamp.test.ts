import { expect, test } from 'vitest';
import { decodeTimestamp } from '../../../modem/pdu/timestamp.ts';

/** Swapped semi-octets: the year, then the first of January at noon in UTC. */
const noonOf = (swappedYear: number): Uint8Array => Uint8Array.of(swappedYear, 0x10, 0x10, 0x21, 0, 0, 0);

test.each([
  ['89', 0x98, Date.UTC(2089, 0, 1, 12)],
  ['90', 0x09, Date.UTC(1990, 0, 1, 12)],
  ['99', 0x99, Date.UTC(1999, 0, 1, 12)],
])('the year %s is of the century in which GSM was there', (_year, octet, expected) => {
  expect(decodeTimestamp(noonOf(octet)).utcMs).toBe(expected);
});
