import { METHODS, type Answers, type Input, type Method } from '../shared/contract.ts';
import { rowOf } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { Clock } from '../shared/clock.ts';
import type { Desk } from './desk.ts';

type Handlers = { readonly [M in Method]: (input: Input<M>) => Result<Answers[M]> | Promise<Result<Answers[M]>> };

/** The contract's methods as the desk answers them. */
export function handlersOf(desk: Desk, clock: Clock): Handlers {
  const { conversations, outbox } = desk;
  return {
    'app.state': () => ok(desk.state),
    'conversations.list': ({ view, after, limit, search }) => conversations.list(view, after, limit, search),
    'conversations.counts': () => ok(conversations.counts()),
    'conversations.get': ({ id }) => conversations.get(id),
    'conversations.messages': ({ id, before, limit }) => conversations.messages(id, before, limit),
    'conversations.markRead': ({ id }) => conversations.markRead(id),
    'conversations.setStatus': ({ id, status }) => conversations.setStatus(id, status),
    'conversations.setDraft': ({ id, draft }) => conversations.setDraft(id, draft),
    'conversations.rename': ({ id, name }) => conversations.rename(id, name),
    'messages.send': ({ to, text, lineId, undoMs, key }) =>
      withLine(lineId, (line) =>
        desk.send(
          {
            to,
            text,
            purpose: 'answer',
            notBefore: undoMs > 0 ? clock.now() + undoMs : null,
            expiresAt: null,
            line,
          },
          { key: `window:${key}`, body: JSON.stringify([to, text]) },
        ),
      ),
    'messages.cancel': ({ id }) => withMessage(id, (row) => outbox.cancel(row)),
    'messages.resolve': ({ id, as }) => withMessage(id, (row) => outbox.resolve(row, as)),
    'messages.undecided': () => ok(desk.undecided()),
    'numbers.check': ({ number }) => ok(desk.checkNumber(number)),
    'lines.ports': async () => ok(await desk.ports()),
    'lines.connect': async ({ path, pin }) => ok(await desk.connect(path, pin)),
    'lines.discover': async () => ok(await desk.lines.discover()),
    'lines.setPin': ({ id, pin }) => desk.lines.setPin(id, pin),
    'lines.remove': async ({ id }) => desk.remove(id),
    'lines.startDemo': async () => ok(await desk.startDemo()),
    'lines.page': ({ id }) => desk.lines.page(id),
    'lines.log': ({ id }) => desk.lines.log(id),
    'lines.configure': ({ id, ...change }) => desk.configureLine(id, change),
    'lines.askOperator': ({ id, code }) => desk.lines.askOperator(id, code),
    'lines.askBalance': ({ id }) => desk.lines.askBalance(id),
    'support.report': () => ok({ text: desk.report() }),
    'settings.set': (settings) => desk.set(settings),
  };
}

/** Answers any call, also one with an unknown name or a wrong input; nothing is thrown across the contract. */
export function dispatcherOf(desk: Desk, clock: Clock, logger: Logger) {
  const handlers = handlersOf(desk, clock);
  return async (method: string, input: unknown): Promise<Result<unknown>> => {
    if (!Object.hasOwn(METHODS, method)) return refuse('not-found', 'There is no such method.');
    const name = method as Method;
    const parsed = METHODS[name].safeParse(input);
    if (!parsed.success) {
      return refuse('bad-input', 'This call is not of the form the desk understands.', {
        issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      });
    }
    try {
      return await (handlers[name] as (value: unknown) => Result<unknown> | Promise<Result<unknown>>)(parsed.data);
    } catch (error) {
      logger.error({ method, error: error instanceof Error ? error.stack : String(error) }, 'a call failed');
      return refuse('internal', 'Something went wrong inside. It is in the log; please try again.');
    }
  };
}

function withMessage<T>(id: string, use: (row: number) => Result<T>): Result<T> {
  const row = rowOf('m', id);
  return row === null ? refuse('not-found', 'There is no such message.') : use(row);
}

function withLine<T>(id: string | null, use: (row: number | null) => Result<T>): Result<T> {
  if (id === null) return use(null);
  const row = rowOf('l', id);
  return row === null ? refuse('not-found', 'There is no such line.') : use(row);
}
