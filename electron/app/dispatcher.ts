import type { Desk } from './desk.ts';
import { isDiskFull } from '../shared/disk-fault.ts';
import type { Logger } from '../shared/logger.ts';
import { refuse, type Result } from '../shared/result.ts';
import { METHODS, type Method } from './contract.ts';
import { handlersOf, type AllHandlers } from './handlers.ts';

/** Answers any call, also one with an unknown name or a wrong input; nothing is thrown across the contract. */
export function dispatcherOf(desk: Desk, logger: Logger) {
  return dispatcherOver(handlersOf(desk), refuse('not-found.method'), logger);
}

/** As {@link dispatcherOf}, over what there is. @param otherwise what is answered to everything else of the contract */
export function dispatcherOver(handlers: Partial<AllHandlers>, otherwise: Result<never>, logger: Logger) {
  return async (method: string, input: unknown): Promise<Result<unknown>> => {
    if (!Object.hasOwn(METHODS, method)) return refuse('not-found.method');
    const name = method as Method;
    const handler = handlers[name];
    if (handler === undefined) return otherwise;
    const parsed = METHODS[name].input.safeParse(input);
    if (!parsed.success) {
      return refuse('bad-input', {
        issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      });
    }
    try {
      return await (handler as (value: unknown) => Result<unknown> | Promise<Result<unknown>>)(parsed.data);
    } catch (error) {
      logger.error({ method, error: error instanceof Error ? error.stack : String(error) }, 'a call failed');
      if (isDiskFull(error)) return refuse('disk-full.nothing-lost');
      return refuse('internal');
    }
  };
}
