import { describe, expect, test } from 'vitest';
import { APPOINTMENT_STATES, type AppointmentState } from '../../../../electron/shared/appointments.ts';
import { reminderDecision } from '../../../../electron/features/appointments/reminder-decision.ts';
import {
  APPOINTMENT_INPUTS,
  appointmentAfter,
  isLive,
  type AppointmentInput,
} from '../../../../electron/features/appointments/states.ts';
import { standingOf } from '../../../../electron/features/questions/open-questions.ts';
import { MESSAGE_STATES } from '../../../../electron/features/messaging/contract.ts';

describe('an appointment: every state with everything that can happen', () => {
  const live = (after: AppointmentState): Record<AppointmentInput, AppointmentState | null> => ({
    confirm: 'confirmed',
    'ask-move': 'moving',
    choose: 'confirmed',
    move: after,
    cancel: 'cancelled',
    miss: 'missed',
    restore: null,
  });
  const over: Record<AppointmentInput, AppointmentState | null> = {
    confirm: null,
    'ask-move': null,
    choose: null,
    move: null,
    cancel: null,
    miss: null,
    restore: 'booked',
  };
  const EXPECTED: Record<AppointmentState, Record<AppointmentInput, AppointmentState | null>> = {
    booked: live('booked'),
    confirmed: live('booked'),
    moving: live('booked'),
    cancelled: over,
    missed: over,
  };
  const pairs = APPOINTMENT_STATES.flatMap((state) =>
    APPOINTMENT_INPUTS.map((input) => [state, input, EXPECTED[state][input]] as const),
  );
  test.each(pairs)('%s, %s: %s', (state, input, after) => expect(appointmentAfter(state, input)).toBe(after));
  test('nobody is expected once it is called off or missed', () => {
    expect(APPOINTMENT_STATES.filter(isLive)).toEqual(['booked', 'confirmed', 'moving']);
  });
});

describe('a reminder that is due: every state of its appointment with every time', () => {
  const late = [0, 30 * 60_000, 30 * 60_000 + 1, 10 * 24 * 3_600_000];
  const all = [null, ...APPOINTMENT_STATES].flatMap((state) =>
    [true, false].flatMap((isSameTime) =>
      [true, false].flatMap((isOver) => late.map((lateMs) => ({ state, isSameTime, isOver, lateMs }))),
    ),
  );
  test.each(all)('$state, same time $isSameTime, over $isOver, late $lateMs', (due) => {
    const { state, isSameTime, isOver, lateMs } = due;
    const isDead = state === null || state === 'cancelled' || state === 'missed';
    const expected = isDead
      ? 'cancelled'
      : !isSameTime
        ? 'moved'
        : isOver
          ? 'too-late'
          : lateMs > 30 * 60_000
            ? 'review'
            : 'write';
    expect(reminderDecision(due)).toBe(expected);
  });
});

describe('a question: every state of its text with everything that ends it', () => {
  const all = [null, ...MESSAGE_STATES].flatMap((text) =>
    [true, false].flatMap((isOver) => [true, false].map((isTalkedOver) => ({ text, isOver, isTalkedOver }))),
  );
  test.each(all)('$text, over $isOver, talked over $isTalkedOver', ({ text, isOver, isTalkedOver }) => {
    const isGone = text === null || ['failed', 'expired', 'cancelled'].includes(text);
    const hasLeft = text !== null && ['sending', 'sent', 'delivered', 'uncertain'].includes(text);
    const expected = isGone || isOver ? 'none' : !hasLeft ? 'pending' : isTalkedOver ? 'talked-over' : 'asked';
    expect(standingOf({ text, isOver, isTalkedOver })).toBe(expected);
  });
});
