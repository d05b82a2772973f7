import {
  candidatesOf,
  decodeAs,
  decodeText,
  guessedEncodingOf,
  type EncodingCandidate,
} from '../../../electron/shared/decode-text.ts';
import type { Encoding } from '../../../electron/shared/encodings.ts';

/** A file that somebody has chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
  readonly octets: Uint8Array;
  /** What its letters are taken to be in, where that is a guess; null: it is certain. */
  readonly encoding: Encoding | null;
  /** What a person may say instead, the likeliest first; none where it is certain. */
  readonly candidates: readonly EncodingCandidate[];
}

export async function readFile(file: Blob, name = ''): Promise<ChosenFile> {
  const octets = new Uint8Array(await file.arrayBuffer());
  const encoding = guessedEncodingOf(octets);
  return {
    name,
    text: decodeText(octets),
    octets,
    encoding,
    candidates: encoding === null ? [] : candidatesOf(octets),
  };
}

/** The same file where a person has said what its letters are in. */
export function readAgain(file: ChosenFile, encoding: Encoding): ChosenFile {
  return { ...file, encoding, text: decodeAs(file.octets, encoding) };
}

/** Saves a file where the person keeps what comes from here. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
