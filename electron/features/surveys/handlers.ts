import type { Surveys } from './surveys.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { surveysContract } from './contract.ts';

interface Services {
  readonly surveys: Surveys;
}

export function surveysHandlers({ surveys }: Services): Handlers<typeof surveysContract> {
  return {
    'surveys.list': () => ok(surveys.views),
    'surveys.save': ({ id, ...input }) => surveys.save(id, input),
    'surveys.setRemoved': ({ id, removed }) => surveys.setRemoved(id, removed),
    'surveys.ofCustomer': ({ conversationId }) => surveys.ofCustomer(conversationId),
  };
}
