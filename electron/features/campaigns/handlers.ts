import type { Campaigns } from './campaigns.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { campaignsContract } from './contract.ts';

interface Services {
  readonly groupTexts: Campaigns;
}

export function campaignsHandlers({ groupTexts }: Services): Handlers<typeof campaignsContract> {
  return {
    'groupTexts.preview': (order) => groupTexts.preview(order),
    'groupTexts.test': ({ order, number }) => groupTexts.test(order, number),
    'groupTexts.start': ({ order, key, confirmed }) => groupTexts.send(order, key, confirmed),
    'groupTexts.list': () => ok(groupTexts.views),
    'groupTexts.page': ({ id, after, limit }) => groupTexts.page(id, after, limit),
    'groupTexts.setPaused': ({ id, paused }) => groupTexts.setPaused(id, paused),
    'groupTexts.stop': ({ id }) => groupTexts.cancel(id),
    'groupTexts.table': ({ id }) => groupTexts.table(id),
  };
}
