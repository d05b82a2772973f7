/** Line ends and tabs are the only control characters that a text may contain. */
const LINE_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d]);

/**
 * Reads octets as ISO 8859-1, which some gateways put into 8-bit coded messages. Zeros that fill up the end are dropped.
 * @returns null where an octet is no printable character: then it is data
 */
export function latin1ToText(octets: Uint8Array): string | null {
  let end = octets.length;
  while (end > 0 && octets[end - 1] === 0) end -= 1;
  let text = '';
  for (const octet of octets.subarray(0, end)) {
    const isControl = octet < 0x20 || (octet >= 0x7f && octet < 0xa0);
    if (isControl && !LINE_CONTROLS.has(octet)) return null;
    text += String.fromCharCode(octet);
  }
  return text === '' ? null : text;
}
