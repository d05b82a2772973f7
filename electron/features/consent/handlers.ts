import type { Consent } from './consent.ts';

import type { Handlers } from '../../shared/contract.ts';
import type { consentContract } from './contract.ts';

interface Services {
  readonly consent: Consent;
}

export function consentHandlers({ consent }: Services): Handlers<typeof consentContract> {
  return {
    'consent.decide': ({ conversationId, as }) => consent.decide(conversationId, as),
    'consent.get': ({ conversationId }) => consent.get(conversationId),
    'consent.record': ({ conversationId, ...said }) => consent.record(conversationId, said),
    'consent.askForOffers': ({ conversationId }) => consent.askForOffers(conversationId),
  };
}
