import { lettersOf, type Encoding } from '../../electron/shared/encodings.ts';

const known = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();

/** What each letter is in an encoding of one or two octets: what the decoder makes of all there are, turned round. */
function octetsIn(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const octets = new Map<string, readonly number[]>();
  const learn = (...input: readonly number[]): void => {
    const letter = lettersOf(Uint8Array.from(input), encoding);
    if ([...letter].length === 1 && letter !== '\uFFFD' && !octets.has(letter)) octets.set(letter, input);
  };
  for (let lead = 0; lead < 0x100; lead++) learn(lead);
  if (/^(?:shift_jis|gb18030|euc-|big5)/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn(lead, trail);
  return octets;
}

/** Text as a program writes it that knows no Unicode. @throws Error a letter is not in that encoding */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  const octets = known.get(encoding) ?? octetsIn(encoding);
  known.set(encoding, octets);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const found = octets.get(letter);
      if (found === undefined) throw new Error(`${letter} is not in ${encoding}`);
      return found;
    }),
  );
}
