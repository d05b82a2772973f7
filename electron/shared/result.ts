/** Why something was refused: a stable code for programs, a sentence with a remedy for people. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type RefusalCode =
  | 'bad-input'
  | 'bad-number'
  | 'no-number'
  | 'left-out'
  | 'two-customers'
  | 'erased'
  | 'alike'
  | 'shared-number'
  | 'other-name'
  | 'no-source'
  | 'other-file'
  | 'bad-date'
  | 'bad-field'
  | 'number-taken'
  | 'still-open'
  | 'other-count'
  | 'damaged'
  | 'data-damaged'
  | 'schema-too-new'
  | 'wrong-passphrase'
  | 'list-sealed'
  | 'disk-full'
  | 'no-folder'
  | 'empty-text'
  | 'text-too-long'
  | 'unfilled-blank'
  | 'no-phrasing'
  | 'nothing-to-do'
  | 'name-taken'
  | 'one-blocked'
  | 'in-the-past'
  | 'nobody'
  | 'no-such-time'
  | 'not-there'
  | 'not-done-by'
  | 'time-taken'
  | 'cannot-happen'
  | 'order-exists'
  | 'column-used'
  | 'no-payment-link'
  | 'no-table'
  | 'no-calendar'
  | 'empty-calendar'
  | 'whole-days-only'
  | 'no-days'
  | 'whole-days'
  | 'nothing-ahead'
  | 'other-plan'
  | 'calendar-broken-line'
  | 'calendar-unfinished'
  | 'calendar-no-start'
  | 'calendar-unknown-zone'
  | 'calendar-bad-rule'
  | 'calendar-bad-exception'
  | 'calendar-too-often'
  | 'calendar-too-many'
  | 'not-found'
  | 'too-late'
  | 'opted-out'
  | 'question-open'
  | 'key-reused'
  | 'queue-full'
  | 'no-line'
  | 'no-answer'
  | 'bad-model-address'
  | 'no-model'
  | 'nothing-asked'
  | 'model-unreachable'
  | 'model-slow'
  | 'model-refused'
  | 'let-go'
  | 'unauthorised'
  | 'forbidden'
  | 'too-large'
  | 'too-many-requests'
  | 'unreachable'
  | 'internal';

/** What every call across the contract answers; nothing throws across it. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export function refuse(code: RefusalCode, message: string, details?: Readonly<Record<string, unknown>>): Result<never> {
  return { ok: false, error: { code, message, ...(details === undefined ? {} : { details }) } };
}
