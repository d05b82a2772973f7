import type { ContractEvent } from './contract.ts';
import type { Result } from '../shared/result.ts';

/** From the shell to the back-end process. */
export type ToBackend =
  /** The first message. @property secretKey base64 of what secrets are sealed with; null: the desk keeps its own */
  | { readonly type: 'start'; readonly secretKey: string | null }
  /** The computer woke up. */
  | { readonly type: 'woke-up' }
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly type: 'stop' };

/** From the back-end process to the shell. */
export type FromBackend =
  | { readonly type: 'ready' }
  /** It cannot start; the sentence is for the person in front. */
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly event: ContractEvent };
