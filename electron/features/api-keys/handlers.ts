import type { AccessTokens } from './access-tokens.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { apiKeysContract } from './contract.ts';

interface Services {
  readonly access: AccessTokens;
}

export function apiKeysHandlers({ access }: Services): Handlers<typeof apiKeysContract> {
  return {
    'tokens.list': () => ok(access.views),
    'tokens.make': (wanted) => access.make(wanted),
    'tokens.setRevoked': ({ tokenId, revoked }) => access.setRevoked(tokenId, revoked),
  };
}
