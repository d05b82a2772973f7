import type { OwnerMail } from './owner-mail.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { ownerMailContract } from './contract.ts';

interface Services {
  readonly notices: OwnerMail;
}

export function ownerMailHandlers({ notices }: Services): Handlers<typeof ownerMailContract> {
  return {
    'mail.get': () => ok(notices.view),
    'mail.set': ({ settings, password }) => notices.set(settings, password),
    'mail.test': () => notices.test(),
  };
}
