import { z } from 'zod';
import { id, text } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';
import type { ConversationId } from '../../shared/ids.ts';
import { type Recurrence, recurrence } from '../../shared/recurrence.ts';

/** A text that is sent again and again. */
export interface RecurringDto {
  readonly id: string;
  readonly number: string;
  readonly who: string;
  readonly conversationId: ConversationId | null;
  readonly text: string;
  readonly rule: Recurrence;
  /** Why it is no longer sent; null while it is. */
  readonly ended: 'stopped' | 'opted-out' | 'over' | null;
  readonly nextAt: number | null;
  readonly lastAt: number | null;
}

/** Texts that are sent again and again. */
export const recurringContract = {
  methods: {
    /** Texts that are sent again and again. */
    'recurring.list': method(z.strictObject({}), answer<readonly RecurringDto[]>()),
    /** A null id makes a new one; an existing one keeps its number. */
    'recurring.save': method(
      z.strictObject({ id: id.nullable(), number: z.string().max(40), text, rule: recurrence }),
      answer<RecurringDto>(),
    ),
    'recurring.setStopped': method(z.strictObject({ id, stopped: z.boolean() }), answer<readonly RecurringDto[]>()),
    /** The next times that a rule gives. */
    'recurring.preview': method(z.strictObject({ rule: recurrence }), answer<readonly number[]>()),
  },
  events: {},
} satisfies Contract;
