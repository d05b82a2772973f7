import { refusals } from '../locales/en/refusals.ts';

/** Which sentence is said: a code, and behind a dot what is particular about it where it has several. */
export type RefusalKey = keyof typeof refusals;
type CodeOf<Key> = Key extends `${infer Code}.${string}` ? Code : Key;
/** Stable, for programs. */
export type RefusalCode = CodeOf<RefusalKey>;

/** What a sentence is about: its blanks are filled from it, and programs may read it. */
type Details = Readonly<Record<string, unknown>>;

/** Why something was refused: a stable code for programs, a sentence with a remedy for people. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Which of the code's sentences it is, where it is not the first: the window says it in its own language. */
  readonly variant?: string;
  /** In English. */
  readonly message: string;
  readonly details?: Details;
}

/** What every call across the contract answers; nothing throws across it. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export function refusal(key: RefusalKey, details?: Details): Refusal {
  const [code, variant] = key.split('.') as [RefusalCode, string?];
  return {
    code,
    ...(variant === undefined ? {} : { variant }),
    message: fillSentence(refusals[key], details),
    ...(details === undefined ? {} : { details }),
  };
}

export function refuse(key: RefusalKey, details?: Details): Result<never> {
  return { ok: false, error: refusal(key, details) };
}

/** Puts details into the single braces of a sentence. Pure. */
export function fillSentence(sentence: string, details: Details = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}
