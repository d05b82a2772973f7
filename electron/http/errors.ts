import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal, RefusalCode } from '../shared/result.ts';

/** One table from refusals to HTTP. */
export const STATUS: Readonly<Record<RefusalCode, ContentfulStatusCode>> = {
  'bad-input': 400,
  'bad-number': 400,
  'empty-text': 400,
  'text-too-long': 400,
  'unfilled-blank': 400,
  'no-phrasing': 400,
  'nothing-to-do': 400,
  'in-the-past': 400,
  'bad-model-address': 400,
  'no-model': 409,
  'nothing-asked': 409,
  'let-go': 409,
  'model-unreachable': 502,
  'model-refused': 502,
  'model-slow': 504,
  nobody: 400,
  'no-such-time': 400,
  'not-there': 409,
  'not-done-by': 409,
  'time-taken': 409,
  'cannot-happen': 409,
  'order-exists': 409,
  'column-used': 409,
  'no-payment-link': 409,
  'no-table': 400,
  'no-calendar': 400,
  'empty-calendar': 409,
  'name-taken': 409,
  'number-taken': 409,
  'no-number': 400,
  'no-source': 400,
  'other-file': 409,
  'bad-date': 400,
  'bad-field': 400,
  'left-out': 409,
  'two-customers': 409,
  alike: 409,
  'shared-number': 409,
  'other-name': 409,
  erased: 409,
  'other-count': 409,
  damaged: 409,
  'data-damaged': 503,
  'schema-too-new': 409,
  'wrong-passphrase': 403,
  'list-sealed': 409,
  'disk-full': 507,
  'no-folder': 409,
  'still-open': 409,
  'one-blocked': 409,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  'too-late': 409,
  'opted-out': 409,
  'question-open': 409,
  'key-reused': 409,
  'too-large': 413,
  'queue-full': 429,
  'too-many-requests': 429,
  'no-line': 503,
  'no-answer': 504,
  unreachable: 503,
  internal: 500,
};

export class HttpRefusal extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export function refused(code: RefusalCode, message: string, details?: Readonly<Record<string, unknown>>): HttpRefusal {
  return new HttpRefusal({ code, message, ...(details === undefined ? {} : { details }) });
}
