import type { ContactNumberRow, ContactRow } from './repository.ts';
import { fieldsOf } from './contact-aggregate.ts';

const MOST_OCTETS = 75;

interface Carded {
  readonly row: ContactRow;
  readonly numbers: readonly ContactNumberRow[];
  readonly tags: readonly string[];
}

/** Writes a customer as a vCard 3.0 (RFC 2426), which every phone and mail program reads. Pure. */
export function toVcard({ row, numbers, tags }: Carded): string {
  const fields = fieldsOf(row);
  const field = (name: string): string => fields.find((each) => each.name === name)?.value ?? '';
  const name = row.name || (numbers[0]?.number ?? '');
  const words = name.split(' ');
  // Nobody can tell which of several words is which name, so the last one counts as the family name.
  const [family, given] = words.length < 2 ? ['', name] : [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
  const others = fields.filter(({ name: each }) => !['E-mail', 'Company', 'Address'].includes(each));
  const notes = [row.notes, ...others.map((each) => `${each.name}: ${each.value}`)].filter(Boolean).join('\n');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name)}`,
    `N:${escaped(family)};${escaped(given)};;;`,
    ...numbers.map(({ number, label }) => `TEL;TYPE=${typeOf(label)}:${number}`),
    ...[field('E-mail')].filter(Boolean).map((value) => `EMAIL:${escaped(value)}`),
    ...[field('Company')].filter(Boolean).map((value) => `ORG:${escaped(value)}`),
    ...[field('Address')].filter(Boolean).map((value) => `ADR:;;${escaped(value)};;;;`),
    ...(row.birthday === null ? [] : [birthdayLine(row.birthday)]),
    ...(tags.length === 0 ? [] : [`CATEGORIES:${tags.map(escaped).join(',')}`]),
    ...(notes === '' ? [] : [`NOTE:${escaped(notes)}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function typeOf(label: string): string {
  return label === 'home' || label === 'work' ? label.toUpperCase() : 'CELL';
}

/** 3.0 has no date without a year; other programs understand Apple's way around that. */
function birthdayLine(birthday: string): string {
  return birthday.startsWith('--') ? `BDAY;X-APPLE-OMIT-YEAR=1604:1604${birthday.slice(1)}` : `BDAY:${birthday}`;
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 2426 2.6: no line is longer than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  if (line.length <= MOST_OCTETS / 3) return line;
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = letter <= '\u007f' ? 1 : encoder.encode(letter).length;
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}
