import { z } from 'zod';
import { unwrap } from '../../core/refusal-error.ts';
import { route, type RestRoutes } from '../../core/rest-route.ts';
import { CONSENT_CHOICES } from '../../shared/consent-words.ts';
import type { Consent } from './consent.ts';
import type { ConsentOfNumber } from './consent-views.ts';

interface Services {
  readonly consent: Consent;
  readonly routing: { lineTo(number: string): number | null };
}

const newConsent = z.strictObject({
  purpose: z.enum(CONSENT_CHOICES),
  state: z.enum(['granted', 'withdrawn']).meta({
    description:
      'Consent to promotions given on a web page is confirmed by text (double opt-in); it counts once the customer replies yes.',
  }),
  wording: z.string().trim().min(1).max(500).meta({ description: 'The wording on the page, word for word.' }),
});

const consent = z.object({
  number: z.string(),
  optedOut: z.boolean().meta({ description: 'The customer opted out: nothing automatic is sent.' }),
  service: z.boolean(),
  survey: z.boolean(),
  offer: z.boolean(),
});

function toConsent({ number, isOptedOut, wants }: ConsentOfNumber): z.infer<typeof consent> {
  return { number, optedOut: isOptedOut, ...wants };
}

const byNumber = { params: z.object({ number: z.string() }) };

export const consentRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'get',
    path: '/consent/{number}',
    scope: 'customers:read',
    summary: 'Get the consent of a number',
    request: byNumber,
    answer: [200, 'The consent by purpose', consent],
    handle: ({ params }) => toConsent(unwrap(services().consent.ofNumber(params.number))),
  }),
  route({
    method: 'post',
    path: '/consent/{number}',
    scope: 'customers:write',
    summary: 'Record consent given on a web page',
    request: { ...byNumber, body: newConsent },
    answer: [201, 'The updated consent by purpose', consent],
    handle({ params: { number }, body }) {
      const { consent: ledger, routing } = services();
      return toConsent(unwrap(ledger.recordFromWeb(number, routing.lineTo(number), body)));
    },
  }),
];
