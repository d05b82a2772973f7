/**
 * An AT line without what belongs to customers: PDUs become their length, numbers and words in quotes their kind, secrets
 * nothing. For the black box, which people send to whoever helps them.
 */
export function redactAtLine(line: string): string {
  const text = line.replaceAll('\x1b', '<ESC>').replaceAll('\x1a', '').trimEnd();
  if (/^AT\+CPIN=/i.test(text)) return 'AT+CPIN="****"';
  if (/^[0-9A-Fa-f]{16,}$/.test(text)) return `<PDU, ${text.length >> 1} octets>`;
  if (text.startsWith('+CUSD:')) return text.replace(/"[^]*"/, (answer) => `"<${answer.length - 2} characters>"`);
  return text
    .replace(/"([^"]*)"/g, (quoted, inside: string) => (isPersonal(inside) ? `"<${kindOf(inside)}>"` : quoted))
    .replace(/\d{7,}/g, (digits) => `${'x'.repeat(digits.length - 3)}${digits.slice(-3)}`);
}

/** Modes and names that a command itself defines stay readable: memories, alphabets, operators, codes to the operator. */
function isPersonal(value: string): boolean {
  return /^\+?\d{5,}$/.test(value) || value.length > 20;
}

function kindOf(value: string): string {
  return /^\+?\d+$/.test(value) ? `number, ${value.replace('+', '').length} digits` : `${value.length} characters`;
}
