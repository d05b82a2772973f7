import type { FinalResult } from '../at/results.ts';

/**
 * What to do after an error of AT+CMGS ([S8]). `retry`, `needs-attention` and `failed` are refusals: the network surely did not
 * take the message. `unknown` proves nothing: the network may have it ([S7]).
 */
export type SendErrorClass = 'retry' | 'needs-attention' | 'failed' | 'unknown';

export interface SendError {
  readonly class: SendErrorClass;
  /** A stable code: `cms-38`, `cme-14`, `modem-error`. */
  readonly code: string;
}

type Refusal = Exclude<SendErrorClass, 'unknown'>;

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/**
 * The codes that prove a refusal: the network's own answers (RP causes, 24.011 §8.2.5.4, up to 127; TP-FCS, 23.040 §9.2.3.22, 128
 * to 255), and errors of the modem that occur before anything is transmitted (27.005 §3.2.5). A code that is not listed proves
 * nothing: timeouts (332), codes for "something went wrong" (300, 500), memory errors (320 to 322), all makers' own codes (512
 * and up), and 197, by which a service center says that it already has the message.
 */
const CMS_REFUSALS: Readonly<Record<Refusal, readonly number[]>> = {
  retry: [38, 41, 42, 47, 192, 194, 314, 331],
  'needs-attention': [310, 311, 312, 313, 315, 316, 317, 318, 330],
  failed: [
    1,
    8,
    10,
    21,
    27,
    28,
    29,
    30,
    50,
    69,
    81,
    95,
    96,
    97,
    98,
    99,
    111,
    127,
    ...span(128, 191),
    193,
    195,
    196,
    ...span(198, 213),
    301,
    302,
    303,
    304,
    305,
  ],
};
/** 27.007 §9.2: only codes for a SIM or a network that could not be used at all. */
const CME_REFUSALS: Readonly<Record<Refusal, readonly number[]>> = {
  retry: [14, 30],
  'needs-attention': [10, 11, 12, 13, 15, 16, 17, 18],
  failed: [3, 4],
};

const CMS = classes(CMS_REFUSALS);
const CME = classes(CME_REFUSALS);

function classes(refusals: Readonly<Record<Refusal, readonly number[]>>): ReadonlyMap<number, Refusal> {
  const names = Object.keys(refusals) as Refusal[];
  return new Map(names.flatMap((name) => refusals[name].map((code) => [code, name] as const)));
}

/** The meaning of an error that came after the PDU was handed over. */
export function classifySendError(result: FinalResult): SendError {
  switch (result.kind) {
    case 'cms':
      return result.code === null
        ? { class: 'unknown', code: 'cms-text' }
        : { class: CMS.get(result.code) ?? 'unknown', code: `cms-${result.code}` };
    case 'cme':
      return result.code === null
        ? { class: 'unknown', code: 'cme-text' }
        : { class: CME.get(result.code) ?? 'unknown', code: `cme-${result.code}` };
    // A bare ERROR tells nothing about the network; modems also answer it for messages that were sent.
    default:
      return { class: 'unknown', code: 'modem-error' };
  }
}

/** The same decision for a code as {@link SendError} carries it. */
export function sendErrorClass(code: string): SendErrorClass {
  const [, kind, digits] = /^(cm[se])-(\d+)$/.exec(code) ?? [];
  if (kind === undefined) return 'unknown';
  return classifySendError({ kind: kind === 'cms' ? 'cms' : 'cme', code: Number(digits), text: '' }).class;
}
