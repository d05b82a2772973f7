import type { Webhooks } from './webhooks.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { webhooksContract } from './contract.ts';

interface Services {
  readonly webhooks: Webhooks;
}

export function webhooksHandlers({ webhooks }: Services): Handlers<typeof webhooksContract> {
  return {
    'webhooks.list': () => ok(webhooks.views),
    'webhooks.save': ({ id, ...input }) => webhooks.save(id, input),
    'webhooks.setRemoved': ({ id, removed }) => webhooks.setRemoved(id, removed),
    'webhooks.log': ({ id }) => webhooks.log(id),
    'webhooks.test': ({ id }) => webhooks.test(id),
    'webhooks.sendAgain': ({ deliveryId }) => webhooks.sendAgain(deliveryId),
  };
}
