import { refusals } from '../locales/en/refusals.ts';

/** Selects a sentence: a code, and where a code has several sentences, a dot and the particular one. */
export type RefusalKey = keyof typeof refusals;
type CodeOf<Key> = Key extends `${infer Code}.${string}` ? Code : Key;
/** Stable, for use by programs. */
export type RefusalCode = CodeOf<RefusalKey>;

/** The details of a refusal. The blanks of its sentence are filled from them, and programs may read them. */
type Details = Readonly<Record<string, unknown>>;

/** Why something was refused: a stable code for programs, and a sentence with a remedy for people. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Which of the code's sentences applies, if it is not the first. The window shows it in its own language. */
  readonly variant?: string;
  /** In English. */
  readonly message: string;
  readonly details?: Details;
}

/** The answer to every call across the contract, which never throws. */
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

/** Fills details into the single braces of a sentence. Pure. */
export function fillSentence(sentence: string, details: Details = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}
