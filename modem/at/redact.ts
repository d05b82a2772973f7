/**
 * An AT line with customers' data removed: PDUs are replaced by their length, numbers and quoted words by their kind, secrets by
 * nothing. This is for the black box, which people send to whoever helps them.
 */
export function redactAtLine(line: string): string {
  const text = line.replaceAll('\x1b', '<ESC>').replaceAll('\x1a', '').trimEnd().replaceAll('\r', ' ');
  // The PIN command may also follow another command, and may contain a new PIN.
  const secret = /^(AT.*?\+(?:CPIN|CLCK|CPWD|CPIN2)=).*$/i.exec(text)?.[1];
  if (secret !== undefined) return `${secret}"****"`;
  // A carrier's answer may span several lines, of which only the first shows that it is one.
  if (text.startsWith('+CUSD:')) return text.replace(/".*/, (answer) => `"<${answer.length} characters>`);
  if (/^[*#][\d*#]+#?$/.test(text) || /^\d{3,8}$/.test(text) || !isProtocol(text)) return `<${text.length} characters>`;
  return text
    .replace(/[0-9A-Fa-f]{16,}/g, (hex) => (/^\d{16,22}$/.test(hex) ? hex : `<PDU, ${hex.length >> 1} octets>`))
    .replace(/"([^"]*)"/g, (quoted, inside: string) =>
      isPersonal(inside) || (inside !== '' && namesPeople(text)) ? `"<${kindOf(inside)}>"` : quoted,
    )
    .replace(/\d{7,}/g, (digits) => `${'x'.repeat(digits.length - 3)}${digits.slice(-3)}`);
}

/** Commands, codes, results, octets and bare values. Any other words may be a customer's. */
function isProtocol(text: string): boolean {
  return /^(AT|[+^*&%$>]|<ESC>|OK$|ERROR$|RING$|RDY$|NO |BUSY$|COMMAND |MODEM |TOO MANY|[0-9A-Fa-f]+$|[\w.+-]{1,20}$)/.test(
    text,
  );
}

/** These codes carry the name that the SIM's phone book has for a number. */
function namesPeople(text: string): boolean {
  return /^\+(CLIP|CMGL|CMGR|CNUM|CMT|CDS|CBM|CLCC|CCWA|CNAP|CPBR|CPBF):/.test(text);
}

/** Modes and names that a command itself defines stay readable: memories, alphabets, carriers, USSD codes. */
function isPersonal(value: string): boolean {
  return /^\+?\d{5,}$/.test(value) || value.length > 20;
}

function kindOf(value: string): string {
  return /^\+?\d+$/.test(value) ? `number, ${value.replace('+', '').length} digits` : `${value.length} characters`;
}
