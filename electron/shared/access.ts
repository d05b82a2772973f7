import { z } from 'zod';
import { SCOPES, type Scope } from './access-words.ts';

/** The input for a new key for another program. */
export const newAccessToken = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
});
export type NewAccessToken = z.infer<typeof newAccessToken>;

export interface AccessTokenDto {
  readonly tokenId: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: number;
  /** Rounded to the hour; null means never. */
  readonly usedAt: number | null;
}

/** Where other programs reach the desk. */
export interface ApiDto {
  /** Null if the API is not served. */
  readonly address: string | null;
  /** Another program has the port; null means that nothing is wrong. */
  readonly problem: 'port-in-use' | null;
}
