import type { FinalResult } from '../at/results.ts';

/** What an error of AT+CMGS asks for ([S8]). */
export type SendErrorClass = 'retry' | 'operator' | 'failed';

export interface SendError {
  readonly class: SendErrorClass;
  /** Stable: `cms-38`, `cme-14`, `modem-error`. */
  readonly code: string;
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** 27.005 §3.2.5; 0-127 are RP causes (24.011 §8.2.5.4), 128-255 TP-FCS (23.040 §9.2.3.22), 512 ff the makers' own. */
const CMS: Readonly<Record<SendErrorClass, ReadonlySet<number>>> = {
  retry: new Set([38, 41, 42, 47, 192, 194, 314, 331, 332, 500, 512, 513, 514, 515]),
  operator: new Set([...span(310, 313), ...span(315, 318), 322, 330]),
  failed: new Set([
    1,
    8,
    10,
    21,
    ...span(27, 30),
    50,
    69,
    81,
    ...span(95, 99),
    111,
    127,
    ...span(128, 213),
    301,
    303,
    304,
    305,
    321,
  ]),
};
const CME: Readonly<Record<'retry' | 'operator', ReadonlySet<number>>> = {
  retry: new Set([14, 30, 31]),
  operator: new Set([...span(10, 13), ...span(15, 18), 20]),
};

/** An error that no table knows is tried again: the attempts are bounded, a lost text is not acceptable. */
export function classifySendError(result: FinalResult): SendError {
  switch (result.kind) {
    case 'cms': {
      const code = result.code === null ? 'cms-text' : `cms-${result.code}`;
      if (result.code === null || CMS.retry.has(result.code)) return { class: 'retry', code };
      if (CMS.operator.has(result.code)) return { class: 'operator', code };
      return { class: CMS.failed.has(result.code) ? 'failed' : 'retry', code };
    }
    case 'cme': {
      const code = result.code === null ? 'cme-text' : `cme-${result.code}`;
      return { class: result.code !== null && CME.operator.has(result.code) ? 'operator' : 'retry', code };
    }
    default:
      return { class: 'retry', code: 'modem-error' };
  }
}

/** The same for a code as {@link SendError} carries it. */
export function sendErrorClass(code: string): SendErrorClass {
  const [, kind, digits] = /^(cm[se])-(\d+)$/.exec(code) ?? [];
  if (kind === undefined) return 'retry';
  return classifySendError({ kind: kind === 'cms' ? 'cms' : 'cme', code: Number(digits), text: '' }).class;
}
