import { MAKES } from '../makes/index.ts';

/** What a modem says without being asked ([L5], [L6] in modem/README.md). */
export interface UnsolicitedCode {
  readonly prefix: string;
  /** The line with the prefix; where quoted words continue on further lines, these are joined by line feeds. */
  readonly line: string;
  /** The PDU that follows +CMT, +CDS and +CBM; null for the other codes. */
  readonly pdu: string | null;
}

/** `pdu`: the PDU follows on one more line; `quoted`: the code continues until its quote closes; `line`: it is one line. */
type Shape = 'pdu' | 'quoted' | 'line';

const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['+CMT:', 'pdu'],
  ['+CDS:', 'pdu'],
  ['+CBM:', 'pdu'],
  ['+CUSD:', 'quoted'],
  ['+CMTI:', 'line'],
  ['+CDSI:', 'line'],
  ['RING', 'line'],
  ['+CRING:', 'line'],
  ['+CLIP:', 'line'],
  ['+CREG:', 'line'],
  ['+CGREG:', 'line'],
  ['+CEREG:', 'line'],
  ['^SMMEMFULL:', 'line'],
  ['+CPIN:', 'line'],
  // The modem restarted by itself.
  ['RDY', 'line'],
]);

/** Chatter of any make that carries no information we need. */
const NOISE: readonly string[] = MAKES.flatMap(({ chatter }) => chatter);

/**
 * What modems say when they have started; some of it is said at other times too. After such a line we check whether the modem
 * still has its settings.
 */
const BOOT_SIGNS: readonly string[] = MAKES.flatMap(({ bootSigns }) => bootSigns);

export function isBootSign(line: string): boolean {
  return BOOT_SIGNS.some((sign) => line.startsWith(sign));
}

export function unsolicitedShape(line: string): { prefix: string; shape: Shape } | null {
  if (line === 'RING' || line === 'RDY') return { prefix: line, shape: 'line' };
  const colon = line.indexOf(':');
  if (colon < 0) return null;
  const prefix = line.slice(0, colon + 1);
  const shape = SHAPES.get(prefix);
  return shape === undefined ? null : { prefix, shape };
}

export function isNoise(line: string): boolean {
  return NOISE.some((prefix) => line.startsWith(prefix)) || isBootSign(line);
}

/** The number of quotes is odd: the string continues on the next line. */
export function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (const character of text) if (character === '"') quotes += 1;
  return quotes % 2 === 1;
}
