import { z } from 'zod';
import { type AccessTokenDto, newAccessToken } from '../../shared/access.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';

/** Keys of other programs. */
export const apiKeysContract = {
  methods: {
    'tokens.list': method(z.strictObject({}), answer<readonly AccessTokenDto[]>()),
    /** Answers: the token is said this once. */
    'tokens.make': method(newAccessToken, answer<{ readonly token: string; readonly made: AccessTokenDto }>()),
    'tokens.setRevoked': method(
      z.strictObject({ tokenId: z.number().int().positive(), revoked: z.boolean() }),
      answer<readonly AccessTokenDto[]>(),
    ),
  },
  events: {},
} satisfies Contract;
