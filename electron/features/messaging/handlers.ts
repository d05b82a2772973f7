import { notFound } from '../../shared/not-found.ts';
import type { Messages } from './messages.ts';
import type { Outbox } from './outbox.ts';
import type { DeskContext } from '../../core/context.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { rowOf } from '../../shared/ids.ts';
import { blanksOf } from '../../shared/templates.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { messagingContract } from './contract.ts';

/** How long a message that is sent again can be taken back. */
const IN_A_MOMENT_MS = 5_000;

interface Services {
  readonly messages: Messages;
  readonly outbox: Outbox;
  readonly context: DeskContext;
}

export function messagingHandlers({ messages, outbox, context }: Services): Handlers<typeof messagingContract> {
  return {
    'messages.send': ({ to, text, lineId, undoMs, notBefore, key }) => {
      if (blanksOf(text).length > 0) return refuse('unfilled-blank');
      if (notBefore !== null && notBefore <= context.clock.now()) return refuse('in-the-past');
      return withLine(lineId, (line) =>
        messages.send(
          {
            to,
            text,
            purpose: 'answer',
            notBefore: notBefore ?? (undoMs > 0 ? context.clock.now() + undoMs : null),
            expiresAt: null,
            line,
          },
          { key: `window:${key}`, body: JSON.stringify([to, text]) },
        ),
      );
    },
    'messages.reschedule': ({ id, text, notBefore }) => {
      if (blanksOf(text).length > 0) return refuse('unfilled-blank');
      return withMessage(id, (row) => outbox.reschedule(row, text, notBefore ?? context.clock.now() + IN_A_MOMENT_MS));
    },
    'messages.waitingForLine': () => ok(messages.waitingForLine()),
    'messages.scheduled': () => ok(messages.scheduled()),
    'messages.details': ({ id }) => messages.details(id),
    'messages.cancel': ({ id }) =>
      withMessage(id, (row) => {
        const now = messages.get(id);
        // It can be undone both in the thread and in its notice, so the second time it is already done.
        return now.ok && now.value.state === 'cancelled' ? now : outbox.cancel(row);
      }),
    'messages.resolve': ({ id, as }) => withMessage(id, (row) => outbox.resolve(row, as)),
    'messages.deliveryUnknown': () => ok(messages.deliveryUnknown()),
    'messages.cameDue': () => ok(messages.cameDue()),
    'messages.release': ({ ids }) => {
      outbox.release(ids.flatMap((each) => rowOf('message', each) ?? []));
      return ok(messages.cameDue());
    },
    'messages.sendingHours': ({ number, at }) => {
      const { calendar, clock, store } = context;
      const when = at ?? clock.now();
      const zone = store.contacts.ofNumber(number)?.zone ?? null;
      return ok({ nextAt: calendar.textingAt(when, zone) !== null ? null : calendar.nextAllowedAt(when, zone) });
    },
    'numbers.check': ({ number }) => ok(messages.checkNumber(number)),
  };
}

function withMessage<T>(id: string, use: (row: number) => Result<T>): Result<T> {
  const row = rowOf('message', id);
  return row === null ? notFound('message') : use(row);
}

function withLine<T>(id: string | null, use: (row: number | null) => Result<T>): Result<T> {
  if (id === null) return use(null);
  const row = rowOf('line', id);
  return row === null ? notFound('line') : use(row);
}
